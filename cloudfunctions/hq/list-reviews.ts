// Which posts wait for a second pair of eyes, which were given back, and which went out approved?
import type { ReviewRow } from '@shared/contracts/review'
import { isOwnWork } from '@shared/domain/approval'
import type { MemberId, PostId } from '@shared/domain/ids'
import type { Post } from '@shared/domain/post'
import { findRisks } from '@shared/domain/safety'
import { pageReviews } from '../_kit/data/reviews'
import { refusal } from '../_kit/errors'
import { signUrls } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { orNull } from '../_kit/show'
import { showReview } from './show-post'

const TEXT_SHOWN = 140

const readCursor = (cursor: string | undefined) => {
  if (cursor === undefined) return null
  const found = /^(\d{1,15})!([\w-]{1,40})$/.exec(cursor)
  if (!found?.[1] || !found[2]) throw refusal('bad-cursor', 'cursor')
  return { at: Number(found[1]), id: found[2] as PostId }
}

const showRow = (post: Post, thumbUrl: string | null, by: MemberId): ReviewRow[] => {
  const review = showReview(post)
  if (review === null) return [] // saved again since: that review is over
  return [
    {
      ...{ postId: post._id, version: post.version, title: post.article.title, column: post.column, thumbUrl, review },
      text: post.text.slice(0, TEXT_SHOWN),
      risks: findRisks(post).map(({ id, severity, where, word, why, article }) => ({
        ...{ id, severity, where, word, why, article },
      })),
      own: isOwnWork(post, by),
    },
  ]
}

export const listReviews: Handler<'hq', 'review.list'> = async ({ tab, cursor }, { caller: { member } }) => {
  const { items, next } = await pageReviews(tab, readCursor(cursor))
  const thumbs = items.map(({ images, article }) => (images[0] ?? article.cover)?.thumbFileId ?? null)
  const urlOf = await signUrls(thumbs.filter((thumb) => thumb !== null))
  return {
    reviews: items.flatMap((post, i) => showRow(post, orNull(thumbs[i] ?? null, urlOf), member._id)),
    next: next && `${next.at}!${next.id}`,
  }
}
