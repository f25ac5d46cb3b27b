// How a reading is told to a rep, like a colleague would: who, when, what, how long, which part longest.
import type { I18n } from '@lingui/core'
import { type Lang, wordInstant, wordSpan } from '@shared/domain/day'
import { DEEP_READING_MS } from '@shared/domain/reading'

type Reader = { remark: string | null; ordinal: string }
type Reading = { title: string; totalMs: number; lastAt: number; live: boolean }
type Part = { heading: string; ms: number }

const GLANCE_MS = 15_000

/** How warm a reading is, for one hue by lightness; the word says the same. */
export type Heat = 'glance' | 'read' | 'deep'
export const heatOf = (totalMs: number): Heat =>
  totalMs >= DEEP_READING_MS ? 'deep' : totalMs < GLANCE_MS ? 'glance' : 'read'

export const wordHeat = (heat: Heat, i18n: I18n): string => {
  if (heat === 'deep') return i18n._('细读')
  return heat === 'glance' ? i18n._('略看') : i18n._('读过')
}

export const wordReader = (reader: Reader, i18n: I18n): string =>
  reader.remark ?? i18n._('新读者 {ordinal}', { ordinal: reader.ordinal })

/** The sentence after her name: 昨晚 21:04 读了《…》 13 分 20 秒 */
export const wordReading = (reading: Reading, now: number, lang: Lang, i18n: I18n): string => {
  const span = wordSpan(reading.totalMs, lang)
  if (reading.live) return i18n._('正在读《{title}》 {span}', { title: reading.title, span })
  const when = wordInstant(reading.lastAt, now, lang)
  return i18n._('{when} 读了《{title}》 {span}', { when, title: reading.title, span })
}

export const wordLongest = (part: Part, lang: Lang, i18n: I18n): string =>
  i18n._('‘{heading}’最久，{span}', { heading: part.heading, span: wordSpan(part.ms, lang) })

/** One or two could point at a person, so they are not counted out. */
export const wordAnonymous = (row: { title: string; readings: number | 'few' }, i18n: I18n): string =>
  row.readings === 'few'
    ? i18n._('《{title}》 少于 3 次', { title: row.title })
    : i18n._('《{title}》 {n} 次', { title: row.title, n: row.readings })
