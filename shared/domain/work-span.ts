// Of which weeks or months is a span made up, and to which does a day belong?
import { type Day, dayAfter } from './day'
import type { WorkSpan } from './work'

export const GRAINS = ['week', 'month'] as const
export type Grain = (typeof GRAINS)[number]

const DAY_MS = 86_400_000
/** Days since 1970 began on a Thursday. Without dayjs: asked several times for each reading that is counted. */
const daysSince = (day: Day): number => Date.parse(day) / DAY_MS
export const weekdayIn = (day: Day): number => ((daysSince(day) + 3) % 7) + 1
export const mondayOf = (day: Day): Day =>
  new Date((daysSince(day) + 1 - weekdayIn(day)) * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)
export const monthOf = (day: Day): string => day.slice(0, 'YYYY-MM'.length)

const lastMonths = (today: Day): [string, string, string] => {
  const first = monthOf(today)
  const second = monthOf(dayAfter(`${first}-01`, -1))
  return [first, second, monthOf(dayAfter(`${second}-01`, -1))]
}

/** Which weeks or months make up a span, and its days. */
export const periodsOf = (span: WorkSpan, today: Day): { grain: Grain; days: string[]; from: Day; to: Day } => {
  const monday = mondayOf(today)
  if (span === 'this-week') return { grain: 'week', days: [monday], from: monday, to: today }
  if (span === 'last-week')
    return { grain: 'week', days: [dayAfter(monday, -7)], from: dayAfter(monday, -7), to: dayAfter(monday, -1) }
  const [first, second, third] = lastMonths(today)
  if (span === 'this-month') return { grain: 'month', days: [first], from: `${first}-01`, to: today }
  if (span === 'last-month')
    return { grain: 'month', days: [second], from: `${second}-01`, to: dayAfter(`${first}-01`, -1) }
  return { grain: 'month', days: [third, second, first], from: `${third}-01`, to: today }
}
