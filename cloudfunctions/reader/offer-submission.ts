// A customer offers HQ a photo and words of hers; who she is is kept because she agrees to it here, and told to nobody.
import { refusal } from '../_kit/errors'
import { sendOffer } from '../_kit/own-offer'
import type { Handler } from '../_kit/serve'

export const offerSubmission: Handler<'reader', 'submission.offer'> = (said, { caller, checkTexts }) => {
  if (caller.kind === 'member') throw refusal('offer-staff')
  return sendOffer({ owner: { by: 'customer', personId: caller.personId }, storeId: null }, said, checkTexts)
}
