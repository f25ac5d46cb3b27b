// Which referrals have come a step further, and which payouts did nobody finish? The ledger is brought up to date, bit by bit.
import { listUnfinished } from '../_kit/data/payouts'
import { listReferralsDue } from '../_kit/data/referrals'
import { runPayout } from '../_kit/run-payout'
import type { Job } from '../_kit/serve-jobs'
import { settleSale } from '../_kit/settle-sale'

/** Of each tick; what is left waits for the next. */
const REFERRALS = 60
const PAYOUTS = 2
const PORTIONS = 2

export const settleLedger: Job = async (now) => {
  const payouts = await listUnfinished(PAYOUTS)
  for (const payout of payouts) await runPayout(payout, PORTIONS)
  const due = await listReferralsDue(now, REFERRALS)
  for (const { _id } of due) await settleSale(_id, now)
  return due.length + payouts.length
}
