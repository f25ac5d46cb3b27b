// Which posts wait for a second pair of eyes, and which were given back or let out? Moved on only from what was seen.
import type { PostId } from '@shared/domain/ids'
import type { Post } from '@shared/domain/post'
import type { ReviewState } from '@shared/domain/review'
import { above, below, type Change, collection } from '../collection'

const reviewed = collection<Post & { 'review.state'?: ReviewState; 'review.at'?: number }>('posts')

/** As changePost does; false also when the review moved on since it was seen. */
export const changeReviewed = async (
  { _id, version, state, publishAt, review }: Pick<Post, '_id' | 'version' | 'state' | 'publishAt' | 'review'>,
  change: Change<Post>,
): Promise<boolean> =>
  (await reviewed.change(
    { ...{ _id, version, state, publishAt, 'review.at': review?.at ?? null, 'review.state': review?.state ?? null } },
    change,
  )) > 0

const REVIEWS = { submitted: 'asc', approved: 'desc', returned: 'desc' } as const
/** Posts with their texts: so many stay below the platform's 1 MB a reply. */
const REVIEWS_PAGE = 20
type After = { at: number; id: PostId }

/** Waiting ones as they came in, decided ones the newest first. */
export const pageReviews = async (
  state: ReviewState,
  after: After | null,
): Promise<{ items: Post[]; next: After | null }> => {
  const way = REVIEWS[state]
  const past = way === 'asc' ? above : below
  const order = [
    ['review.at', way],
    ['_id', way],
  ] as const
  const find = (condition: object, limit: number) =>
    reviewed.find({ 'review.state': state, ...condition }, { order, limit })
  const same = after ? await find({ 'review.at': after.at, _id: past(after.id) }, REVIEWS_PAGE + 1) : []
  const rest = await find(after ? { 'review.at': past(after.at) } : {}, REVIEWS_PAGE + 1)
  const found = [...same, ...rest]
  const items = found.slice(0, REVIEWS_PAGE)
  const last = items.at(-1)
  return { items, next: found.length > REVIEWS_PAGE && last ? { at: last.review?.at ?? 0, id: last._id } : null }
}
