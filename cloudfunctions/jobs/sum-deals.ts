// What is each deal put down to? Worked out soon after it was written, and anew when somebody no longer agrees; kept as sums.
import { attribute, keptCredits } from '@shared/domain/attribution'
import { amountOf } from '@shared/domain/deal'
import { keepCredits, listDue } from '../_kit/data/deals'
import { loadPoints } from '../_kit/deal-points'

/** A reading comes to rest before it counts: one of just before the deal would be missed. */
export const CREDIT_AFTER_MS = 2 * 3_600_000
/** A deal takes about eight requests. */
const A_TICK = 20

export const sumDeals = async (now: number): Promise<number> => {
  let done = 0
  for (const deal of await listDue(now - CREDIT_AFTER_MS, A_TICK)) {
    const points = deal.contactId === null ? [] : await loadPoints(deal.repId, deal.contactId, now)
    if (await keepCredits(deal, keptCredits(attribute(amountOf(deal), points, deal.at)))) done++
  }
  return done
}
