// Does what she writes name a child? Said before it is sent, so that it is told without signal too; with what to write instead.
import { i18n } from '@lingui/core'
import { findChildFacts } from '@shared/domain/minor'
import { currentLang } from '@/platform/lang'
import { asShown, errorText } from '@/ui/error-text'

const withInstead = (why: string): string => {
  const instead = i18n._('孩子只写阶段，比如“一岁多”写“学走路”，“实验小学”写“上小学”')
  return [why, instead].join(currentLang() === 'en' ? ' ' : '')
}

/** '' where nothing of the kind is in it. */
export const wordChildFacts = (text: string): string => {
  const [found] = findChildFacts(text)
  return found ? withInstead(i18n._('“{word}”认得出是哪个孩子，没有保存。', { word: found.word })) : ''
}

const isChildFacts = (failure: unknown): boolean => (failure as { reason?: string } | null)?.reason === 'child-facts'

/** Why the cloud did not keep it. */
export const wordRefused = (failure: unknown): string => {
  if (!isChildFacts(failure)) return errorText(failure)
  return withInstead(asShown(failure).message || i18n._('里面有认得出孩子的字，没有保存。'))
}
