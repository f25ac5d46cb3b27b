// Do screens stay as quick when there are ten times the readings? The product's own actions on 100,000, 1 and 10 million.
import { ownContactId } from '../../cloudfunctions/_kit/alias'
import { readerIdOf } from '../../shared/domain/ids'
import { scannerOf } from '../anchors/duckdb'
import type { Part } from '../part'
import type { Metric } from '../report'
import { type Caller, callersOf, quantile } from './callers'
import { Cloud } from './cloud'
import {
  countKnown,
  EDITOR_OPENID,
  knownReading,
  PEOPLE,
  type Population,
  populationAt,
  REPS,
  readingAt,
  repOpenid,
} from './population'
import { randomFrom } from './random'
import type { Seeded } from './seed-readings'
import { type Pair, storeTimes } from './store-query'

const SMALL = 100_000
const MIDDLE = 1_000_000
const LARGE = 10_000_000
const CALLS = 60
const WARM_UPS = 10
/** umami 3.1, who read post P at 1 M rows, by hand on a machine like this (performance.md). */
const UMAMI_MS = 288

type Ask = { screen: string; fn: 'rep' | 'hq'; action: string; of: (pair: Pair) => { payload: object; openid: string } }
type Measured = {
  screen: string
  p50: number
  p95: number
  cpuPerRow: number
  cpu: number
  rows: number
  ratio: number
}
type Grown = { count: number; measured: Measured[]; seeded: Seeded; store: number; scan: number | undefined }

const byRep = ({ rep }: Pair): string => repOpenid(rep)
const SCREENS: readonly Ask[] = [
  { screen: 'feed', fn: 'rep', action: 'feed.list', of: (pair) => ({ payload: {}, openid: byRep(pair) }) },
  {
    screen: 'timeline',
    fn: 'rep',
    action: 'contact.see',
    of: (pair) => ({ payload: { contactId: pair.contactId }, openid: byRep(pair) }),
  },
  {
    screen: 'who-read',
    fn: 'rep',
    action: 'post.readers',
    of: (pair) => ({ payload: { postId: pair.postId }, openid: byRep(pair) }),
  },
  {
    screen: 'top-20',
    fn: 'rep',
    action: 'contact.list',
    of: (pair) => ({ payload: { order: 'warm' }, openid: byRep(pair) }),
  },
  {
    screen: 'heat',
    fn: 'hq',
    action: 'post.heat',
    of: ({ postId }) => ({ payload: { postId, days: 7 }, openid: EDITOR_OPENID }),
  },
  {
    screen: 'adoption',
    fn: 'hq',
    action: 'adoption.see',
    of: () => ({ payload: { days: 7 }, openid: EDITOR_OPENID }),
  },
]

/** A rep, a post she shared and a contact of hers, drawn as readings are: where much is read, one asks often. */
const pairsOf = (who: Population, count: number): Pair[] => {
  const random = randomFrom(count)
  return Array.from({ length: CALLS + WARM_UPS }, () => {
    const n = random.int(0, countKnown(count) - 1)
    const { repId, postId, personId } = readingAt(who, knownReading(n), count)
    if (repId === null || personId === null) throw new Error('a known reading has a rep and a reader')
    return { rep: (n % PEOPLE) % REPS, repId, postId, contactId: ownContactId(readerIdOf(repId, personId)) }
  })
}

const measure = async (cloud: Cloud, caller: Caller, ask: Ask, pairs: readonly Pair[]): Promise<Measured> => {
  const taken: number[] = []
  const once = async (pair: Pair): Promise<void> => {
    const { payload, openid } = ask.of(pair)
    const began = performance.now()
    const reply = await caller.call(ask.fn, ask.action, payload, openid)
    if (!reply.ok) throw new Error(`${ask.action} was refused: ${JSON.stringify(reply.error)}`)
    taken.push(performance.now() - began)
  }
  for (const pair of pairs.slice(0, WARM_UPS)) await once(pair)
  taken.length = 0
  const [cpuBefore, before] = [await cloud.cpu(), await cloud.meter()]
  for (const pair of pairs.slice(WARM_UPS)) await once(pair)
  const [cpuAfter, after] = [await cloud.cpu(), await cloud.meter()]
  const cpu = cpuAfter.emulator + cpuAfter.functions - cpuBefore.emulator - cpuBefore.functions
  const rows = Math.max(1, after.docsRead - before.docsRead)
  return {
    screen: ask.screen,
    p50: quantile(taken, 0.5),
    p95: quantile(taken, 0.95),
    cpu: cpu / CALLS,
    cpuPerRow: cpu / rows,
    rows: rows / CALLS,
    ratio: (after.docsExamined - before.docsExamined) / rows,
  }
}

function* allReadings(who: Population, count: number) {
  for (let i = 0; i < count; i++) yield readingAt(who, i, count)
}

const scanMs = async (who: Population, count: number, pairs: readonly Pair[], say: (line: string) => void) => {
  const scanner = await scannerOf(allReadings(who, count), say)
  if (!scanner) return undefined
  const taken: number[] = []
  for (const { repId, postId } of pairs) {
    const began = performance.now()
    await scanner.whoRead(repId, postId)
    taken.push(performance.now() - began)
  }
  return quantile(taken, 0.5)
}

const grow = async (count: number, say: (line: string) => void): Promise<Grown> => {
  const now = Date.now()
  const [who, name] = [populationAt(now), `growth-${count}`]
  const cloud = await Cloud.open(name, 1)
  const pairs = pairsOf(who, count)
  const measured: Measured[] = []
  const seeded = await cloud.ask<Seeded>('seed', { what: 'growth', readings: count, now })
  say(`${count} readings seeded in ${seeded.seconds.toFixed(0)} s, with all the rest ${seeded.docs} documents`)
  const caller = callersOf(cloud.url, 1)
  try {
    for (const ask of SCREENS) {
      const one = await measure(cloud, caller, ask, pairs)
      measured.push(one)
      say(`${one.screen}: p50 ${one.p50.toFixed(1)} ms, ${one.rows.toFixed(1)} documents per call`)
    }
  } finally {
    caller.close()
    await cloud.close()
  }
  const store = quantile(storeTimes(cloud.dataDir, pairs), 0.5)
  const scan = count === MIDDLE ? await scanMs(who, count, pairs, say) : undefined
  return { count, measured, seeded, store, scan }
}

const sizeOf = (count: number): string => (count >= 1_000_000 ? `${count / 1_000_000}m` : `${count / 1_000}k`)

const metricsOf = ({ count, measured, seeded, store, scan }: Grown, small: Grown | undefined): Metric[] => {
  const size = sizeOf(count)
  const bytes = (n: number): number => n / count
  const goal = count === MIDDLE ? { goal: { atMost: 600 } } : {}
  return [
    { metric: `${size}.bytes-per-reading`, value: bytes(seeded.wholeBytes), unit: 'B', ...goal, anchor: 1094 },
    { metric: `${size}.bytes-of-readings-alone`, value: bytes(seeded.readingsBytes), unit: 'B' },
    {
      metric: `${size}.loaded`,
      value: (seeded.docs * 1000) / seeded.cpuMs,
      unit: 'documents per processor second',
      goal: { atLeast: 20_000 },
    },
    ...measured
      .filter(({ screen }) => screen === 'who-read' && count === MIDDLE)
      .map(({ p50 }) => ({ metric: `${size}.who-read.action-to-umami`, value: UMAMI_MS / p50, unit: '×' })),
    ...measured.flatMap((one): Metric[] => {
      const before = small?.measured.find(({ screen }) => screen === one.screen)
      const grown = before && {
        metric: `${size}.${one.screen}.cpu-per-row-to-100k`,
        value: one.cpuPerRow / before.cpuPerRow,
      }
      return [
        { metric: `${size}.${one.screen}.p50`, value: one.p50, unit: 'ms' },
        { metric: `${size}.${one.screen}.p95`, value: one.p95, unit: 'ms' },
        { metric: `${size}.${one.screen}.cpu`, value: one.cpu, unit: 'ms per call' },
        { metric: `${size}.${one.screen}.rows`, value: one.rows, unit: 'documents per call' },
        { metric: `${size}.${one.screen}.examined-per-row`, value: one.ratio, unit: '×', goal: { atMost: 3 } },
        ...(grown ? [{ ...grown, unit: '×', goal: { atMost: 1.2 } }] : []),
      ]
    }),
    { metric: `${size}.who-read.store-p50`, value: store, unit: 'ms', ...(scan !== undefined && { anchor: scan }) },
    ...(scan === undefined
      ? []
      : [
          { metric: `${size}.who-read.store-to-duckdb`, value: scan / store, unit: '×', goal: { atLeast: 5 } },
          { metric: `${size}.who-read.store-to-umami`, value: UMAMI_MS / store, unit: '×', goal: { atLeast: 50 } },
        ]),
  ]
}

export const growth: Part = {
  name: 'growth',
  run: async ({ tenMillion, say }) => {
    const metrics: Metric[] = []
    let small: Grown | undefined
    for (const count of [SMALL, MIDDLE, ...(tenMillion ? [LARGE] : [])]) {
      const grown = await grow(count, say)
      metrics.push(...metricsOf(grown, small))
      small ??= grown
    }
    return metrics
  },
}
