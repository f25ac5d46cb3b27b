// A poll, its picture and somebody's own voice, as screens show them. Three documents, however many have spoken.
import type { OwnVoice, SeenPoll, SeenPollWithVoice, ShownPoll } from '@shared/contracts/poll'
import { type Ballot, ballotIdOf, type Poll, stateAt, type Voter } from '@shared/domain/poll'
import { pictureOf } from '@shared/domain/poll-picture'
import { now } from './clock'
import { findBallot } from './data/ballots'
import { findTotal } from './data/polls'

export const showPoll = (poll: Poll): ShownPoll => {
  const { _id, firm, question, options, whoMayVote, opensAt, closesAt } = poll
  return { pollId: _id, firm, question, options, whoMayVote, state: stateAt(poll, now()), opensAt, closesAt }
}
export const showHqPoll = (poll: Poll) => ({ ...showPoll(poll), rev: poll.rev })

export const showVoice = ({ moves, reason, isReasonShown }: Ballot): OwnVoice => ({ moves, reason, isReasonShown })

export const showPicture = async (poll: Poll): Promise<SeenPoll> => {
  const total = await findTotal(poll._id)
  return {
    poll: showPoll(poll),
    picture: total && pictureOf(total.sums, poll.options.length),
    isWaiting: total?.isWaiting ?? false,
  }
}

/** May one of these speak at all, were it open? */
export const isAsked = ({ whoMayVote }: Poll, as: 'rep' | 'customer'): boolean =>
  whoMayVote !== (as === 'rep' ? 'customers' : 'reps')

/** voter null: nobody known yet, who may speak once she agrees to be. */
export const showWithVoice = async (
  poll: Poll,
  as: 'rep' | 'customer',
  voter: Voter | null,
): Promise<SeenPollWithVoice> => {
  const [seen, ballot] = await Promise.all([showPicture(poll), voter && findBallot(ballotIdOf(poll._id, voter))])
  const mayVote = isAsked(poll, as) && seen.poll.state === 'open'
  return { ...seen, mayVote, voice: ballot && showVoice(ballot) }
}
