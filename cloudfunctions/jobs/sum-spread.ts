// Whose spread has changed? Rep by rep, whoever waited longest first, a few seconds at a time.
import { retainedSince } from '@shared/domain/consent'
import { now } from '../_kit/clock'
import { detachSharesBefore } from '../_kit/data/shares'
import { dropSpread, listOldSpreads, listStaleSpreads } from '../_kit/data/spreads'
import { log } from '../_kit/log'
import type { Job } from '../_kit/serve-jobs'
import { GATHERED_FOR_MS, runSpread } from '../_kit/spread-run'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** No rep is begun, and no more of one is asked for, after that. */
const TICK_MS = 4_000

/** What was read and passed on is kept for its time, and no longer here than there. */
const dropOld = async (startedAt: number): Promise<void> => {
  // what was passed on is hers as long as what was read
  if (startedAt % HOUR_MS < MINUTE_MS) await detachSharesBefore(retainedSince(startedAt))
  for (const repId of await listOldSpreads(startedAt - GATHERED_FOR_MS)) await dropSpread(repId)
}

/** One rep who fails is logged, has been tried, and stops nobody else. */
export const sumSpread: Job = async (startedAt) => {
  await dropOld(startedAt)
  let done = 0
  for (const stale of await listStaleSpreads()) {
    if (now() - startedAt >= TICK_MS) break
    try {
      if (await runSpread(stale, startedAt + TICK_MS)) done++
    } catch (error) {
      log.error({ event: 'spread-failed', err: error })
    }
  }
  return done
}
