// Which posts are out, with as little of each as sums of work are shown with?
import type { ColumnId, PostId } from '@shared/domain/ids'
import type { Article, Post } from '@shared/domain/post'
import { above, collection } from '../collection'

type OnShelf = Pick<Post, '_id' | 'publishedAt' | 'evergreen' | 'expiresAt' | 'columnId' | 'state'> & {
  article: Pick<Article, 'title'>
}
const posts = collection<OnShelf>('posts')
/** Paths: the texts stay where they are. */
const SHELF = ['publishedAt', 'evergreen', 'expiresAt', 'article.title'] as string[] as (
  | 'publishedAt'
  | 'evergreen'
  | 'expiresAt'
  | 'article'
)[]

/** Newest first. */
export const listShelf = (limit: number) =>
  posts.find({ state: 'live', publishedAt: above(0) }, { order: [['publishedAt', 'desc']], limit, fields: SHELF })

/** Far more than a column's posts whose readers still come back. */
const OF_COLUMN_MAX = 200

export const listIdsOfColumn = async (columnId: ColumnId): Promise<PostId[]> =>
  (await posts.find({ columnId, state: 'live' }, { limit: OF_COLUMN_MAX, fields: [] })).map(({ _id }) => _id)
