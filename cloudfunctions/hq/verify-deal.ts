// Somebody at HQ has seen that a deal was paid: only then may anybody be paid for having brought it.
import { amountOf, isSold } from '@shared/domain/deal'
import { isWithin } from '@shared/domain/org'
import { referralIdOf } from '@shared/domain/referral'
import { now } from '../_kit/clock'
import { changeDeal, findDeal } from '../_kit/data/deals'
import { showHqDeals } from '../_kit/deal-part'
import { found, refusal } from '../_kit/errors'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { settleSale } from '../_kit/settle-sale'
import { signed } from '../_kit/signed'

export const verifyDeal: Handler<'hq', 'deal.verify'> = async ({ dealId }, { caller: { member: by } }) => {
  const [scope, stored] = await Promise.all([scopeOf(by), findDeal(dealId)])
  // of what is not there she is told the same as of what is not hers
  if (!scope.all && (!stored || !isWithin(scope, stored))) throw refusal('outside-your-scope', 'dealId')
  const deal = found(stored, 'no-such-entry', 'dealId')
  if (!isSold(deal)) throw refusal('deal-over', 'dealId')
  const facts = { amountFen: amountOf(deal), rep: deal.repId, day: deal.day }
  const seen = { verifiedAt: null, refundedAt: null, droppedAt: null }
  if (deal.verifiedAt === null)
    await signed(
      { by, act: 'deal.verified', of: `deal.${dealId}`, rev: 0, facts },
      () => changeDeal(dealId, seen, { verifiedAt: now(), verifiedBy: by._id }),
      refusal('deal-over', 'dealId'),
    )
  await settleSale(referralIdOf(dealId), now())
  const [shown] = await showHqDeals([found(await findDeal(dealId), 'no-such-entry')])
  return { deal: found(shown, 'no-such-entry') }
}
