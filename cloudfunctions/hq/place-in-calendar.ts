// How is a post put somewhere in the calendar? Only from the version and the place that were seen, written down before;
// asked again, it stands there.
import type { Parsed } from '@shared/contracts'
import { mayPlacePost } from '@shared/domain/calendar'
import type { Column } from '@shared/domain/column'
import type { Member } from '@shared/domain/member'
import type { Post } from '@shared/domain/post'
import type { Change } from '../_kit/collection'
import { findColumn } from '../_kit/data/columns'
import { changePlaced, findPost } from '../_kit/data/posts'
import { ensure, found, refusal } from '../_kit/errors'
import { signed } from '../_kit/signed'

export type AskedMove = Parsed<'hq', 'post.place'>
/** before: as it stood until then; null: it stood there already. */
export type Moved = { postId: string; at: number | null; columnId: string | null; before: Post | null }
type Doing = { by: Pick<Member, '_id' | 'name'>; now: number }

const placeOf = ({ state, publishAt, plannedAt = null }: Post): number | null =>
  state === 'scheduled' ? publishAt : plannedAt

/** A post that has a column stays in it. */
const columnFor = async (post: Post, { columnId }: AskedMove): Promise<Column | null> => {
  if (columnId === null || (post.columnId ?? null) !== null) return null
  return found(await findColumn(columnId), 'no-such-column', 'columnId')
}

/** What waits to be looked at is wished for that time, too. */
const wishOf = ({ review }: Post, at: number | null): Change<Post> =>
  review?.state === 'submitted' && at !== null ? { 'review.publishAt': at } : {}

/** `moves` tells the same move of another day from this one. */
const move = async (post: Post, change: Change<Post>, { by, at }: { by: Doing['by']; at: number | null }) => {
  const { version, moves = 0 } = post
  const facts = { title: post.article.title, version, at, was: placeOf(post), moves }
  await signed(
    { by, act: 'post.planned', of: `post.${post._id}`, rev: version, facts },
    () => changePlaced(post, { ...change, moves: moves + 1 }),
    refusal('stale-version', 'version'),
  )
}

export const placeInCalendar = async (asked: AskedMove, { by, now }: Doing): Promise<Moved> => {
  const { postId, version, at } = asked
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  const column = await columnFor(post, asked)
  const columnId = column?._id ?? post.columnId ?? null
  if (post.version === version && placeOf(post) === at && !column) return { postId, at, columnId, before: null }
  const decision = mayPlacePost(post, { version, at }, now)
  ensure(decision, 'at')
  const change: Change<Post> = {
    ...decision.change,
    ...wishOf(post, at),
    ...(column && { columnId: column._id, column: column.name }),
  }
  await move(post, change, { by, at })
  return { postId, at, columnId, before: post }
}

/** Back to where it stood, when somebody else was to have the place; unless it has been moved on since. */
export const takeBackPlace = async ({ before, at }: Moved, { by }: Doing): Promise<void> => {
  if (before === null) return
  const now = found(await findPost(before._id), 'no-such-post', 'postId')
  if (placeOf(now) !== at || now.version !== before.version || now.state !== before.state) return
  const { columnId = null, column, review, publishAt, plannedAt = null } = before
  const change: Change<Post> = { columnId, column, publishAt, plannedAt }
  await move(now, { ...change, ...wishOf(now, review?.publishAt ?? null) }, { by, at: placeOf(before) })
}
