// How notes, promised days and special days are told in words.
import type { I18n } from '@lingui/core'
import { type Day, daysBetween, instantOf, type Lang, wordDay } from '@shared/domain/day'
import type { NoteKind } from '@shared/domain/note'
import type { OccasionKind } from '@shared/domain/occasion'
import { afterHan } from '@/ui/han'

export const wordNoteKind = (kind: NoteKind, i18n: I18n): string => {
  switch (kind) {
    case 'note':
      return i18n._('备忘')
    case 'words':
      return i18n._('她说的')
    case 'moment':
      return i18n._('她的朋友圈')
    case 'group':
      return i18n._('群里说的')
    case 'purchase':
      return i18n._('买了')
    case 'consultation':
      return i18n._('咨询')
    case 'meeting':
      return i18n._('见面')
    case 'delight':
      return i18n._('小惊喜')
  }
}

export const wordOccasionKind = (kind: OccasionKind, i18n: I18n): string => {
  switch (kind) {
    case 'birthday':
      return i18n._('生日')
    case 'anniversary':
      return i18n._('纪念日')
    case 'family':
      return i18n._('家里的日子')
    case 'other':
      return i18n._('别的日子')
  }
}

/** 今天 · 昨天 · 11月20日, of a day rather than an instant. */
export const wordDate = (day: Day, now: number, lang: Lang): string => wordDay(instantOf(day, '12:00'), now, lang)

/** How far a day is: told so that what is late is told kindly. */
export const wordDue = (due: Day, today: Day, i18n: I18n): string => {
  const left = daysBetween(today, due)
  if (left === 0) return i18n._('今天要做到')
  if (left === 1) return i18n._('明天要做到')
  return left > 0 ? i18n._('还有 {n} 天', { n: left }) : i18n._('过了 {n} 天，今天补上也不晚', { n: -left })
}

export const wordAhead = (day: Day, today: Day, i18n: I18n): string => {
  const left = daysBetween(today, day)
  if (left === 0) return i18n._('就是今天')
  return left === 1 ? i18n._('明天') : i18n._('还有 {n} 天', { n: left })
}

const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const FIGURES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const TENS = ['初', '十', '廿', '三']
const TEN = 10

/** 初一 … 三十. */
export const lunarDay = (day: number): string => {
  if (day === 2 * TEN) return '二十'
  if (day === 3 * TEN) return '三十'
  return `${TENS[Math.floor((day - 1) / TEN)] ?? ''}${FIGURES[(day - 1) % TEN] ?? ''}`
}
export const lunarMonth = (month: number): string => `${MONTHS[month - 1] ?? ''}月`

type OnCalendar = { calendar: 'solar' | 'lunar'; month: number; day: number; leap: boolean }

/** 9月12日 · 农历八月十五 · 农历闰六月初一. */
export const wordOnCalendar = ({ calendar, month, day, leap }: OnCalendar, lang: Lang, i18n: I18n): string => {
  if (calendar === 'solar') return i18n._('{month}月{day}日', { month, day })
  if (lang === 'en') return i18n._('农历 {month} 月 {day} 日', { month: leap ? `${month} (leap)` : month, day })
  return `农历${leap ? '闰' : ''}${lunarMonth(month)}${lunarDay(day)}`
}

/** 39 or 39.90 out of 分. */
export const wordYuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

/** 分 out of what she typed; null: not an amount; undefined: nothing typed. */
export const fenOf = (typed: string): number | null | undefined => {
  const plain = typed.trim()
  if (plain === '') return undefined
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}

/** 最近聊到 … after Chinese words. */
export const onDay = (day: Day, now: number, lang: Lang): string => afterHan(wordDate(day, now, lang))
