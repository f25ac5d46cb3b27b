// She takes back what she offered; a post that was made of it comes down.
import { withdrawOwn } from '../_kit/own-offer'
import type { Handler } from '../_kit/serve'

export const withdrawSubmission: Handler<'rep', 'submission.withdraw'> = ({ submissionId }, { caller: { member } }) =>
  withdrawOwn({ by: 'rep', repId: member._id }, submissionId)
