// Handing a post on as this rep: a token made at once, the share written down in the background.
import type { PostId, ShareToken } from '@shared/domain/ids'
import { type Channel, readPath } from '@shared/domain/share'
import { copyText } from '@/platform/clipboard'
import { mintShareToken } from '@/platform/mint'
import { deliver, post } from '@/platform/outbox'
import type { ShareCard } from '@/platform/share'

export type Shareable = { postId: string; title: string; imageUrl: string }

/** A share meant for one contact: written down before the card goes out, so that whoever opens it may be she. */
export type Bound = { token: ShareToken; contactId: string; recorded: boolean }

/** recorded false: no signal, it is delivered later. Throws CallError when the cloud says no. */
export const bindShare = async (postId: string, contactId: string): Promise<Bound> => {
  const token = mintShareToken()
  const channel: Channel = process.env.TARO_ENV === 'h5' ? 'link' : 'chat-card'
  const answer = await deliver(`share.${token}`, 'share.record', { token, postId, channel, contactId })
  return { token, contactId, recorded: answer !== null }
}

/** The same for a card into one of her groups; meant for no one contact. */
export const bindToGroup = async (
  postId: string,
  groupId: string,
): Promise<{ token: ShareToken; recorded: boolean }> => {
  const token = mintShareToken()
  const channel: Channel = process.env.TARO_ENV === 'h5' ? 'link' : 'chat-card'
  const answer = await deliver(`share.${token}`, 'share.record', { token, postId, channel, groupId })
  return { token, recorded: answer !== null }
}

/** Without signal it is delivered later; until then the reader is simply not hers yet. What is not taken is told on 我的. */
const writeDown = (postId: string, token: ShareToken, channel: Channel): void =>
  post('rep', 'share.record', { token, postId, channel })

/** The card of a chat message. WeChat wants the answer at once, so nothing is awaited. `bound`: of a share that is there. */
export const sendCard = ({ postId, title, imageUrl }: Shareable, bound?: string | null): ShareCard => {
  const token = bound ? (bound as ShareToken) : mintShareToken()
  if (!bound) writeDown(postId, token, 'chat-card')
  return { title, path: readPath(postId as PostId, token), imageUrl }
}

/** The address of the post in a browser, hers; copied when the browser lets us. */
export const copyLink = async (
  postId: string,
  readerUrl: string,
  bound?: ShareToken,
): Promise<{ link: string; copied: boolean }> => {
  const token = bound ?? mintShareToken()
  const link = `${readerUrl}/#${readPath(postId as PostId, token)}`
  const copied = await copyText(link)
  if (!bound) writeDown(postId, token, 'link')
  return { link, copied }
}
