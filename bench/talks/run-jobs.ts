// Many reps on all cores: jobs go to processes of their own, a few at a time, and their sums come back in order.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import type { Job, Ran } from './job'
import { noSums, type Sums } from './month'
import type { World } from './world.data'

const bundle = async (): Promise<string> => {
  const outfile = path.resolve(`dist/bench/talks-job-${process.pid}.cjs`) // another bench at the same time has its own
  mkdirSync(path.dirname(outfile), { recursive: true })
  await build({
    entryPoints: ['bench/talks/job-main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { '@shared': path.resolve('shared') },
    logLevel: 'warning',
  })
  return outfile
}

const runOne = (program: string, job: Job): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString()) as Ran)
      else reject(new Error(`a job ended with ${code}`))
    })
    child.stdin.end(JSON.stringify(job))
  })

export const runJobs = async (jobs: readonly Job[]): Promise<Ran[]> => {
  const program = await bundle()
  const results = new Array<Ran>(jobs.length)
  let next = 0
  const work = async (): Promise<void> => {
    for (let i = next++; i < jobs.length; i = next++) results[i] = await runOne(program, jobs[i] as Job)
  }
  try {
    await Promise.all(Array.from({ length: cpus().length }, work))
  } finally {
    rmSync(program, { force: true })
  }
  return results
}

const addSums = (a: Sums, b: Sums): Sums => {
  const sum: Sums = { ...a, reasons: { ...a.reasons } }
  for (const key of ['listed', 'talks', 'deals', 'answered', 'blocks'] as const) sum[key] += b[key]
  for (const [reason, of] of Object.entries(b.reasons) as [keyof Sums['reasons'], Sums['reasons']['hot']][]) {
    const had = sum.reasons[reason] ?? { talks: 0, deals: 0, blocks: 0, answered: 0 }
    if (of)
      sum.reasons[reason] = {
        talks: had.talks + of.talks,
        deals: had.deals + of.deals,
        blocks: had.blocks + of.blocks,
        answered: had.answered + of.answered,
      }
  }
  return sum
}

/** Reps of one process: enough that HQ's sums mean something, few enough to fit in memory. */
const REPS_A_JOB = 25

export type Asked = { world: World; reps: number; seeds: readonly number[]; policies: string[] }

/** Per seed, the sums of all its reps by policy. */
export const runSeeds = async ({ world, reps, seeds, policies }: Asked): Promise<Ran[]> => {
  const starts = Array.from({ length: Math.ceil(reps / REPS_A_JOB) }, (_, i) => i * REPS_A_JOB)
  const jobs = seeds.flatMap((seed) =>
    starts.map((fromRep) => ({ world, seed, fromRep, toRep: Math.min(reps, fromRep + REPS_A_JOB), policies })),
  )
  const ran = await runJobs(jobs)
  return seeds.map((seed) => {
    const sums: Ran = {}
    for (const [i, job] of jobs.entries())
      if (job.seed === seed)
        for (const [name, of] of Object.entries(ran[i] ?? {})) sums[name] = addSums(sums[name] ?? noSums(), of)
    return sums
  })
}
