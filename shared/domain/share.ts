// How a post travels: one token per share, each with its parent.
import type { MemberId, PostId, ShareToken } from './ids'

export const CHANNELS = ['chat-card', 'poster', 'link', 'timeline'] as const
export type Channel = (typeof CHANNELS)[number]

export type Share = {
  _id: ShareToken
  postId: PostId
  repId: MemberId // the rep at the root of the chain
  parentToken: ShareToken | null
  depth: number // 0: shared by the rep herself
  channel: Channel
  by: 'rep' | 'reader'
  createdAt: number
}

/** The path a share card opens; short, because WeChat states no limit. */
export const readPath = (postId: PostId, token: ShareToken): string => `/pages/read/index?p=${postId}&t=${token}`

/** The share a rep starts a chain with. */
export const rootShare = (root: {
  token: ShareToken
  postId: PostId
  repId: MemberId
  channel: Channel
  at: number
}): Share => ({
  _id: root.token,
  postId: root.postId,
  repId: root.repId,
  parentToken: null,
  depth: 0,
  channel: root.channel,
  by: 'rep',
  createdAt: root.at,
})

/** Is it this rep's own share of this post? */
export const isRootOf = (share: Share, postId: PostId, repId: MemberId): boolean =>
  share.parentToken === null && share.postId === postId && share.repId === repId

/** A reader's share hangs below the one she came by; it stays with the same rep and post. */
export const childShare = (
  parent: Pick<Share, '_id' | 'postId' | 'repId' | 'depth'>,
  child: { token: ShareToken; channel: Channel; at: number },
): Share => ({
  _id: child.token,
  postId: parent.postId,
  repId: parent.repId,
  parentToken: parent._id,
  depth: parent.depth + 1,
  channel: child.channel,
  by: 'reader',
  createdAt: child.at,
})
