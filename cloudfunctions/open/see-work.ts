// What was read day by day, and what became of the posts that are out? Sums, of customers from five on.
import { now } from '../_kit/clock'
import { listLiveTitles } from '../_kit/data/feed'
import type { OpenHandlers } from '../_kit/serve-http'
import { sumWorkDays, sumWorkPosts } from '../_kit/sum-work'

const POSTS_MAX = 20
const DAYS = 7

export const seeWork: OpenHandlers['work.see'] = async ({ days: asked }) => {
  const [at, count] = [now(), asked ?? DAYS]
  const posts = await listLiveTitles(0, POSTS_MAX)
  const [days, sums] = await Promise.all([sumWorkDays(count, at), sumWorkPosts(posts, count, at)])
  return {
    asOf: at,
    days,
    posts: sums.map((sum, n) => ({ postId: posts[n]?._id ?? '', title: posts[n]?.article.title ?? '', ...sum })),
  }
}
