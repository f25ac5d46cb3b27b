// What does HQ publish? Posts, saved and moved on only from the version, state and time that were seen.
import type { ColumnId, PostId } from '@shared/domain/ids'
import { factsOf, type PostFacts } from '@shared/domain/interest'
import type { Post, Section } from '@shared/domain/post'
import { now } from '../clock'
import { above, type Change, collection, EVERYTHING, upTo } from '../collection'
import { type Page, pageNewest } from '../page'

const posts = collection<Post>('posts')

/** Far more live posts than a rep scrolls through. */
const LIVE_MAX = 200
const DUE_MAX = 100

export const findPost = (id: PostId): Promise<Post | null> => posts.get(id)

/** How far it has come and by whom; asked often, so without what it says. null: not stored yet. */
export const findSaved = async (id: PostId): Promise<Pick<Post, 'version' | 'saved' | 'updatedAt'> | null> =>
  (await posts.findMany([id], ['version', 'saved', 'updatedAt']))[0] ?? null

export const insertPost = (post: Post): Promise<boolean> => posts.insertIfAbsent(post)

/** False when it is no longer as it was seen: someone else was faster. */
export const changePost = async (
  { _id, version, state, publishAt }: Pick<Post, '_id' | 'version' | 'state' | 'publishAt'>,
  change: Change<Post>,
): Promise<boolean> => (await posts.change({ _id, version, state, publishAt }, change)) > 0

/** The same, from its place in the calendar as well. */
export const changePlaced = async (seen: Post, change: Change<Post>): Promise<boolean> => {
  const { _id, version, state, publishAt, plannedAt = null } = seen
  return (await posts.change({ _id, version, state, publishAt, plannedAt }, change)) > 0
}

export const pagePosts = (cursor: string | undefined, size: number): Promise<Page<Post>> =>
  pageNewest(posts, EVERYTHING, { by: 'updatedAt', cursor, size })

/** Newest first. */
export const listLivePosts = (since = 0): Promise<Post[]> =>
  posts.find({ state: 'live', publishedAt: above(since) }, { order: [['publishedAt', 'desc']], limit: LIVE_MAX })

export const listDuePosts = (now: number): Promise<Post[]> =>
  posts.find({ state: 'scheduled', publishAt: upTo(now) }, { order: [['publishAt', 'asc']], limit: DUE_MAX })

/** What is out and is due to come again. */
export const listDueAgain = (now: number): Promise<Post[]> =>
  posts.find({ state: 'live', plannedAt: upTo(now) }, { order: [['plannedAt', 'asc']], limit: DUE_MAX })

/** What is out, or waits to be, and is over by now. */
export const listEnded = async (now: number): Promise<Post[]> => {
  const asked = { order: [['expiresAt', 'asc']], limit: DUE_MAX } as const
  const found = (['live', 'scheduled'] as const).map((state) => posts.find({ state, expiresAt: upTo(now) }, asked))
  return (await Promise.all(found)).flat()
}

/** Far more than a column's page shows. */
const IN_COLUMN_MAX = 40
export const listInColumn = (columnId: ColumnId): Promise<Post[]> =>
  posts.find({ columnId, state: 'live' }, { order: [['publishedAt', 'desc']], limit: IN_COLUMN_MAX })

/** Can it have been read? Not as a draft. Posts are never deleted, so a yes stays true. */
const seen = new Set<PostId>()
export const isPost = async (id: PostId): Promise<boolean> => {
  if (seen.has(id)) return true
  const [post] = await posts.findMany([id], ['state'])
  if (post && post.state !== 'draft') seen.add(id)
  return seen.has(id)
}

/** sectionIds: in the order of the article. */
export type Headings = { title: string; headingOf: (sectionId: string) => string; sectionIds: readonly string[] }

type ArticleHeadings = { title: string; sections: Pick<Section, 'id' | 'heading'>[] }
const headed = collection<{ _id: PostId; version: number; article: ArticleHeadings }>('posts')
/** Paths: the texts of the sections stay where they are. */
const HEADINGS = ['article.title', 'article.sections.id', 'article.sections.heading'] as string[] as 'article'[]

/** Titles and section headings for lists of readings; one request. */
export const findHeadings = async (ids: readonly PostId[]): Promise<(id: PostId) => Headings> => {
  const found = new Map((await headed.findMany(ids, HEADINGS)).map((post) => [post._id, post.article]))
  return (id) => {
    const article = found.get(id)
    const sections = new Map<string, ArticleHeadings['sections'][number]>(article?.sections.map((one) => [one.id, one]))
    const headingOf = (sectionId: string) => sections.get(sectionId)?.heading ?? ''
    return { title: article?.title ?? '', headingOf, sectionIds: [...sections.keys()] }
  }
}

export type Subjects = (id: PostId) => { title: string; topics: readonly string[] }
const subjects = collection<{ _id: PostId; topics: string[]; article: ArticleHeadings }>('posts')
const SUBJECT = ['topics', 'article.title'] as string[] as ('topics' | 'article')[]

/** What each is about; one request. */
export const findSubjects = async (ids: readonly PostId[]): Promise<Subjects> => {
  const found = new Map((await subjects.findMany(ids, SUBJECT)).map((post) => [post._id, post]))
  return (id) => {
    const post = found.get(id)
    return { title: post?.article.title ?? '', topics: post?.topics ?? [] }
  }
}

/** In which column each of these stands. */
export const findColumns = async (ids: readonly PostId[]): Promise<Map<PostId, string>> =>
  new Map((await posts.findMany(ids, ['column'])).map(({ _id, column }) => [_id, column]))

type Outline = { version: number; ids: ReadonlySet<string>; at: number }
const outlines = new Map<PostId, Outline>()
const SECTION_IDS = ['version', 'article.sections.id'] as string[] as ('version' | 'article')[]
const OUTLINES_MAX = 1_000
/** A newer version than is known is looked for at most so often: phones may name any. */
const OUTLINE_KEPT_MS = 60_000

/** Which sections a post has; asked once per post and version by a warm function. null: no such post. */
export const findSectionIds = async (id: PostId, version: number): Promise<ReadonlySet<string> | null> => {
  const [known, at] = [outlines.get(id), now()]
  if (known && (known.version >= version || at - known.at < OUTLINE_KEPT_MS)) return known.ids
  const [post] = await headed.findMany([id], SECTION_IDS)
  if (!post) return null
  if (outlines.size >= OUTLINES_MAX) outlines.clear()
  const ids = new Set<string>(post.article.sections.map((section) => section.id))
  outlines.set(id, { version: post.version, ids, at })
  return ids
}

/** What readings of these posts are measured against; an edited post is taken up within a minute. */
const FACTS_KEPT_MS = 60_000
const FACTS_KEPT_MAX = 500
const kept = new Map<PostId, { facts: PostFacts | null; at: number }>()

export const findFacts = async (ids: readonly PostId[]): Promise<(id: PostId) => PostFacts | null> => {
  const at = now()
  const asked = new Map([...new Set(ids)].map((id) => [id, kept.get(id) ?? { facts: null, at: 0 }]))
  const missing = [...asked.keys()].filter((id) => at - (asked.get(id)?.at ?? 0) >= FACTS_KEPT_MS)
  const found = new Map((await posts.findMany(missing, ['topics', 'article'])).map((post) => [post._id, factsOf(post)]))
  if (kept.size + missing.length > FACTS_KEPT_MAX) kept.clear()
  for (const id of missing) {
    const fresh = { facts: found.get(id) ?? null, at }
    kept.set(id, fresh)
    asked.set(id, fresh)
  }
  return (id) => asked.get(id)?.facts ?? null
}
