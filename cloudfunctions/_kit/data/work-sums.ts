// What do the sums of work say? Like tallies, each remembers the last batch that added to it, so that no batch adds twice.
import type { MemberId, PostId, StoreId } from '@shared/domain/ids'
import { type BucketRows, bucketsOf, storeKey, teamKey, type Within } from '@shared/domain/work-buckets'
import type { Grain } from '@shared/domain/work-span'
import {
  type Bucketed,
  type WorkAddition,
  type WorkKey,
  type WorkSum,
  type WorkSums,
  workId,
} from '@shared/domain/work-sums'
import type { Command } from '../cloud'
import { above, addedTo, below, type Change, collection, EVERYTHING, FIND_MAX, oneOf } from '../collection'
import type { Place } from './tallies'

const sums = collection<WorkSum>('worksums')

/** _id is `due.${repId}.`: her kits or talks have changed since they were summed. batch 0: nobody is at it. */
type Due = { _id: string; of: 'due'; id: MemberId; day: ''; batch: number }
const due = collection<Due>('worksums')

const additionsTo = (place: Place, { leaves, keep = {} }: WorkAddition): Change<WorkSum> => ({
  ...Object.fromEntries(leaves.map(({ at, n }) => [place === 'gone' ? `gone.${at}` : at, addedTo(n)])),
  ...Object.fromEntries(Object.entries(keep).map(([name, held]) => [`held.${name}`, (_: Command) => _.set(held)])),
})

const nested = (leaves: WorkAddition['leaves']): WorkSums => {
  const whole: Record<string, unknown> = {}
  for (const { at, n } of leaves) {
    const path = at.split('.')
    const last = path.pop() ?? ''
    let inner = whole
    for (const name of path) {
      inner[name] ??= {}
      inner = inner[name] as Record<string, unknown>
    }
    inner[last] = n
  }
  return whole
}

const created = ({ work, leaves, keep }: WorkAddition, place: Place, batch: number): WorkSum => ({
  ...{ _id: workId(work), ...work, batch },
  ...(place === 'gone' ? { gone: nested(leaves) } : nested(leaves)),
  ...(keep && { held: keep }),
})

/** As addToTally: exactly once, however often it is asked. */
export const addToWork = async (addition: WorkAddition, place: Place, batch: number): Promise<void> => {
  const _id = workId(addition.work)
  const change = { ...additionsTo(place, addition), batch }
  const guard = { _id, batch: below(batch) }
  if (await sums.change(guard, change)) return
  if (await sums.insertIfAbsent(created(addition, place, batch))) return
  await sums.change(guard, change)
}

/** After her kits or talks have been stored: whoever repeats what failed says it again. */
export const noteWork = (repId: MemberId): Promise<void> =>
  due.put({ _id: `due.${repId}.`, of: 'due', id: repId, day: '', batch: 0 })

export const countDue = (): Promise<number> => due.count({ of: 'due', batch: 0 })

/** Some of the reps become part of the batch. */
export const claimDue = async (batch: number, limit: number): Promise<MemberId[]> => {
  const waiting = await due.find({ of: 'due', batch: 0 }, { limit, fields: ['id'] })
  const ids = waiting.map(({ _id }) => _id)
  if (ids.length) await due.change({ _id: oneOf(ids), batch: 0 }, { batch })
  return (await due.find({ of: 'due', batch }, { fields: ['id'] })).map(({ id }) => id)
}

export const releaseDue = (batch: number): Promise<number> => due.change({ of: 'due', batch }, { batch: 0 })
/** Those of whom something came in the meantime stay. */
export const removeDue = (batch: number): Promise<number> => due.remove({ of: 'due', batch })

export const findWork = <K extends keyof WorkSum = keyof WorkSum>(
  keys: readonly WorkKey[],
  fields?: readonly K[],
): Promise<Pick<WorkSum, K | '_id'>[]> => sums.findMany<K>(keys.map(workId), fields)

/** So many at once that none comes near the platform's 1 MB a reply: a store's hours of a month have up to 6 KB. */
const PORTION = 150
/** Of a firm of 3,000 stores a bucket has up to 30 KB of stores, 60 KB of teams, 100 KB of reps. */
const BUCKET_PORTION: Record<Bucketed, number> = { stores: 16, teams: 8, reps: 8 }
const ROWS = { stores: 'ofStores', teams: 'ofTeams', reps: 'ofReps' } as const satisfies Record<Bucketed, string>

const inPortions = async <T>(
  ids: readonly string[],
  find: (some: string[]) => Promise<T[]>,
  size = PORTION,
): Promise<T[]> => {
  const portions = Array.from({ length: Math.ceil(ids.length / size) }, (_, n) =>
    find(ids.slice(n * size, (n + 1) * size)),
  )
  return (await Promise.all(portions)).flat()
}

export type Period = { grain: Grain; days: readonly string[] }
type Seen = Within & { isWhole: boolean }

/** Of whoever sees a part of the firm, only its rows leave the database. */
const rowsOf = (of: Bucketed, { isWhole, storeIds, teamId }: Seen): string[] => {
  if (isWhole) return [ROWS[of]]
  return storeIds.map((id) => `${ROWS[of]}.${storeKey(id)}${teamId === null ? '' : `.${teamKey(teamId)}`}`)
}

/** Counts of what is within, at these times; storesIn, teamsIn and repsIn (work-buckets.ts) read them. */
export const listBuckets = (of: Bucketed, { grain, days }: Period, within: Seen): Promise<BucketRows[]> => {
  const ids = days.flatMap((day) =>
    bucketsOf(within.storeIds).map((id) => workId({ of: `${of}-${grain}` as const, id, day })),
  )
  const fields = rowsOf(of, within) as string[] as (keyof BucketRows)[]
  return inPortions(ids, (some) => sums.findMany(some, fields), BUCKET_PORTION[of])
}

/** Hours of these stores (and of none, ''), at these times. */
export const listHours = <K extends keyof WorkSum>(
  { grain, days }: Period,
  storeIds: readonly (StoreId | '')[],
  fields: readonly K[],
): Promise<Pick<WorkSum, K | '_id'>[]> => {
  const ids = days.flatMap((day) => storeIds.map((id) => workId({ of: `hours-${grain}` as const, id, day })))
  return inPortions(ids, (some) => sums.findMany<K>(some, fields))
}

export const listOfPost = <K extends keyof WorkSum>(
  postIds: readonly PostId[],
  storeIds: readonly (StoreId | '')[],
  fields: readonly K[],
): Promise<Pick<WorkSum, K | '_id'>[]> => {
  const ids = postIds.flatMap((post) =>
    storeIds.map((id) => workId({ of: 'post-store', id: `${post}~${id}`, day: '' })),
  )
  return inPortions(ids, (some) => sums.findMany<K>(some, fields))
}

/** All of them by _id, in portions; for who proves them. */
export const pageWork = (after: string): Promise<WorkSum[]> =>
  sums.find(after ? { _id: above(after) } : EVERYTHING, { order: [['_id', 'asc']], limit: FIND_MAX / 4 })
