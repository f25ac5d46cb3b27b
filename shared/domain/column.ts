// Which series does HQ keep at fixed hours, and when is each one due?
import { type Day, dayAfter, dayOf, instantOf, type Lang } from './day'
import { weekdayOf } from './group-plan'
import type { ColumnId, MemberId } from './ids'
import type { PostChannel, PostImage } from './post'

export const COLUMNS_MAX = 40
export const COLUMN_NAME_MAX = 20 // as long as a post's own column may be
export const COLUMN_ABOUT_MAX = 120
export const TOPIC_HINT_MAX = 40

export type Column = {
  _id: ColumnId
  name: string
  weekdays: number[] // 1 Monday to 7 Sunday
  time: string // '08:00' in Asia/Shanghai
  channels: PostChannel[]
  topicHint: string // what its posts are about, for whoever plans them
  about: string // for readers
  cover: PostImage | null
  updatedAt: number
  updatedBy: MemberId
  rev: number
}
/** What an editor writes. */
export type ColumnWords = Pick<Column, 'name' | 'weekdays' | 'time' | 'channels' | 'topicHint' | 'about'>
export type Rhythm = Pick<Column, 'weekdays' | 'time'>

/** When it is due from that day to that day, both included. */
export const dueTimes = ({ weekdays, time }: Rhythm, from: Day, to: Day): number[] => {
  const times: number[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1))
    if (weekdays.includes(weekdayOf(day))) times.push(instantOf(day, time))
  return times
}

const WEEK = 7

/** When it is due next, later than now; null: on no day. */
export const nextDue = (rhythm: Rhythm, now: number): number | null => {
  const today = dayOf(now)
  return dueTimes(rhythm, today, dayAfter(today, WEEK)).find((at) => at > now) ?? null
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const PARTS: readonly (readonly [from: number, word: string])[] = [
  [18, '晚'],
  [13, '下午'],
  [11, '中午'],
  [9, '上午'],
  [5, '早'],
  [0, '凌晨'],
]

/** 早八点 · 晚八点半 · 中午十二点 · 早 7:45 */
const wordTime = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const part = PARTS.find(([from]) => hour >= from)?.[1] ?? ''
  const half = hour > 12 ? hour - 12 : hour
  if (minute !== 0 && minute !== 30) return `${part} ${half}:${String(minute).padStart(2, '0')}`
  const word = half === 2 ? '两' : (DIGITS[half] ?? String(half))
  return `${part}${word}点${minute === 30 ? '半' : ''}`
}

const ZH_DAYS = ['', '一', '二', '三', '四', '五', '六', '日']
const EN_DAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const sameDays = (a: readonly number[], b: readonly number[]) => a.length === b.length && b.every((d) => a.includes(d))
const wordDays = (weekdays: readonly number[], zh: boolean): string => {
  if (weekdays.length === WEEK) return zh ? '每天' : 'Every day'
  if (sameDays(weekdays, [1, 2, 3, 4, 5])) return zh ? '工作日' : 'Weekdays'
  if (sameDays(weekdays, [6, 7])) return zh ? '周末' : 'Weekends'
  const days = [...weekdays].sort()
  return zh ? `每周${days.map((d) => ZH_DAYS[d]).join('、')}` : days.map((d) => EN_DAYS[d]).join(', ')
}

/** 每天早八点 · 工作日晚八点半 · 每周一、三中午十二点, or the like in English. */
export const wordRhythm = ({ weekdays, time }: Rhythm, lang: Lang): string =>
  lang === 'zh' ? `${wordDays(weekdays, true)}${wordTime(time)}` : `${wordDays(weekdays, false)} at ${time}`
