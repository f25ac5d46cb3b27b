// HQ asked the customer for something: new words and photos in place of the old.
import { answerOffer } from '../_kit/own-offer'
import type { Handler } from '../_kit/serve'

export const answerSubmission: Handler<'reader', 'submission.answer'> = (said, { caller, checkTexts }) =>
  answerOffer({ by: 'customer', personId: caller.personId }, said, checkTexts)
