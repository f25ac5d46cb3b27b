// An approved batch as a table for finance; who took it out is written down first.
import { mayExportPayout, PAYOUT_HEAD, payoutRows } from '@shared/domain/payout'
import { appendAudit } from '../_kit/audit'
import { now } from '../_kit/clock'
import { ensure } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { openPayout } from '../_kit/show-payout'

export const exportPayout: Handler<'hq', 'payout.export'> = async ({ payoutId }, { caller: { member } }) => {
  const payout = await openPayout(payoutId)
  ensure(mayExportPayout(payout), 'payoutId')
  const [at, of] = [now(), `payout.${payoutId}`]
  const act = { act: 'payout.exported' as const, byId: member._id, byName: member.name, of }
  await appendAudit({ ...act, actId: `${of}.exported.${member._id}.${at}`, facts: { rows: payout.items.length } }, at)
  return { head: [...PAYOUT_HEAD], rows: payoutRows(payout) }
}
