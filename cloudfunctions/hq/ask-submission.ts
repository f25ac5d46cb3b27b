// HQ wants something of her first: she reads it with her offer, and answers with new words or photos.
import { askOf, mayAsk } from '@shared/domain/submission'
import { now } from '../_kit/clock'
import { ensure } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showHqOffer } from '../_kit/show-offer'
import { ensureRound, findOffer, signedChange } from './sign-submission'

export const askSubmission: Handler<'hq', 'submission.ask'> = async (
  { submissionId, round, says },
  { caller: { member } },
) => {
  const one = await findOffer(submissionId)
  const last = one.questions.at(-1)
  if (one.state === 'asked' && one.round === round && last?.says === says) return showHqOffer(one)
  ensure(mayAsk(one), 'submissionId')
  ensureRound(one, round)
  const change = askOf(one, { at: now(), byName: member.name, says })
  return showHqOffer(await signedChange(one, change, { by: member, act: 'submission.asked', facts: { round } }))
}
