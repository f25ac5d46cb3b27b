// She says that a purchase did not come through the partner who was named, or that something else is wrong with it.
import { findReferralOf, openDispute } from '../_kit/open-dispute'
import type { Handler } from '../_kit/serve'
import { showReferral } from '../_kit/show-partner'

export const disputeAsRep: Handler<'rep', 'partner.dispute'> = async (
  { referralId, says },
  { caller: { member }, checkTexts },
) => {
  const referral = await findReferralOf(referralId, ({ repId }) => repId === member._id)
  return showReferral(await openDispute(referral, { by: 'rep', says, checkTexts }))
}
