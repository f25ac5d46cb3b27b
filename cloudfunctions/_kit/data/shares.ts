// Which share led here? Where a share hangs never changes, so a warm function asks the database once for each.
import type { ContactId, MemberId, PersonId, PostId, ShareToken } from '@shared/domain/ids'
import { FOR_NOBODY, type Share } from '@shared/domain/share'
import { above, below, collection, FIND_MAX } from '../collection'
import { pageOldest } from '../page'

const shares = collection<Share>('shares')

const REMEMBERED_MAX = 5_000
const remembered = new Map<ShareToken, Share>()

/** Without who passed it on: that she may take back at any moment. */
const remember = ({ personId: _, ...share }: Share): Share => {
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(share._id, share)
  return share
}

export const findShare = async (token: ShareToken): Promise<Share | null> => {
  const known = remembered.get(token)
  if (known) return known
  const share = await shares.get(token)
  return share && remember(share)
}

/** By token; those that never were are not there. */
export const findShares = async (tokens: readonly ShareToken[]): Promise<Map<ShareToken, Share>> => {
  const found = new Map<ShareToken, Share>()
  const unknown = new Set<ShareToken>()
  for (const token of tokens) {
    const share = remembered.get(token)
    if (share) found.set(token, share)
    else unknown.add(token)
  }
  const asked = [...unknown]
  for (let from = 0; from < asked.length; from += FIND_MAX)
    for (const share of await shares.findMany(asked.slice(from, from + FIND_MAX))) found.set(share._id, remember(share))
  return found
}

/** The share of that token as it is stored: the one given, or the one that was there first. */
export const keepShare = async (share: Share): Promise<Share> => {
  const stored = remembered.get(share._id)
  if (stored) return stored
  if (await shares.insertIfAbsent(share)) return remember(share)
  return (await findShare(share._id)) ?? share
}

/** The contact they were meant for is gone. */
export const unbindShares = async (repId: MemberId, contactId: ContactId): Promise<void> => {
  if (await shares.change({ repId, contactId }, { contactId: FOR_NOBODY })) remembered.clear()
}

/** Cards that a rep sent to one contact each, as far as the platform gives them at once. */
export const listBoundRoots = (repId: MemberId): Promise<Pick<Share, '_id' | 'contactId' | 'postId' | 'createdAt'>[]> =>
  shares.find({ repId, depth: 0, contactId: above('') }, { fields: ['contactId', 'postId', 'createdAt'] })

/** Of these, those to one contact. */
export const listRootsTo = (repId: MemberId, contactId: ContactId): ReturnType<typeof listBoundRoots> =>
  shares.find({ repId, depth: 0, contactId }, { fields: ['contactId', 'postId', 'createdAt'] })

/** Her own cards and posters, as many as are asked for, in no order that means anything. */
export const listRoots = async (repId: MemberId, limit: number): Promise<ShareToken[]> =>
  (await shares.find({ repId, depth: 0 }, { limit, fields: ['_id'] })).map(({ _id }) => _id)

/** They stay, as nobody's. */
export const detachSharesFrom = (repId: MemberId, personId: PersonId): Promise<number> =>
  shares.change({ personId, repId }, { personId: null })

export const detachShares = (personId: PersonId): Promise<number> => shares.change({ personId }, { personId: null })

/** They have been hers as long as people were told. */
export const detachSharesBefore = (at: number): Promise<number> =>
  shares.change({ personId: above(''), createdAt: below(at) }, { personId: null })

export const hasShared = async (repId: MemberId, postId: PostId): Promise<boolean> =>
  (await shares.find({ repId, postId }, { limit: 1, fields: ['postId'] })).length > 0

export const countSharesBy = (repId: MemberId, personId: PersonId): Promise<number> => shares.count({ personId, repId })

const SPREADING = ['postId', 'repId', 'parentToken', 'personId', 'channel', 'createdAt'] as const
export type SpreadingShare = Pick<Share, (typeof SPREADING)[number] | '_id'>

/** Of one rep, the oldest first, as they are stored now; how many come at once. */
export const pageSharesAfter = (
  repId: MemberId,
  { at, id, size }: { at: number; id: string; size: number },
): Promise<SpreadingShare[]> => pageOldest(shares, { repId }, { by: 'createdAt', at, id, size, fields: SPREADING })
