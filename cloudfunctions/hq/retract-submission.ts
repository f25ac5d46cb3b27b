// Somebody asked us in person to take back what she offered: as if she had done it herself, and on the record.
import { now } from '../_kit/clock'
import type { Handler } from '../_kit/serve'
import { showHqOffer } from '../_kit/show-offer'
import { signed } from '../_kit/signed'
import { withdrawOffer } from '../_kit/take-out-offer'
import { findOffer } from './sign-submission'

export const retractSubmission: Handler<'hq', 'submission.retract'> = async (
  { submissionId, reason },
  { caller: { member } },
) => {
  const one = await findOffer(submissionId)
  const signing = { by: member, act: 'submission.retracted' as const, of: `submission.${one._id}`, rev: one.rev }
  if (one.state !== 'withdrawn') await signed({ ...signing, facts: { reason } }, async () => true)
  return showHqOffer(await withdrawOffer(one, now()))
}
