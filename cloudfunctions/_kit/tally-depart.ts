// She erases, or their time is over: readings go, and what they added to the sums is noted as gone.
import type { Reading } from '@shared/domain/reading'
import { removeOpeningsBy } from './data/openings'
import { runBatch } from './tally-batch'
import { markAllDeparted } from './tally-departed'
import { batchSteps } from './tally-steps'

/** How many. Gone when this ends, or within the minute when sums are being counted right now; seen by nobody either way. */
export const depart = async (readings: readonly Reading[]): Promise<number> => {
  if (!readings.length) return 0
  await removeOpeningsBy(readings)
  await markAllDeparted(readings)
  await runBatch('set-aside', batchSteps)
  return readings.length
}
