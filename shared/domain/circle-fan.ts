// Who is one of the hundred 铁杆粉, and by what evidence? Each kind of evidence has a ceiling, so that no single one makes a fan.
import { type CircleFacts, countWithin } from './circle'
import { dayOf } from './day'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

export const FAN_PARTS = ['weeks', 'dealings', 'purchases', 'brought'] as const
export type FanPart = (typeof FAN_PARTS)[number]

/**
 * weeks: different weeks with a deep reading in half a year · dealings: days they really dealt with each other in half a year ·
 * purchases: days she bought within a year · brought: deep readings that her passing-on brought. `full`: as good as it gets.
 */
export const FAN_FORMULA: Record<FanPart, { points: number; full: number; withinDays: number | null }> = {
  weeks: { points: 40, full: 8, withinDays: 182 },
  dealings: { points: 20, full: 6, withinDays: 182 },
  purchases: { points: 25, full: 4, withinDays: 365 },
  brought: { points: 15, full: 15, withinDays: null },
}
export const FAN_SCORE_MIN = 50
export const FAN_KINDS_MIN = 2
/** 100 铁杆粉: more of one rep's are not listed. */
export const FANS_MAX = 100

export type FanScore = { score: number; parts: { part: FanPart; n: number; points: number }[] }

const differing = (times: readonly number[], within: number, now: number, nameOf: (at: number) => string | number) =>
  new Set(
    times
      .slice(
        times.length -
          countWithin(
            times.filter((at) => at <= now),
            within,
            now,
          ),
      )
      .map(nameOf),
  ).size

const countOf = (part: FanPart, { events, brought }: CircleFacts, now: number): number => {
  const within = FAN_FORMULA[part].withinDays ?? 0
  const past = (times: readonly number[]) => times.filter((at) => at <= now)
  if (part === 'weeks') return differing(past(events.deep), within, now, (at) => Math.floor(at / WEEK_MS))
  if (part === 'purchases') return differing(past(events.purchase), within, now, dayOf)
  if (part === 'brought') return brought
  const dealings = [...events.talked, ...events.consultation, ...events.meeting].sort((a, b) => a - b)
  return differing(past(dealings), within, now, dayOf)
}

/** Points by kind of evidence, in whole numbers that add up to the score. */
export const fanScoreOf = (facts: CircleFacts, now: number): FanScore => {
  const parts = FAN_PARTS.map((part) => {
    const { points, full } = FAN_FORMULA[part]
    const n = countOf(part, facts, now)
    return { part, n, points: Math.round((points * Math.min(n, full)) / full) }
  })
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts }
}

/** Enough points, of more than one kind. */
export const isFan = ({ score, parts }: FanScore): boolean =>
  score >= FAN_SCORE_MIN && parts.filter(({ points }) => points > 0).length >= FAN_KINDS_MIN
