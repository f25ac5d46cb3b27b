// Which share led here? Shares never change, so a warm function asks the database once for each.
import type { ShareToken } from '@shared/domain/ids'
import type { Share } from '@shared/domain/share'
import { collection } from '../collection'

const shares = collection<Share>('shares')

const REMEMBERED_MAX = 5_000
const remembered = new Map<ShareToken, Share>()

const remember = (share: Share): Share => {
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

/** The share of that token as it is stored: the one given, or the one that was there first. */
export const keepShare = async (share: Share): Promise<Share> => {
  const stored = remembered.get(share._id)
  if (stored) return stored
  if (await shares.insertIfAbsent(share)) return remember(share)
  return (await findShare(share._id)) ?? share
}
