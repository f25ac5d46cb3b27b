// Why a tag stands there, how it fades, and when she usually reads: told in words.
import type { I18n } from '@lingui/core'
import { type Lang, wordInstant, wordSpan } from '@shared/domain/day'
import { FORM_NAMES } from '@shared/domain/taste'
import { afterHan } from '@/ui/han'
import type { ContactFile, EarnedTag } from './use-contacts'

const DAY_MS = 86_400_000

/** 3 篇，共 31 分，最近昨晚 21:04 */
export const wordEvidence = (tag: EarnedTag, now: number, lang: Lang, i18n: I18n): string =>
  i18n._('{n} 篇，共 {span}，最近{when}', {
    n: tag.posts,
    span: wordSpan(tag.ms, lang),
    when: afterHan(wordInstant(tag.lastAt, now, lang)),
  })

/** How often she read of it where that is more than once per post, and that it fades. */
export const wordFading = (tag: EarnedTag, i18n: I18n): string => {
  const days = Math.max(1, Math.round(tag.fadesMs / DAY_MS))
  return i18n._('读了 {n} 次得出。不再读的话，每 {days} 天减一半', { n: tag.readings, days })
}

/** A way of writing has a name in each language; a topic is what HQ called it. */
export const wordTag = ({ tag, kind }: Pick<EarnedTag, 'tag' | 'kind'>, i18n: I18n): string => {
  if (kind !== 'form') return tag
  if (tag === FORM_NAMES.reason) return i18n._('道理')
  if (tag === FORM_NAMES.result) return i18n._('成绩')
  return tag === FORM_NAMES.science ? i18n._('科学') : tag
}

/** 24:00 is the end of a day. */
const hour = (n: number): string => `${String(n).padStart(2, '0')}:00`

export const wordFreeTime = (time: NonNullable<ContactFile['freeTime']>, i18n: I18n): string => {
  const span = { from: hour(time.fromHour), to: hour(time.toHour) }
  return time.weekend ? i18n._('多在周末 {from}–{to} 读', span) : i18n._('多在 {from}–{to} 读', span)
}
