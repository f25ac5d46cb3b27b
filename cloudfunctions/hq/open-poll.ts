// From now on people may say what they think.
import { findPollFault, POLLS_OPEN_MAX } from '@shared/domain/poll'
import { now } from '../_kit/clock'
import { listOpenPolls } from '../_kit/data/polls'
import { refusal } from '../_kit/errors'
import { turnPoll } from '../_kit/poll-editor'
import type { Handler } from '../_kit/serve'
import { showHqPoll } from '../_kit/show-poll'

export const openPoll: Handler<'hq', 'poll.open'> = async (asked, { caller }) => {
  const opensAt = now()
  const poll = await turnPoll(
    asked,
    caller.member,
    {
      act: 'poll.opened',
      from: ['draft'],
      to: () => ({ state: 'open', opensAt }),
      isDone: ({ state, rev }) => state === 'open' && rev === asked.rev + 1,
    },
    async (draft) => {
      const fault = findPollFault(draft, opensAt)
      if (fault) throw refusal(fault.fault, fault.field)
      if ((await listOpenPolls()).length >= POLLS_OPEN_MAX) throw refusal('too-many-polls', 'pollId')
    },
  )
  return showHqPoll(poll)
}
