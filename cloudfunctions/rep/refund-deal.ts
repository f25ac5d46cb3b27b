// She gave it back: the deal stays in the books as given back, and nothing comes due for it.
import { mayRefundDeal } from '@shared/domain/deal'
import { referralIdOf } from '@shared/domain/referral'
import { now } from '../_kit/clock'
import { changeDeal, findDeal } from '../_kit/data/deals'
import { dropPurchases, showDeals } from '../_kit/deal-file'
import { ensure, found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { settleSale } from '../_kit/settle-sale'

export const refundDeal: Handler<'rep', 'deal.refund'> = async ({ dealId }, { caller: { member } }) => {
  const deal = found(await findDeal(dealId), 'no-such-entry', 'dealId')
  ensure(mayRefundDeal(deal, member._id), 'dealId')
  await dropPurchases(deal)
  await changeDeal(dealId, { refundedAt: null, droppedAt: null }, { refundedAt: now(), due: null })
  await settleSale(referralIdOf(dealId), now())
  const [shown] = await showDeals(member._id, [found(await findDeal(dealId), 'no-such-entry')])
  return { deal: found(shown, 'no-such-entry') }
}
