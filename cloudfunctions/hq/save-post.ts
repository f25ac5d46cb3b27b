// May this be saved, and over what? Only over the version the editor saw, so that nobody's work is lost.
import { isDeepStrictEqual } from 'node:util'
import { maySavePost, type Post } from '@shared/domain/post'
import { now } from '../_kit/clock'
import { changePost, findPost, insertPost } from '../_kit/data/posts'
import { ensure, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { toWritten } from './draft-to-post'
import { showPost, toDraft } from './show-post'

const store = async (seen: Post | null, post: Post): Promise<boolean> => {
  if (seen === null) return insertPost(post)
  const { _id, createdBy, ...change } = post
  return changePost(seen, change)
}

/** The very same save again (its reply was lost) answers as the first did. */
export const savePost: Handler<'hq', 'post.save'> = async ({ postId, baseVersion, draft }, { caller: { member } }) => {
  const stored = await findPost(postId)
  if (stored?.version === baseVersion + 1 && isDeepStrictEqual(toDraft(stored), draft)) return showPost(stored)
  ensure(maySavePost(stored, baseVersion), 'baseVersion')
  const post: Post = {
    _id: postId,
    version: baseVersion + 1,
    state: 'draft',
    ...(await toWritten(draft)),
    createdBy: stored?.createdBy ?? member._id,
    updatedAt: now(),
    publishAt: null,
    publishedAt: null,
    recalledAt: null,
    recallReason: '',
    approved: null,
  }
  if (!(await store(stored, post))) throw refusal('stale-version', 'baseVersion')
  return showPost(post)
}
