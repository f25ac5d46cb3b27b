// How long does publishing to 5,000 reps take, in what memory, and how long does one rep wait? Each in a process of its own.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { Part } from '../part'
import { median } from '../report'

const ROUNDS = 3

/** What `speed-main` prints. */
export type Spent = { importMs: number; cpuMs: number; oneMs: number; rssMb: number }

const bundle = async (): Promise<string> => {
  const outfile = path.resolve('dist/bench/variants-speed.cjs')
  mkdirSync(path.dirname(outfile), { recursive: true })
  await build({
    entryPoints: ['bench/variants/speed-main.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { '@shared': path.resolve('shared') },
    logLevel: 'warning',
  })
  return outfile
}

const runOne = (program: string, post: string): Spent =>
  JSON.parse(execFileSync(process.execPath, [program, post], { encoding: 'utf8' })) as Spent

export const speed: Part = {
  name: 'speed',
  run: async ({ say }) => {
    const program = await bundle()
    const posts = ['A01', 'A05', 'A10', 'U07', 'U21']
    const spent = posts.map((post) => {
      const rounds = Array.from({ length: ROUNDS }, () => runOne(program, post))
      const middle = (figure: keyof Spent) => median(rounds.map((round) => round[figure]))
      const told = {
        importMs: middle('importMs'),
        cpuMs: middle('cpuMs'),
        oneMs: middle('oneMs'),
        rssMb: middle('rssMb'),
      }
      say(`${post} ${JSON.stringify(told)}`)
      return told
    })
    const worst = (figure: keyof Spent) => Math.max(...spent.map((each) => each[figure]))
    return [
      {
        metric: 'plan, 5,000 variants and ledger, slowest post',
        value: worst('cpuMs') / 1_000,
        unit: 's CPU',
        goal: { atMost: 2 },
      },
      {
        metric: 'plan, 5,000 variants and ledger, median post',
        value: median(spent.map((s) => s.cpuMs)) / 1_000,
        unit: 's CPU',
        goal: { atMost: 2 },
      },
      { metric: 'memory of the process, most', value: worst('rssMb'), unit: 'MB', goal: { atMost: 120 } },
      { metric: 'one variant, warm', value: worst('oneMs'), unit: 'ms', goal: { atMost: 5 } },
      { metric: 'cold import', value: worst('importMs'), unit: 'ms', goal: { atMost: 150 } },
    ]
  },
}
