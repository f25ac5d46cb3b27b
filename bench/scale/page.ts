// Writes docs/scale.md: how far CloudBase carries, what a month costs, what gives way first, and a viral hour.
import { ASSUMED } from './assumed.data'
import { COUNTED, COUNTS } from './counts.data'
import { carries, fitOf, type Need, usesOf } from './limits'
import { type Load, loadOf, STEPS } from './load'
import { TIERS } from './quotas.data'
import { CHANGES, FOOT, HEAD } from './text.data'
import { type Outcome, runStorm, type Storm } from './viral'
import { besides, byPacks, payAsYouGo, type Yuan } from './yuan'

const NEEDS: Readonly<Record<Need, string>> = {
  dbPerSecond: 'database requests a second',
  dbAtOnce: 'database connections',
  callsPerSecond: 'calls a second',
  instances: 'function instances',
  dbGb: 'database size',
  counting: 'the one counting job',
}

const DIGITS = 3
/** Three digits are as many as such arithmetic deserves: 12.3 k, 4.57 M. */
const short = (n: number): string => {
  const units = ['', ' k', ' M', ' G', ' T']
  let [value, unit] = [n, 0]
  for (; value >= 999.5 && unit < units.length - 1; unit++) value /= 1_000
  return `${Number(value.toPrecision(DIGITS))}${units[unit] ?? ''}`
}
const yuan = ({ low, high }: Yuan): string =>
  short(low) === short(high) ? `¥${short(low)}` : `¥${short(low)} – ${short(high)}`
const percent = (share: number): string => `${Number((share * 100).toPrecision(DIGITS))} %`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const steps = (): Load[] => STEPS.map((readings) => loadOf(readings, COUNTS, ASSUMED))

const loadTable = (): string =>
  table(
    [
      'readings a day',
      'calls a month',
      'requests: reads · writes',
      'documents: read · written',
      'GB·s',
      'stored after 180 days',
      'busiest second: calls · requests',
    ],
    steps().map((load) => [
      short(load.readingsPerDay),
      short(load.calls),
      `${short(load.dbReads)} · ${short(load.dbWrites)}`,
      `${short(load.docsRead)} · ${short(load.docsWritten)}`,
      short(load.gbs),
      `${short(load.storedBytes)}B`,
      `${short(load.peak.calls)} · ${short(load.peak.dbRequests)}`,
    ]),
  )

const yuanTable = (): string =>
  table(
    [
      ...['readings a day', 'pay as you go', 'packs of calls', 'credits (资源点)'],
      ...['beside it: pictures', 'beside it: what reps call'],
    ],
    steps().map((load) => [
      short(load.readingsPerDay),
      yuan(payAsYouGo(load)),
      yuan(byPacks(load)),
      'not priced: see below',
      `¥${short(besides(load).pictures)}`,
      `¥${short(besides(load).reps)}`,
    ]),
  )

const limitTable = (): string =>
  table(
    ['readings a day', 'smallest plan on which all fits', 'fullest there', 'what changes then'],
    steps().map((load, i) => {
      const { tier, first } = fitOf(load, TIERS)
      return [
        short(load.readingsPerDay),
        tier ?? 'none',
        `${NEEDS[first.need]}, ${percent(first.used)}`,
        CHANGES[i] ?? '',
      ]
    }),
  )

const [FIRST_STEP] = STEPS
const carryTable = (): string =>
  table(
    ['plan', 'carries, readings a day', 'full first', 'then'],
    TIERS.map((tier) => {
      const load = loadOf(FIRST_STEP, COUNTS, ASSUMED)
      const { readingsPerDay, need } = carries(load, tier)
      const then = usesOf(load, tier)[1]
      return [tier.name, short(readingsPerDay), NEEDS[need], then ? NEEDS[then.need] : '']
    }),
  )

const STORMS: readonly (Pick<Storm, 'readers' | 'fewerBeats'> & { plan: number; cached: boolean; unpaced?: true })[] = [
  { readers: 1_000, plan: 0, fewerBeats: false, cached: false, unpaced: true },
  { readers: 1_000, plan: 0, fewerBeats: false, cached: false },
  { readers: 5_000, plan: 0, fewerBeats: false, cached: false },
  { readers: 5_000, plan: 0, fewerBeats: true, cached: false },
  { readers: 5_000, plan: 0, fewerBeats: true, cached: true },
  { readers: 20_000, plan: 1, fewerBeats: false, cached: false },
  { readers: 100_000, plan: 1, fewerBeats: false, cached: false },
  { readers: 250_000, plan: 3, fewerBeats: false, cached: false },
  { readers: 250_000, plan: 3, fewerBeats: true, cached: true },
]

const outcomeRow = (one: (typeof STORMS)[number], outcome: Outcome): string[] => [
  short(one.readers),
  TIERS[one.plan]?.name ?? '',
  [one.unpaced && 'jobs at no pace', one.fewerBeats && 'fewer beats', one.cached && 'article cached']
    .filter(Boolean)
    .join(', ') || 'as built',
  short(outcome.peakCallsPerSecond),
  percent(outcome.openedAtOnce),
  percent(outcome.opened),
  percent(outcome.reportedInTime),
  percent(outcome.waiting),
  percent(outcome.notBack),
  percent(outcome.counted),
]

const stormTable = (): string =>
  table(
    [
      'readers in the hour',
      'plan',
      'how',
      'calls in the busiest second',
      'opened at once',
      'opened',
      'reported in time',
      'waits on the phone',
      'of it not back in two hours',
      'counted in two hours',
    ],
    STORMS.map((one) => {
      const tier = TIERS[one.plan]
      if (!tier) throw new Error(`no plan ${one.plan}`)
      const requests = one.cached ? { ...COUNTS.requests, open: 1 } : COUNTS.requests
      return outcomeRow(
        one,
        runStorm({
          ...one,
          tier: one.unpaced ? { ...tier, jobsPerSecond: null } : tier,
          assumed: ASSUMED,
          counts: COUNTS,
          requests,
        }),
      )
    }),
  )

export const writeScalePage = (): string =>
  [
    HEAD(COUNTED, COUNTS, ASSUMED),
    `## A month\n\n${loadTable()}`,
    `## Yuan a month\n\n${yuanTable()}`,
    `## What gives way first\n\n${limitTable()}\n\n${carryTable()}`,
    `## A viral hour\n\n${stormTable()}`,
    FOOT,
  ].join('\n\n')
