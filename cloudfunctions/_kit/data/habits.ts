// How many came to a column at its hour? A document for each store and month, and one for the firm, by day and column.
import type { Runs } from '@shared/domain/habit'
import type { ColumnId, StoreId, TeamId } from '@shared/domain/ids'
import type { Reader } from '@shared/domain/reader'
import { type TeamKey, teamKey } from '@shared/domain/work-buckets'
import { monthOf } from '@shared/domain/work-span'
import type { Command } from '../cloud'
import { type Change, collection } from '../collection'

type DayKey = `d${string}`
type ColumnKey = `c${string}`
export const dayKey = (day: string): DayKey => `d${day}`
export const columnKey = (id: ColumnId): ColumnKey => `c${id}`
type ByTime<T> = Record<DayKey, Record<ColumnKey, T>>

/**
 * _id is `habits.${storeId}.${month}`; the firm's has storeId ''. came: by where their reps work, in the firm's over all.
 * teams: only a store's. times: only the firm's: at which hour of each day the column was ('08:00').
 */
export type HabitMonth = {
  _id: string
  of: 'habits'
  id: StoreId | ''
  day: string
  times?: ByTime<string>
  came: ByTime<Runs>
  teams?: ByTime<Record<TeamKey, Runs>>
}
const habits = collection<HabitMonth>('worksums')
const idOf = (id: StoreId | '', month: string): string => `habits.${id}.${month}`

/** Who came to one column at one time, of one store or of the firm. */
export type HabitTime = {
  columnId: ColumnId
  day: string
  time?: string
  came: Runs
  teams?: Record<TeamId, Runs>
}

const set = (value: unknown) => (_: Command) => _.set(value)

const changeOf = (times: readonly HabitTime[]): Change<HabitMonth> =>
  Object.fromEntries(
    times.flatMap(({ columnId, day, time, came, teams }) => {
      const at = `${dayKey(day)}.${columnKey(columnId)}`
      const own = Object.entries(teams ?? {}).map(([id, runs]) => [teamKey(id as TeamId), runs])
      return [
        [`came.${at}`, set(came)],
        ...(time === undefined ? [] : [[`times.${at}`, time]]),
        ...(teams === undefined ? [] : [[`teams.${at}`, set(Object.fromEntries(own))]]),
      ]
    }),
  )

/** Each of these times as it is now, in place of what was said of it before; a store to which nobody came gets no document. */
export const putHabits = async (id: StoreId | '', times: readonly HabitTime[]): Promise<void> => {
  for (const month of new Set(times.map(({ day }) => monthOf(day)))) {
    const own = times.filter(({ day }) => monthOf(day) === month)
    const [_id, change] = [idOf(id, month), changeOf(own)]
    if (await habits.change({ _id }, change)) continue
    if (id !== '' && own.every(({ came }) => came.length === 0)) continue
    await habits.insertIfAbsent({ _id, of: 'habits', id, day: month, came: {} })
    await habits.change({ _id }, change)
  }
}

/** Of some 8 columns a month has up to 7 KB without its teams; a reply holds 1 MB. */
const PORTION = 40
type Part = 'times' | 'came' | 'teams'

export const listHabits = async <K extends Part>(
  ids: readonly (StoreId | '')[],
  months: readonly string[],
  fields: readonly K[],
): Promise<Pick<HabitMonth, K>[]> => {
  const all = months.flatMap((month) => ids.map((id) => idOf(id, month)))
  const portions = Array.from({ length: Math.ceil(all.length / PORTION) }, (_, n) =>
    habits.findMany<K>(all.slice(n * PORTION, (n + 1) * PORTION), fields),
  )
  return (await Promise.all(portions)).flat()
}

const readers = collection<Reader>('readers')
export type ReaderRead = Pick<Reader, '_id' | 'repId' | 'personId' | 'lastReadAt' | 'entries'>
/** A profile has up to some 20 KB. */
const READERS_AT_ONCE = 40

/** Some of those who have read since, in the order of when; ones of that very instant may come again. */
export const listReadSince = (at: number): Promise<ReaderRead[]> =>
  readers.find(
    { lastReadAt: (_) => _.gte(at) },
    { order: [['lastReadAt', 'asc']], limit: READERS_AT_ONCE, fields: ['repId', 'personId', 'lastReadAt', 'entries'] },
  )
