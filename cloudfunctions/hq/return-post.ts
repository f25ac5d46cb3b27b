// Not like this: given back to whoever handed it in, with what to change.
import { decideAs, mayDecide, reviewOf } from '@shared/domain/approval'
import { now } from '../_kit/clock'
import { findPost } from '../_kit/data/posts'
import { ensure, found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { actOn } from './audit-post'
import { doAudited } from './send-out'
import { showPost } from './show-post'

export const returnPost: Handler<'hq', 'post.return'> = async ({ postId, version, notes }, { caller: { member } }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  const { _id: by, name: byName } = member
  const before = reviewOf(post)
  if (before?.state === 'returned' && before.decidedBy === by && before.notes === notes) return showPost(post)
  ensure(mayDecide(post, { version, by }), 'version')
  const at = now()
  const review = decideAs(found(before, 'not-submitted'), { state: 'returned', notes }, { by, byName, at })
  const facts = { submittedBy: review.byName, notes }
  await doAudited(post, { review }, { act: actOn(post, 'post.returned', member, facts), at })
  return showPost({ ...post, review })
}
