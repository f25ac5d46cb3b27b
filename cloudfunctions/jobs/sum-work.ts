// What have reps done since it was last summed? Whoever has done something waits in line; once a day everybody is looked at
// again, so that nothing is missed for long. Readings are summed as they are counted (count-readings.ts).
import { dayOf } from '@shared/domain/day'
import { now } from '../_kit/clock'
import { openBatch } from '../_kit/data/batches'
import { pageReps } from '../_kit/data/members'
import { countDue, noteWork } from '../_kit/data/work-sums'
import { findSweep, putSweep } from '../_kit/data/work-sweep'
import type { Job } from '../_kit/serve-jobs'
import { runBatch } from '../_kit/tally-batch'
import { inParallel } from '../_kit/tally-parallel'
import { batchSteps } from '../_kit/tally-steps'

/** No batch is begun after that: other jobs need the function's time, too. */
const BEGIN_WITHIN_MS = 5_000
const SWEPT_AT_ONCE = 100

/** Puts some more of today's reps in line. */
const sweep = async (at: number): Promise<void> => {
  const place = await findSweep(dayOf(at))
  if (place.done) return
  const { reps, next } = await pageReps(place.after, SWEPT_AT_ONCE)
  await inParallel(reps, ({ _id }) => noteWork(_id))
  await putSweep({ ...place, after: next ?? undefined, done: next === null })
}

export const sumWork: Job = async (startedAt) => {
  await sweep(startedAt)
  let done = 0
  while (now() - startedAt < BEGIN_WITHIN_MS && ((await openBatch()) !== null || (await countDue()) > 0)) {
    const more = await runBatch('work', batchSteps)
    if (!more) break
    done += more
  }
  return done
}
