// She offers HQ a photo and words of hers.
import { sendOffer } from '../_kit/own-offer'
import type { Handler } from '../_kit/serve'

export const offerSubmission: Handler<'rep', 'submission.offer'> = (said, { caller: { member }, checkTexts }) =>
  sendOffer({ owner: { by: 'rep', repId: member._id }, storeId: member.storeId }, said, checkTexts)
