// What does a poster cost the cloud? Beside decoding its photo and encoding it again.
import type { Part } from '../part'
import { percentile, spend } from './server-run'

const DESIGNS = 3
const ROUNDS = 30

export const posterCost: Part = {
  name: 'poster-cost',
  run: async () => {
    const spent = await spend('posters', ROUNDS)
    const each = (rounds: readonly number[], share: number) => percentile(rounds, share) / DESIGNS
    return [
      {
        metric: 'poster: CPU, median',
        value: each(spent.cpuMs, 0.5),
        unit: 'ms',
        goal: { atMost: 60 },
        anchor: each(spent.bareMs, 0.5),
      },
      { metric: 'poster: CPU, p95', value: each(spent.cpuMs, 0.95), unit: 'ms', anchor: each(spent.bareMs, 0.95) },
      {
        metric: 'poster: bytes',
        value: spent.bytes / DESIGNS / 1_024,
        unit: 'KB',
        anchor: spent.bareBytes / DESIGNS / 1_024,
      },
      { metric: 'poster: most memory', value: spent.rssMb, unit: 'MB' },
    ]
  },
}
