// Which readings does a screen ask for? Known ones line by line along their index, the others as sums and their last minutes.
import type { MemberId, PersonId, PostId, ReaderId, ShareToken } from '@shared/domain/ids'
import type { Article, Post } from '@shared/domain/post'
import type { Link, Reader } from '@shared/domain/reader'
import type { Reading } from '@shared/domain/reading'
import type { Share } from '@shared/domain/share'
import type { Tally } from '@shared/domain/tally'
import { above, collection, oneOf } from '../collection'
import { type Page, pageNewest } from '../page'
import { whoConsents } from './consents'
import { findTallies } from './tallies'

const readings = collection<Reading>('readings')
const readers = collection<Reader>('readers')
const shares = collection<Share>('shares')
const tallies = collection<Tally>('tallies')
type LivePost = Pick<Post, '_id' | 'version' | 'audience'> & { article: Pick<Article, 'title'> }

const posts = collection<LivePost & Pick<Post, 'state' | 'publishedAt'>>('posts')
/** A path: the texts stay where they are. */
const TITLE = 'article.title' as string as 'article'

/** A rep's own open shares of the posts in question; far more than she makes. */
const ROOTS_MAX = 400
const KNOWN_MAX = 1_000
/** Readings of the minutes before they are counted: of one rep, and of everyone. */
const RECENT_MAX = 500
const UNCOUNTED_MAX = 1_000
const COUNTABLE = ['postId', 'token', 'by', 'counted', 'base', 'openedAt', 'lastAt', 'sections', 'known'] as const
const TELLABLE = ['repId', 'personId', 'postId', 'by', 'openedAt', 'lastAt', 'sections'] as const
const WAITING_MAX = 1_000
const WAITING_EACH_MAX = 100

export const pageFeed = (repId: MemberId, cursor: string | undefined, size: number): Promise<Page<Reading>> =>
  pageNewest(readings, { repId, known: true }, { by: 'lastAt', cursor, size })

/** Known readings that moved after `at`, newest first. */
export const listNewer = (repId: MemberId, at: number, limit: number): Promise<Reading[]> =>
  readings.find({ repId, known: true, lastAt: above(at) }, { order: [['lastAt', 'desc']], limit })

export const listKnownOfPost = (repId: MemberId, postId: PostId, limit: number): Promise<Reading[]> =>
  readings.find({ repId, postId, known: true }, { order: [['lastAt', 'desc']], limit })

export type Known<R> = R & { personId: PersonId }
type Whose = Pick<Reading, 'by' | 'personId' | 'repId'>

const isReaders = <R extends Whose>(reading: R): reading is Known<R> =>
  reading.by === 'reader' && reading.personId !== null

/** Withdrawing detaches readings; should that be half done, a consent no longer in force still hides them. */
export const mayTell = async <R extends Whose>(found: readonly R[]): Promise<Known<R>[]> => {
  const known = found.filter(isReaders)
  const pairs = known.flatMap(({ personId, repId }) => (repId === null ? [] : [{ personId, repId }]))
  const agrees = await whoConsents(pairs)
  return known.filter(({ personId, repId }) => repId !== null && agrees(personId, repId))
}

/**
 * Known readings of each of these reps that moved after `at`. As a rule they are few and one request finds them; where one
 * rep was told so long ago that the others' fill it, each is asked for by herself, her latest ones.
 */
export const listTellable = async (asked: readonly { repId: MemberId; at: number }[]) => {
  const since = Math.min(...asked.map(({ at }) => at))
  const moved = { repId: oneOf(asked.map(({ repId }) => repId)), known: true, lastAt: above(since) }
  const all = await readings.find(moved, { limit: WAITING_MAX, fields: TELLABLE })
  if (all.length < WAITING_MAX) return mayTell(all)
  const latest = { order: [['lastAt', 'desc']], limit: WAITING_EACH_MAX, fields: TELLABLE } as const
  const each = asked.map(async ({ repId, at }) =>
    mayTell(await readings.find({ repId, known: true, lastAt: above(at) }, latest)),
  )
  return (await Promise.all(each)).flat()
}

/** Which contact each of these readers is; without what they read. */
export const findLinks = async (ids: readonly ReaderId[]): Promise<Map<ReaderId, Link>> =>
  new Map((await readers.findMany(ids, ['link'])).map(({ _id, link }) => [_id, link]))

/** Her own shares of these posts that were not meant for one contact. */
export const listOpenRoots = (repId: MemberId, postIds: readonly PostId[]) =>
  shares.find({ repId, depth: 0, contactId: null, postId: oneOf(postIds) }, { limit: ROOTS_MAX, fields: ['postId'] })

/** The rep's own share at the top of each of these. */
export const findRootOf = async (tokens: readonly ShareToken[]): Promise<(token: ShareToken) => ShareToken> => {
  const paths = new Map((await shares.findMany(tokens, ['path'])).map(({ _id, path }) => [_id, path]))
  return (token) => paths.get(token)?.[0] ?? token
}

/** What came by these shares themselves, and by those below them. */
export const findShareSums = (tokens: readonly ShareToken[]): Promise<Tally[]> =>
  findTallies(tokens.flatMap((id) => [{ of: 'share', id, day: '' } as const, { of: 'under', id, day: '' } as const]))

/** null: more than can be looked at. */
export const listKnownCountable = async (repId: MemberId, postIds: readonly PostId[]) => {
  const asked = { limit: KNOWN_MAX, fields: COUNTABLE }
  const known = await readings.find({ repId, postId: oneOf(postIds), known: true }, asked)
  return known.length < KNOWN_MAX ? known : null
}

export const countKnown = async (repId: MemberId, postIds: readonly PostId[]): Promise<Map<PostId, number>> =>
  new Map(
    await Promise.all(
      postIds.map(async (postId) => [postId, await readings.count({ repId, postId, known: true })] as const),
    ),
  )

export const listRecentCountable = (repId: MemberId, since: number) =>
  readings.find({ repId, known: false, lastAt: above(since) }, { limit: RECENT_MAX, fields: COUNTABLE })

/** What the sums do not hold yet, of one post or of all; beyond a thousand the sums themselves must do. */
export const listUncountedNow = (postId?: PostId) =>
  readings.find({ counted: null, ...(postId && { postId }) }, { limit: UNCOUNTED_MAX, fields: COUNTABLE })

/** Without their sections. */
export const listPostsDays = (postIds: readonly PostId[], from: string) =>
  tallies.find(
    { of: 'post', id: oneOf(postIds), day: (_) => _.gte(from) },
    { fields: ['id', 'day', 'readings', 'deep', 'ms', 'apart'] },
  )

/** Newest first, without their texts. */
export const listLiveTitles = (since: number, limit: number): Promise<LivePost[]> =>
  posts.find(
    { state: 'live', publishedAt: above(since) },
    { order: [['publishedAt', 'desc']], limit, fields: ['version', 'audience', TITLE] },
  )
