// How does the shared view form? The same picture that everybody sees.
import { findPoll } from '../_kit/data/polls'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showPicture } from '../_kit/show-poll'

export const seePoll: Handler<'hq', 'poll.see'> = async ({ pollId }) => {
  const poll = found(await findPoll(pollId), 'no-such-poll', 'pollId')
  return { ...(await showPicture(poll)), rev: poll.rev }
}
