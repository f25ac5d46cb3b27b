// Where is a voice of hers kept, and what did she say, before and now?
import { listBallotsOf } from '../_kit/data/ballots'
import { findPolls } from '../_kit/data/polls'
import type { Handler } from '../_kit/serve'

export const listVoices: Handler<'reader', 'poll.voices'> = async (_, { caller: { personId } }) => {
  const ballots = await listBallotsOf({ personId })
  const polls = new Map((await findPolls(ballots.map(({ pollId }) => pollId))).map((poll) => [poll._id, poll]))
  return {
    voices: ballots.map(({ pollId, moves, reason, agreement }) => {
      const poll = polls.get(pollId)
      const textOf = (optionId: string) => poll?.options.find(({ id }) => id === optionId)?.text ?? ''
      return {
        ...{ pollId, question: poll?.question ?? '', reason, agreedAt: agreement?.at ?? null },
        choices: moves.map(({ at, optionId }) => ({ at, text: textOf(optionId) })),
      }
    }),
  }
}
