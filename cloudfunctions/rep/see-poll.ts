// How does the shared view form, and what does she herself say?
import { mayLook } from '@shared/domain/poll'
import { findPoll } from '../_kit/data/polls'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showWithVoice } from '../_kit/show-poll'

export const seePoll: Handler<'rep', 'poll.see'> = async ({ pollId }, { caller: { member } }) => {
  const poll = found(await findPoll(pollId), 'no-such-poll', 'pollId')
  if (!mayLook(poll, 'rep')) throw refusal('no-such-poll', 'pollId')
  return showWithVoice(poll, 'rep', { memberId: member._id, personId: null })
}
