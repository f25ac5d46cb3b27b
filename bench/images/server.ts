// What do nine pictures cost the cloud, for a phone that cannot paint? Time, memory and bytes in a function of 256 MB.
import type { Part } from '../part'
import { median } from '../report'
import type { Spent } from './server-main'
import { percentile, spend } from './server-run'

const PROCESSES = 3
const ROUNDS = 20

export const server: Part = {
  name: 'server',
  run: async ({ say }) => {
    const spent: Spent[] = []
    for (let n = 0; n < PROCESSES; n++) {
      const one = await spend('kit', ROUNDS)
      say(`nine pictures: cold ${Math.round(one.wallMs[0] ?? 0)} ms, most memory ${Math.round(one.rssMb)} MB`)
      spent.push(one)
    }
    const middle = (figure: (one: Spent) => number) => median(spent.map(figure))
    const bareMs = middle((one) => percentile(one.bareMs, 0.5))
    const bytes = middle((one) => one.bytes)
    const bareBytes = middle((one) => one.bareBytes)
    return [
      {
        metric: 'server: nine pictures, most memory',
        value: Math.max(...spent.map((one) => one.rssMb)),
        unit: 'MB',
        goal: { atMost: 200 },
      },
      {
        metric: 'server: nine pictures, warm, p95',
        value: middle((one) => percentile(one.wallMs, 0.95)) / 1_000,
        unit: 's',
        goal: { atMost: 1 },
      },
      {
        metric: 'server: nine pictures, warm, CPU, p95',
        value: middle((one) => percentile(one.cpuMs, 0.95)) / 1_000,
        unit: 's',
        goal: { atMost: 1 },
      },
      { metric: 'server: nine pictures, cold', value: middle((one) => one.wallMs[0] ?? 0) / 1_000, unit: 's' },
      {
        metric: 'server: nine pictures, CPU',
        value: middle((one) => percentile(one.cpuMs, 0.5)),
        unit: 'ms',
        goal: { atMost: 1.3 * bareMs },
        anchor: bareMs,
      },
      {
        metric: 'server: bytes of nine pictures',
        value: bytes / 1_024,
        unit: 'KB',
        goal: { atMost: (1.25 * bareBytes) / 1_024 },
        anchor: bareBytes / 1_024,
      },
    ]
  },
}
