// What becomes of what a sale may bring a partner, now that something about it has changed?
import type { ReferralId } from '@shared/domain/ids'
import { findPartner } from './data/partners'
import { dropNameIfDone } from './leave-partner'
import { settleReferral } from './ledger'

/** Where nobody was named nothing happens. Repeated: harmless. Who left keeps no name here for what will never be paid. */
export const settleSale = async (referralId: ReferralId, at: number): Promise<void> => {
  const settled = await settleReferral(referralId, at)
  const isOver = settled?.state === 'reversed' || settled?.state === 'none'
  const partner = isOver ? await findPartner(settled.partnerId) : null
  if (partner) await dropNameIfDone(partner)
}
