// What do people think by now? Counts what was said since, closes what is over, and lets go of voices kept long enough.
import { dayOf } from '@shared/domain/day'
import { type Poll, sweepAtOf } from '@shared/domain/poll'
import { now } from '../_kit/clock'
import { keepVoiceProofs, listSome, removeBallots } from '../_kit/data/ballots'
import {
  changePoll,
  listKeptPolls,
  listOpenPolls,
  listPollsToSweep,
  noteLooked,
  noteSwept,
  removeParts,
  removeTotal,
} from '../_kit/data/polls'
import { log } from '../_kit/log'
import { countPoll, SETTLED_MS } from '../_kit/poll-count'
import type { Job } from '../_kit/serve-jobs'

/** No portion of a stage is begun after that: the next stage, and other jobs, need the function's time, too. */
const BEGIN_WITHIN_MS = 3_000

const countOpen = async (poll: Poll, startedAt: number, until: number): Promise<number> => {
  const { counted, done } = await countPoll(poll, until)
  if (done && poll.closesAt + 2 * SETTLED_MS <= startedAt)
    await changePoll(poll, { state: 'closed', sweepAt: sweepAtOf(poll.closesAt) })
  return counted
}

/** Once a day: whoever took her voice back and died half way is in no picture by tomorrow. */
const countKept = async (poll: Poll, startedAt: number, until: number): Promise<number> => {
  const { counted, done } = await countPoll(poll, until)
  if (done) await noteLooked(poll._id, dayOf(startedAt))
  return counted
}

/** The picture of a closed one stays, as nobody's. */
const sweep = async ({ _id, state }: Poll, startedAt: number, until: number): Promise<number> => {
  let swept = 0
  while (now() < until) {
    const some = await listSome(_id)
    if (!some.length) {
      await removeParts(_id)
      if (state === 'withdrawn') await removeTotal(_id)
      await noteSwept(_id)
      break
    }
    await keepVoiceProofs(some, startedAt)
    swept += await removeBallots(some.map((ballot) => ballot._id))
  }
  return swept
}

/** One that fails is logged and holds up no other. */
const each = async (polls: readonly Poll[], run: (poll: Poll, until: number) => Promise<number>): Promise<number> => {
  const until = now() + BEGIN_WITHIN_MS
  let done = 0
  for (const poll of polls)
    try {
      done += await run(poll, until)
    } catch (error) {
      log.error({ event: 'poll-failed', err: error })
    }
  return done
}

export const countPolls: Job = async (startedAt) => {
  const counted = await each(await listOpenPolls(), (poll, until) => countOpen(poll, startedAt, until))
  const swept = await each(await listPollsToSweep(startedAt), (poll, until) => sweep(poll, startedAt, until))
  const kept = await each(await listKeptPolls(startedAt, dayOf(startedAt)), (poll, until) =>
    countKept(poll, startedAt, until),
  )
  return counted + swept + kept
}
