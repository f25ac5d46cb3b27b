// What stands in a stretch of the calendar? Found along its indexes with little, then read in portions.
import type { PostId } from '@shared/domain/ids'
import type { Article, Post } from '@shared/domain/post'
import { above, collection, type Operator } from '../collection'

type Dated = Pick<Post, 'state' | 'plannedAt' | 'publishAt' | 'publishedAt' | 'updatedAt'>
export type CalendarPost = Pick<Post, '_id' | 'version' | 'state' | 'columnId' | 'topics' | 'audience' | 'text'> &
  Pick<Post, 'plannedAt' | 'publishAt' | 'publishedAt' | 'channels' | 'evergreen' | 'expiresAt' | 'review'> & {
    article: Pick<Article, 'title'>
  }

const posts = collection<CalendarPost & Dated>('posts')
const evergreens = collection<{ _id: PostId; 'evergreen.coolDays': number; state: string; publishedAt: number }>(
  'posts',
)

/** article.title is a path: the texts of the sections stay where they are. */
const SHOWN = [
  ...(['version', 'state', 'columnId', 'topics', 'audience', 'text', 'plannedAt', 'publishAt', 'publishedAt'] as const),
  ...(['channels', 'evergreen', 'expiresAt', 'review'] as const),
  'article.title' as string as 'article',
] as const

/** Of each kind; a firm with more posts in two months is told that some are not shown. */
export const STRETCH_MAX = 300
export const SHELF_MAX = 45
export const DRAFTS_MAX = 100
/** So many whole texts stay well under the platform's 1 MB a reply. */
const PORTION = 80

const within =
  (from: number, to: number): Operator =>
  (_) =>
    _.gte(from).and(_.lt(to))

const readPosts = async (ids: readonly PostId[]): Promise<CalendarPost[]> => {
  const all: CalendarPost[] = []
  const unique = [...new Set(ids)]
  for (let at = 0; at < unique.length; at += PORTION)
    all.push(...(await posts.findMany(unique.slice(at, at + PORTION), SHOWN)))
  return all
}

const OUT = ['live', 'recalled', 'expired'] as const
const FOUND = ['state'] as const

const findStretch = (from: number, to: number) => {
  const asked = { limit: STRETCH_MAX, fields: FOUND }
  return Promise.all([
    posts.find({ plannedAt: within(from, to) }, asked),
    posts.find({ state: 'scheduled', publishAt: within(from, to) }, asked),
    ...OUT.map((state) => posts.find({ state, publishedAt: within(from, to) }, asked)),
  ])
}

/** Everything that stands between these instants. cut: there is more. */
export const listStretch = async (from: number, to: number): Promise<{ posts: CalendarPost[]; cut: boolean }> => {
  const found = await findStretch(from, to)
  return {
    posts: await readPosts(found.flat().map(({ _id }) => _id)),
    cut: found.some((some) => some.length === STRETCH_MAX),
  }
}

/** What may come again, those longest ago first. */
export const listShelf = async (): Promise<CalendarPost[]> => {
  const found = await evergreens.find(
    { 'evergreen.coolDays': above(0), state: 'live' },
    { order: [['publishedAt', 'asc']], limit: SHELF_MAX, fields: ['state'] },
  )
  return readPosts(found.map(({ _id }) => _id))
}

/** The drafts last written. */
export const listDrafts = async (): Promise<CalendarPost[]> => {
  const found = await posts.find(
    { state: 'draft' },
    { order: [['updatedAt', 'desc']], limit: DRAFTS_MAX, fields: FOUND },
  )
  return readPosts(found.map(({ _id }) => _id))
}
