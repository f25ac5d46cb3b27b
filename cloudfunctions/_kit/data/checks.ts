// What is WeChat still to be asked, what did it answer, and about what?
import type { Check, CheckState, Subject } from '@shared/domain/check'
import type { PostId } from '@shared/domain/ids'
import { type Change, collection, oneOf, upTo } from '../collection'

const checks = collection<Check>('checks')

/** Far more than one post has texts and images. */
const SUBJECT_MAX = 500
/** Far more than a post is saved after somebody's words came into it. */
const VERSIONS_MAX = 500

const subjectsUpTo = (of: 'post' | 'submission', id: string, version: number): Subject[] =>
  Array.from({ length: Math.min(version, VERSIONS_MAX) }, (_, n): Subject => `${of}.${id}.${version - n}`)

/** False: it is there already. */
export const insertCheck = (check: Check): Promise<boolean> => checks.insertIfAbsent(check)
export const findCheck = (id: string): Promise<Check | null> => checks.get(id)

/** In the order of the subject's fields. */
export const listChecks = async (subject: Subject): Promise<Check[]> => {
  const place = ({ _id }: Check) => Number(_id.slice(_id.lastIndexOf('.') + 1))
  return (await checks.find({ subject }, { limit: SUBJECT_MAX })).sort((a, b) => place(a) - place(b))
}

/** What is to be looked at by now, the longest due first. */
export const listDueChecks = (state: CheckState, now: number, limit: number): Promise<Check[]> =>
  checks.find({ state, nextAt: upTo(now) }, { order: [['nextAt', 'asc']], limit })

/** How many are still to be asked about, and since when the one that waits longest is due. */
export const countDueChecks = (): Promise<number> => checks.count({ state: 'due' })
export const oldestDueCheck = async (now: number): Promise<number | null> =>
  (await listDueChecks('due', now, 1))[0]?.nextAt ?? null

/** The one that this answer belongs to; a stray answer itself is none. */
export const findCheckByTrace = async (traceId: string): Promise<Check | null> =>
  (await checks.find({ traceId }, { limit: 5 })).find(({ state }) => state !== 'stray') ?? null

/** False when it is no longer as it was seen. */
export const changeCheck = async (
  { _id, state, verdict, nextAt }: Pick<Check, '_id' | 'state' | 'verdict' | 'nextAt'>,
  change: Change<Check>,
): Promise<boolean> => (await checks.change({ _id, state, verdict, nextAt }, change)) > 0

export const removeStrays = (now: number): Promise<number> => checks.remove({ state: 'stray', nextAt: upTo(now) })
/** What was asked about a thing's versions up to this one. */
export const removeChecksOf = (of: 'submission', id: string, upToVersion: number): Promise<number> =>
  checks.remove({ subject: oneOf(subjectsUpTo(of, id, upToVersion)) })
/** The same of these places of a post alone. */
export const removeChecksAbout = (postId: PostId, upToVersion: number, places: readonly string[]): Promise<number> =>
  checks.remove({ subject: oneOf(subjectsUpTo('post', postId, upToVersion)), place: oneOf(places) })

export const removeCheck = (_id: string): Promise<number> => checks.remove({ _id })
