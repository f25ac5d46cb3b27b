// Which readers were left half-known or half-forgotten, which have been silent for too long, which proofs may go? A second
// run finds none.
import { retainedSince } from '@shared/domain/consent'
import { listHalfWithdrawn, removeProofsKeptUntil } from '../_kit/data/consents'
import { listReadersSilentSince, listStaleReaders } from '../_kit/data/readers'
import { forgetEnded, forgetReader } from '../_kit/forget'
import { log } from '../_kit/log'
import { rebuildReader } from '../_kit/profiles'
import type { Job } from '../_kit/serve-jobs'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Longer than a function may run: whoever began to forget her is not at it any more. */
const ABANDONED_AFTER_MS = 2 * MINUTE_MS

/** How many; one who fails every time is logged and stops nobody else. */
const each = async <T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> => {
  let done = 0
  for (const one of all)
    try {
      await work(one)
      done++
    } catch (error) {
      log.error({ event: 'reader-failed', err: error })
    }
  return done
}

/**
 * So many at each tick, those first who are due longest. Her readings are gone by then; her consent stays, and she is known
 * again when she reads again.
 */
const dropSilent = async (now: number): Promise<number> => {
  const since = retainedSince(now)
  let dropped = 0
  await each(await listReadersSilentSince(since), async (silent) => {
    const reader = await rebuildReader(silent) // what was read since and is not merged yet keeps her
    if (!reader || reader.lastReadAt >= since) return
    await forgetReader(reader)
    dropped++
  })
  return dropped
}

/** Proofs go all at once, and so once an hour is enough. */
export const refreshReaders: Job = async (now) => {
  const forgotten = await each(await listHalfWithdrawn(now - ABANDONED_AFTER_MS), (one) => forgetEnded(one, now))
  const done = forgotten + (await each(await listStaleReaders(), rebuildReader)) + (await dropSilent(now))
  return now % HOUR_MS >= MINUTE_MS ? done : done + (await removeProofsKeptUntil(now))
}
