// Which of the posts she saved were taken back, and she has not said that she knows?
import type { Output } from '@shared/contracts'
import type { MemberId } from '@shared/domain/ids'
import type { Post } from '@shared/domain/post'
import { findSaved, listRecallsSince } from '../_kit/data/recalls'

/** Older than this nobody scrolls back to it. */
const TOLD_FOR_MS = 60 * 86_400_000

type Told = Output<'rep', 'kit.list'>['recalled']

/** Of what is out again as it was, nothing is told. */
export const listTold = async (
  repId: MemberId,
  live: readonly Pick<Post, '_id' | 'version'>[],
  now: number,
): Promise<Told> => {
  const isOut = new Set(live.map(({ _id, version }) => `${_id}.${version}`))
  const recalls = (await listRecallsSince(now - TOLD_FOR_MS)).filter(({ _id }) => !isOut.has(_id))
  const saved = new Map((await findSaved(recalls, repId)).map((kit) => [`${kit.postId}.${kit.version}`, kit]))
  return recalls.flatMap(({ _id, postId, version, title, reason, at }) => {
    const kit = saved.get(_id)
    if (!kit || (kit.recallKnownAt ?? 0) >= at) return []
    return [{ postId, version, title, reason, at, posted: kit.postedAt !== null }]
  })
}
