// What was read day by day, and what became of the latest posts: taken, saved, posted, read?
import { lastDays, sumDays, sumPosts } from '@shared/domain/heat'
import { now } from '../_kit/clock'
import { listLiveTitles, listPostsDays, listUncountedNow } from '../_kit/data/feed'
import { countKits } from '../_kit/data/kits'
import { listTallies } from '../_kit/data/tallies'
import type { Handler } from '../_kit/serve'

/** The newest that are out; each costs three counts. */
const POSTS_MAX = 20

export const seeAdoption: Handler<'hq', 'adoption.see'> = async (input) => {
  const at = now()
  const days = lastDays(input.days, at)
  const [from, to] = [days[0] ?? '', days.at(-1) ?? '']
  const [posts, all, uncounted] = await Promise.all([
    listLiveTitles(0, POSTS_MAX),
    listTallies('all', '', { from, to }),
    listUncountedNow(),
  ])
  const [ofPosts, kits] = await Promise.all([
    listPostsDays(
      posts.map(({ _id }) => _id),
      from,
    ),
    Promise.all(posts.map(({ _id, version }) => countKits({ postId: _id, version }))),
  ])
  const countedOf = sumPosts({ tallies: ofPosts, uncounted }, days)
  return {
    asOf: at,
    days: sumDays({ tallies: all, uncounted }, days),
    posts: posts.map(({ _id, article }, i) => ({
      postId: _id,
      title: article.title,
      ...(kits[i] ?? { dealt: 0, saved: 0, posted: 0 }),
      counted: countedOf(_id),
    })),
  }
}
