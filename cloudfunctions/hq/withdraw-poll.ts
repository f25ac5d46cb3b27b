// A question that should not have been asked: nobody sees it any more, and every voice in it goes.
import { now } from '../_kit/clock'
import { turnPoll } from '../_kit/poll-editor'
import type { Handler } from '../_kit/serve'
import { showHqPoll } from '../_kit/show-poll'

export const withdrawPoll: Handler<'hq', 'poll.withdraw'> = async (asked, { caller }) =>
  showHqPoll(
    await turnPoll(asked, caller.member, {
      act: 'poll.withdrawn',
      from: ['draft', 'open', 'closed'],
      to: () => ({ state: 'withdrawn', sweepAt: now() }),
      isDone: ({ state }) => state === 'withdrawn',
    }),
  )
