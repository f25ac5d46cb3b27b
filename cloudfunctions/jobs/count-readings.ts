// Which readings have come to rest? They are added to the sums and to the profiles of those who agreed, many at once.
import { SETTLED_AFTER_MS } from '@shared/domain/reading'
import { BATCH_WAIT_MS, isBatchDue } from '@shared/domain/tally'
import { now } from '../_kit/clock'
import { openBatch } from '../_kit/data/batches'
import { countWaiting, isWaitingSince } from '../_kit/data/readings'
import type { Job } from '../_kit/serve-jobs'
import { runBatch } from '../_kit/tally-batch'
import { batchSteps } from '../_kit/tally-steps'

/** No batch is begun after that, so that this job's last one and those after it fit into the function's time. */
const BEGIN_WITHIN_MS = 20_000

const isDue = async (): Promise<boolean> => {
  const settled = now() - SETTLED_AFTER_MS
  const waiting = await countWaiting(settled)
  return isBatchDue({ waiting, isLong: waiting > 0 && (await isWaitingSince(settled - BATCH_WAIT_MS)) })
}

/** A batch that was left open is done even if nothing else is due: readings of it cannot grow until then. */
export const countReadings: Job = async (startedAt) => {
  let counted = 0
  while (now() - startedAt < BEGIN_WITHIN_MS && ((await openBatch()) !== null || (await isDue()))) {
    const more = await runBatch('count', batchSteps)
    if (!more) break
    counted += more
  }
  return counted
}
