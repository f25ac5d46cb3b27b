// Which posts are over by now? Taken down as of their own time, with the reason on record; a second run finds them ended.
import { dayOf, timeOf } from '@shared/domain/day'
import type { Post } from '@shared/domain/post'
import { appendAudit } from '../_kit/audit'
import { changePost, listEnded } from '../_kit/data/posts'
import type { Job } from '../_kit/serve-jobs'

const wordEnd = (at: number) => `到期：${dayOf(at)} ${timeOf(at)}`

const end = async (post: Post, now: number): Promise<boolean> => {
  const { _id, version, expiresAt = null } = post
  if (expiresAt === null) return false
  const expiredReason = wordEnd(expiresAt)
  await appendAudit(
    {
      ...{ actId: `post.expired.${_id}.${version}.${expiresAt}`, act: 'post.expired', of: `post.${_id}` },
      ...{ byId: null, byName: '', facts: { title: post.article.title, version, expiresAt } },
    },
    now,
  )
  const change = { state: 'expired' as const, expiredReason, publishAt: null, plannedAt: null, updatedAt: now }
  return changePost(post, change)
}

export const expirePosts: Job = async (now) => {
  let ended = 0
  for (const post of await listEnded(now)) if (await end(post, now)) ended++
  return ended
}
