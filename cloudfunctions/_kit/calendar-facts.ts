// What is there to plan with? Columns, stores, what stands in a stretch, and what could be put into it.
import type { Land } from '@shared/domain/audience'
import { ALIKE_WITHIN_DAYS, type Entry, entriesOf, gramsOf } from '@shared/domain/calendar'
import type { Column } from '@shared/domain/column'
import { type Day, dayAfter, dayOf, instantOf } from '@shared/domain/day'
import { type Age, ageOf, isEvergreen, LATELY_DAYS, restedAt } from '@shared/domain/evergreen'
import type { Candidate } from '@shared/domain/fill-week'
import { type CalendarPost, listDrafts, listShelf, listStretch } from './data/calendar'
import { listColumns } from './data/columns'
import { listPostsDays } from './data/feed'
import { listPlaces, type Places } from './data/places'

const DAY_MS = 86_400_000

export type Reads = { readings: number; deep: number }
export type OnShelf = { post: CalendarPost; before: Reads; lately: Reads; age: Age }
export type CalendarFacts = {
  columns: Column[]
  regions: Places['regions']
  land: Land
  posts: CalendarPost[]
  entries: Entry[]
  shelf: OnShelf[]
  drafts: CalendarPost[]
  cut: boolean
}

/** How far back readings are compared with those of the last fortnight. */
const BEFORE_DAYS = 60
/** So many posts' days are asked for at once: BEFORE_DAYS of each are still fewer than a reply may hold. */
const POSTS_AT_ONCE = 15

const noReads = (): Reads => ({ readings: 0, deep: 0 })

/** What is older than a text is remembered does not get in the way of what comes. */
const readShelf = async (posts: readonly CalendarPost[], today: Day): Promise<OnShelf[]> => {
  const reads = new Map<string, { before: Reads; lately: Reads }>(
    posts.map(({ _id }) => [_id, { before: noReads(), lately: noReads() }]),
  )
  const ids = posts.map(({ _id }) => _id)
  const since = dayAfter(today, 1 - LATELY_DAYS)
  for (let at = 0; at < ids.length; at += POSTS_AT_ONCE)
    for (const { id, day, readings, deep } of await listPostsDays(
      ids.slice(at, at + POSTS_AT_ONCE),
      dayAfter(today, -BEFORE_DAYS),
    )) {
      const sums = reads.get(id)?.[day >= since ? 'lately' : 'before']
      if (!sums) continue
      sums.readings += readings
      sums.deep += deep
    }
  return posts.map((post) => {
    const { before, lately } = reads.get(post._id) ?? { before: noReads(), lately: noReads() }
    return { post, before, lately, age: ageOf(before, lately) }
  })
}

/** Columns, stores and what stands between two days; further back, too, as far as a text is remembered. */
export const findStanding = async (from: Day, to: Day) => {
  const start = instantOf(from, '00:00') - ALIKE_WITHIN_DAYS * DAY_MS
  const [columns, { regions, land }, { posts, cut }] = await Promise.all([
    listColumns(),
    listPlaces(),
    listStretch(start, instantOf(dayAfter(to, 1), '00:00')),
  ])
  return { columns, regions, land, posts, cut, entries: posts.flatMap(entriesOf) }
}

export const findCalendar = async (from: Day, to: Day, now: number): Promise<CalendarFacts> => {
  const [standing, evergreens, drafts] = await Promise.all([findStanding(from, to), listShelf(), listDrafts()])
  const shelf = await readShelf(evergreens.filter(isEvergreen), dayOf(now))
  return { ...standing, shelf, drafts: drafts.filter((post) => entriesOf(post).length === 0) }
}

/** Written far enough to be planned. */
export const isReady = ({ text, article }: CalendarPost): boolean => text.trim() !== '' && article.title.trim() !== ''

const ends = (post: CalendarPost, now: number) => (post.expiresAt ?? null) !== null && (post.expiresAt ?? 0) <= now

const toCandidate = (
  post: CalendarPost,
): Pick<Candidate, 'postId' | 'version' | 'columnId'> & Pick<Candidate, 'topics' | 'audience' | 'grams'> => ({
  ...{ postId: post._id, version: post.version, columnId: post.columnId ?? null },
  ...{ topics: post.topics, audience: post.audience, grams: gramsOf(post.text) },
})

export const candidatesOf = ({ shelf, drafts }: CalendarFacts, now: number): Candidate[] => [
  ...drafts
    .filter((post) => isReady(post) && !ends(post, now))
    .map(
      (post): Candidate => ({
        ...toCandidate(post),
        ...{ kind: 'draft', restedFrom: null, outAt: null, age: 'unknown' },
      }),
    ),
  ...shelf.flatMap(({ post, age }): Candidate[] =>
    isEvergreen(post) && !ends(post, now) && (post.plannedAt ?? null) === null
      ? [
          {
            ...toCandidate(post),
            ...{ kind: 'evergreen', restedFrom: restedAt(post), outAt: post.publishedAt, age },
          },
        ]
      : [],
  ),
]
