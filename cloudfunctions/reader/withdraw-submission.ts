// The customer takes back what she offered; a post that was made of it comes down.
import { withdrawOwn } from '../_kit/own-offer'
import type { Handler } from '../_kit/serve'

export const withdrawSubmission: Handler<'reader', 'submission.withdraw'> = (
  { submissionId },
  { caller: { personId } },
) => withdrawOwn({ by: 'customer', personId }, submissionId)
