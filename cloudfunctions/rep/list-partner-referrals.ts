// Which purchases came through this partner of hers, and how far is each?
import { listReferralsOf } from '../_kit/data/referrals'
import type { Handler } from '../_kit/serve'
import { findOwnPartner } from '../_kit/show-own-partner'
import { showReferral } from '../_kit/show-partner'

export const listPartnerReferrals: Handler<'rep', 'partner.referrals'> = async (
  { partnerId },
  { caller: { member } },
) => {
  const partner = await findOwnPartner(member._id, partnerId)
  return { referrals: (await listReferralsOf(partner._id)).map(showReferral) }
}
