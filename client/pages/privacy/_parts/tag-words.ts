// Why does a tag stand there? In plain words: how many posts, how long, when last.
import type { I18n } from '@lingui/core'
import { type Lang, wordInstant, wordSpan } from '@shared/domain/day'
import { FORM_NAMES } from '@shared/domain/taste'
import { afterHan } from '@/ui/han'
import type { Privacy } from './use-privacy'

type Tag = Privacy['consents'][number]['tags'][number]

const wordForm = (i18n: I18n, tag: string): string => {
  if (tag === FORM_NAMES.reason) return i18n._('爱看讲道理的写法')
  if (tag === FORM_NAMES.result) return i18n._('爱看讲成绩的写法')
  return i18n._('爱看讲科学的写法')
}

export const wordTag = (i18n: I18n, { tag, kind }: Pick<Tag, 'tag' | 'kind'>): string =>
  kind === 'form' ? wordForm(i18n, tag) : tag

/** `now` in ms. */
export const wordEvidence = (i18n: I18n, { posts, readings, ms, lastAt }: Tag, now: number): string => {
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  const words = { posts, readings, span: wordSpan(ms, lang), when: afterHan(wordInstant(lastAt, now, lang)) }
  return i18n._('{posts} 篇里看了 {readings} 次，共 {span}，最近{when}', words)
}
