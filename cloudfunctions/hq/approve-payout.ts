// Somebody else than who made it looked at the batch, and lets it be paid.
import { mayApprovePayout, totalFen } from '@shared/domain/payout'
import { now } from '../_kit/clock'
import { changePayout } from '../_kit/data/payouts'
import { ensure } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { openPayout, showPayout } from '../_kit/show-payout'
import { signed } from '../_kit/signed'

export const approvePayout: Handler<'hq', 'payout.approve'> = async ({ payoutId }, { caller: { member } }) => {
  const payout = await openPayout(payoutId)
  const isAgain = payout.state === 'approved' && payout.approvedBy === member._id
  if (!isAgain) {
    ensure(mayApprovePayout(payout, member._id), 'payoutId')
    const facts = { people: payout.items.length, totalFen: totalFen(payout), by: payout.byName }
    const signing = { by: member, act: 'payout.approved' as const, of: `payout.${payoutId}`, rev: payout.rev, facts }
    const yes = { state: 'approved' as const, approvedBy: member._id, approvedName: member.name, approvedAt: now() }
    await signed(signing, () => changePayout(payout, yes))
  }
  return showPayout(await openPayout(payoutId), member._id)
}
