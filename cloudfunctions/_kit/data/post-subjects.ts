// What are HQ's posts about, and in which words? All of them at once, as topics are suggested from.
import type { PostId } from '@shared/domain/ids'
import { collection, EVERYTHING, FIND_MAX } from '../collection'
import { pageNewest } from '../page'

/** Texts, titles and headings of one post: its paragraphs stay where they are. */
type Written = {
  _id: PostId
  text: string
  topics: string[]
  painPoint?: string
  persona?: string
  updatedAt: number
  article: { title: string; sections: { heading: string }[] }
}
export type PostSubject = Omit<Written, 'article' | 'updatedAt'> & { headings: string }

const posts = collection<Written>('posts')
const FIELDS = [
  ...(['text', 'topics', 'painPoint', 'persona', 'updatedAt'] as const),
  ...(['article.title', 'article.sections.heading'] as string[] as 'article'[]),
]
/** Pages of so many: at 8 KB a post at worst their reply stays below the platform's 1 MB. */
const PAGE = 100
/** The newest speak of what is sold now. */
const NEWEST_MAX = 600

/** Newest first. */
export const listSubjects = async (): Promise<PostSubject[]> => {
  const found: Pick<Written, '_id' | (typeof FIELDS)[number]>[] = []
  let cursor: string | undefined
  do {
    const page = await pageNewest(posts, EVERYTHING, { by: 'updatedAt', cursor, size: PAGE, fields: FIELDS })
    found.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined && found.length < NEWEST_MAX)
  return found.map(({ article, updatedAt, ...post }) => ({
    ...post,
    headings: [article.title, ...article.sections.map(({ heading }) => heading)].join('\n'),
  }))
}

const headed = collection<{ _id: PostId; topics: string[]; column: string }>('posts')

/** Of these posts: their topics, and the column they stand in. */
export const findSubjects = async (ids: readonly PostId[]): Promise<Map<PostId, string[]>> => {
  const subjects = new Map<PostId, string[]>()
  for (let from = 0; from < ids.length; from += FIND_MAX)
    for (const { _id, topics, column } of await headed.findMany(ids.slice(from, from + FIND_MAX), ['topics', 'column']))
      subjects.set(_id, [...new Set(column === '' ? topics : [...topics, column])])
  return subjects
}
