// Which evidence carries it? The product's rule with one kind left out at a time, in the same world.
import type { Part } from '../part'
import { layOut, type Metric } from '../report'
import { ABLATIONS } from './ablations'
import type { Sums } from './month'
import { runSeeds } from './run-jobs'
import { dealsPerTalk, sumsIn } from './world'
import { WORLD_A } from './world.data'

const REPS = 5 // of each seed
const SEEDS = [1, 2, 3, 4]

const HEAD = ['product', 'deals per 100 talks', '±', 'beside whole', 'blocks a rep', 'answered %']

/** All seeds together: differences between rules are smaller than those between seeds. */
const together = (all: readonly Sums[]) => ({
  talks: all.reduce((n, { talks }) => n + talks, 0),
  deals: all.reduce((n, { deals }) => n + deals, 0),
  blocks: all.reduce((n, { blocks }) => n + blocks, 0),
  answered: all.reduce((n, { answered }) => n + answered, 0),
})

export const ablation: Part = {
  name: 'ablation',
  run: async ({ say }) => {
    const rans = await runSeeds({ world: WORLD_A, reps: REPS, seeds: SEEDS, policies: Object.keys(ABLATIONS) })
    const names = ['product', ...Object.keys(ABLATIONS)]
    const of = (name: string) => together(rans.map((ran) => sumsIn(ran, name)))
    const whole = dealsPerTalk({ ...of('product'), listed: 0, reasons: {} })
    const rows = names.map((name) => {
      const { talks, deals, blocks, answered } = of(name)
      const share = deals / talks
      return [
        name === 'product' ? 'whole' : name,
        (100 * share).toFixed(2),
        ((100 * Math.sqrt(deals)) / talks).toFixed(2),
        `${(share / whole).toFixed(2)}×`,
        (blocks / REPS / SEEDS.length).toFixed(2),
        ((100 * answered) / talks).toFixed(1),
      ]
    })
    say(`${REPS} reps of each seed, ${SEEDS.join(', ')}; ±: one standard error by the count of deals`)
    say(layOut([HEAD, ...rows]))
    return names.slice(1).flatMap((name): Metric[] => [
      {
        metric: `${name}: deals per 100 talks`,
        value: (100 * of(name).deals) / of(name).talks,
        unit: '',
        anchor: 100 * whole,
      },
      {
        metric: `${name}: blocks a rep`,
        value: of(name).blocks / REPS / SEEDS.length,
        unit: '',
        anchor: of('product').blocks / REPS / SEEDS.length,
      },
    ])
  },
}
