// What does a rep keep at hand, and what has she ticked off? One document per rep, changed only as it was seen.
import { type Coaching, newCoaching } from '@shared/domain/coaching'
import type { MemberId } from '@shared/domain/ids'
import { collection } from '../collection'

const coachings = collection<Coaching>('coachings')

/** Two phones of one rep may change it at once; each reads again when the other was faster. */
const TRIES = 5

export const findCoaching = async (repId: MemberId): Promise<Coaching> =>
  (await coachings.get(repId)) ?? newCoaching(repId)

/** Applies a rule, again from the start when someone was faster; null when it never got through. */
export const changeCoaching = async (
  repId: MemberId,
  rule: (coaching: Coaching) => Coaching,
): Promise<Coaching | null> => {
  for (let left = TRIES; left > 0; left--) {
    const before = await coachings.get(repId)
    const { rev } = before ?? newCoaching(repId)
    const after = { ...rule(before ?? newCoaching(repId)), rev: rev + 1 }
    const { favourites, ticks, tickedAt = {} } = after
    const isKept = before
      ? (await coachings.change({ _id: repId, rev }, { favourites, ticks, tickedAt, rev: rev + 1 })) > 0
      : await coachings.insertIfAbsent(after)
    if (isKept) return after
  }
  return null
}
