// A rep says what she thinks, or thinks otherwise by now.
import { findPoll } from '../_kit/data/polls'
import { found } from '../_kit/errors'
import { castVoice } from '../_kit/poll-voice'
import type { Handler } from '../_kit/serve'
import { showVoice } from '../_kit/show-poll'

export const vote: Handler<'rep', 'poll.vote'> = async ({ pollId, ...said }, { caller: { member }, checkTexts }) => {
  const poll = found(await findPoll(pollId), 'no-such-poll', 'pollId')
  return showVoice(await castVoice(poll, { memberId: member._id, personId: null }, said, checkTexts))
}
