// What do a million shares take, who is found among them, and whom would simpler rules find? In a process of its own, for its memory.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { Part } from '../part'

/** What `forest-main` prints. growMs: processor time of putting everything, with making it up. */
export type Grown = { shares: number; readings: number; growMs: number; rssMb: number }
export type Scored = Grown & {
  scoreMs: number
  wallMs: number
  longestStepMs: number
  precision: Record<'score' | 'shares' | 'descendants' | 'deep', number>
}
const SEEDS = [1, 2, 3]
/** The library beside ours is given up after so long. */
const ANCHOR_MS = 180_000

const bundle = async (): Promise<string> => {
  const outfile = path.resolve('dist/bench/spread-forest.cjs')
  mkdirSync(path.dirname(outfile), { recursive: true })
  await build({
    entryPoints: ['bench/spread/forest-main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  })
  return outfile
}

const runOne = <Result>(program: string, mode: string, timeout = 0): ((seed: number) => Result) => {
  const run = (seed: number): string =>
    execFileSync(process.execPath, [program, mode, String(seed)], { encoding: 'utf8', timeout })
  return (seed) => JSON.parse(run(seed)) as Result
}

/** null: it came to no end. */
const runAnchor = (program: string): Grown | null => {
  try {
    return runOne<Grown>(program, 'graphology', ANCHOR_MS)(SEEDS[0] ?? 1)
  } catch {
    return null
  }
}

export const forest: Part = {
  name: 'forest',
  run: async ({ say }) => {
    const program = await bundle()
    const runs = SEEDS.map((seed) => {
      const one = runOne<Scored>(program, 'forest')(seed)
      say(`seed ${seed} ${JSON.stringify(one)}`)
      return one
    })
    const anchor = runAnchor(program)
    say(`graphology, a tenth of it: ${anchor ? JSON.stringify(anchor) : 'no end'}`)
    const most = (of: (run: Scored) => number): number => Math.max(...runs.map(of))
    const fewest = (of: (run: Scored) => number): number => Math.min(...runs.map(of))
    const puts = ({ growMs, shares, readings }: Grown): number => growMs / (shares + readings)
    return [
      {
        metric: 'one share or reading, with making it up',
        value: most(puts),
        unit: 'ms CPU',
        goal: { atMost: 1 },
        ...(anchor && { anchor: puts(anchor) }),
      },
      { metric: 'all scores', value: most((run) => run.scoreMs) / 1000, unit: 's CPU', goal: { atMost: 3 } },
      { metric: 'all scores, as the clock went', value: most((run) => run.wallMs) / 1000, unit: 's' },
      { metric: 'longest step of 20,000 rows', value: most((run) => run.longestStepMs), unit: 'ms' },
      {
        metric: 'memory of the process, most',
        value: most((run) => run.rssMb),
        unit: 'MB',
        goal: { atMost: 500 },
      },
      ...(anchor ? [{ metric: 'memory of the library with a tenth of it', value: anchor.rssMb, unit: 'MB' }] : []),
      {
        metric: 'precision@20, worst seed',
        value: fewest((run) => run.precision.score),
        unit: '',
        goal: { atLeast: 0.9 },
      },
      { metric: 'precision@20 by most shares, best seed', value: most((run) => run.precision.shares), unit: '' },
      { metric: 'precision@20 by descendants, best seed', value: most((run) => run.precision.descendants), unit: '' },
      { metric: 'precision@20 by deep readings below, best seed', value: most((run) => run.precision.deep), unit: '' },
    ]
  },
}
