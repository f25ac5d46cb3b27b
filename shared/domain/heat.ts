// Where does a post hold its readers, and what was read day by day? Sums as they were counted, with the last minutes added.
import { dayOf } from './day'
import type { PostId, SectionId } from './ids'
import { type Reading, tellAnonymous } from './reading'
import { addSums, countedOf, type Sums, sumsOf, type TallyKey, tallied } from './tally'

/** As far as it is shown. */
export type DaySums = Pick<TallyKey, 'id' | 'day'> & Sums

const DAY_MS = 86_400_000

/** A reading the sums do not hold yet, or hold as it was before it grew. */
export type Uncounted = Pick<Reading, 'postId' | 'by' | 'openedAt' | 'lastAt' | 'sections' | 'counted' | 'base'>

const noSums = (): Sums => ({ readings: 0, deep: 0, ms: 0, apart: { staff: 0, sharer: 0, crawler: 0 } })

/** The last so many days, today included, the earliest first. */
export const lastDays = (days: number, now: number): string[] =>
  Array.from({ length: days }, (_, i) => dayOf(now - (days - 1 - i) * DAY_MS))

/** What one reading adds to what the sums hold of it, day by day; one that was erased stays in them as it was. */
const growthOf = (reading: Uncounted): { day: string; sums: Sums; sign: 1 | -1 }[] => {
  if (reading.by === 'erased') return []
  const [now, before] = [tallied(reading), countedOf(reading)]
  return [
    { day: now.day, sums: sumsOf(now, true), sign: 1 as const },
    ...(before ? [{ day: before.day, sums: sumsOf(before, true), sign: -1 as const }] : []),
  ]
}

/** Sums by a key of theirs, e.g. their day or their post. */
const sumBy = (
  { tallies, uncounted }: { tallies: readonly DaySums[]; uncounted: readonly Uncounted[] },
  days: readonly string[],
  keys: { ofTally: (tally: DaySums) => string; ofReading: (reading: Uncounted, day: string) => string },
): ((key: string) => Sums) => {
  const sums = new Map<string, Sums>()
  const add = (key: string, more: Sums, sign: 1 | -1): void => {
    const sum = sums.get(key) ?? noSums()
    sums.set(key, sum)
    addSums(sum, more, sign)
  }
  for (const tally of tallies) if (days.includes(tally.day)) add(keys.ofTally(tally), tally, 1)
  for (const reading of uncounted)
    for (const { day, sums: more, sign } of growthOf(reading))
      if (days.includes(day)) add(keys.ofReading(reading, day), more, sign)
  return (key) => sums.get(key) ?? noSums()
}

type Facts = { tallies: readonly DaySums[]; uncounted: readonly Uncounted[] }
export type Counted = Omit<Sums, 'sections'>

export const toCounted = ({ readings, deep, ms, apart }: Sums): Counted => ({ readings, deep, ms, apart })

/** One row per day, also for days on which nobody read. */
export const sumDays = (facts: Facts, days: readonly string[]): { day: string; counted: Counted }[] => {
  const of = sumBy(facts, days, { ofTally: ({ day }) => day, ofReading: (_, day) => day })
  return days.map((day) => ({ day, counted: toCounted(of(day)) }))
}

export const sumPosts = (facts: Facts, days: readonly string[]): ((postId: PostId) => Counted) => {
  const of = sumBy(facts, days, { ofTally: ({ id }) => id, ofReading: ({ postId }) => postId })
  return (postId) => toCounted(of(postId))
}

export type SectionHeat = { sectionId: SectionId; readings: number | 'few'; ms: number }

/** One post: altogether, and by section in their order. What only one or two read is not broken down. */
export const heatOf = (
  facts: Facts,
  days: readonly string[],
  sectionIds: readonly SectionId[],
): { counted: Counted; sections: SectionHeat[] } => {
  const sums = sumBy(facts, days, { ofTally: () => '', ofReading: () => '' })('')
  const sections = sectionIds.map((sectionId) => {
    const { readings, ms } = sums.sections?.[sectionId] ?? { readings: 0, ms: 0 }
    const told = tellAnonymous(readings)
    return { sectionId, readings: told, ms: told === 'few' ? 0 : ms }
  })
  return { counted: toCounted(sums), sections }
}
