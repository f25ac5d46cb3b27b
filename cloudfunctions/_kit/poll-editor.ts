// An editor changes a poll as she saw it: written down first, told the same when she says it again.
import type { AuditAct } from '@shared/domain/audit'
import type { PollId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import type { Poll, PollState } from '@shared/domain/poll'
import { now } from './clock'
import { changePoll, findPoll } from './data/polls'
import { found, refusal } from './errors'
import { signed } from './signed'

type Turn = {
  act: Extract<AuditAct, 'poll.opened' | 'poll.closed' | 'poll.withdrawn'>
  from: readonly PollState[] // as stored
  to: (poll: Poll) => Partial<Omit<Poll, '_id' | 'rev' | 'at'>>
  isDone: (poll: Poll) => boolean // it is so already
}

/** before: what has to be right, and to be there, before it is done. */
export const turnPoll = async (
  { pollId, rev }: { pollId: PollId; rev: number },
  by: Pick<Member, '_id' | 'name'>,
  { act, from, to, isDone }: Turn,
  before: (poll: Poll) => Promise<void> = async () => {},
): Promise<Poll> => {
  const poll = found(await findPoll(pollId), 'no-such-poll', 'pollId')
  if (isDone(poll)) return poll
  if (poll.rev !== rev) throw refusal('stale-version', 'rev')
  if (!from.includes(poll.state)) throw refusal('poll-not-so', 'pollId')
  await before(poll)
  const change = { ...to(poll), at: now() }
  const facts = { question: poll.question, who: poll.whoMayVote }
  await signed({ by, act, of: `poll.${pollId}`, rev, facts }, () => changePoll(poll, change))
  return { ...poll, ...change, rev: rev + 1 }
}
