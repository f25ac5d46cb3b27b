// Handing a post on as this rep: a token made at once, the share written down in the background.
import type { PostId, ShareToken } from '@shared/domain/ids'
import { type Channel, readPath } from '@shared/domain/share'
import { copyText } from '@/platform/clipboard'
import { mintShareToken } from '@/platform/mint'
import { deliver } from '@/platform/outbox'
import type { ShareCard } from '@/platform/share'

export type Shareable = { postId: string; title: string; imageUrl: string }

/** Without signal it is delivered later; until then the reader is simply not hers yet. */
const writeDown = (postId: string, token: ShareToken, channel: Channel): void => {
  void deliver(`share.${token}`, 'share.record', { token, postId, channel }).catch(() => undefined)
}

/** The card of a chat message. WeChat wants the answer at once, so nothing is awaited. */
export const sendCard = ({ postId, title, imageUrl }: Shareable): ShareCard => {
  const token = mintShareToken()
  writeDown(postId, token, 'chat-card')
  return { title, path: readPath(postId as PostId, token), imageUrl }
}

/** The address of the post in a browser, hers; copied when the browser lets us. */
export const copyLink = async (postId: string, readerUrl: string): Promise<{ link: string; copied: boolean }> => {
  const token = mintShareToken()
  const link = `${readerUrl}/#${readPath(postId as PostId, token)}`
  const copied = await copyText(link)
  writeDown(postId, token, 'link')
  return { link, copied }
}
