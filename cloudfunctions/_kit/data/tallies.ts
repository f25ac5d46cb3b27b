// What do the sums say? Each tally remembers the last batch that added to it, so that no batch adds to it twice.
import {
  type Addition,
  leavesOf,
  type Sums,
  type Tally,
  type TallyKey,
  type TallyOf,
  tallyId,
} from '@shared/domain/tally'
import { above, addedTo, below, type Change, collection, FIND_MAX } from '../collection'

const tallies = collection<Tally>('tallies')

const NO_SUMS: Sums = { readings: 0, deep: 0, ms: 0, apart: { staff: 0, sharer: 0, crawler: 0 } }

/** sums: what is shown. gone: the part of it whose readings are no more. */
export type Place = 'sums' | 'gone'

const additionsTo = (place: Place, sums: Sums): Change<Tally> =>
  Object.fromEntries(leavesOf(sums).map(([path, n]) => [place === 'gone' ? `gone.${path}` : path, addedTo(n)]))

const created = ({ key, sums }: Addition, place: Place, batch: number): Tally => {
  const shown = place === 'sums' ? sums : NO_SUMS
  return { _id: tallyId(key), ...key, batch, ...shown, ...(place === 'gone' && { gone: sums }) }
}

/** Adds what a batch has for one tally, exactly once however often it is asked: batches are serial and their numbers grow. */
export const addToTally = async (addition: Addition, place: Place, batch: number): Promise<void> => {
  const _id = tallyId(addition.key)
  const change = { ...additionsTo(place, addition.sums), batch }
  const guard = { _id, batch: below(batch) }
  if (await tallies.change(guard, change)) return
  if (await tallies.insertIfAbsent(created(addition, place, batch))) return
  // it is there: this batch has been added already, or another instance of it made the tally just now
  await tallies.change(guard, change)
}

export const findTallies = (keys: readonly TallyKey[]): Promise<Tally[]> => tallies.findMany(keys.map(tallyId))

/** Of one post, one rep or all, from day to day, both included; oldest first. */
export const listTallies = (of: TallyOf, id: string, days: { from: string; to: string }): Promise<Tally[]> =>
  tallies.find(
    { of, id, day: (_) => _.gte(days.from).and(_.lte(days.to)) },
    { order: [['day', 'asc']], limit: FIND_MAX },
  )

/** All of them by _id, in portions; for who proves or moves sums. */
export const pageTallies = (after: string): Promise<Tally[]> =>
  tallies.find({ _id: above(after) }, { order: [['_id', 'asc']] })
