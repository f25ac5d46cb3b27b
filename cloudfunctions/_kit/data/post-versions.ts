// What did a post say before? Every save of it, by version number; written once, never changed but for `out`.
import type { Parsed } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import { SAVES_KEPT, type SaveHead, spareSaves } from '@shared/domain/version'
import { below, collection, oneOf } from '../collection'

export type PostVersion = SaveHead & {
  _id: string // `${postId}.${version}`
  postId: PostId
  draft: Parsed<'hq', 'post.save'>['draft'] // as the editor wrote it: images by their ids
}

const versions = collection<PostVersion>('postversions')
const idOf = (postId: PostId, version: number): string => `${postId}.${version}`

export const findVersion = (postId: PostId, version: number): Promise<PostVersion | null> =>
  versions.get(idOf(postId, version))

/** As it is kept: the first word on a version counts. */
export const keepVersion = async (save: Omit<PostVersion, '_id'>): Promise<PostVersion> => {
  const doc = { _id: idOf(save.postId, save.version), ...save }
  return (await versions.insertIfAbsent(doc)) ? doc : ((await versions.get(doc._id)) ?? doc)
}

export const markOut = async (postId: PostId, version: number): Promise<void> => {
  await versions.change({ _id: idOf(postId, version) }, { out: true })
}

const HEAD = ['version', 'byId', 'byName', 'at', 'run', 'runAt', 'out', 'restoredFrom', 'changes'] as const

/** Newest first, without what they say. */
export const listSaves = (postId: PostId, before: number, limit: number): Promise<SaveHead[]> =>
  versions.find({ postId, version: below(before) }, { order: [['version', 'desc']], limit, fields: HEAD })

/** What nobody may read any more goes out of every version; repeatable. */
export const stripVersions = async (
  postId: PostId,
  strip: (draft: PostVersion['draft']) => PostVersion['draft'],
): Promise<void> => {
  const heads = await versions.find({ postId }, { order: [['version', 'desc']], fields: ['version'] })
  for (const { _id } of heads) {
    const one = await versions.get(_id)
    if (one) await versions.change({ _id }, { draft: strip(one.draft) })
  }
}

/** Far more saves than SAVES_KEPT and a post's runs together. */
const HEADS_MAX = 1_000

/** Lets go what need not be kept any more; how many that were. */
export const dropSpareSaves = async (postId: PostId, newest: number): Promise<number> => {
  if (newest <= SAVES_KEPT) return 0
  const spare = spareSaves(await listSaves(postId, newest + 1, HEADS_MAX))
  return spare.length ? versions.remove({ _id: oneOf(spare.map((version) => idOf(postId, version))) }) : 0
}
