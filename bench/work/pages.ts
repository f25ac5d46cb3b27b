// How long does HQ wait for its pages at a million readings, what does each cost, and how many documents does it read? Beside
// each, at the same time, one post's openings by store counted from its readings: on a busy machine only their ratio says much.
import { above, collection } from '../../cloudfunctions/_kit/collection'
import type { Reading } from '../../shared/domain/reading'
import type { Part } from '../part'
import { type Caller, callersOf, quantile } from '../reading/callers'
import { Cloud } from '../reading/cloud'
import type { Metric } from '../report'
import { EDITOR, MANAGER, postAt, type WorkSeeded } from './firm'

const READINGS = 1_000_000
/** Four readings at a time are of one rep and hour: a quarter of the draws, the same sums. */
const ALIKE = 4
const CALLS = 30
const WARM_UPS = 5
const RAW_POST = 20
const DOCS_MAX = 2_000
const P95_MS = 500

type Ask = { page: string; action: string; payload: (n: number) => object; openid?: string }
const span = 'quarter'
const PAGES: readonly Ask[] = [
  { page: 'funnel-of-post', action: 'work.funnel', payload: (n) => ({ postId: postAt(n), per: 'store', span }) },
  { page: 'funnel-of-post-by-team', action: 'work.funnel', payload: (n) => ({ postId: postAt(n), per: 'team', span }) },
  { page: 'funnel-of-quarter', action: 'work.funnel', payload: () => ({ postId: null, per: 'region', span }) },
  { page: 'funnel-of-quarter-by-team', action: 'work.funnel', payload: () => ({ postId: null, per: 'team', span }) },
  { page: 'curve', action: 'work.curve', payload: () => ({ postId: null, span }) },
  { page: 'curve-of-region', action: 'work.curve', payload: () => ({ postId: null, span }), openid: MANAGER },
  { page: 'habit', action: 'work.habit', payload: () => ({ weeks: 8 }) },
  { page: 'habit-of-region', action: 'work.habit', payload: () => ({ weeks: 8 }), openid: MANAGER },
  { page: 'boards-of-reps', action: 'work.boards', payload: () => ({ of: 'rep', span, storeId: null }) },
  { page: 'boards-of-teams', action: 'work.boards', payload: () => ({ of: 'team', span, storeId: null }) },
  { page: 'families', action: 'work.families', payload: (n) => ({ postId: postAt(n), by: 'tone' }) },
  { page: 'shelf', action: 'work.shelf', payload: () => ({}) },
  { page: 'shelf-of-region', action: 'work.shelf', payload: () => ({}), openid: MANAGER },
  { page: 'health', action: 'work.health', payload: () => ({ per: 'store', span }) },
]

/** cpu: ms of the local cloud and its functions, for one call. */
type Taken = { page: string; p50: number; p95: number; cpu: number; read: number; examined: number; raw: Raw }
type Raw = { ms: number; read: number }

const measure = async (
  cloud: Cloud,
  caller: Caller,
  { page, action, payload, openid = EDITOR }: Ask,
): Promise<Taken> => {
  const taken: number[] = []
  const once = async (n: number): Promise<void> => {
    const began = performance.now()
    const reply = await caller.call('hq', action, payload(n), openid)
    if (!reply.ok) throw new Error(`${action} was refused: ${JSON.stringify(reply.error)}`)
    taken.push(performance.now() - began)
  }
  for (let n = 0; n < WARM_UPS; n++) await once(n)
  taken.length = 0
  const rawBefore = await countRaw(cloud)
  const [cpuBefore, before] = [await cloud.cpu(), await cloud.meter()]
  for (let n = 0; n < CALLS; n++) await once(n)
  const [cpuAfter, after] = [await cloud.cpu(), await cloud.meter()]
  const raw = await countRaw(cloud)
  const cpu = (cpuAfter.emulator + cpuAfter.functions - cpuBefore.emulator - cpuBefore.functions) / CALLS
  const read = (after.docsRead - before.docsRead) / CALLS
  const examined = (after.docsExamined - before.docsExamined) / CALLS
  const times = { p50: quantile(taken, 0.5), p95: quantile(taken, 0.95) }
  return { page, ...times, cpu, read, examined, raw: { ...raw, ms: (rawBefore.ms + raw.ms) / 2 } }
}

/** From readings: all of one post's, one of 150, added up by store. */
const countRaw = async (cloud: Cloud): Promise<Raw> => {
  const readings = collection<Reading>('readings')
  const [began, before] = [performance.now(), await cloud.meter()]
  const opened = new Map<string, number>()
  for (let after = ''; ; ) {
    const some = await readings.find(
      { _id: above(after) },
      { order: [['_id', 'asc']], limit: 1_000, fields: ['storeId', 'sections'] },
    )
    for (const { storeId } of some) opened.set(storeId ?? '', (opened.get(storeId ?? '') ?? 0) + 1)
    const last = some.at(-1)
    if (!last) break
    after = last._id
  }
  const spent = (await cloud.meter()).docsRead - before.docsRead
  return { ms: performance.now() - began, read: spent }
}

const metricsOf = ({ page, p50, p95, cpu, read, examined, raw }: Taken): Metric[] => [
  { metric: `${page}.p50`, value: p50, unit: 'ms', anchor: raw.ms },
  { metric: `${page}.p95`, value: p95, unit: 'ms', goal: { atMost: P95_MS } },
  { metric: `${page}.cpu`, value: cpu, unit: 'ms' },
  { metric: `${page}.docs-read`, value: read, unit: 'documents', goal: { atMost: DOCS_MAX }, anchor: raw.read },
  { metric: `${page}.docs-examined`, value: examined, unit: 'documents', goal: { atMost: DOCS_MAX } },
]

const lineOf = ({ page, p50, p95, cpu, read, examined, raw }: Taken): string => {
  const [times, docs] = [[p50, p95, cpu, raw.ms].map(Math.round), [read, examined].map(Math.round)]
  const [middle, slow, spent, counted] = times
  return `${page}: p50 ${middle} ms, p95 ${slow} ms, cpu ${spent} ms, ${docs[0]} documents of ${docs[1]}; raw ${counted} ms`
}

export const pages: Part = {
  name: 'pages',
  run: async ({ say }) => {
    const cloud = await Cloud.open('work', 1)
    const seeded = await cloud.ask<WorkSeeded>('work', {
      readings: READINGS,
      now: Date.now(),
      rawOf: RAW_POST,
      alike: ALIKE,
      waiting: false,
    })
    say(`sums of ${seeded.readings} readings, ${seeded.docs} documents, in ${seeded.seconds.toFixed(0)} s`)
    Object.assign(process.env, cloud.adminEnv)
    const caller = callersOf(cloud.url, 1)
    try {
      const taken: Taken[] = []
      for (const ask of PAGES) {
        const one = await measure(cloud, caller, ask)
        taken.push(one)
        say(lineOf(one))
      }
      return taken.flatMap(metricsOf)
    } finally {
      caller.close()
      await cloud.close()
    }
  },
}
