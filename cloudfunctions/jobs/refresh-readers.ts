// Which readers were left half-known, which have been silent for too long, which proofs may go? A second run finds none.
import { retainedSince } from '@shared/domain/consent'
import { removeProofsKeptUntil } from '../_kit/data/consents'
import { listReadersSilentSince, listStaleReaders } from '../_kit/data/readers'
import { forgetReader } from '../_kit/forget'
import { rebuildReader } from '../_kit/profiles'
import type { Job } from '../_kit/serve-jobs'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Her readings are gone by then; her consent stays, and she is known again when she reads again. */
const dropSilent = async (now: number): Promise<number> => {
  const since = retainedSince(now)
  let dropped = 0
  for (const silent of await listReadersSilentSince(since)) {
    const reader = await rebuildReader(silent) // what was read since and is not merged yet keeps her
    if (!reader || reader.lastReadAt >= since) continue
    await forgetReader(reader)
    dropped++
  }
  return dropped
}

/** What only days make due is looked for once an hour. */
export const refreshReaders: Job = async (now) => {
  const stale = await listStaleReaders()
  for (const reader of stale) await rebuildReader(reader)
  if (now % HOUR_MS >= MINUTE_MS) return stale.length
  return stale.length + (await dropSilent(now)) + (await removeProofsKeptUntil(now))
}
