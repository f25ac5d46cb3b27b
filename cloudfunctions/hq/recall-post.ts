// It must not be read any more: taken down at once, with the reason on record and on the phones of those who saved it.
import type { Member } from '@shared/domain/member'
import { mayRecallPost, type Post } from '@shared/domain/post'
import { appendAudit, undoAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { changePost, findPost } from '../_kit/data/posts'
import { keepRecall } from '../_kit/data/recalls'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { actOn } from './audit-post'
import { showPost } from './show-post'

/** Told before it is done: a rep who is told of what still stands for a moment loses nothing. */
const takeBack = async (post: Post, { reason, by, at }: { reason: string; by: Member; at: number }): Promise<Post> => {
  const act = actOn(post, 'post.recalled', by, { reason })
  await appendAudit(act, at)
  const { _id: postId, version, article } = post
  if (post.state === 'live') await keepRecall({ postId, version, title: article.title, reason, at })
  const recalled = { state: 'recalled' as const, recalledAt: at, recallReason: reason }
  const change = { ...recalled, publishAt: null, plannedAt: null, updatedAt: at }
  if (await changePost(post, change)) return { ...post, ...change }
  await undoAudit(act, at)
  throw refusal('stale-version')
}

export const recallPost: Handler<'hq', 'post.recall'> = async ({ postId, reason }, { caller: { member } }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (post.state === 'recalled' && post.recallReason === reason) return showPost(post)
  ensure(mayRecallPost(post))
  return showPost(await takeBack(post, { reason, by: member, at: now() }))
}
