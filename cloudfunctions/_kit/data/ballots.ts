// Who said what, and what before? A voice lies here only as long as she lets it; then a proof remains that leads to nobody.
import { PROOF_DAYS } from '@shared/domain/consent'
import type { MemberId, PersonId, PollId } from '@shared/domain/ids'
import { type Ballot, movedOf } from '@shared/domain/poll'
import { collection, oneOf } from '../collection'
import { readAll } from '../page'

const ballots = collection<Ballot>('ballots')
const DAY_MS = 86_400_000

type Cast = { pollId: PollId; at: number; moved: number }
const CAST = ['pollId', 'moves', 'at'] as const
/** Where she spoke, since when, and how often she changed her mind; the newest thousand. */
export const votesOf = async ({
  memberId,
  personId,
}: {
  memberId?: MemberId
  personId?: PersonId
}): Promise<Cast[]> => {
  const whose = memberId ? { memberId } : personId ? { personId } : null
  if (!whose) return []
  const found = await ballots.find<(typeof CAST)[number]>(whose, { order: [['at', 'desc']], fields: CAST })
  return found.map((ballot) => ({
    pollId: ballot.pollId,
    at: ballot.moves[0]?.at ?? ballot.at,
    moved: movedOf(ballot),
  }))
}

export const findBallot = (id: string): Promise<Ballot | null> => ballots.get(id)
export const listBallotsOf = (whose: { memberId: MemberId } | { personId: PersonId }): Promise<Ballot[]> =>
  ballots.find(whose, { order: [['at', 'desc']] })
export const insertBallot = (ballot: Ballot): Promise<boolean> => ballots.insertIfAbsent(ballot)
/** False when it has changed since it was seen. */
export const changeBallot = async (
  { _id, at }: Pick<Ballot, '_id' | 'at'>,
  { moves, reason, isReasonShown, at: changedAt }: Pick<Ballot, 'moves' | 'reason' | 'isReasonShown' | 'at'>,
): Promise<boolean> => (await ballots.change({ _id, at }, { moves, reason, isReasonShown, at: changedAt })) > 0

const COUNTED = ['moves', 'reason', 'isReasonShown', 'at'] as const
/** One request for every thousand; a poll of 100,000 voices has 800 in a part. */
export const listPart = (pollId: PollId, part: number): Promise<Pick<Ballot, '_id' | (typeof COUNTED)[number]>[]> =>
  readAll(ballots, { pollId, part }, COUNTED)

/** That somebody agreed to have a voice kept, and when it ended. */
type VoiceProof = {
  _id: string
  policyVersion: string
  purposes: ['voice']
  givenAt: number
  withdrawnAt: number
  keptUntil: number
}
const proofs = collection<VoiceProof>('consents')

const proofOf = ({ agreement }: Pick<Ballot, 'agreement'>, at: number): VoiceProof[] =>
  agreement
    ? [
        {
          ...{ _id: `proof.${agreement.proofId}`, policyVersion: agreement.version, purposes: ['voice'] },
          ...{ givenAt: agreement.at, withdrawnAt: at, keptUntil: at + PROOF_DAYS * DAY_MS },
        },
      ]
    : []

/** Before the voices go; kept twice it is one. */
export const keepVoiceProofs = async (some: readonly Pick<Ballot, 'agreement'>[], at: number): Promise<void> => {
  const all = some.flatMap((ballot) => proofOf(ballot, at))
  if (!all.length || (await proofs.insertAll(all))) return
  for (const proof of all) await proofs.insertIfAbsent(proof)
}
export const removeBallot = (id: string): Promise<number> => ballots.remove({ _id: id })

export const removeBallots = (ids: readonly string[]): Promise<number> => ballots.remove({ _id: oneOf(ids) })

const SWEEP = 200
/** Some of a poll's that are to go; none: all are gone. */
export const listSome = (pollId: PollId): Promise<Pick<Ballot, '_id' | 'agreement'>[]> =>
  ballots.find({ pollId }, { limit: SWEEP, fields: ['agreement'] })
