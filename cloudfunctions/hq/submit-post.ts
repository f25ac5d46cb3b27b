// A version is handed in: complete, and with somebody who answers for what is doubtful in it.
import { isSubmittedAs, maySubmit, submitAs } from '@shared/domain/approval'
import { now } from '../_kit/clock'
import { findPost } from '../_kit/data/posts'
import { ensure, found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { actOn } from './audit-post'
import { doAudited, ensureReady } from './send-out'
import { showPost } from './show-post'

export const submitPost: Handler<'hq', 'post.submit'> = async (asked, { caller: { member } }) => {
  const { postId, version, publishAt, signed, reason } = asked
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  const wish = { publishAt, signed, reason }
  if (isSubmittedAs(post, version, { ...wish, by: member._id })) return showPost(post)
  const at = now()
  ensure(maySubmit(post, version), 'version')
  await ensureReady(post, asked, at)
  const review = submitAs(post, wish, { by: member._id, byName: member.name, at })
  const facts = { publishAt, signed: signed.join(' '), reason }
  await doAudited(post, { review, withdrawnBy: null }, { act: actOn(post, 'post.submitted', member, facts), at })
  return showPost({ ...post, review })
}
