// How much was read, of what, for whom, on which day? Nameless sums, and what one reading adds to which of them.
import { type Day, dayOf, hourOf } from './day'
import type { MemberId, PostId, SectionId, ShareToken } from './ids'
import { isDeepReading, type Reading, type Tallied, totalMs } from './reading'

/** under: readings by shares that hang below this one, however deep (up to PATH_MAX). */
export type TallyOf = 'post' | 'rep' | 'all' | 'share' | 'under'
/** id: '' for all. day: '' for shares, which are summed over their whole life. */
export type TallyKey = { of: TallyOf; id: string; day: string }

export type SectionSums = Record<SectionId, { ms: number; readings: number }>
/** 'h20': from 20:00 to 21:00 in Asia/Shanghai. */
export type HourKey = `h${number}`
export const hourKey = (hour: number): HourKey => `h${hour}`
/** apart: readings of those who are no readers, only their number. */
export type Sums = {
  readings: number
  deep: number
  ms: number
  apart: { staff: number; sharer: number; crawler: number }
  sections?: SectionSums // posts and cards only
  hours?: Record<HourKey, number> // cards only: readings by the hour and by the day they were opened
  days?: Record<Day, number>
}

/** The sums shown. `gone`: the part of them whose readings have been erased or have expired. */
export type Tally = { _id: string; batch: number } & TallyKey & Sums & { gone?: Sums }

/** What is to be added to one tally; numbers may be negative where a reading was counted as something else before. */
export type Addition = { key: TallyKey; sums: Sums }

export const tallyId = ({ of, id, day }: TallyKey): string => `${of}.${id}.${day}`

/** What of a reading goes into sums, as it stands. */
export const tallied = (reading: Pick<Reading, 'by' | 'openedAt' | 'lastAt' | 'sections' | 'named'>): Tallied => ({
  by: reading.by,
  day: dayOf(reading.openedAt),
  hour: hourOf(reading.openedAt),
  ms: totalMs(reading),
  deep: isDeepReading(reading),
  ...(reading.named && { named: true }),
  sections: reading.sections,
})

/** What the sums hold of a reading; null: nothing yet. */
export const countedOf = (
  reading: Pick<Reading, 'by' | 'openedAt' | 'lastAt' | 'sections' | 'named' | 'counted' | 'base'>,
): Tallied | null => (reading.counted === null ? (reading.base ?? null) : tallied(reading))

const noSums = (): Sums => ({ readings: 0, deep: 0, ms: 0, apart: { staff: 0, sharer: 0, crawler: 0 } })

/** What one reading adds to one tally. card: by hour and day as well. */
export const sumsOf = (one: Tallied, withSections: boolean, card = false): Sums => {
  const sums = noSums()
  if (one.by === 'erased') return sums
  if (one.by !== 'reader') {
    sums.apart[one.by] = 1
    return sums
  }
  Object.assign(sums, { readings: 1, deep: one.deep ? 1 : 0, ms: one.ms })
  if (card)
    Object.assign(sums, {
      days: { [one.day]: 1 },
      ...(one.hour !== undefined && { hours: { [hourKey(one.hour)]: 1 } }),
    })
  if (withSections || card) {
    sums.sections = {}
    for (const [id, ms] of Object.entries(one.sections) as [SectionId, number][])
      if (ms > 0) sums.sections[id] = { ms, readings: 1 }
  }
  return sums
}

const addCounts = <K extends string>(
  to: Record<K, number>,
  more: Record<K, number>,
  sign: 1 | -1,
): Record<K, number> => {
  for (const [name, n] of Object.entries(more) as [K, number][]) to[name] = (to[name] ?? 0) + sign * n
  return to
}

/** Adds in place. */
export const addSums = (to: Sums, more: Sums, sign: 1 | -1 = 1): void => {
  to.readings += sign * more.readings
  to.deep += sign * more.deep
  to.ms += sign * more.ms
  for (const by of ['staff', 'sharer', 'crawler'] as const) to.apart[by] += sign * more.apart[by]
  if (more.hours) to.hours = addCounts(to.hours ?? {}, more.hours, sign)
  if (more.days) to.days = addCounts(to.days ?? {}, more.days, sign)
  if (!more.sections) return
  const sections = to.sections ?? {}
  to.sections = sections
  for (const [id, { ms, readings }] of Object.entries(more.sections) as [
    SectionId,
    { ms: number; readings: number },
  ][]) {
    const had = sections[id] ?? { ms: 0, readings: 0 }
    sections[id] = { ms: had.ms + sign * ms, readings: had.readings + sign * readings }
  }
}

/** The numbers of sums that are not nothing, by their path: ['sections.s1.ms', 1200]. What is missing is nothing. */
export const leavesOf = (sums: Partial<Sums>): [path: string, n: number][] => {
  const { readings = 0, deep = 0, ms = 0 } = sums
  const apart: Record<string, number> = sums.apart ?? {}
  const leaves: [string, number][] = Object.entries({ readings, deep, ms })
  for (const [by, n] of Object.entries(apart)) leaves.push([`apart.${by}`, n])
  const sections: [string, Record<string, number>][] = Object.entries(sums.sections ?? {})
  for (const [id, one] of sections)
    for (const [name, n] of Object.entries(one)) leaves.push([`sections.${id}.${name}`, n])
  for (const [name, counts] of Object.entries({ hours: sums.hours ?? {}, days: sums.days ?? {} }))
    for (const [key, n] of Object.entries(counts)) leaves.push([`${name}.${key}`, n])
  return leaves.filter(([, n]) => n !== 0)
}

type Where = { postId: PostId; repId: MemberId | null; countedFor?: MemberId; token: ShareToken | null }

/** Sums are history: what was read for a rep who left stays hers. */
export const inSumsOf = ({ repId, countedFor }: Pick<Where, 'repId' | 'countedFor'>): MemberId | null =>
  countedFor ?? repId

/** Which tallies a reading counts in. Shares above it hear of readers only. */
const keysOf = (where: Where, path: readonly ShareToken[], one: Tallied): TallyKey[] => {
  const repId = inSumsOf(where)
  return [
    { of: 'post', id: where.postId, day: one.day },
    ...(repId === null ? [] : [{ of: 'rep' as const, id: repId, day: one.day }]),
    { of: 'all', id: '', day: one.day },
    ...(where.token === null ? [] : [{ of: 'share' as const, id: where.token, day: '' }]),
    ...(one.by === 'reader' ? path.map((id) => ({ of: 'under' as const, id, day: '' })) : []),
  ]
}

/**
 * Sums by tally, gathered from many readings. isCard: is this root share meant for no one in particular? Only of such a card,
 * and of all that hangs below it, sections, hours and days are summed: of a share for one contact they would tell of her.
 * It must say the same of a share for ever.
 */
export class Additions {
  private readonly all = new Map<string, Addition>()

  constructor(private readonly isCard: (root: ShareToken) => boolean = () => false) {}

  /** path: the shares above the reading's own. */
  add(where: Where, path: readonly ShareToken[], one: Tallied | null | undefined, sign: 1 | -1 = 1): void {
    if (!one) return
    const root = path[0] ?? where.token
    const card = root !== null && this.isCard(root)
    for (const key of keysOf(where, path, one)) {
      const id = tallyId(key)
      const addition = this.all.get(id) ?? { key, sums: noSums() }
      this.all.set(id, addition)
      addSums(addition.sums, sumsOf(one, key.of === 'post', card && key.id === root && key.day === ''), sign)
    }
  }

  /** A reading that is counted for the first time, or again because it has grown. */
  addGrowth(reading: Reading, path: readonly ShareToken[]): void {
    this.add(reading, path, tallied(reading))
    this.add(reading, path, reading.base, -1)
  }

  /** In the order of their ids, without those that add nothing. */
  list(): Addition[] {
    return [...this.all.entries()]
      .filter(([, { sums }]) => leavesOf(sums).length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, addition]) => addition)
  }
}

/** As many readings as make a batch worth its fixed cost. */
const BATCH_ENOUGH = 500
/** The longest a reading that has come to rest waits for others. */
export const BATCH_WAIT_MS = 600_000

/** Is it time to count? waiting: readings that came to rest and are not counted. isLong: one of them for BATCH_WAIT_MS. */
export const isBatchDue = ({ waiting, isLong }: { waiting: number; isLong: boolean }): boolean =>
  waiting >= BATCH_ENOUGH || (waiting > 0 && isLong)
