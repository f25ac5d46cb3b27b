// Which groups does a rep keep, and which cards were sent there? Changed only as they were seen.
import type { Group } from '@shared/domain/group'
import type { GroupId, MemberId, ShareToken } from '@shared/domain/ids'
import { GROUPS_MAX } from '@shared/domain/limits'
import type { Share } from '@shared/domain/share'
import { collection } from '../collection'
import { refusal } from '../errors'

const groups = collection<Group>('groups')
const shares = collection<Share>('shares')

const TRIES = 5 // so many times another phone may be faster
/** More than half a year of a card a day is not looked at. */
const CARDS_MAX = 200

export type GroupChange = Partial<Omit<Group, '_id' | 'repId' | 'rev'>>

export const findGroup = (id: GroupId): Promise<Group | null> => groups.get(id)

/** All of hers, the latest first. */
export const listGroupsOf = (repId: MemberId): Promise<Group[]> =>
  groups.find({ repId }, { order: [['createdAt', 'desc']], limit: 2 * GROUPS_MAX })

/** False when one of that id is there. */
export const insertGroup = (group: Group): Promise<boolean> => groups.insertIfAbsent(group)

/**
 * The group after `change`, which is asked again with what stands there whenever another write was faster. Changes by null:
 * nothing is written.
 */
export const reviseGroup = async (group: Group, change: (group: Group) => GroupChange | null): Promise<Group> => {
  for (let [seen, tries] = [group, 0]; tries < TRIES; tries++) {
    const to = change(seen)
    if (to === null) return seen
    const { _id, rev } = seen
    if (await groups.change({ _id, rev }, { ...to, rev: rev + 1 })) return { ...seen, ...to, rev: rev + 1 }
    seen = (await findGroup(_id)) ?? seen
  }
  throw refusal('busy', 'groupId')
}

/** Hers that WeChat knows by this hash; the one she made first. */
export const findGroupByHash = async (repId: MemberId, hash: string): Promise<Group | null> =>
  (await groups.find({ repId, hash }, { limit: GROUPS_MAX })).sort((a, b) => a.createdAt - b.createdAt)[0] ?? null

/** False when it has one, or is gone. */
export const meetGroup = async (id: GroupId, hash: string): Promise<boolean> =>
  (await groups.change({ _id: id, hash: null }, { hash })) > 0

/** The cards sent there, the latest first. */
export const listCards = (groupId: GroupId): Promise<Pick<Share, '_id' | 'postId' | 'createdAt'>[]> =>
  shares.find({ groupId }, { order: [['createdAt', 'desc']], limit: CARDS_MAX, fields: ['postId', 'createdAt'] })

/** It was opened there: from now on it is one of that group's. False when it is already another's. */
export const putInGroup = async (token: ShareToken, groupId: GroupId): Promise<boolean> =>
  (await shares.change({ _id: token, groupId: null, contactId: null }, { groupId })) > 0
