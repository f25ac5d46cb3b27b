// Which posts are due? What is scheduled goes live as of its own time, what may come again comes again; a second run finds it
// done. What has ended before it was due ends without going out.
import { standingOf } from '@shared/domain/check'
import { comeAgain } from '@shared/domain/evergreen'
import type { Post } from '@shared/domain/post'
import { listChecks } from '../_kit/data/checks'
import { changePlaced, changePost, listDueAgain, listDuePosts } from '../_kit/data/posts'
import { carrySignoff } from '../_kit/data/signoffs'
import { queuePost, subjectOfPost } from '../_kit/safety'
import type { Job } from '../_kit/serve-jobs'

const hasEnded = ({ expiresAt = null }: Post, now: number): boolean => expiresAt !== null && expiresAt <= now

/** Neither found risky by WeChat nor left to a person who has not spoken yet: such a post waits where it stands. */
const isFit = async (post: Post): Promise<boolean> => {
  const { standing } = standingOf(await listChecks(subjectOfPost(post)))
  return standing !== 'risky' && standing !== 'review'
}

/** What comes again is another version: WeChat is asked about it anew, so that a late verdict meets what is out. */
const comeDue = async (post: Post, now: number): Promise<boolean> => {
  const at = post.plannedAt ?? null
  if (at === null || !(await isFit(post))) return false
  const again = comeAgain(post, at)
  await queuePost({ ...post, ...again }, now)
  // kept before it goes out: no version is ever out without
  await carrySignoff(post, { version: again.version, at })
  return changePlaced(post, again)
}

export const publishDue: Job = async (now) => {
  let published = 0
  for (const post of await listDuePosts(now)) {
    const change = { state: 'live' as const, publishAt: null, publishedAt: post.publishAt, plannedAt: null }
    if (!hasEnded(post, now) && (await isFit(post)) && (await changePost(post, change))) published++
  }
  for (const post of await listDueAgain(now)) if (!hasEnded(post, now) && (await comeDue(post, now))) published++
  return published
}
