// What was asked, is asked, and is to be asked? The latest first.
import { stateAt } from '@shared/domain/poll'
import { now } from '../_kit/clock'
import { listOpenPolls, pagePolls } from '../_kit/data/polls'
import type { Handler } from '../_kit/serve'
import { showHqPoll } from '../_kit/show-poll'

const PAGE = 30

export const listPolls: Handler<'hq', 'poll.list'> = async ({ cursor, open }) => {
  if (open) {
    const at = now()
    const polls = (await listOpenPolls()).filter((poll) => stateAt(poll, at) === 'open')
    return { polls: polls.map(showHqPoll), next: null }
  }
  const { items, next } = await pagePolls(cursor, PAGE)
  return { polls: items.map(showHqPoll), next }
}
