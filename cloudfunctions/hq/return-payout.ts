// A batch is sent back: what it held is payable again.
import { mayReturnPayout } from '@shared/domain/payout'
import { changePayout } from '../_kit/data/payouts'
import { ensure } from '../_kit/errors'
import { runPayout } from '../_kit/run-payout'
import type { Handler } from '../_kit/serve'
import { openPayout, showPayout } from '../_kit/show-payout'
import { signed } from '../_kit/signed'

const PORTIONS = 2

export const returnPayout: Handler<'hq', 'payout.return'> = async ({ payoutId, reason }, { caller: { member } }) => {
  const payout = await openPayout(payoutId)
  if (payout.state === 'returned') return showPayout(payout, member._id)
  ensure(mayReturnPayout(payout), 'payoutId')
  if (payout.state !== 'returning') {
    const signing = { by: member, act: 'payout.returned' as const, of: `payout.${payoutId}`, rev: payout.rev }
    const back = { state: 'returning' as const, next: 0, endedBy: member._id, reason }
    await signed({ ...signing, facts: { reason } }, () => changePayout(payout, back))
  }
  return showPayout(await runPayout(await openPayout(payoutId), PORTIONS), member._id)
}
