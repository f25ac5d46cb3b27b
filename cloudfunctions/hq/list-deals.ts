// The books of a span: what was sold by whom, the latest first; only what waits to be verified, if that is asked.
import { isSold } from '@shared/domain/deal'
import { daysOf, dealsIn, showHqDeals } from '../_kit/deal-part'
import type { Handler } from '../_kit/serve'
import { partFor } from '../_kit/work-scope'

const SHOWN_MAX = 200

export const listDeals: Handler<'hq', 'deal.list'> = async ({ span, open }, { caller: { member } }) => {
  const part = await partFor(member)
  const all = (await dealsIn(part, daysOf(part, span)))
    .filter((deal) => deal.droppedAt === null && (!open || (isSold(deal) && deal.verifiedAt === null)))
    .sort((a, b) => b.at - a.at || (a._id < b._id ? -1 : 1))
  return { deals: await showHqDeals(all.slice(0, SHOWN_MAX)), more: Math.max(0, all.length - SHOWN_MAX) }
}
