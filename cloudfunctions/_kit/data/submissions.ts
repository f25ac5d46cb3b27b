// What did reps and customers offer to be published? Changed only from the revision that was seen.
import type { MemberId, PersonId, PostId, SubmissionId } from '@shared/domain/ids'
import type { Post } from '@shared/domain/post'
import {
  type Accepted,
  type Owner,
  offeredSince,
  type Submission,
  type SubmissionState,
} from '@shared/domain/submission'
import { above, type Change, collection, upTo } from '../collection'
import { type Page, pageNewest } from '../page'

const submissions = collection<Submission>('submissions')
const posts = collection<Post>('posts')

/** More than one person may send in a year of days. */
const OWN_MAX = 200

type Asked = { repId?: MemberId; personId?: PersonId }

/** By rep: what she offered herself; by person: what she offered as a customer. creditedAt: since when the post is out. */
export const acceptedOf = async ({ repId, personId }: Asked): Promise<Accepted[]> => {
  const owner = repId !== undefined ? { repId } : personId !== undefined ? { personId } : null
  if (owner === null) return []
  const own = await submissions.find(owner, { order: [['at', 'desc']], limit: OWN_MAX })
  const accepted = own.filter(({ state }) => state === 'accepted')
  const out = await publishedSince(accepted.flatMap(({ postId }) => postId ?? []))
  return accepted.map(({ _id, decidedAt, at, postId }) => ({
    ...{ submissionId: _id, at: decidedAt ?? at, postId },
    creditedAt: (postId && out.get(postId)) ?? null,
  }))
}

/** Of those that are out now: since when. */
export const publishedSince = async (ids: readonly PostId[]): Promise<Map<PostId, number>> => {
  const found = await posts.findMany(ids, ['state', 'publishedAt'])
  return new Map(
    found.flatMap(({ _id, state, publishedAt }) =>
      state === 'live' && publishedAt !== null ? [[_id, publishedAt] as const] : [],
    ),
  )
}

export const findSubmission = (id: SubmissionId): Promise<Submission | null> => submissions.get(id)
/** False when one of that id is there. */
export const insertSubmission = (one: Submission): Promise<boolean> => submissions.insertIfAbsent(one)

const conditionOf = (owner: Owner) =>
  owner.by === 'rep' ? { repId: owner.repId } : { personId: owner.personId, by: 'customer' as const }

/** Newest first. */
export const listOwnOffers = (owner: Owner): Promise<Submission[]> =>
  submissions.find(conditionOf(owner), { order: [['at', 'desc']], limit: OWN_MAX })
export const listOffersOfPerson = (personId: PersonId): Promise<Submission[]> =>
  submissions.find({ personId }, { order: [['at', 'desc']], limit: OWN_MAX })
export const countOffersSince = (owner: Owner, now: number): Promise<number> =>
  submissions.count({ ...conditionOf(owner), at: above(offeredSince(now)) })

export const pageSubmissions = (
  state: SubmissionState,
  cursor: string | undefined,
  size: number,
): Promise<Page<Submission>> => pageNewest(submissions, { state }, { by: 'at', cursor, size })

/** False when it has been changed since. */
export const changeSubmission = async (
  { _id, rev }: Pick<Submission, '_id' | 'rev'>,
  change: Change<Omit<Submission, '_id' | 'rev'>>,
): Promise<boolean> => (await submissions.change({ _id, rev }, { ...change, rev: rev + 1 })) > 0

/** Of these something has to go by now, the longest due first. */
export const listDueOffers = (now: number, limit: number): Promise<Submission[]> =>
  submissions.find({ dropAt: upTo(now) }, { order: [['dropAt', 'asc']], limit })
export const removeSubmission = (_id: SubmissionId): Promise<number> => submissions.remove({ _id })
