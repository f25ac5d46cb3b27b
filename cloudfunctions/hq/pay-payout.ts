// The firm's bank has paid an approved batch: booked once for each partner, however often it is said.
import { mayPayPayout, totalFen } from '@shared/domain/payout'
import { changePayout } from '../_kit/data/payouts'
import { ensure } from '../_kit/errors'
import { runPayout } from '../_kit/run-payout'
import type { Handler } from '../_kit/serve'
import { openPayout, showPayout } from '../_kit/show-payout'
import { signed } from '../_kit/signed'

const PORTIONS = 2

export const payPayout: Handler<'hq', 'payout.pay'> = async ({ payoutId }, { caller: { member } }) => {
  const payout = await openPayout(payoutId)
  ensure(mayPayPayout(payout), 'payoutId')
  if (payout.state === 'paid') return showPayout(payout, member._id)
  if (payout.state === 'approved') {
    const facts = { people: payout.items.length, totalFen: totalFen(payout) }
    const signing = { by: member, act: 'payout.paid' as const, of: `payout.${payoutId}`, rev: payout.rev, facts }
    await signed(signing, () => changePayout(payout, { state: 'paying', next: 0, endedBy: member._id }))
  }
  return showPayout(await runPayout(await openPayout(payoutId), PORTIONS), member._id)
}
