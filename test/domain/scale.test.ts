// Is docs/scale.md what the model says, and does the model keep its own rules?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { ASSUMED } from '../../bench/scale/assumed.data'
import { CloudQuotas } from '../../bench/scale/cloud-quotas'
import { COUNTS } from '../../bench/scale/counts.data'
import { jobRequests } from '../../bench/scale/jobs-storm'
import { carries, fitOf, usesOf } from '../../bench/scale/limits'
import { loadOf } from '../../bench/scale/load'
import { writeScalePage } from '../../bench/scale/page'
import { TIERS, type Tier } from '../../bench/scale/quotas.data'
import { runStorm } from '../../bench/scale/viral'
import { byPacks, packsFor, payAsYouGo } from '../../bench/scale/yuan'

const OPEN: Tier = {
  name: 'no quota',
  dbPerSecond: null,
  dbAtOnce: null,
  callsPerSecond: null,
  instances: null,
  dbGb: null,
  jobsPerSecond: null,
}
const readings = fc.integer({ min: 1, max: 1e9 })

it('docs/scale.md is as `node tools/run.mjs scale` writes it', () => {
  expect(readFileSync(path.resolve(__dirname, '../../docs/scale.md'), 'utf8')).toBe(writeScalePage())
})

describe('a month', () => {
  it.each([
    [
      'calls, with the minute timer',
      (load: ReturnType<typeof loadOf>) => load.calls,
      1_000_000 * 30 * COUNTS.calls + 43_200,
    ],
    [
      'writes, with a night of 50,000 reps',
      (load: ReturnType<typeof loadOf>) => load.dbWrites,
      1_000_000 * 30 * COUNTS.dbWrites + 50_000 * 30 * COUNTS.aRepADay.dbWrites + 43_200 * COUNTS.aMinute.dbWrites,
    ],
    ['stored', (load: ReturnType<typeof loadOf>) => load.storedBytes, 1_000_000 * 180 * COUNTS.storedBytes],
    ['readings in the busiest second', (load: ReturnType<typeof loadOf>) => load.peak.readings, 100],
  ])('of a million readings a day: %s', (_, figure, is) =>
    expect(figure(loadOf(1_000_000, COUNTS, ASSUMED))).toBeCloseTo(is, 6),
  )
  it('costs at most the high figure, and never less with more readings', () =>
    fc.assert(
      fc.property(readings, readings, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((n) => loadOf(n, COUNTS, ASSUMED))
        if (!less || !more) throw new Error('two loads')
        for (const bill of [payAsYouGo, byPacks]) {
          expect(bill(less).low).toBeLessThanOrEqual(bill(less).high)
          expect(payAsYouGo(less).high).toBeLessThanOrEqual(payAsYouGo(more).high)
        }
      }),
    ))
  it.each([
    [0, 0],
    [1, 400],
    [10, 400],
    [11, 800],
    [40, 1_500],
    [100, 2_500],
    [101, 2_900],
    [250, 6_500],
  ])('%i of the packs 10 · 50 · 100 cost %i', (amount, is) =>
    expect(
      packsFor(amount, [
        { holds: 10, yuan: 400 },
        { holds: 50, yuan: 1_500 },
        { holds: 100, yuan: 2_500 },
      ]),
    ).toBe(is),
  )
})

describe('what gives way first', () => {
  it('is fullest exactly where the plan stops to carry', () =>
    fc.assert(
      fc.property(readings, fc.constantFrom(...TIERS), (n, tier) => {
        const { readingsPerDay, need } = carries(loadOf(n, COUNTS, ASSUMED), tier)
        const [first] = usesOf(loadOf(readingsPerDay, COUNTS, ASSUMED), tier)
        expect(first?.used).toBeCloseTo(1, 6)
        expect(first?.need).toBe(need)
      }),
    ))
  it('names no plan when none carries so much', () => {
    expect(fitOf(loadOf(1_000, COUNTS, ASSUMED), TIERS).tier).not.toBeNull()
    expect(fitOf(loadOf(1e9, COUNTS, ASSUMED), TIERS).tier).toBeNull()
  })
})

describe('quotas', () => {
  it('refuse what is above a second’s budget, and begin anew with the next second', () => {
    const quotas = new CloudQuotas({ ...OPEN, dbPerSecond: 2 })
    expect([0, 10, 20, 1_000].map((now) => quotas.beginRequest(now))).toEqual([true, true, false, true])
  })
  it('refuse what is more than may run at once, until one ends', () => {
    const quotas = new CloudQuotas({ ...OPEN, instances: 1 })
    expect([quotas.beginCall(0), quotas.beginCall(5_000)]).toEqual([true, false])
    quotas.endCall()
    expect(quotas.beginCall(5_001)).toBe(true)
  })
})

describe('a viral hour', () => {
  const storm = {
    readers: 400,
    tier: OPEN,
    assumed: ASSUMED,
    requests: COUNTS.requests,
    counts: COUNTS,
    fewerBeats: false,
  }
  it('without quotas: everybody reads and every report arrives', () =>
    expect(runStorm(storm)).toMatchObject({
      openedAtOnce: 1,
      opened: 1,
      reportedInTime: 1,
      waiting: 0,
      refusedCalls: 0,
    }))
  it('comes out the same twice', () => {
    const tight = { ...storm, tier: { ...OPEN, dbPerSecond: 5 } }
    expect(runStorm(tight)).toEqual(runStorm(tight))
  })
  it('counts what has come to rest, and all of it without quotas', () =>
    expect(runStorm(storm).counted).toBeCloseTo(1, 6))
  it.each<[says: string, perSecond: number | null, waiting: number, always: number, counting: number, within: number]>([
    ['nothing waits', null, 0, 3, 0, 90],
    ['at no pace sixteen at once', null, 100, 3, 200, 90 + 13 * 30],
    ['with a pace one after another', 10, 5, 3, 10, 300 + 10 * 100],
    ['and no longer than it may begin', 10, 1_000, 3, 200, 300 + 20_000],
  ])('the jobs ask what is always asked, then count: %s', (_, jobsPerSecond, waiting, always, counting, within) => {
    const counts = { aMinute: { dbReads: 2, dbWrites: 1, docsRead: 0, docsWritten: 0 }, jobRequests: 2 }
    const asked = jobRequests(waiting, { jobsPerSecond }, counts, ASSUMED)
    expect([asked.always.length, asked.counting.length]).toEqual([always, counting])
    expect(Math.max(...asked.always, ...asked.counting)).toBeLessThan(within)
  })
  it('a tight quota refuses; what is not sent waits on the phone', () => {
    const { openedAtOnce, reportedInTime, waiting, refusedRequests } = runStorm({
      ...storm,
      tier: { ...OPEN, dbPerSecond: 5 },
    })
    expect(openedAtOnce).toBeLessThan(1)
    expect(refusedRequests).toBeGreaterThan(0)
    expect(reportedInTime + waiting).toBeCloseTo(1, 9)
  })
})
