// Which posts may come again, when, and how have they aged?
import type { Post } from './post'

const DAY_MS = 86_400_000

/** From so many readings on, before and lately, two rates may be compared. */
export const AGE_READINGS_MIN = 30
/** Lately below this part of what it was: it is worn. */
export const WORN_BELOW = 0.7
export const LATELY_DAYS = 14

type Out = Pick<Post, 'state' | 'evergreen' | 'publishedAt'>
type Read = { readings: number; deep: number }
/** steady: read as deeply as before · worn: read less deeply · unknown: too few readings to tell. */
export type Age = 'steady' | 'worn' | 'unknown'

export const isEvergreen = <T extends Out>(
  post: T,
): post is T & { state: 'live'; evergreen: { coolDays: number }; publishedAt: number } =>
  post.state === 'live' && Boolean(post.evergreen) && post.publishedAt !== null

/** When it has rested long enough. */
export const restedAt = (post: { evergreen: { coolDays: number }; publishedAt: number }): number =>
  post.publishedAt + post.evergreen.coolDays * DAY_MS

export const restedDays = (publishedAt: number, at: number): number => Math.floor((at - publishedAt) / DAY_MS)

/** The part of its readings that were deep, lately against before. */
export const ageOf = (before: Read, lately: Read): Age => {
  if (before.readings < AGE_READINGS_MIN || lately.readings < AGE_READINGS_MIN || before.deep === 0) return 'unknown'
  const kept = lately.deep / lately.readings / (before.deep / before.readings)
  return kept < WORN_BELOW ? 'worn' : 'steady'
}

/** What coming again changes: a new version, so that every rep gets words and pictures she has not posted yet. */
export const comeAgain = (post: Pick<Post, 'version' | 'approved' | 'review'>, at: number) => {
  const version = post.version + 1
  return {
    version,
    state: 'live' as const,
    publishedAt: at,
    plannedAt: null,
    approved: post.approved ? { ...post.approved, version } : null,
    review: post.review ? { ...post.review, version } : null,
  }
}
