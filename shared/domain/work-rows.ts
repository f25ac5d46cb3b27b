// What is shown of sums: steps and rates, altogether and row by row, hours, and only as far as it tells of nobody.

import { WORK_STEPS, type WorkStep } from './work'
import { addCounts, type Counts } from './work-counts'
import { type Shown, showPart, toShown } from './work-number'
import { type HourCell, hourCell, type WorkSums } from './work-sums'

/** received: of one post, kits posted of which something was read; null over many posts, where it is not known. */
export type Row = Counts & { received: number | null }

const receivedOf = ({ reps = {} }: WorkSums): number =>
  Object.values(reps).filter(({ posted = 0, opened = 0 }) => posted > 0 && opened > 0).length

export const together = (all: readonly WorkSums[], ofPost: boolean): Row => {
  const counts: Counts = {}
  for (const sums of all) addCounts(counts, sums)
  return { ...counts, received: ofPost ? all.reduce((n, sums) => n + receivedOf(sums), 0) : null }
}

export const stepsOf = (row: Row): Record<WorkStep, Shown | null> =>
  Object.fromEntries(
    WORK_STEPS.map((step) => [
      step,
      step === 'received' && row.received === null ? null : showPart(step, row[step] ?? 0),
    ]),
  ) as Record<WorkStep, Shown | null>

export const groupBy = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

type Hours = Record<HourCell, Counts>
export type ShownCell = { weekday: number; hour: number; opened: Shown; deep: Shown }
export type Curve = {
  hours: Omit<ShownCell, 'weekday'>[]
  cells: ShownCell[]
  best: { weekday: number; hour: number } | null
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const show = ({ opened = 0, deep = 0 }: Counts) => ({ opened: toShown(opened), deep: toShown(deep) })
const size = (shown: Shown): number => (shown === 'few' ? 0 : shown)

export const curveOf = (all: readonly (Hours | undefined)[]): Curve => {
  const at = (weekday: number, hour: number): Counts => {
    const counts: Counts = {}
    for (const hours of all) addCounts(counts, hours?.[hourCell(weekday, hour)])
    return counts
  }
  const every = WEEKDAYS.flatMap((weekday) => HOURS.map((hour) => ({ weekday, hour, counts: at(weekday, hour) })))
  const cells = every
    .filter(({ counts }) => (counts.opened ?? 0) > 0)
    .map(({ weekday, hour, counts }) => ({ weekday, hour, ...show(counts) }))
  const hours = HOURS.map((hour) => {
    const counts: Counts = {}
    for (const one of every) if (one.hour === hour) addCounts(counts, one.counts)
    return { hour, ...show(counts) }
  })
  const [first] = [...cells].sort((a, b) => size(b.opened) - size(a.opened))
  const best = first && size(first.opened) > 0 ? { weekday: first.weekday, hour: first.hour } : null
  return { hours, cells, best }
}
