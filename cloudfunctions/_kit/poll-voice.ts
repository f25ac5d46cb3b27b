// Somebody says what she thinks, or takes it back. Saying it again changes nothing; what she takes back is gone at once.
import { randomBytes } from 'node:crypto'
import { checkAdvert } from '@shared/domain/advert/check'
import type { MemberId, PersonId } from '@shared/domain/ids'
import {
  type Ballot,
  ballotIdOf,
  isTelling,
  mayVote,
  move,
  type Poll,
  VOICE_VERSION,
  type VoiceAgreement,
  type Voter,
} from '@shared/domain/poll'
import { partOf } from '@shared/domain/poll-sums'
import { now } from './clock'
import { changeBallot, findBallot, insertBallot, keepVoiceProofs, listBallotsOf, removeBallot } from './data/ballots'
import { findPoll, findPolls, touchPart } from './data/polls'
import { ensure, found, refusal } from './errors'
import { recountPart } from './poll-count'
import type { CheckTexts } from './wechat'

type Said = { optionId: string; reason: string | null; agreedTo?: string | null }

/** Shown to others only when WeChat let it pass, nothing in it advertises, and it leads to nobody. */
const judgeReason = async (reason: string | null, checkTexts: CheckTexts): Promise<boolean> => {
  if (reason === null) return false
  const verdict = await checkTexts([reason])
  if (verdict === 'risky') throw refusal('unsafe-text', 'reason')
  const isAdvert = checkAdvert(reason).some(({ severity }) => severity !== 'hint')
  return verdict === 'pass' && !isAdvert && !isTelling(reason)
}

/** A customer's, kept from before or given now; a rep's voice needs none. */
const agreementOf = (before: Ballot | null, { personId }: Voter, agreedTo: string | null): VoiceAgreement | null => {
  if (personId === null) return null
  if (before?.agreement?.version === VOICE_VERSION) return before.agreement
  if (agreedTo === null) throw refusal('voice-not-agreed', 'agreedTo')
  if (agreedTo !== VOICE_VERSION) throw refusal('policy-changed', 'agreedTo')
  return { version: VOICE_VERSION, proofId: randomBytes(12).toString('base64url'), at: now() }
}

const later = (before: Ballot | null): number => Math.max(now(), (before?.at ?? 0) + 1)

/** Her voice as it stands then. */
export const castVoice = async (
  poll: Poll,
  voter: Voter,
  { optionId, reason, agreedTo = null }: Said,
  checkTexts: CheckTexts,
): Promise<Ballot> => {
  const _id = ballotIdOf(poll._id, voter)
  const before = await findBallot(_id)
  ensure(mayVote(poll, voter.personId === null ? 'rep' : 'customer', { optionId, before, now: now() }), 'pollId')
  const agreement = agreementOf(before, voter, agreedTo)
  const isReasonShown = await judgeReason(reason, checkTexts)
  const at = later(before)
  const part = partOf(_id)
  const kept: Ballot = before ?? {
    ...{ _id, pollId: poll._id, part, ...voter, moves: [{ at, optionId }] },
    ...{ reason, isReasonShown, at, agreement },
  }
  const moved = move(kept, optionId, at)
  const isSame = before !== null && moved === before && before.reason === reason
  const after = { ...moved, reason, isReasonShown, at: isSame ? moved.at : at }
  await touchPart(poll._id, part) // before, so that a daily recount finds what a crash left uncounted
  if (!isSame && !(await (before ? changeBallot(before, after) : insertBallot(after)))) throw refusal('busy')
  await touchPart(poll._id, part) // also when it is said again: the first time may have died before this
  return after
}

const takeOut = async (ballot: Ballot, poll: Poll | undefined): Promise<void> => {
  await keepVoiceProofs([ballot], now())
  await removeBallot(ballot._id)
  await touchPart(ballot.pollId, ballot.part)
  if (poll) await recountPart(poll, ballot.part)
}

/** Also when the poll is over: from now on it counts her no more. False when there is none of hers. */
export const takeBackVoice = async (pollId: Poll['_id'], voter: Voter): Promise<boolean> => {
  const poll = found(await findPoll(pollId), 'no-such-poll', 'pollId')
  const ballot = await findBallot(ballotIdOf(pollId, voter))
  if (!ballot) return false
  await takeOut(ballot, poll)
  return true
}

/** All she ever said, for she wants to be forgotten or has left. */
export const takeBackVoices = async (whose: { memberId: MemberId } | { personId: PersonId }): Promise<number> => {
  const ballots = await listBallotsOf(whose)
  const polls = await findPolls(ballots.map(({ pollId }) => pollId))
  for (const ballot of ballots)
    await takeOut(
      ballot,
      polls.find(({ _id }) => _id === ballot.pollId),
    )
  return ballots.length
}
