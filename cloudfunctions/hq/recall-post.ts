// It must not be read any more: taken down at once, with the reason on record.
import { mayRecallPost } from '@shared/domain/post'
import { now } from '../_kit/clock'
import { changePost, findPost } from '../_kit/data/posts'
import { ensure, found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showPost } from './show-post'

export const recallPost: Handler<'hq', 'post.recall'> = async ({ postId, reason }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  if (post.state === 'recalled' && post.recallReason === reason) return showPost(post)
  ensure(mayRecallPost(post))
  const at = now()
  const change = { state: 'recalled' as const, recalledAt: at, recallReason: reason, publishAt: null, updatedAt: at }
  if (!(await changePost(post, change))) throw refusal('stale-version')
  return showPost({ ...post, ...change })
}
