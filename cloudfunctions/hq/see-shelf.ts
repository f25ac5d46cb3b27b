// Which of the posts that are out are hot, and which lie there?
import { dayAfter, dayOf, daysBetween } from '@shared/domain/day'
import type { Post } from '@shared/domain/post'
import { shelfState } from '@shared/domain/shelf'
import { addCounts, type Counts, inCounts } from '@shared/domain/work-counts'
import { numberOf, toShown } from '@shared/domain/work-number'
import { groupBy } from '@shared/domain/work-rows'
import { mondayOf } from '@shared/domain/work-span'
import { type WorkSums, weekCell } from '@shared/domain/work-sums'
import { listShelf } from '../_kit/data/work-posts'
import { findWork } from '../_kit/data/work-sums'
import type { Handler } from '../_kit/serve'
import { headOf, type Part, partFor, sumsOfPosts } from '../_kit/work-scope'

/** Documents for one page: a post's for the firm is one, for a part of it one a store. */
const DOCS_MAX = 1_200
const POSTS_MAX = 150
const FIELDS = ['posted', 'opened', 'deep', 'weeks'] as const

const sumsByPost = async (part: Part, postIds: readonly Post['_id'][]): Promise<Map<string, WorkSums[]>> => {
  if (part.isWhole) {
    const found = await findWork(
      postIds.map((id) => ({ of: 'post', id, day: '' })),
      ['id', ...FIELDS],
    )
    return new Map(found.map((sums) => [sums.id, [sums]]))
  }
  const all = await sumsOfPosts(part, postIds, FIELDS)
  return new Map([...groupBy(all, ({ postId }) => postId)].map(([id, own]) => [id, own.map(({ sums }) => sums)]))
}

const openedIn = (all: readonly WorkSums[], weeks: readonly string[]): number =>
  all.reduce((n, { weeks: by = {} }) => n + weeks.reduce((m, day) => m + (by[weekCell(day)]?.opened ?? 0), 0), 0)

type OnShelf = Awaited<ReturnType<typeof listShelf>>[number]

const show = (
  { _id, article, publishedAt, evergreen, expiresAt }: OnShelf,
  all: readonly WorkSums[],
  today: string,
) => {
  const monday = mondayOf(today)
  const recent = openedIn(all, [monday, dayAfter(monday, -7)])
  const before = openedIn(all, [dayAfter(monday, -14), dayAfter(monday, -21)])
  const counts: Counts = {}
  for (const sums of all) addCounts(counts, inCounts(sums))
  const ageDays = Math.max(0, daysBetween(dayOf(publishedAt ?? 0), today))
  const { opened = 0, deep = 0, posted = 0 } = counts
  return {
    ...{ postId: _id, title: article.title, publishedAt: publishedAt ?? 0, ageDays, posted },
    ...{ opened: toShown(opened), deep: toShown(deep), recent: toShown(recent), before: toShown(before) },
    ...{ state: shelfState({ ageDays, recent, before }), deepRate: numberOf('deep-rate', counts) },
    ...{ evergreen: (evergreen ?? null) !== null, expiresAt: expiresAt ?? null },
  }
}

export const seeShelf: Handler<'hq', 'work.shelf'> = async (_, { caller: { member } }) => {
  const part = await partFor(member)
  const most = part.isWhole ? POSTS_MAX : Math.min(POSTS_MAX, Math.floor(DOCS_MAX / Math.max(1, part.storeIds.length)))
  const posts = await listShelf(most + 1)
  const shown = posts.slice(0, most)
  const sums = await sumsByPost(
    part,
    shown.map(({ _id }) => _id),
  )
  const today = dayOf(part.at)
  return {
    ...(await headOf(part, null)),
    posts: shown.map((post) => show(post, sums.get(post._id) ?? [], today)),
    cut: posts.length > most,
  }
}
