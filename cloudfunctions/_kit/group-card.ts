// In which WeChat group was a card opened? Known as a keyed hash only, of the group alone; nothing of who opened it is kept.
import { createHmac } from 'node:crypto'
import type { Caller } from '@shared/domain/access'
import { isOpenRoot, type Share } from '@shared/domain/share'
import { findGroup, findGroupByHash, meetGroup, putInGroup } from './data/groups'
import { personKey } from './settings'

const HASH_LENGTH = 22

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * The phone sends wx.getGroupEnterInfo's cloudID as `groupCard` beside our own fields, and WeChat puts what it stands for in
 * its place: {cloudID, data: {opengid}} (openGId in other answers of theirs); expired ones bring an error instead. What else WeChat says there (group_openid: who)
 * is not looked at. Believed from the mini program only.
 */
export const groupHashOf = (event: unknown, caller: Caller): string | null => {
  if (!('via' in caller) || caller.via !== 'mini' || !isObject(event)) return null
  const { groupCard } = event
  const data = isObject(groupCard) ? groupCard.data : null
  const openGId = isObject(data) ? (data.opengid ?? data.openGId) : null
  if (typeof openGId !== 'string' || openGId === '') return null
  // 'group:' keeps it apart from the hashes of persons, made with the same key
  return createHmac('sha256', personKey()).update(`group:${openGId}`).digest('base64url').slice(0, HASH_LENGTH)
}

/**
 * A rep's card was opened in a group. Sent into a group of hers that WeChat has not told us of yet, the group is known by it
 * from now on; sent without saying where, it counts to the group of hers that is known by it.
 */
export const openedInGroup = async (share: Share, hash: string): Promise<void> => {
  if (!isOpenRoot(share)) return
  const known = await findGroupByHash(share.repId, hash)
  if (!share.groupId) {
    if (known && known.archivedAt === null) await putInGroup(share._id, known._id)
    return
  }
  // the same card may have been sent on to another chat: a group once known stays what it is
  const group = known ? null : await findGroup(share.groupId)
  if (group?.repId === share.repId && group.hash === null && group.archivedAt === null) await meetGroup(group._id, hash)
}
