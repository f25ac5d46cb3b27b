// What does she share of this post? Her own text, her own pictures, the card and the first comment.
import type { Kit } from '@shared/domain/kit'
import type { Member, Store } from '@shared/domain/member'
import { excerptOf, type Post } from '@shared/domain/post'
import { shownCredit } from '@shared/domain/submission-post'
import { decideTaking } from '../_kit/audience'
import { findKit } from '../_kit/data/kits'
import { findStore } from '../_kit/data/members'
import { findPost } from '../_kit/data/posts'
import { ownPicturesOf } from '../_kit/deal-pictures'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { orNull, showImages } from '../_kit/show'
import { showAvatar } from '../_kit/show-avatar'
import { dealKit } from './deal-kit'
import { toMarks } from './mark-kit'
import { showPictures } from './show-pictures'
import { showWords } from './show-words'

const showCard = async ({ name, avatarId }: Member, store: Store | null) => ({
  name,
  store: store?.name ?? '',
  avatar: await showAvatar(avatarId),
})

/** Who has it is told why it is gone; nobody else learns more than that it is. */
const ensureNotTakenBack = (post: Post, kit: Kit | null): void => {
  if (post.state === 'recalled' && kit) throw refusal('kit-recalled', 'postId', post.recallReason)
}

export const openKit: Handler<'rep', 'kit.open'> = async ({ postId }, { caller: { member } }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  const [dealt, store] = await Promise.all([findKit(postId, post.version, member._id), findStore(member.storeId)])
  ensureNotTakenBack(post, dealt)
  ensure(await decideTaking(member, post))
  const kit = dealt ?? (await dealKit(post, member))
  const pictures = await ownPicturesOf(kit, post, member)
  const { cover } = post.article
  return {
    postId,
    version: post.version,
    title: post.article.title,
    ...showWords(kit, post, member),
    firstComment: post.firstComment,
    credit: shownCredit(post),
    ...(await showPictures(post, pictures, kit)),
    cover: orNull(cover, await showImages([cover])),
    card: await showCard(member, store),
    excerpt: excerptOf(post.article),
    marks: toMarks(kit),
  }
}
