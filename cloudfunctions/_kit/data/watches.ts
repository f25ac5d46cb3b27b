// How far has a rep seen her feed, and how does she want to hear of it? One document per rep; changed only as it was seen.
import type { MemberId } from '@shared/domain/ids'
import { newWatch, type Watch } from '@shared/domain/notice'
import { type Change, collection, oneOf, raisedTo, upTo } from '../collection'

const watches = collection<Watch>('watches')

/** Two phones of one rep, or a phone and the job, may change it at once; each reads again when the other was faster. */
const TRIES = 5

export const findWatch = async (repId: MemberId): Promise<Watch> => (await watches.get(repId)) ?? newWatch(repId)

/** Seeing less than before changes nothing. Returns how far she has seen. */
export const raiseSeen = async (repId: MemberId, at: number): Promise<number> => {
  const raise = () => watches.change({ _id: repId }, { seenAt: raisedTo(at) })
  if (!(await raise()) && !(await watches.insertIfAbsent({ ...newWatch(repId), seenAt: at }))) await raise()
  return (await findWatch(repId)).seenAt
}

/** False when it is no longer as it was seen. `seenAt` goes its own way. */
const saveWatch = ({ _id, rev }: Watch, { _id: _, rev: __, seenAt: ___, ...after }: Watch): Promise<boolean> =>
  moveWatch({ _id, rev }, after)

/** Applies a rule to her watch, again from the start when someone was faster; null when it never got through. */
export const changeWatch = async (repId: MemberId, rule: (watch: Watch) => Watch): Promise<Watch | null> => {
  for (let left = TRIES; left > 0; left--) {
    const before = await watches.get(repId)
    const after = rule(before ?? newWatch(repId))
    if (before === null ? await watches.insertIfAbsent(after) : await saveWatch(before, after)) return after
  }
  return null
}

/** Those whose turn it is, the longest waiting first. */
export const listWaitingReps = async (now: number, limit: number): Promise<MemberId[]> => {
  const asked = { order: [['waitingSince', 'asc']], limit, fields: ['_id'] } as const
  return (await watches.find({ waitingSince: upTo(now) }, asked)).map(({ _id }) => _id)
}

/** How many are to be looked at, and since when the one that waits longest. */
export const countWaitingReps = (now: number): Promise<number> => watches.count({ waitingSince: upTo(now) })
export const longestWaiting = async (now: number): Promise<number | null> => {
  const asked = { order: [['waitingSince', 'asc']], limit: 1, fields: ['waitingSince'] } as const
  return (await watches.find({ waitingSince: upTo(now) }, asked))[0]?.waitingSince ?? null
}

/** Those whose morning it is, the longest waiting first. */
export const listDigestReps = async (now: number, limit: number): Promise<MemberId[]> => {
  const asked = { order: [['digestAt', 'asc']], limit, fields: ['_id'] } as const
  return (await watches.find({ digestAt: upTo(now) }, asked)).map(({ _id }) => _id)
}

export const findWatches = (repIds: readonly MemberId[]): Promise<Watch[]> => watches.findMany(repIds)

/** They have been looked at, and nothing was there: the others' turn. */
export const postponeWatches = async (repIds: readonly MemberId[], until: number): Promise<void> => {
  if (repIds.length) await watches.change({ _id: oneOf(repIds) }, { waitingSince: raisedTo(until) })
}

/** What the job found out; false when she changed something meanwhile. */
export const moveWatch = async ({ _id, rev }: Pick<Watch, '_id' | 'rev'>, change: Partial<Watch>): Promise<boolean> =>
  (await watches.change({ _id, rev }, { ...(change as Change<Watch>), rev: rev + 1 })) > 0
