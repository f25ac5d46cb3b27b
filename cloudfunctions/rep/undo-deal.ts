// A slip: the deal counts for nothing, and what was written into her notes for it goes.
import { mayUndoDeal } from '@shared/domain/deal'
import { referralIdOf } from '@shared/domain/referral'
import { now } from '../_kit/clock'
import { changeDeal, findDeal } from '../_kit/data/deals'
import { dropPurchases } from '../_kit/deal-file'
import { ensure, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { settleSale } from '../_kit/settle-sale'

/** Asked again after a crash, whatever is left is done. */
export const undoDeal: Handler<'rep', 'deal.undo'> = async ({ dealId }, { caller: { member } }) => {
  const deal = await findDeal(dealId)
  if (deal?.repId !== member._id) return { dropped: false }
  const at = now()
  ensure(mayUndoDeal(deal, member._id, at), 'dealId')
  await dropPurchases(deal)
  const dropped = deal.droppedAt === null
  if (dropped && !(await changeDeal(dealId, { verifiedAt: null, refundedAt: null }, { droppedAt: at, due: null })))
    throw refusal('deal-verified', 'dealId')
  await settleSale(referralIdOf(dealId), at)
  return { dropped }
}
