// Seeds what HQ asks and what people said: saved, opened and answered by the actions, then moved to the days on which it would have been.
import { dayAfter, dayOf, instantOf } from '@shared/domain/day'
import { VOICE_VERSION } from '@shared/domain/poll'
import { type DemoPoll, demoPolls } from '../demo/polls.data'
import type { Admin } from './admin'
import type { As, Door } from './door'
import { type DemoVoice, voicesOf } from './voices'

const DAY_MS = 86_400_000
/** Before anybody speaks. */
const OPENING = '08:00'

type Stored = { rev: number; opensAt: number | null }
type Polls = { door: Door; admin: Admin; editor: As; now: number }

const optionIdOf = (option: number): string => `o${option + 1}`

/** The instant at which the action has it that she spoke last. */
const speak = async (door: Door, pollId: string, voice: DemoVoice): Promise<number> => {
  const as = { openid: voice.openid }
  const say = async (option: number, reason: string | null): Promise<number> => {
    const said = { pollId, optionId: optionIdOf(option), reason }
    const { moves } =
      voice.as === 'rep'
        ? await door.call('rep', 'poll.vote', said, as)
        : await door.call('reader', 'poll.vote', { ...said, agreedTo: VOICE_VERSION }, as)
    return moves[moves.length - 1]?.at ?? 0
  }
  if (!voice.later) return say(voice.first.option, voice.reason)
  await say(voice.first.option, null)
  return say(voice.later.option, voice.reason)
}

/** Whose a ballot is only the cloud knows; by its instant it is known here, for one spoke after another. */
const speakAll = async ({ door, admin }: Polls, poll: DemoPoll, voices: readonly DemoVoice[]): Promise<void> => {
  const said = new Map<number, DemoVoice>()
  for (const voice of voices) said.set(await speak(door, poll.id, voice), voice)
  for (const { _id, moves, agreement } of await admin.list('ballots', { pollId: poll.id })) {
    const voice = said.get((moves as { at: number }[]).slice(-1)[0]?.at ?? 0)
    if (!voice) continue
    const all = [voice.first, ...(voice.later ? [voice.later] : [])]
    const at = (voice.later ?? voice.first).at
    await admin.update('ballots', String(_id), {
      ...{ moves: all.map((one) => ({ optionId: optionIdOf(one.option), at: one.at })), at },
      ...(agreement !== null && { agreement: { ...(agreement as object), at: voice.first.at } }),
    })
  }
}

/** Saved and open, as far as it is to be; false where all of it was put in before an interruption. */
const ask = async ({ door, editor, now }: Polls, poll: DemoPoll, stored: Stored | undefined): Promise<boolean> => {
  const { id: pollId, question, whoMayVote } = poll
  const isDone = stored && (poll.opens === null || (stored.opensAt ?? now) < now - DAY_MS)
  if (isDone) return false
  const options = poll.options.map((text, n) => ({ id: optionIdOf(n), text }))
  const words = { question, options, whoMayVote, closesAt: now + Math.max(1, poll.closes) * DAY_MS }
  const { rev } = stored ?? (await door.call('hq', 'poll.save', { pollId, rev: 0, ...words }, editor))
  if (poll.opens === null) return false
  if (!stored?.opensAt) await door.call('hq', 'poll.open', { pollId, rev }, editor)
  return true
}

const answer = async (of: Polls, poll: DemoPoll): Promise<void> => {
  const { admin, now } = of
  await speakAll(of, poll, voicesOf(poll, now))
  // what the timer has counted meanwhile is counted anew, from the instants as they are now
  await admin.updateAll('pollsums', { pollId: poll.id }, { countedRev: 0, through: 0, waits: [] })
  const opensAt = instantOf(dayAfter(dayOf(now), -(poll.opens ?? 0)), OPENING)
  await admin.update('polls', poll.id, { opensAt, at: opensAt, closesAt: now + poll.closes * DAY_MS })
}

/** The job counts them at its next tick, and closes what is over. */
export const seedPolls = async (of: Polls): Promise<void> => {
  const { polls } = await of.door.call('hq', 'poll.list', {}, of.editor)
  const asked: DemoPoll[] = []
  for (const poll of demoPolls) {
    const stored = polls.find(({ pollId }) => pollId === poll.id)
    if (await ask(of, poll, stored)) asked.push(poll)
  }
  await Promise.all(asked.map((poll) => answer(of, poll)))
}
