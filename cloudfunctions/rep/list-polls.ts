// What are people asked just now, and what came of the last questions? With whether she has spoken.
import { listBallotsOf } from '../_kit/data/ballots'
import { listClosedPolls, listOpenPolls } from '../_kit/data/polls'
import type { Handler } from '../_kit/serve'
import { isAsked, showPoll } from '../_kit/show-poll'

const CLOSED_SHOWN = 20

export const listPolls: Handler<'rep', 'poll.list'> = async (_, { caller: { member } }) => {
  const [open, closed, own] = await Promise.all([
    ...([listOpenPolls(), listClosedPolls(CLOSED_SHOWN), listBallotsOf({ memberId: member._id })] as const),
  ])
  const spoken = new Set(own.map(({ pollId }) => pollId))
  return {
    polls: [...open, ...closed].map((poll) => {
      const shown = showPoll(poll)
      const mayVote = shown.state === 'open' && isAsked(poll, 'rep')
      return { ...shown, mayVote, hasVoted: spoken.has(poll._id) }
    }),
  }
}
