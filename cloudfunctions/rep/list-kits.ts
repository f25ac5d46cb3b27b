// What can she share today? The live posts for her store, newest first, with what she did with each.
import { filterMeant } from '../_kit/audience'
import { now } from '../_kit/clock'
import { findMarks } from '../_kit/data/kits'
import { listLivePosts } from '../_kit/data/posts'
import { signUrls } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { toMarks } from './mark-kit'
import { listTold } from './told-recalls'

const POSTS_MAX = 50
const THUMBS_MAX = 3

export const listKits: Handler<'rep', 'kit.list'> = async (_, { caller: { member } }) => {
  const live = await listLivePosts()
  const posts = (await filterMeant(member, live)).slice(0, POSTS_MAX)
  const thumbs = (images: (typeof posts)[number]['images']) => images.slice(0, THUMBS_MAX).map((i) => i.thumbFileId)
  const [marksOf, urlOf, recalled] = await Promise.all([
    findMarks(
      posts.map(({ _id, version }) => ({ postId: _id, version })),
      member._id,
    ),
    signUrls(posts.flatMap(({ images }) => thumbs(images))),
    listTold(member._id, live, now()),
  ])
  return {
    posts: posts.map(({ _id, version, article, column, publishedAt, images }) => ({
      postId: _id,
      version,
      title: article.title,
      column,
      publishedAt: publishedAt ?? 0,
      imageCount: images.length,
      thumbUrls: thumbs(images).map(urlOf),
      marks: toMarks(marksOf(_id)),
    })),
    recalled,
  }
}
