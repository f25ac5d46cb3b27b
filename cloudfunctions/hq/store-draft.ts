// How is a draft stored? Only over the version its writer saw, and with every version kept, so that nobody's work is lost.
import { isDeepStrictEqual } from 'node:util'
import type { Parsed } from '@shared/contracts'
import type { ShownPost } from '@shared/contracts/post'
import type { MemberId, PostId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { maySavePost, type Post } from '@shared/domain/post'
import { OFFERED_SECTION } from '@shared/domain/submission-post'
import { now } from '../_kit/clock'
import { changePost, findPost, insertPost } from '../_kit/data/posts'
import { ensure, refusal } from '../_kit/errors'
import { toWritten } from './draft-to-post'
import { keepBefore, keepSave } from './keep-save'
import { showPost, toDraft } from './show-post'

type Stored = {
  postId: PostId
  baseVersion: number
  draft: Parsed<'hq', 'post.save'>['draft']
  restoredFrom: number | null
}

const store = async (seen: Post | null, post: Post): Promise<boolean> => {
  if (seen === null) return insertPost(post)
  await keepBefore(seen)
  const { _id, createdBy, ...change } = post
  return changePost(seen, change)
}

/** What was out has been answered for: whoever writes after that begins anew. */
const writersWith = (stored: Post | null, by: MemberId): MemberId[] => {
  const before = stored === null || stored.state !== 'draft' ? [] : (stored.writers ?? [])
  return before.includes(by) ? before : [...before, by]
}

/** Somebody else's words that were taken back do not come back with an older draft. */
const ensureNotTakenBack = (stored: Post | null, { article }: Stored['draft']): void => {
  const isBack = stored?.offered?.takenBackAt != null
  if (isBack && article.sections.some(({ id }) => id === OFFERED_SECTION)) throw refusal('offer-withdrawn', 'article')
}

/** The very same again (its reply was lost) answers as the first did. */
export const storeDraft = async (asked: Stored, { _id: by, name: byName }: Member): Promise<ShownPost> => {
  const { postId, baseVersion, draft, restoredFrom } = asked
  const stored = await findPost(postId)
  if (stored?.version === baseVersion + 1 && isDeepStrictEqual(toDraft(stored), draft)) {
    await keepSave(stored)
    return showPost(stored)
  }
  ensure(maySavePost(stored, baseVersion), 'baseVersion')
  ensureNotTakenBack(stored, draft)
  const at = now()
  const post: Post = {
    _id: postId,
    version: baseVersion + 1,
    state: 'draft',
    ...(await toWritten(draft)),
    createdBy: stored?.createdBy ?? by,
    updatedAt: at,
    saved: { by, byName, at, restoredFrom },
    writers: writersWith(stored, by),
    publishAt: null,
    publishedAt: null,
    recalledAt: null,
    recallReason: '',
    expiredReason: '',
    approved: null,
    review: null,
  }
  if (!(await store(stored, post))) throw refusal('stale-version', 'baseVersion')
  await keepSave(post)
  return showPost(post)
}
