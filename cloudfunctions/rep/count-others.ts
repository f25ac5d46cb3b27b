// How many readings of her posts belong to nobody a rep may know? From sums, whatever their number: four requests.
import { type Anonymous, countAnonymous } from '@shared/domain/feed'
import type { MemberId, PostId, ShareToken } from '@shared/domain/ids'
import { SETTLED_AFTER_MS } from '@shared/domain/reading'
import { BATCH_WAIT_MS } from '@shared/domain/tally'
import {
  countKnown,
  findRootOf,
  findShareSums,
  listKnownCountable,
  listOpenRoots,
  listRecentCountable,
} from '../_kit/data/feed'

/** A reading is counted at the latest so long after it came to rest; a few minutes more for a job that was late. */
const RECENT_MS = SETTLED_AFTER_MS + BATCH_WAIT_MS + 300_000

const groupBy = <T>(all: readonly T[], keyOf: (one: T) => PostId | undefined): ((key: PostId) => T[]) => {
  const groups = new Map<PostId, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return (key) => groups.get(key) ?? []
}

export const countOthers = async (
  repId: MemberId,
  postIds: readonly PostId[],
  at: number,
): Promise<(postId: PostId) => Anonymous> => {
  const [shares, known, recent] = await Promise.all([
    listOpenRoots(repId, postIds),
    listKnownCountable(repId, postIds),
    listRecentCountable(repId, at - RECENT_MS),
  ])
  const roots = new Set(shares.map(({ _id }) => _id))
  const postOf = new Map<string, PostId>(shares.map(({ _id, postId }) => [_id, postId]))
  const readings = [...(known ?? []), ...recent]
  const deeper = readings.flatMap(({ token }): ShareToken[] => (token === null || roots.has(token) ? [] : [token]))
  const [sums, rootOf, less] = await Promise.all([
    findShareSums([...roots]),
    findRootOf(deeper),
    known === null ? countKnown(repId, postIds) : new Map<PostId, number>(),
  ])
  const sumsOfPost = groupBy(sums, ({ id }) => postOf.get(id))
  const readingsOfPost = groupBy(readings, ({ postId }) => postId)
  return (postId) =>
    countAnonymous({
      roots,
      rootOf,
      sums: sumsOfPost(postId),
      readings: readingsOfPost(postId),
      less: less.get(postId) ?? 0,
    })
}
