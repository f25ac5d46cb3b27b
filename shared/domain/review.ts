// May this version go out, and who has to have looked at it?
import type { MemberId } from './ids'

/** submitted: waits for somebody else · approved · returned: with notes on what to change. */
export const REVIEW_STATES = ['submitted', 'approved', 'returned'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/**
 * publishAt: when it is to go out once it is approved; null: at once. notes: why it was returned. signed, reason: which
 * risks whoever handed it in answers for, and why they may stand.
 */
export type Review = {
  state: ReviewState
  version: number
  by: MemberId
  byName: string
  at: number
  publishAt: number | null
  signed: string[]
  reason: string
  decidedBy: MemberId | null
  decidedByName: string
  decidedAt: number | null
  notes: string
  before?: Omit<Review, 'before'> | null // how it was given back, when it was handed in again without a change
}
