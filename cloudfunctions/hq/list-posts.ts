// What has HQ written? Every post, the last changed first.
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
    posts: items.map(({ _id, version, state, article, text, column, updatedAt, publishAt, publishedAt }, i) => ({
      postId: _id,
      version,
      state,
      title: article.title,
      text: text.slice(0, TEXT_SHOWN),
      column,
      thumbUrl: orNull(thumbs[i] ?? null, urlOf),
      updatedAt,
      publishAt,
      publishedAt,
    })),
    next,
  }
}
