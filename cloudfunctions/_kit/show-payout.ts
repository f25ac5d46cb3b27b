// How is a payout shown at the desk?
import type { ShownPayout } from '@shared/contracts/partner'
import type { MemberId, PayoutId } from '@shared/domain/ids'
import { type Payout, totalFen } from '@shared/domain/payout'
import { findPayout } from './data/payouts'
import { found } from './errors'

export const openPayout = async (id: PayoutId): Promise<Payout> =>
  found(await findPayout(id), 'no-such-payout', 'payoutId')

export const showPayout = (payout: Payout, me: MemberId): ShownPayout => {
  const { _id, at, state, byId, byName, approvedName, items, reason } = payout
  const sums = { people: items.length, totalFen: totalFen(payout) }
  return { payoutId: _id, at, state, byName, approvedName, mine: byId === me, reason, ...sums }
}
