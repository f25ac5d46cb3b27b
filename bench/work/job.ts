// What does the real job take to sum readings that wait, and are its sums a recount's? The job alone, called as the timer would:
// beside others at the same tick its cost could not be told apart.
import { now } from '../../cloudfunctions/_kit/clock'
import { countWaiting } from '../../cloudfunctions/_kit/data/readings'
import { countReadings } from '../../cloudfunctions/jobs/count-readings'
import { recountWork } from '../../tools/recount/work'
import { cpuOfSelfMs } from '../cpu'
import type { Part } from '../part'
import { Cloud } from '../reading/cloud'
import type { WorkSeeded } from './firm'

const READINGS = 4_000
/** Each ends by itself after some 20 s. */
const TICKS_MAX = 12

const runTicks = async (): Promise<number> => {
  let ticks = 0
  while (ticks < TICKS_MAX && (await countWaiting(now())) > 0) {
    await countReadings(now())
    ticks++
  }
  return ticks
}

export const job: Part = {
  name: 'job',
  run: async ({ say }) => {
    const cloud = await Cloud.open('work-job', 1)
    try {
      await cloud.ask<WorkSeeded>('work', { readings: READINGS, now: Date.now(), rawOf: -1, waiting: true })
      Object.assign(process.env, cloud.adminEnv)
      const cpu = async () => (await cloud.cpu()).emulator + cpuOfSelfMs()
      const [began, cpuBefore, before] = [performance.now(), await cpu(), await cloud.meter()]
      const ticks = await runTicks()
      const [ended, cpuAfter, after] = [performance.now(), await cpu(), await cloud.meter()]
      const left = await countWaiting(now())
      const differences = await recountWork()
      for (const line of differences.slice(0, 5)) say(line)
      const each = (value: number, metric: string, unit: string) => ({ metric, value: value / READINGS, unit })
      return [
        each(cpuAfter - cpuBefore, 'cpu-per-reading', 'ms'),
        each(ended - began, 'time-per-reading', 'ms'),
        each(after.docsWritten - before.docsWritten, 'documents-written-per-reading', 'documents'),
        { metric: 'ticks', value: ticks, unit: 'ticks of the timer' },
        { metric: 'left-uncounted', value: left, unit: 'readings', goal: { atMost: 0 } },
        { metric: 'differences-to-a-recount', value: differences.length, unit: 'sums', goal: { atMost: 0 } },
      ]
    } finally {
      await cloud.close()
    }
  },
}
