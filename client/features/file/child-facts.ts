// Does what she writes name a child? Said before it is sent, so that it is told without signal too; with what to write instead.
import { i18n } from '@lingui/core'
import { findChildFacts } from '@shared/domain/minor'
import { asShown, errorText } from '@/ui/error-text'

const instead = (): string => i18n._('孩子只写阶段，比如“一岁多”写“学走路”，“实验小学”写“上小学”')

/** '' where nothing of the kind is in it. */
export const wordChildFacts = (text: string): string => {
  const [found] = findChildFacts(text)
  return found ? `${i18n._('“{word}”认得出是哪个孩子，没有保存。', { word: found.word })}${instead()}` : ''
}

const isChildFacts = (failure: unknown): boolean => (failure as { reason?: string } | null)?.reason === 'child-facts'

/** Why the cloud did not keep it. */
export const wordRefused = (failure: unknown): string => {
  if (!isChildFacts(failure)) return errorText(failure)
  const { message } = asShown(failure)
  return message === '' ? `${i18n._('里面有认得出孩子的字，没有保存。')}${instead()}` : `${message} ${instead()}`
}
