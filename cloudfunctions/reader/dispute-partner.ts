// A partner says that something is wrong with what was booked for her.
import { listPartnersOfPerson } from '../_kit/data/partners'
import { findReferralOf, openDispute } from '../_kit/open-dispute'
import type { Handler } from '../_kit/serve'
import { showReferral } from '../_kit/show-partner'

export const disputeAsPartner: Handler<'reader', 'partner.dispute'> = async (
  { referralId, says },
  { caller: { personId }, checkTexts },
) => {
  const own = new Set((await listPartnersOfPerson(personId)).map(({ _id }) => _id))
  const referral = await findReferralOf(referralId, ({ partnerId }) => own.has(partnerId))
  return showReferral(await openDispute(referral, { by: 'partner', says, checkTexts }))
}
