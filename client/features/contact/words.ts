// How a reading is told to a rep, like a colleague would: who, when, what, how long, which part longest, how often.
import type { I18n } from '@lingui/core'
import { type Lang, wordInstant, wordSpan } from '@shared/domain/day'
import type { Certainty } from '@shared/domain/reader'
import { DEEP_READING_MS } from '@shared/domain/reading'

type Named = { remark: string | null; ordinal: string }
type Who = Named & { certainty: Certainty }
type Told = { title: string; totalMs: number; lastAt: number; live: boolean }
type Part = { heading: string; ms: number }
type Apart = { staff: number; sharer: number; crawler: number }

const GLANCE_MS = 15_000

/** How warm a reading is, for one hue by lightness; the word says the same. */
export type Heat = 'glance' | 'read' | 'deep'
export const heatOf = (totalMs: number): Heat =>
  totalMs >= DEEP_READING_MS ? 'deep' : totalMs < GLANCE_MS ? 'glance' : 'read'

export const wordHeat = (heat: Heat, i18n: I18n): string => {
  if (heat === 'deep') return i18n._('细读')
  return heat === 'glance' ? i18n._('略看') : i18n._('读过')
}

/** A contact: the rep's own name for her, or a sign that tells her from the others. */
export const wordContact = ({ remark, ordinal }: Named, i18n: I18n): string =>
  remark ?? i18n._('新客户 {ordinal}', { ordinal })

const ORDINAL = /^[A-Z][1-9]$/ // see ordinalOf

/** A contact of whom only one word is told: her name or her sign; null where neither is known any more. */
export const wordNamed = (name: string | null, i18n: I18n): string => {
  if (name === null) return i18n._('没起名的客户')
  return ORDINAL.test(name) ? wordContact({ remark: null, ordinal: name }, i18n) : name
}

/** Who read: the same, and whether that is sure. */
export const wordReader = (reader: Who, i18n: I18n): string =>
  reader.certainty === 'likely' && reader.remark !== null
    ? i18n._('可能是{who}', { who: reader.remark })
    : wordContact(reader, i18n)

/** How sure it is who she is, and who says so. */
export const wordCertainty = (certainty: Certainty, i18n: I18n): string => {
  if (certainty === 'certain') return i18n._('她自己说的')
  if (certainty === 'named') return i18n._('你认出的')
  return certainty === 'likely' ? i18n._('可能是她') : i18n._('还不知道是谁')
}

/** The sentence after her name: 昨晚 21:04 读了《…》 13 分 20 秒 */
export const wordReading = (reading: Told, now: number, lang: Lang, i18n: I18n): string => {
  const span = wordSpan(reading.totalMs, lang)
  if (reading.live) return i18n._('正在读《{title}》 {span}', { title: reading.title, span })
  const when = wordInstant(reading.lastAt, now, lang)
  return i18n._('{when} 读了《{title}》 {span}', { when, title: reading.title, span })
}

export const wordLongest = (part: Part, lang: Lang, i18n: I18n): string => {
  const span = wordSpan(part.ms, lang)
  return part.heading === ''
    ? i18n._('开头最久，{span}', { span })
    : i18n._('‘{heading}’最久，{span}', { heading: part.heading, span })
}

/** What makes a reading more than one look: she came back to it, or to a part of it. */
export const wordReturns = ({ nth, again }: { nth: number; again: number }, i18n: I18n): string[] => [
  ...(nth > 1 ? [i18n._('第 {n} 次读', { n: nth })] : []),
  ...(again > 0 ? [i18n._('反复看了 {n} 次', { n: again })] : []),
]

/** One or two could point at a person, so they are not counted out. */
export const wordAnonymous = (readings: number | 'few', i18n: I18n): string =>
  readings === 'few' ? i18n._('没同意告知的少于 3 次') : i18n._('没同意告知的 {n} 次', { n: readings })

/** What was opened and is no customer's reading; '' when there is none. */
export const wordApart = ({ staff, sharer, crawler }: Apart, i18n: I18n): string => {
  const parts = [
    ...(staff > 0 ? [i18n._('员工 {n} 次', { n: staff })] : []),
    ...(sharer > 0 ? [i18n._('转发的人自己 {n} 次', { n: sharer })] : []),
    ...(crawler > 0 ? [i18n._('机器 {n} 次', { n: crawler })] : []),
  ]
  return parts.length === 0 ? '' : i18n._('另有{parts}，不算在内', { parts: parts.join(i18n._('、')) })
}

/** A figure and its unit stay on one line: 16 秒, 54 s. */
export const bound = (told: string): string => told.replace(/(\d) (?=[分秒小次篇hms])/g, '$1\u00a0')
