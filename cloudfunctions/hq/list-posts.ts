// What has HQ written? Every post, the last changed first.
import { reviewOf } from '@shared/domain/approval'
import { pagePosts } from '../_kit/data/posts'
import { signUrls } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { orNull } from '../_kit/show'

const PAGE = 30
const TEXT_SHOWN = 140

export const listPosts: Handler<'hq', 'post.list'> = async ({ cursor }) => {
  const { items, next } = await pagePosts(cursor, PAGE)
  const thumbs = items.map(({ images, article }) => (images[0] ?? article.cover)?.thumbFileId ?? null)
  const urlOf = await signUrls(thumbs.filter((thumb) => thumb !== null))
  return {
    posts: items.map((post, i) => ({
      postId: post._id,
      version: post.version,
      state: post.state,
      title: post.article.title,
      text: post.text.slice(0, TEXT_SHOWN),
      column: post.column,
      thumbUrl: orNull(thumbs[i] ?? null, urlOf),
      updatedAt: post.updatedAt,
      publishAt: post.publishAt,
      publishedAt: post.publishedAt,
      review: reviewOf(post)?.state ?? null,
    })),
    next,
  }
}
