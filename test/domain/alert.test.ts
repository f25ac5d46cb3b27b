// What is amiss, and is each thing told once when it begins and once when it is over?
import {
  type AlertState,
  CALLS_FROM,
  COUNTING_HOLD_MS,
  COUNTING_LATE_MS,
  type Finding,
  findingsOf,
  JOB_LATE_MS,
  type OpsSeen,
  QUEUE_OLD_MS,
  QUIET_MS,
  watchOver,
} from '../../shared/domain/alert'
import { newsOfAlerts } from '../../shared/domain/hook-events'
import { ranNow } from '../../shared/domain/job-run'
import { mergeSums, sumsOf } from '../../shared/domain/metrics'

const NOW = Date.UTC(2026, 10, 23, 8)
const MINUTE_MS = 60_000
const run = (okAt: number | null) => ({ job: 'count-readings', at: NOW, ms: 5, done: 0, okAt })
const calm: OpsSeen = { runs: { at: NOW, jobs: [run(NOW)] }, sums: [], queues: [] }
const called = (calls: number, failed: number) =>
  mergeSums(
    Array.from({ length: calls }, (_, n) =>
      sumsOf({ action: 'rep/talk.list', outcome: n < failed ? 'failed' : 'ok', ms: 9, requests: 1, cold: false }),
    ),
  )
const waits = (queue: 'checks' | 'readings', ms: number | null): OpsSeen => ({
  ...calm,
  queues: [{ queue, oldestAt: ms === null ? null : NOW - ms }],
})

it.each<[string, OpsSeen, Finding[]]>([
  ['all is well', calm, []],
  ['nothing is known of jobs yet', { ...calm, runs: null }, []],
  ['a job is just in time', { ...calm, runs: { at: NOW, jobs: [run(NOW - JOB_LATE_MS)] } }, []],
  [
    'a job has failed for long',
    { ...calm, runs: { at: NOW, jobs: [run(NOW - JOB_LATE_MS - 1)] } },
    [{ kind: 'job-late', of: 'count-readings', value: 15 }],
  ],
  [
    'a job never went well',
    { ...calm, runs: { at: NOW, jobs: [run(null)] } },
    [{ kind: 'job-late', of: 'count-readings', value: 0 }],
  ],
  [
    'no tick came to its end: one finding, not one for each job',
    { ...calm, runs: { at: NOW - 20 * MINUTE_MS, jobs: [run(NOW - 20 * MINUTE_MS)] } },
    [{ kind: 'timer-late', of: '', value: 20 }],
  ],
  ['too few calls to tell', { ...calm, sums: called(CALLS_FROM - 1, CALLS_FROM - 1) }, []],
  ['one in twenty fails', { ...calm, sums: called(CALLS_FROM, 2) }, []],
  [
    'more than one in twenty fail',
    { ...calm, sums: called(CALLS_FROM, 3) },
    [{ kind: 'failing', of: 'rep/talk.list', value: 8 }],
  ],
  ['nothing waits', waits('checks', null), []],
  ['something waits a while', waits('checks', QUEUE_OLD_MS), []],
  ['something is stuck', waits('checks', QUEUE_OLD_MS + 1), [{ kind: 'queue-old', of: 'checks', value: 30 }]],
  ['readings wait longer, and may', waits('readings', COUNTING_LATE_MS), []],
  ['counting lags', waits('readings', COUNTING_LATE_MS + 1), [{ kind: 'counting-late', of: 'readings', value: 90 }]],
])('%s', (_, seen, findings) => {
  expect(findingsOf(seen, NOW)).toEqual(findings)
})

describe('what is told', () => {
  const stuck: Finding = { kind: 'queue-old', of: 'checks', value: 31 }
  const failing: Finding = { kind: 'failing', of: 'rep/talk.list', value: 9 }
  /** Findings minute by minute; what was told at each. */
  const follow = (minutes: readonly (readonly Finding[])[]): string[][] => {
    let state: AlertState | null = null
    const known = new Set<string>()
    return minutes.map((findings, minute) => {
      state = watchOver(state, findings, NOW + minute * MINUTE_MS)
      const news = state ? newsOfAlerts(state).map(({ eventId }) => eventId) : []
      const fresh = news.filter((id) => !known.has(id))
      for (const id of fresh) known.add(id)
      return fresh.map((id) => id.replace(/\.\d+$/, ''))
    })
  }
  const calmFor = (minutes: number): Finding[][] => Array.from({ length: minutes }, () => [])
  const QUIET = QUIET_MS / MINUTE_MS

  it('nothing while nothing is amiss, and nothing is written', () => {
    expect(watchOver(null, [], NOW)).toBeNull()
    const cleared: AlertState = { rev: 3, open: [], cleared: [], maybe: [] }
    expect(watchOver(cleared, [], NOW)).toBe(cleared)
  })

  it('once when it begins, however long it lasts, and once when it is over', () => {
    const told = follow([[stuck], [{ ...stuck, value: 32 }], [{ ...stuck, value: 33 }], ...calmFor(QUIET + 2)])
    expect(told.flat()).toEqual(['ops.alert.queue-old.checks', 'ops.clear.queue-old.checks'])
    expect(told[0]).toEqual(['ops.alert.queue-old.checks'])
    expect(told[2 + QUIET]).toEqual(['ops.clear.queue-old.checks'])
  })

  it('what comes and goes is one condition', () => {
    const flapping = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? [stuck] : []))
    expect(follow([...flapping, ...calmFor(QUIET + 1)]).flat()).toHaveLength(2)
  })

  it('what comes again after it was over is told again; another condition for itself', () => {
    const told = follow([[stuck], ...calmFor(QUIET + 1), [stuck, failing]]).flat()
    expect(told).toEqual([
      ...['ops.alert.queue-old.checks', 'ops.clear.queue-old.checks'],
      ...['ops.alert.queue-old.checks', 'ops.alert.failing.rep.talk.list'],
    ])
  })

  it('readings that arrive late and are counted soon are nothing; counting that lags for long is told', () => {
    const late: Finding = { kind: 'counting-late', of: 'readings', value: 20_000 }
    const [soon, hold] = [[late], COUNTING_HOLD_MS / MINUTE_MS]
    expect(follow([soon, soon, ...calmFor(2), soon, ...calmFor(1)]).flat()).toEqual([])
    const told = follow(Array.from({ length: hold + 3 }, () => soon))
    expect(told.map((news) => news.length)).toEqual([...Array(hold).fill(0), 1, 0, 0])
  })

  it('its ids fit where deliveries are named', () => {
    const state = watchOver(null, [failing, { kind: 'timer-late', of: '', value: 20 }], NOW)
    for (const { eventId } of newsOfAlerts(state ?? { open: [], cleared: [] }))
      expect(`${eventId}.aaaaaaaaaaaaaaaaaaaa`).toMatch(/^[\w.-]{3,140}$/)
  })
})

it('a job that fails keeps when it last went well; one that is gone is left out', () => {
  const before = [
    { job: 'a', at: 1, ms: 1, done: 3, okAt: 1 },
    { job: 'gone', at: 1, ms: 1, done: 3, okAt: 1 },
  ]
  const ran = [
    { job: 'a', at: 2, ms: 1, done: null, okAt: null },
    { job: 'b', at: 2, ms: 1, done: 0, okAt: 2 },
  ]
  expect(ranNow(before, ran)).toEqual([{ ...ran[0], okAt: 1 }, ran[1]])
})
