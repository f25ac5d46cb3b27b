// Which readings are on their way out? What they added to the sums is noted as gone, and they are deleted.
import { listDepartures } from '../_kit/data/departures'
import type { Job } from '../_kit/serve-jobs'
import { runBatch } from '../_kit/tally-batch'
import { batchSteps } from '../_kit/tally-steps'

const ROUNDS_MAX = 10

export const setAside: Job = async () => {
  let gone = 0
  for (let round = 0; round < ROUNDS_MAX && (await listDepartures()).length > 0; round++) {
    const more = await runBatch('set-aside', batchSteps)
    if (more === null) break
    gone += more
  }
  return gone
}
