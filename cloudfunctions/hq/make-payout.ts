// What is payable goes into one batch, held until somebody else approves it or sends it back.
import { PAYOUT_PARTNERS_MAX, type Payout } from '@shared/domain/payout'
import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { findPayout, insertPayout } from '../_kit/data/payouts'
import { listPayablePartners } from '../_kit/data/referrals'
import { refusal } from '../_kit/errors'
import { runPayout } from '../_kit/run-payout'
import type { Handler } from '../_kit/serve'
import { openPayout, showPayout } from '../_kit/show-payout'

const PORTIONS = 2

export const makePayout: Handler<'hq', 'payout.make'> = async ({ payoutId }, { caller: { member } }) => {
  if (!(await findPayout(payoutId))) {
    const partnerIds = await listPayablePartners(PAYOUT_PARTNERS_MAX)
    if (partnerIds.length === 0) throw refusal('nothing-to-pay')
    const fresh: Payout = {
      ...{ _id: payoutId, at: now(), state: 'making', byId: member._id, byName: member.name, partnerIds, next: 0 },
      ...{ items: [], approvedBy: null, approvedName: '', approvedAt: null, endedAt: null, endedBy: null },
      ...{ reason: '', rev: 0 },
    }
    const act = { act: 'payout.made' as const, byId: member._id, byName: member.name, of: `payout.${payoutId}` }
    await appendAudit({ ...act, actId: `payout.${payoutId}.made`, facts: { partners: partnerIds.length } }, now())
    await insertPayout(fresh)
  }
  return showPayout(await runPayout(await openPayout(payoutId), PORTIONS), member._id)
}
