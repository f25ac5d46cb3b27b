// A reader hands the article on, by WeChat's menu or in a browser: each time under a new token below the one she came by.
import type { PostId, ShareToken } from '@shared/domain/ids'
import { type Channel, readPath } from '@shared/domain/share'
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { copyText } from './clipboard'
import { mintShareToken } from './mint'
import { post } from './outbox'
import { recall, remember } from './storage'

/** token: the share she came by; null when she came without one, and then her share has no parent and is not counted. */
export type Shareable = { postId: PostId; token: ShareToken | null; title: string; imageUrl: string }

const MINTED_MAX = 100

/** Was this share made here? Then who opens it is the sharer herself, looking. */
export const isMintedHere = (token: ShareToken): boolean =>
  (recall<ShareToken[]>('ripple.minted') ?? []).includes(token)

/** A new share, written down now and sent in the background: WeChat never says whether she really sent it. */
const beginShare = ({ postId, token }: Shareable, channel: Channel): string => {
  if (token === null) return `/pages/read/index?p=${postId}`
  const child = mintShareToken()
  remember('ripple.minted', [...(recall<ShareToken[]>('ripple.minted') ?? []), child].slice(-MINTED_MAX))
  post('reader', 'share.record', { token: child, parentToken: token, channel })
  return readPath(postId, child)
}

/** null while there is nothing to share yet: the card then opens the bare page. */
export const useReaderShare = (article: Shareable | null): void => {
  useShareAppMessage(() =>
    article
      ? { title: article.title, path: beginShare(article, 'chat-card'), imageUrl: article.imageUrl }
      : { title: '', path: '/pages/read/index' },
  )
  useShareTimeline(() =>
    article
      ? {
          title: article.title,
          query: beginShare(article, 'timeline').split('?')[1] ?? '',
          imageUrl: article.imageUrl,
        }
      : { title: '' },
  )
}

export type Forwarded = 'shared' | 'copied' | 'cancelled' | 'failed'

/** In a browser: the system's share sheet where there is one, else the link in the clipboard. Only after her tap. */
export const forwardLink = async (article: Shareable): Promise<Forwarded> => {
  const { origin, pathname } = window.location
  const url = `${origin}${pathname}#${beginShare(article, 'link')}`
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title: article.title, url })
      return 'shared'
    } catch (error) {
      if ((error as { name?: string }).name === 'AbortError') return 'cancelled'
    }
  }
  return (await copyText(url)) ? 'copied' : 'failed'
}
