// What came before a deal, as far as she agreed that it may be known? What she read, talks with her, cards sent to her by hand.
import type { Point } from '@shared/domain/attribution'
import type { ContactId, MemberId } from '@shared/domain/ids'
import type { Touch } from '@shared/domain/sheet'
import { AGAIN_SCORE_MIN } from '@shared/domain/talk-clues'
import { listBoundRoots } from './data/shares'
import { loadFactsOf } from './talk-facts'

/** Where she answered. A purchase is the deal itself. */
const TALKS: readonly Touch['how'][] = ['talked', 'booked', 'dealt', 'meeting', 'consultation']

/** Nothing where the contact is not this rep's any more. */
export const loadPoints = async (repId: MemberId, contactId: ContactId, at: number): Promise<Point[]> => {
  const [facts, cards] = await Promise.all([loadFactsOf(repId, contactId, at), listBoundRoots(repId)])
  if (!facts) return []
  const reads = facts.reads.filter(({ score }) => score >= AGAIN_SCORE_MIN)
  const talks = facts.sheet.touches.filter(({ how }) => TALKS.includes(how))
  return [
    ...reads.map(({ readingId, postId, at: readAt }) => ({
      ...{ id: readingId, of: 'reading' as const, postId, at: readAt },
    })),
    ...talks.map(({ id, at: talkedAt }) => ({ id, of: 'talk' as const, postId: null, at: talkedAt })),
    ...cards
      .filter((card) => card.contactId === contactId)
      .map(({ _id, postId, createdAt }) => ({ id: _id, of: 'share' as const, postId, at: createdAt })),
  ]
}
