// May it go out, now or at its time, by this editor alone? Where there is a risk somebody else has to approve it first.
import { mayGoAlone } from '@shared/domain/approval'
import { isOutAsAsked, publishAs } from '@shared/domain/post'
import { findRisks } from '@shared/domain/safety'
import { now } from '../_kit/clock'
import { findPost } from '../_kit/data/posts'
import { ensure, found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { actOn } from './audit-post'
import { doAudited, ensureReady, ensureSafe, keepAnswer, prepare } from './send-out'
import { showPost } from './show-post'

export const publishPost: Handler<'hq', 'post.publish'> = async (asked, { checkTexts, caller: { member } }) => {
  const { postId, version, publishAt, signed, reason } = asked
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (isOutAsAsked(post, { version, publishAt })) return showPost(post)
  const at = now()
  await ensureReady(post, asked, at)
  ensure(mayGoAlone(post, findRisks(post)), 'text')
  await ensureSafe(post, checkTexts)
  const approver = post.approved ? { by: post.approved.by, name: post.approved.name } : null
  await keepAnswer(post, { by: member._id, byName: member.name, approver, asked, at })
  await prepare(post, at)
  const change = publishAs(publishAt, at)
  const act = publishAt === null ? 'post.published' : 'post.scheduled'
  const facts = { publishAt, signed: signed.join(' '), reason, approvedBy: approver?.name ?? '' }
  await doAudited(post, change, { act: actOn(post, act, member, facts), at })
  return showPost({ ...post, ...change })
}
