// Are all lists made before the shops open? 5,000 reps' lists by the jobs' timer, tick by tick, one of them fired twice.
import { dayOf } from '../../shared/domain/day'
import type { Part } from '../part'
import { Cloud } from '../reading/cloud'
import { REPS } from '../reading/population'
import type { Metric } from '../report'

/** With as many contacts each as fit into a bench; then a few with 200, the others with none. */
const CONTACTS = 20
const FEW = { reps: 100, contacts: 200 }
const TICK_LIMIT_MS = 60_000
/** 4 to 9 in the morning, a tick a minute. */
const TICKS_MAX = 300

type Ticked = { ticks: number; longest: number; made: number; cpu: number }

const madeBy = (outcome: unknown): number => {
  const { data } = outcome as { data?: Record<string, { done?: number; failed?: string }> }
  const job = data?.['make-days']
  if (job?.done === undefined) throw new Error(`make-days: ${JSON.stringify(outcome)}`)
  return job.done
}

/** Fires until nothing is left; the second tick twice at once. */
const runMorning = async (cloud: Cloud, reps: number): Promise<Ticked> => {
  const before = await cloud.cpu()
  let [ticks, longest, made] = [0, 0, 0]
  while (ticks < TICKS_MAX) {
    const began = performance.now()
    const fired = ticks === 1 ? [cloud.ask('jobs'), cloud.ask('jobs')] : [cloud.ask('jobs')]
    const done = (await Promise.all(fired)).map(madeBy)
    longest = Math.max(longest, performance.now() - began)
    ticks++
    made += Math.max(...done)
    if (done.every((n) => n === 0)) break
  }
  const after = await cloud.cpu()
  const cpu = after.emulator + after.functions - before.emulator - before.functions
  return { ticks, longest, made: Math.min(made, reps), cpu: cpu / reps }
}

const morningOf = async (reps: number, contacts: number, say: (line: string) => void): Promise<Metric[]> => {
  const cloud = await Cloud.open('talks-morning')
  try {
    const docs = await cloud.ask<number>('days', { reps, contacts, now: Date.now(), withReadings: false })
    say(`${docs.toLocaleString('en')} documents, ${dayOf(Date.now())}`)
    const { ticks, longest, cpu } = await runMorning(cloud, REPS)
    const of = `${reps} of ${REPS} reps with ${contacts} contacts`
    return [
      { metric: `longest tick, ${of}`, value: longest, unit: 'ms', goal: { atMost: TICK_LIMIT_MS } },
      { metric: `ticks until every rep has her list, ${of}`, value: ticks, unit: 'ticks', goal: { atMost: TICKS_MAX } },
      { metric: `CPU per rep, ${of}`, value: cpu, unit: 'ms' },
    ]
  } finally {
    await cloud.close()
  }
}

export const morning: Part = {
  name: 'morning',
  run: async ({ say }) => [
    ...(await morningOf(REPS, CONTACTS, say)),
    ...(await morningOf(FEW.reps, FEW.contacts, say)),
  ],
}
