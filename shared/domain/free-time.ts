// When does she usually read? The hours to write to her, where her readings say so.
import { dayOf, hourOf, isWeekend } from './day'
import type { Reader } from './reader'

/** Hours of Asia/Shanghai, `toHour` not included and at most 24; after midnight it is below fromHour. */
export type FreeTime = { fromHour: number; toHour: number; weekend: boolean; readings: number }

const READINGS_MIN = 3
const DAYS_MIN = 2
/** So much of her reading must fall into the window; hours wider than the widest say nothing. */
const SHARE_MIN = 0.6
const WIDTHS = [1, 2, 3, 4] as const
const WEEKEND_SHARE_MIN = 0.75

type Hours = readonly number[]
const inWindow = (hours: Hours, from: number, width: number): number =>
  hours.filter((hour) => (hour - from + 24) % 24 < width).length

/** The narrowest window that holds enough; of several the fullest, then the earliest. */
const windowOf = (hours: Hours): Omit<FreeTime, 'weekend'> | null => {
  for (const width of WIDTHS) {
    const counts = Array.from({ length: 24 }, (_, from) => inWindow(hours, from, width))
    const readings = Math.max(...counts)
    const fromHour = counts.indexOf(readings)
    if (readings >= SHARE_MIN * hours.length) return { fromHour, toHour: ((fromHour + width - 1) % 24) + 1, readings }
  }
  return null
}

/** Null while too little is known, she reads at all hours, or does not want to be worked out. */
export const freeTimeOf = (readers: readonly Pick<Reader, 'entries' | 'tagsOn'>[]): FreeTime | null => {
  const instants = readers
    .filter(({ tagsOn }) => tagsOn)
    .flatMap(({ entries }) => Object.values(entries))
    .map(({ at }) => at)
  const atWeekend = instants.filter(isWeekend)
  const weekend = atWeekend.length >= WEEKEND_SHARE_MIN * instants.length
  const counted = weekend ? atWeekend : instants
  if (counted.length < READINGS_MIN || new Set(counted.map(dayOf)).size < DAYS_MIN) return null
  const window = windowOf(counted.map(hourOf))
  return window && { ...window, weekend }
}
