// Which versions were taken back, why, and who of those who had saved one knows it? Each recall stays, whatever becomes of the post.
import { kitId, type MemberId, type PostId } from '@shared/domain/ids'
import type { Kit } from '@shared/domain/kit'
import { above, collection, raisedTo } from '../collection'

export type Recall = {
  _id: string // `${postId}.${version}`
  postId: PostId
  version: number
  title: string
  reason: string
  at: number
}

const recalls = collection<Recall>('recalls')
const kits = collection<Kit>('kits')

/** Far more than are taken back while it is still told. */
const TOLD_MAX = 60

const idOf = ({ postId, version }: Pick<Recall, 'postId' | 'version'>) => `${postId}.${version}`

/** Taken back again after it was put out again, it is told anew. */
export const keepRecall = (recall: Omit<Recall, '_id'>): Promise<void> => recalls.put({ _id: idOf(recall), ...recall })

export const findRecall = (postId: PostId, version: number): Promise<Recall | null> =>
  recalls.get(idOf({ postId, version }))

export const listRecallsSince = (since: number): Promise<Recall[]> =>
  recalls.find({ at: above(since) }, { order: [['at', 'desc']], limit: TOLD_MAX })

const SAID = ['postId', 'version', 'savedAt', 'postedAt', 'recallKnownAt'] as const

/** Her kits of these versions, as far as she saved or posted them. */
export const findSaved = async (of: readonly Recall[], repId: MemberId) => {
  const ids = of.map(({ postId, version }) => kitId(postId, version, repId))
  return (await kits.findMany(ids, SAID)).filter(({ savedAt, postedAt }) => savedAt !== null || postedAt !== null)
}

/** The last time she says so counts: it may be taken back twice. null: she has no such kit. */
export const keepKnown = async (id: string, at: number): Promise<number | null> => {
  await kits.change({ _id: id }, { recallKnownAt: raisedTo(at) })
  return (await kits.get(id))?.recallKnownAt ?? null
}

/** Of this version; known counts what was said since it was taken back. */
export const countTold = async ({ postId, version, at }: Recall) => {
  const [saved, posted, known] = await Promise.all([
    kits.count({ postId, version, savedAt: above(0) }),
    kits.count({ postId, version, postedAt: above(0) }),
    kits.count({ postId, version, recallKnownAt: above(at - 1) }),
  ])
  return { saved, posted, known }
}
