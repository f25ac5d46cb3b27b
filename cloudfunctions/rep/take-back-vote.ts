// A rep takes back what she said: it counts no more.
import { takeBackVoice } from '../_kit/poll-voice'
import type { Handler } from '../_kit/serve'

export const takeBackVote: Handler<'rep', 'poll.take-back'> = async ({ pollId }, { caller: { member } }) => ({
  taken: await takeBackVoice(pollId, { memberId: member._id, personId: null }),
})
