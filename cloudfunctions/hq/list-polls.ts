// What was asked, is asked, and is to be asked? The latest first.
import { pagePolls } from '../_kit/data/polls'
import type { Handler } from '../_kit/serve'
import { showHqPoll } from '../_kit/show-poll'

const PAGE = 30

export const listPolls: Handler<'hq', 'poll.list'> = async ({ cursor }) => {
  const { items, next } = await pagePolls(cursor, PAGE)
  return { polls: items.map(showHqPoll), next }
}
