// What does she share of this post? Her own text, her own images, the card and the first comment.
import { mayTakeKit } from '@shared/domain/access'
import type { Kit } from '@shared/domain/kit'
import { excerptOf, type Post } from '@shared/domain/post'
import { findKit } from '../_kit/data/kits'
import { findStore } from '../_kit/data/members'
import { findPost } from '../_kit/data/posts'
import { ensure, found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { orNull, showImages } from '../_kit/show'
import { dealKit } from './deal-kit'
import { toMarks } from './mark-kit'
import { showWords } from './show-words'

const pairWithRecipes = async (post: Post, { recipes }: Kit) => {
  const show = await showImages([...post.images, post.article.cover])
  const images = post.images.flatMap((image, i) => {
    const recipe = recipes[i]
    return recipe ? [{ image: show(image), recipe }] : []
  })
  return { images, cover: orNull(post.article.cover, show) }
}

export const openKit: Handler<'rep', 'kit.open'> = async ({ postId }, { caller: { member } }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  ensure(mayTakeKit(member, post))
  const [dealt, store] = await Promise.all([findKit(postId, post.version, member._id), findStore(member.storeId)])
  const kit = dealt ?? (await dealKit(post, member))
  return {
    postId,
    version: post.version,
    title: post.article.title,
    ...showWords(kit, post, member),
    firstComment: post.firstComment,
    ...(await pairWithRecipes(post, kit)),
    card: { name: member.name, store: store?.name ?? '' },
    excerpt: excerptOf(post.article),
    marks: toMarks(kit),
  }
}
