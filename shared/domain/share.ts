// How a post travels: one token per share, each with its parent.
import type { ContactId, GroupId, MemberId, PersonId, PostId, ShareToken } from './ids'

export const CHANNELS = ['chat-card', 'poster', 'link', 'timeline'] as const
export type Channel = (typeof CHANNELS)[number]

export type Share = {
  _id: ShareToken
  postId: PostId
  repId: MemberId // the rep at the root of the chain
  parentToken: ShareToken | null
  path: ShareToken[] // the shares above it, the rep's own first; at most PATH_MAX of them
  depth: number // 0: shared by the rep herself
  contactId: ContactId | null // whom the rep meant it for
  groupId?: GroupId | null // into which of her groups she put it
  channel: Channel
  by: 'rep' | 'reader'
  personId?: PersonId | null // who passed it on; set only while she agrees to that for this rep
  createdAt: number
}

/** Whom a share was meant for is gone: it stays a card for one, and what came by it is told to nobody. No contact has this id. */
export const FOR_NOBODY = '.gone' as ContactId

/** Deeper shares count for the rep's own and the nearest ones only. */
export const PATH_MAX = 12

/** The path a share card opens; short, because WeChat states no limit. */
export const readPath = (postId: PostId, token: ShareToken): string => `/pages/read/index?p=${postId}&t=${token}`

/** The share a rep starts a chain with. */
export const rootShare = (root: {
  token: ShareToken
  postId: PostId
  repId: MemberId
  channel: Channel
  contactId: ContactId | null
  groupId?: GroupId | null
  at: number
}): Share => ({
  _id: root.token,
  postId: root.postId,
  repId: root.repId,
  parentToken: null,
  path: [],
  depth: 0,
  contactId: root.contactId,
  groupId: root.groupId ?? null,
  channel: root.channel,
  by: 'rep',
  createdAt: root.at,
})

/**
 * Is it a card of the rep's own that she meant for no one in particular? For ever so or never: one meant for a contact stays
 * meant for her (or FOR_NOBODY).
 */
export const isOpenRoot = (share: Pick<Share, 'depth' | 'contactId'>): boolean =>
  share.depth === 0 && share.contactId === null

/** Is it this rep's own share of this post? */
export const isRootOf = (share: Share, postId: PostId, repId: MemberId): boolean =>
  share.parentToken === null && share.postId === postId && share.repId === repId

const pathBelow = ({ path, _id }: Pick<Share, 'path' | '_id'>): ShareToken[] => {
  const whole = [...path, _id]
  const [root] = whole
  return whole.length <= PATH_MAX || root === undefined ? whole : [root, ...whole.slice(1 - PATH_MAX)]
}

/** A reader's share hangs below the one she came by; it stays with the same rep and post. */
export const childShare = (
  parent: Pick<Share, '_id' | 'postId' | 'repId' | 'depth' | 'path'>,
  child: { token: ShareToken; channel: Channel; at: number; personId?: PersonId | null },
): Share => ({
  _id: child.token,
  postId: parent.postId,
  repId: parent.repId,
  parentToken: parent._id,
  path: pathBelow(parent),
  depth: parent.depth + 1,
  contactId: null,
  channel: child.channel,
  by: 'reader',
  personId: child.personId ?? null,
  createdAt: child.at,
})
