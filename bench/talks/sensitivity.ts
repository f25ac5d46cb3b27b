// Where does the advantage shrink? The same month with one assumption worse for us at a time.
import type { Part } from '../part'
import { layOut, type Metric } from '../report'
import type { Ran } from './job'
import { noSums, type Sums } from './month'
import { runSeeds } from './run-jobs'
import { bestOf, dealsPerTalk, dealsRatio, OTHERS, PLAIN, sumsIn } from './world'
import { WORSE } from './worlds'

const REPS = 4 // of each seed
const SEEDS = [1, 2, 3, 4]
const HEAD = ['world', 'deals per 100 talks', 'best other', 'ratio', 'blocks ÷ best other’s', 'blocks ÷ fewest']

const together = (rans: readonly Ran[]): Ran =>
  Object.fromEntries(
    ['product', ...OTHERS].map((name) => {
      const sums = rans.map((ran) => sumsIn(ran, name))
      const sum = (key: 'talks' | 'deals' | 'blocks' | 'answered' | 'listed') => sums.reduce((n, of) => n + of[key], 0)
      const all: Sums = {
        ...noSums(),
        ...{ talks: sum('talks'), deals: sum('deals'), blocks: sum('blocks'), answered: sum('answered') },
      }
      return [name, all]
    }),
  )

export const sensitivity: Part = {
  name: 'sensitivity',
  run: async ({ say }) => {
    const rows: string[][] = [HEAD]
    const told: Metric[] = []
    for (const [name, world] of Object.entries(WORSE)) {
      const ran = together(await runSeeds({ world, reps: REPS, seeds: SEEDS, policies: OTHERS }))
      const [ours, best, ratio] = [sumsIn(ran, 'product'), bestOf(ran, OTHERS), dealsRatio(ran, OTHERS)]
      const fewest = Math.min(...OTHERS.map((other) => sumsIn(ran, other).blocks))
      const [besideBest, besideFewest] = [ours.blocks / bestOf(ran, PLAIN).blocks, ours.blocks / fewest]
      rows.push([
        name,
        (100 * dealsPerTalk(ours)).toFixed(2),
        (100 * dealsPerTalk(best)).toFixed(2),
        `${ratio.toFixed(2)}×`,
        `${besideBest.toFixed(2)}×`,
        `${besideFewest.toFixed(2)}×`,
      ])
      told.push(
        { metric: `${name}: deals per talk ÷ best of the others`, value: ratio, unit: '×', goal: { atLeast: 1.5 } },
        { metric: `${name}: blocks ÷ the best other’s`, value: besideBest, unit: '×', goal: { atMost: 0.5 } },
      )
    }
    say(`${REPS} reps of each seed, ${SEEDS.join(', ')} together`)
    say(layOut(rows))
    return told
  },
}
