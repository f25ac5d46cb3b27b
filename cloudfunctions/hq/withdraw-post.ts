// Not yet, after all: whoever handed it in takes it back before anybody has decided.
import { mayWithdraw, reviewOf, withdrawAs } from '@shared/domain/approval'
import { now } from '../_kit/clock'
import { findPost } from '../_kit/data/posts'
import { ensure, found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { actOn } from './audit-post'
import { doAudited } from './send-out'
import { showPost } from './show-post'

export const withdrawPost: Handler<'hq', 'post.withdraw'> = async ({ postId, version }, { caller: { member } }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (post.version === version && post.withdrawnBy === member._id && reviewOf(post)?.state !== 'submitted')
    return showPost(post)
  ensure(mayWithdraw(post, { version, by: member._id }), 'version')
  const at = now()
  const change = { review: withdrawAs(post), withdrawnBy: member._id }
  const facts = { submittedBy: post.review?.byName ?? '' }
  await doAudited(post, change, { act: actOn(post, 'post.withdrawn', member, facts), at })
  return showPost({ ...post, ...change })
}
