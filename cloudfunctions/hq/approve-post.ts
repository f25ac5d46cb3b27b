// A second person lets this very version out: what she approves are its words, its pictures and the texts the reps get.
import { decideAs, isApproved, mayDecide, reviewOf } from '@shared/domain/approval'
import { isOutAsAsked, publishAs } from '@shared/domain/post'
import { now } from '../_kit/clock'
import { findPost } from '../_kit/data/posts'
import { ensure, found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { actOn } from './audit-post'
import { doAudited, ensureReady, ensureSafe, keepAnswer, prepare } from './send-out'
import { showPost } from './show-post'

export const approvePost: Handler<'hq', 'post.approve'> = async (given, { checkTexts, caller: { member } }) => {
  const { postId, version, publishAt } = given
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  const { _id: by, name: byName } = member
  const before = reviewOf(post)
  if (isApproved(post) && before?.decidedBy === by && isOutAsAsked(post, { version, publishAt })) return showPost(post)
  ensure(mayDecide(post, { version, by }), 'version')
  const submitted = found(before, 'not-submitted')
  const at = now()
  const asked = { version, publishAt, signed: submitted.signed, reason: submitted.reason }
  await ensureReady(post, asked, at)
  await ensureSafe(post, checkTexts)
  const approver = { by, name: byName }
  await keepAnswer(post, { by: submitted.by, byName: submitted.byName, approver, asked, at })
  await prepare(post, at)
  const review = decideAs(submitted, { state: 'approved', notes: '' }, { by, byName, at })
  const change = { ...publishAs(publishAt, at), review, approved: { ...approver, version, at } }
  const facts = { publishAt, submittedBy: submitted.byName, signed: asked.signed.join(' '), reason: asked.reason }
  await doAudited(post, change, { act: actOn(post, 'post.approved', member, facts), at })
  return showPost({ ...post, ...change })
}
