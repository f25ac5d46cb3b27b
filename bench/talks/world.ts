// Do the product's talks win the simulated month? Beside four other ways, each also with a week between talks.
import type { Part } from '../part'
import { layOut, type Metric, median } from '../report'
import type { Ran } from './job'
import type { Sums } from './month'
import { POLICIES } from './policies'
import { runSeeds } from './run-jobs'
import { WORLD_A, type World } from './world.data'
import { shake } from './worlds'

/** Of each seed: some 200 together; 200 of each with `--10m`, which takes three times as long. */
const REPS = { usual: 67, many: 200 }
const SEEDS = [1, 2, 3]
/** The other world: reps enough to tell, numbers shaken by a seed that was never tried before. */
const HELD_OUT = { reps: 15, seeds: [4, 5, 6], shakenBy: 20261122 }

export const OTHERS = Object.keys(POLICIES).filter((name) => name !== 'product')

/** As such tools are, and with a week between talks. */
export const PLAIN = OTHERS.filter((name) => !name.endsWith('Gap7'))
const GAPPED = OTHERS.filter((name) => name.endsWith('Gap7'))

export const dealsPerTalk = ({ deals, talks }: Sums): number => (talks > 0 ? deals / talks : 0)
export const sumsIn = (ran: Ran, name: string): Sums => {
  const sums = ran[name]
  if (!sums) throw new Error(`${name} was not run`)
  return sums
}
/** Which of the others gets the most deals out of a talk? */
export const bestOf = (ran: Ran, others: readonly string[]): Sums =>
  others.map((name) => sumsIn(ran, name)).reduce((a, b) => (dealsPerTalk(b) > dealsPerTalk(a) ? b : a))
export const dealsRatio = (ran: Ran, others: readonly string[]): number =>
  dealsPerTalk(sumsIn(ran, 'product')) / dealsPerTalk(bestOf(ran, others))

const spread = (numbers: readonly number[], digits: number): string =>
  `${median(numbers).toFixed(digits)} (${Math.min(...numbers).toFixed(digits)}–${Math.max(...numbers).toFixed(digits)})`

const row = (name: string, rans: readonly Ran[], reps: number): string[] => {
  const each = (figure: (sums: Sums) => number) => rans.map((ran) => figure(sumsIn(ran, name)))
  return [
    name,
    spread(
      each(({ talks }) => talks / reps),
      1,
    ),
    spread(
      each((sums) => 100 * dealsPerTalk(sums)),
      2,
    ),
    spread(
      each(({ answered, talks }) => (100 * answered) / talks),
      1,
    ),
    spread(
      each(({ deals }) => deals / reps),
      2,
    ),
    spread(
      each(({ blocks }) => blocks / reps),
      2,
    ),
  ]
}

const HEAD = ['list', 'talks a rep', 'deals per 100 talks', 'answered %', 'deals a rep', 'blocks a rep']
const REASONS = ['reason', 'talks', 'deals per 100', 'answered %', 'blocks per 100']

const reasonRows = (rans: readonly Ran[]): string[][] => {
  const all = rans.flatMap((ran) => Object.entries(sumsIn(ran, 'product').reasons))
  return [...new Set(all.map(([reason]) => reason))].map((reason) => {
    const sums = all.filter(([one]) => one === reason).map(([, of]) => of)
    const sum = (key: 'talks' | 'deals' | 'answered' | 'blocks') => sums.reduce((n, of) => n + of[key], 0)
    const share = (key: 'deals' | 'answered' | 'blocks') => ((100 * sum(key)) / sum('talks')).toFixed(2)
    return [reason, String(sum('talks')), share('deals'), share('answered'), share('blocks')]
  })
}

const figures = (rans: readonly Ran[], where: string, reps: number): Metric[] => {
  const middle = (figure: (ran: Ran) => number): number => median(rans.map(figure))
  const blocks = (name: string) => (ran: Ran) => sumsIn(ran, name).blocks
  const fewest = (ran: Ran) => Math.min(...OTHERS.map((name) => blocks(name)(ran)))
  const told: Metric[] = ['product', ...OTHERS].flatMap((name) => [
    {
      metric: `${where}, ${name}: deals per 100 talks`,
      value: middle((ran) => 100 * dealsPerTalk(sumsIn(ran, name))),
      unit: '',
    },
    { metric: `${where}, ${name}: blocks a rep`, value: middle((ran) => blocks(name)(ran) / reps), unit: '' },
  ])
  return [
    ...told,
    {
      metric: `${where}: deals per talk ÷ best of the others`,
      value: middle((ran) => dealsRatio(ran, OTHERS)),
      unit: '×',
      goal: { atLeast: 1.5 },
      anchor: 1,
    },
    {
      metric: `${where}: blocks ÷ those of the best by deals`,
      value: middle((ran) => blocks('product')(ran) / bestOf(ran, PLAIN).blocks),
      unit: '×',
      goal: { atMost: 0.5 },
      anchor: 1,
    },
    {
      metric: `${where}: blocks ÷ those of the best by deals that keeps a gap`,
      value: middle((ran) => blocks('product')(ran) / bestOf(ran, GAPPED).blocks),
      unit: '×',
      goal: { atMost: 0.5 },
      anchor: 1,
    },
    {
      metric: `${where}: blocks ÷ the fewest of any other`,
      value: middle((ran) => blocks('product')(ran) / fewest(ran)),
      unit: '×',
      goal: { atMost: 0.5 },
      anchor: 1,
    },
  ]
}

type Asked = { where: string; world: World; reps: number; seeds: readonly number[] }

const measure = async ({ where, world, reps, seeds }: Asked, say: (line: string) => void): Promise<Metric[]> => {
  const rans = await runSeeds({ world, reps, seeds, policies: OTHERS })
  say(`${where}: ${reps} reps × 200 contacts × 30 days, seeds ${seeds.join(', ')}; median (least–most)`)
  say(layOut([HEAD, ...['product', ...OTHERS].map((name) => row(name, rans, reps))]))
  say(`\n${layOut([REASONS, ...reasonRows(rans)])}\n`)
  return figures(rans, where, reps)
}

export const world: Part = {
  name: 'world',
  run: async ({ say, tenMillion }) => [
    ...(await measure(
      { where: 'world A', world: WORLD_A, reps: tenMillion ? REPS.many : REPS.usual, seeds: SEEDS },
      say,
    )),
    ...(await measure(
      {
        where: 'held out',
        world: shake(WORLD_A, HELD_OUT.shakenBy),
        reps: HELD_OUT.reps,
        seeds: HELD_OUT.seeds,
      },
      say,
    )),
  ],
}
