// She takes her voice back, and with it her agreement to keep it: it counts no more from this moment.
import { takeBackVoice } from '../_kit/poll-voice'
import type { Handler } from '../_kit/serve'

export const takeBackVote: Handler<'reader', 'poll.take-back'> = async ({ pollId }, { caller: { personId } }) => ({
  taken: await takeBackVoice(pollId, { memberId: null, personId }),
})
