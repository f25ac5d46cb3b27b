// HQ says no, and why, for her to read; what is left of it goes after a while.
import { DECLINED_KEPT_MS, mayDecide } from '@shared/domain/submission'
import { now } from '../_kit/clock'
import { ensure } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showHqOffer } from '../_kit/show-offer'
import { ensureRound, findOffer, signedChange } from './sign-submission'

export const declineSubmission: Handler<'hq', 'submission.decline'> = async (
  { submissionId, round, reason },
  { caller: { member } },
) => {
  const one = await findOffer(submissionId)
  if (one.state === 'declined' && one.round === round && one.reason === reason) return showHqOffer(one)
  ensure(mayDecide(one), 'submissionId')
  ensureRound(one, round)
  const at = now()
  const change = { state: 'declined' as const, reason, decidedAt: at, dropAt: at + DECLINED_KEPT_MS }
  return showHqOffer(await signedChange(one, change, { by: member, act: 'submission.declined', facts: { reason } }))
}
