// A customer says what she thinks. Her voice is kept only when she agreed to that; staff speak as staff.
import { findPoll } from '../_kit/data/polls'
import { found, refusal } from '../_kit/errors'
import { castVoice } from '../_kit/poll-voice'
import type { Handler } from '../_kit/serve'
import { showVoice } from '../_kit/show-poll'

export const vote: Handler<'reader', 'poll.vote'> = async ({ pollId, ...said }, { caller, checkTexts }) => {
  if (caller.kind === 'member') throw refusal('staff-voice', 'pollId')
  const poll = found(await findPoll(pollId), 'no-such-poll', 'pollId')
  return showVoice(await castVoice(poll, { memberId: null, personId: caller.personId }, said, checkTexts))
}
