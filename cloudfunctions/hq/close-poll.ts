// Nobody says anything more from now on; what was said stays to be seen. The job counts the last and closes the book.
import { now } from '../_kit/clock'
import { turnPoll } from '../_kit/poll-editor'
import type { Handler } from '../_kit/serve'
import { showHqPoll } from '../_kit/show-poll'

export const closePoll: Handler<'hq', 'poll.close'> = async (asked, { caller }) => {
  const closesAt = now()
  return showHqPoll(
    await turnPoll(asked, caller.member, {
      act: 'poll.closed',
      from: ['open'],
      to: (poll) => ({ closesAt: Math.min(poll.closesAt, closesAt) }),
      isDone: (poll) => poll.state === 'closed' || (poll.state === 'open' && poll.closesAt <= closesAt),
    }),
  )
}
