// May a rep be told of this post by its id? Of one she passed on, also when it has been taken back; of one she may take now.
import type { PostId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { decideTaking } from './audience'
import { findPost } from './data/posts'
import { hasShared } from './data/shares'
import { refusal } from './errors'

/** Any other is as one that is not there: drafts have titles, too. */
export const ensureKnownPost = async (rep: Member, postId: PostId): Promise<void> => {
  if (await hasShared(rep._id, postId)) return
  const post = await findPost(postId)
  if (!post || !(await decideTaking(rep, post)).ok) throw refusal('no-such-post', 'postId')
}
