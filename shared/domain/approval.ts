// Who may let this very version out? Alone where there is no risk; where there is one, somebody who did not make it.
import type { MemberId } from './ids'
import { mayRewrite, type Post } from './post'
import type { Review } from './review'
import { needsSecond, type Risk } from './safety'

export const NOTES_MAX = 500

type Reviewed = Pick<Post, 'version' | 'state' | 'createdBy' | 'saved' | 'writers' | 'review' | 'recalledAt'>
type No<R extends string> = { ok: false; reason: R }
type Decision<R extends string> = { ok: true } | No<R>
const yes = { ok: true } as const
const no = <R extends string>(reason: R): No<R> => ({ ok: false, reason })

/** The review of the version as it is now; saving again ends it. */
export const reviewOf = ({ review, version }: Pick<Post, 'review' | 'version'>): Review | null =>
  review && review.version === version ? review : null

/** Approved, and not taken back since: what was recalled is looked at anew. */
export const isApproved = (post: Reviewed): boolean => {
  const review = reviewOf(post)
  return review?.state === 'approved' && (review.decidedAt ?? 0) >= (post.recalledAt ?? 0)
}

/** Does somebody answer for every doubtful thing in it? A signature without a reason signs nothing. */
export const mayAnswerFor = (
  risks: readonly Pick<Risk, 'id' | 'severity' | 'where'>[],
  by: { signed: readonly string[]; reason: string },
): Decision<'words-blocked' | 'minor-unproven' | 'words-unsigned'> => {
  const blocked = risks.find(({ severity }) => severity === 'block')
  if (blocked) return no(blocked.where === 'image' ? 'minor-unproven' : 'words-blocked')
  const signed = by.reason.trim() === '' ? [] : by.signed
  const open = risks.some(({ id, severity }) => severity === 'sign' && signed.indexOf(id) < 0)
  return open ? no('words-unsigned') : yes
}

/** May an editor put it out by herself? */
export const mayGoAlone = (
  post: Reviewed,
  risks: readonly Pick<Risk, 'severity'>[],
): Decision<'needs-approval' | 'under-review'> => {
  if (isApproved(post)) return yes
  const review = reviewOf(post)
  if (review?.state === 'submitted') return no('under-review')
  return needsSecond(risks) || review?.state === 'returned' ? no('needs-approval') : yes
}

/** May it be handed in for somebody else to look at? Also again, with another time. */
export const maySubmit = (post: Reviewed, version: number): Decision<'stale-version' | 'not-a-draft'> => {
  if (post.version !== version) return no('stale-version')
  return mayRewrite(post.state) ? yes : no('not-a-draft')
}

/** Whoever wrote any of it or handed it in is not a second person. */
export const isOwnWork = (post: Reviewed, by: MemberId): boolean =>
  [post.createdBy, post.saved?.by, ...(post.writers ?? []), reviewOf(post)?.by].indexOf(by) >= 0

/** May she approve or return it? */
export const mayDecide = (
  post: Reviewed,
  { version, by }: { version: number; by: MemberId },
): Decision<'stale-version' | 'not-submitted' | 'own-work'> => {
  if (post.version !== version) return no('stale-version')
  if (reviewOf(post)?.state !== 'submitted' || !mayRewrite(post.state)) return no('not-submitted')
  return isOwnWork(post, by) ? no('own-work') : yes
}

type Someone = { by: MemberId; byName: string; at: number }
type Wish = Pick<Review, 'publishAt' | 'signed' | 'reason'>

/** What it was given back with stays known: taken back, it is as it was before. */
const givenBack = (review: Review | null): Review['before'] => {
  if (review?.state === 'submitted') return review.before ?? null
  if (review?.state !== 'returned') return null
  const { before: _, ...returned } = review
  return returned
}

export const submitAs = (post: Reviewed, wish: Wish, { by, byName, at }: Someone): Review => ({
  ...{ state: 'submitted', version: post.version, by, byName, at, ...wish },
  ...{ decidedBy: null, decidedByName: '', decidedAt: null, notes: '' },
  before: givenBack(reviewOf(post)),
})

/** May she take back what was handed in? Whoever had a hand in it may. */
export const mayWithdraw = (
  post: Reviewed,
  { version, by }: { version: number; by: MemberId },
): Decision<'stale-version' | 'not-submitted' | 'not-handed-in-by-you'> => {
  if (post.version !== version) return no('stale-version')
  if (reviewOf(post)?.state !== 'submitted') return no('not-submitted')
  return isOwnWork(post, by) ? yes : no('not-handed-in-by-you')
}
export const withdrawAs = (post: Reviewed): Review | null => reviewOf(post)?.before ?? null

/** Has this been handed in just like that already? Then a repeat is no second one. */
export const isSubmittedAs = (post: Reviewed, version: number, wish: Wish & Pick<Someone, 'by'>): boolean => {
  const review = reviewOf(post)
  if (post.version !== version || review?.state !== 'submitted') return false
  const same = review.by === wish.by && review.publishAt === wish.publishAt && review.reason === wish.reason
  return same && review.signed.join() === wish.signed.join()
}

export const decideAs = (
  review: Review,
  decided: { state: 'approved' | 'returned'; notes: string },
  { by, byName, at }: Someone,
): Review => ({ ...review, ...decided, decidedBy: by, decidedByName: byName, decidedAt: at })
