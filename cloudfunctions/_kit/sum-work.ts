// How was read day by day, and what became of posts? Sums alone; who asks from outside is told in fives, so that no two spans differ by a known reader.
import { lastDays, sumDays, sumPosts } from '@shared/domain/heat'
import type { Post } from '@shared/domain/post'
import { toShown } from '@shared/domain/work-number'
import { listPostsDays, listUncountedNow } from './data/feed'
import { countKits } from './data/kits'
import { listTallies } from './data/tallies'

export const sumWorkDays = async (count: number, at: number) => {
  const days = lastDays(count, at)
  const span = { from: days[0] ?? '', to: days.at(-1) ?? '' }
  const [tallies, uncounted] = await Promise.all([listTallies('all', '', span), listUncountedNow()])
  return sumDays({ tallies, uncounted }, days).map(({ day, counted }) => ({
    ...{ day, readings: toShown(counted.readings), deep: toShown(counted.deep) },
  }))
}

/** Each costs three counts. */
export const sumWorkPosts = async (posts: readonly Pick<Post, '_id' | 'version'>[], count: number, at: number) => {
  const days = lastDays(count, at)
  const ids = posts.map(({ _id }) => _id)
  const [tallies, uncounted, kits] = await Promise.all([
    ids.length ? listPostsDays(ids, days[0] ?? '') : [],
    listUncountedNow(),
    Promise.all(posts.map(({ _id, version }) => countKits({ postId: _id, version }))),
  ])
  const of = sumPosts({ tallies, uncounted }, days)
  return posts.map(({ _id }, at) => {
    const { readings, deep } = of(_id)
    return {
      ...(kits[at] ?? { dealt: 0, saved: 0, posted: 0 }),
      ...{ readings: toShown(readings), deep: toShown(deep) },
    }
  })
}
