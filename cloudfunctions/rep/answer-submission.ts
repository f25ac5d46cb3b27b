// HQ asked for something: new words and photos in place of the old.
import { answerOffer } from '../_kit/own-offer'
import type { Handler } from '../_kit/serve'

export const answerSubmission: Handler<'rep', 'submission.answer'> = (said, { caller: { member }, checkTexts }) =>
  answerOffer({ by: 'rep', repId: member._id }, said, checkTexts)
