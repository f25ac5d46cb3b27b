// How does HQ change what was offered? Of the words that were looked at, on the record before it is done.
import type { AuditAct, AuditFacts } from '@shared/domain/audit'
import type { SubmissionId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import type { Submission } from '@shared/domain/submission'
import { changeSubmission, findSubmission } from '../_kit/data/submissions'
import { found, refusal } from '../_kit/errors'
import { signed } from '../_kit/signed'

export const findOffer = async (id: SubmissionId): Promise<Submission> =>
  found(await findSubmission(id), 'no-such-offer', 'submissionId')

/** Others have come since: they are looked at first. */
export const ensureRound = (one: Submission, round: number): void => {
  if (one.round !== round) throw refusal('stale-version', 'round')
}

type Signature = { by: Member; act: AuditAct; facts: AuditFacts }

/** The log says what was done and why, never what she wrote or who she is. */
export const signedChange = async (
  one: Submission,
  change: Partial<Submission>,
  { by, act, facts }: Signature,
): Promise<Submission> => {
  const signing = { by, act, of: `submission.${one._id}`, rev: one.rev, facts }
  await signed(signing, () => changeSubmission(one, change), refusal('stale-version', 'submissionId'))
  return { ...one, ...change, rev: one.rev + 1 }
}
