// What do others think? Anybody may look; her own voice shows to her alone.
import { mayLook, VOICE_VERSION } from '@shared/domain/poll'
import { findPoll } from '../_kit/data/polls'
import { found, refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showWithVoice } from '../_kit/show-poll'

export const seePoll: Handler<'reader', 'poll.see'> = async ({ pollId }, { caller }) => {
  const poll = found(await findPoll(pollId), 'no-such-poll', 'pollId')
  if (!mayLook(poll, 'customer')) throw refusal('no-such-poll', 'pollId')
  const voter = caller.kind === 'person' ? { memberId: null, personId: caller.personId } : null
  const seen = await showWithVoice(poll, 'customer', voter)
  return { ...seen, mayVote: seen.mayVote && caller.kind !== 'member', version: VOICE_VERSION }
}
