// Which scheduled posts are due? They go live as of their own time; a second run finds them live already.
import { changePost, listDuePosts } from '../_kit/data/posts'
import type { Job } from '../_kit/serve-jobs'

export const publishDue: Job = async (now) => {
  let published = 0
  for (const post of await listDuePosts(now)) {
    const change = { state: 'live' as const, publishAt: null, publishedAt: post.publishAt }
    if (await changePost(post, change)) published++
  }
  return published
}
