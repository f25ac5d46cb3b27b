// An editor has looked at this version's texts and finds them fine: kept with the post, and with its sign-off.
import { now } from '../_kit/clock'
import { findPost } from '../_kit/data/posts'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { actOn } from './audit-post'
import { doAudited } from './send-out'

export const approvePool: Handler<'hq', 'pool.approve'> = async ({ postId, version }, { caller: { member } }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (post.version !== version) throw refusal('stale-version', 'version')
  if (post.approved?.version === version) return { name: post.approved.name, at: post.approved.at }
  const at = now()
  const approved = { by: member._id, name: member.name, version, at }
  await doAudited(post, { approved }, { act: actOn(post, 'pool.approved', member, {}), at })
  return { name: approved.name, at: approved.at }
}
