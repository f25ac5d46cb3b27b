// What does a reading session cost where every call and request is paid? Exact, from the local cloud's meter.

import { readFileSync } from 'node:fs'
import { type Emulator, type FunctionConfig, type MeterReading, spent, startEmulator } from '../../emulator'
import { POLICY_VERSION } from '../../shared/domain/consent'
import type { ReadingId } from '../../shared/domain/ids'
import { schema } from '../../shared/schema'
import { buildFunctions } from '../../tools/build-functions'
import type { Part } from '../part'
import type { Metric } from '../report'
import { type Caller, callersOf } from './callers'
import { type Population, populationAt, REPS, SHARES_PER_REP } from './population'
import { type Random, randomFrom } from './random'
import { seedReports } from './seed-readings'
import { reportsOf, type SentReport } from './trace-reports'
import { makeTrace } from './traces'

/** An hour of a firm: sessions over the newest shares of some reps, a few of which go round much more than others. */
const SESSIONS = 2_000
const REPS_SHARING = 100
const SHARES_EACH = 4
const CONSENTING = 0.4
const SEED = 31_000
/** Long ago enough to be counted at once: the machine's clock is the cloud's. */
const RESTED_MS = 3_600_000
const READ = /getDocument|queryDocument|calculateDocument|countDocument|aggregate/
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const newId = (random: Random): ReadingId =>
  Array.from({ length: 20 }, () => BASE62.charAt(random.int(0, 61))).join('') as ReadingId

const shareFor = (who: Population, random: Random): string => {
  const nth = Math.floor(REPS_SHARING * SHARES_EACH * random.unit() ** 3)
  const token = who.tokens[Math.floor(nth / SHARES_EACH) * SHARES_PER_REP + (nth % SHARES_EACH)]
  if (token === undefined) throw new Error('no such share')
  return token
}

type Cost = {
  calls: number
  reads: number
  writes: number
  docsRead: number
  docsWritten: number
  gbs: number
  bytesOut: number
}

const costOf = (meter: MeterReading): Cost => {
  const requests = Object.entries(meter.dbRequests)
  const count = (isRead: boolean): number =>
    requests.filter(([name]) => READ.test(name) === isRead).reduce((sum, [, n]) => sum + n, 0)
  const calls = Object.values(meter.fnCalls).reduce((sum, n) => sum + n, 0)
  const { docsRead, docsWritten, gbs, bytesOut } = meter
  return { calls, reads: count(true), writes: count(false), docsRead, docsWritten, gbs, bytesOut }
}

/** One phone: agrees or not before, opens the post, reports as it reads. */
class Session {
  readonly id: ReadingId
  readonly openid: string
  readonly token: string
  bytes = 0
  constructor(
    private readonly caller: Caller,
    who: Population,
    random: Random,
  ) {
    this.id = newId(random)
    this.openid = `o-cost-${this.id}`
    this.token = shareFor(who, random)
  }
  private async call(action: string, payload: unknown): Promise<void> {
    const reply = await this.caller.call('reader', action, payload, this.openid)
    if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply)}`)
  }
  agree(): Promise<void> {
    const purposes = ['reading', 'tags', 'store']
    const asked = { token: this.token, policyVersion: POLICY_VERSION, purposes, scene: 1007, readingIds: [] }
    return this.call('consent.give', asked)
  }
  open(): Promise<void> {
    return this.call('post.read', { token: this.token })
  }
  async report({ report }: SentReport): Promise<void> {
    const state = { readingId: this.id, token: this.token, ...report, agoMs: RESTED_MS + report.agoMs }
    this.bytes += Buffer.byteLength(JSON.stringify(state))
    await this.call('reading.report', { readings: [state] })
  }
}

/** Somebody who reads for five minutes: first report after 5 s, then as the server says, the last as she leaves. */
const FIVE_MINUTES: SentReport[] = [5_000, 65_000, 300_000].map((spanMs, i) => {
  const sections = Object.fromEntries(
    Array.from({ length: Math.min(6, 1 + 2 * i + 1) }, (_, s) => [`s${s + 1}`, Math.round(spanMs / 7)]),
  )
  return {
    at: spanMs,
    report: { version: 1, scene: 1007, seq: i + 1, agoMs: 0, spanMs, sections, depth: (i + 1) / 3 },
  }
})

const metered = async (cloud: Emulator, act: () => Promise<unknown>): Promise<Cost> => {
  const before = cloud.meter()
  await act()
  return costOf(spent(cloud.meter(), before))
}

const plus = (a: Cost, b: Cost, share = 1): Cost => ({
  calls: a.calls + b.calls * share,
  reads: a.reads + b.reads * share,
  writes: a.writes + b.writes * share,
  docsRead: a.docsRead + b.docsRead * share,
  docsWritten: a.docsWritten + b.docsWritten * share,
  gbs: a.gbs + b.gbs * share,
  bytesOut: a.bytesOut + b.bytesOut * share,
})
const NOTHING: Cost = { calls: 0, reads: 0, writes: 0, docsRead: 0, docsWritten: 0, gbs: 0, bytesOut: 0 }

const tell = (name: string, cost: Cost, goals: boolean): Metric[] => [
  { metric: `${name}.calls`, value: cost.calls, unit: 'per session', ...(goals && { goal: { atMost: 3 } }) },
  { metric: `${name}.db-writes`, value: cost.writes, unit: 'per session', ...(goals && { goal: { atMost: 5 } }) },
  { metric: `${name}.db-reads`, value: cost.reads, unit: 'per session', ...(goals && { goal: { atMost: 1 } }) },
  { metric: `${name}.docs-written`, value: cost.docsWritten, unit: 'per session' },
  { metric: `${name}.docs-read`, value: cost.docsRead, unit: 'per session' },
]

type Hour = { reporting: Cost; opening: Cost; jobs: Cost; bodyBytes: number }

/** SESSIONS of the hostile set, then the jobs until nothing is left to count. */
const runHour = async (cloud: Emulator, caller: Caller, who: Population): Promise<Hour> => {
  const random = randomFrom(SEED)
  const hour = { reporting: NOTHING, opening: NOTHING, jobs: NOTHING, bodyBytes: 0 }
  let [states, sessions] = [0, [] as { session: Session; reports: SentReport[] }[]]
  for (let n = 0; n < SESSIONS; n++) {
    const session = new Session(caller, who, random)
    const reports = reportsOf(makeTrace('hostile', SEED + n))
    if (random.chance(CONSENTING)) await session.agree()
    sessions.push({ session, reports })
  }
  hour.opening = await metered(cloud, async () => {
    for (const { session } of sessions) await session.open()
  })
  hour.reporting = await metered(cloud, async () => {
    for (const { session, reports } of sessions) {
      for (const report of reports) await session.report(report)
      states += reports.length
      hour.bodyBytes += session.bytes
    }
  })
  sessions = []
  hour.jobs = await metered(cloud, () => cloud.fireTimer('jobs'))
  hour.bodyBytes /= states
  return hour
}

const TICKS_MAX = 40
const hasSorted = (told: unknown): boolean => JSON.stringify(told).includes('"sort-circles":{"done":0}')

/** Once a day all contacts of all reps are sorted into circles, however little is read: asked by rep and day, not by reading. */
const sortEverybody = (cloud: Emulator): Promise<Cost> =>
  metered(cloud, async () => {
    for (let ticks = 0; ticks < TICKS_MAX; ticks++) if (hasSorted(await cloud.fireTimer('jobs'))) return
    throw new Error('the round of circles does not end')
  })

/** Functions as deployed, one process of each: what a reader's first call looked up is known to her next. */
const openCloud = async (): Promise<Emulator> => {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as { functions: FunctionConfig[] }
  const settings = {
    RIPPLE_PERSON_KEY: Buffer.alloc(32, 7).toString('base64'),
    RIPPLE_READER_URL: 'http://127.0.0.1',
    RIPPLE_RATE_TIMES: '1000', // everybody calls from one machine
  }
  return startEmulator({
    dataDir: ':memory:',
    ports: [0],
    functionsDir: await buildFunctions('dist/bench/functions-cost'),
    functions: functions.map((one) => ({ ...one, envVariables: { ...one.envVariables, ...settings } })),
    schema,
    timers: false,
    instances: 1,
  })
}

const run: Part['run'] = async ({ say }) => {
  say(
    `${SESSIONS} sessions of the hostile set over ${REPS_SHARING * SHARES_EACH} shares of ${REPS_SHARING} reps (few of them read most), ` +
      `${CONSENTING * 100} % agreed before; sums and profiles by one run of the jobs, the hour's own`,
  )
  const cloud = await openCloud()
  const now = Date.now()
  const who = populationAt(now)
  await seedReports(cloud, { readings: 1_000, now })
  const round = await sortEverybody(cloud)
  const caller = callersOf(cloud.url, 1)
  try {
    const hour = await runHour(cloud, caller, who)
    // one timer ticks for all readers, 60 times an hour however many they are: its calls are told apart
    const jobs = { ...plus(NOTHING, hour.jobs, 1 / SESSIONS), calls: 0 }
    const mean = plus(jobs, hour.reporting, 1 / SESSIONS)
    const whole = plus(mean, hour.opening, 1 / SESSIONS)
    const long = new Session(caller, who, randomFrom(SEED - 1))
    await long.agree()
    const opening = await metered(cloud, () => long.open())
    const reporting = await metered(cloud, async () => {
      for (const report of FIVE_MINUTES) await long.report(report)
    })
    const bodies = { value: long.bytes / FIVE_MINUTES.length, unit: 'B per reading state', goal: { atMost: 200 } }
    return [
      ...tell('five-minutes', plus(reporting, jobs), true),
      ...tell('five-minutes-with-opening', plus(plus(reporting, jobs), opening), false),
      { metric: 'five-minutes.body', ...bodies },
      ...tell('average', mean, true),
      ...tell('average-with-opening', whole, false),
      { metric: 'average.body', ...bodies, value: hour.bodyBytes },
      { metric: 'day.db-reads', value: round.reads / REPS, unit: 'per rep, once a day' },
      { metric: 'day.db-writes', value: round.writes / REPS, unit: 'per rep, once a day' },
      { metric: 'jobs.calls', value: 60, unit: 'per hour, for all sessions' },
      { metric: 'average.jobs.db-writes', value: jobs.writes, unit: 'per session' },
      { metric: 'average.jobs.db-reads', value: jobs.reads, unit: 'per session' },
      { metric: 'average.bytes-out', value: whole.bytesOut, unit: 'B per session' },
      { metric: 'average.gbs', value: whole.gbs, unit: 'GB·s per session' },
    ]
  } finally {
    caller.close()
    await cloud.stop()
  }
}

export const cost: Part = { name: 'cost', run }
