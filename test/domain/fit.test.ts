// Does the calculator say do it only where even the low case pays, and is every figure of it the sum one would make by hand?
import fc from 'fast-check'
import {
  FIT_FIELDS,
  FIT_KEYS,
  FIT_READY,
  type FitAnswer,
  type FitNumbers,
  type FitSureness,
  judgeFit,
  missingOf,
  roughly,
  SAMPLE_FIT,
} from '../../shared/domain/fit'

const ABOUT: FitSureness = { value: 'about', acquire: 'about', own: 'about' }
const BOOKS: FitSureness = { value: 'books', acquire: 'books', own: 'books' }
const GUESS: FitSureness = { value: 'guess', acquire: 'guess', own: 'guess' }
const judge = (change: Partial<FitNumbers> = {}, sureness = ABOUT) =>
  judgeFit({ ...SAMPLE_FIT, ...change }, sureness, FIT_READY)

test('the sample by hand: worth, what a buyer costs here, the month, the return', () => {
  const answer = judge()
  // 420 × 55 % × 6 × 3 = 4,158 of which 231 the first time; 250 × 3; 8 of 100 saved at 500 each
  const { first, again, other, brings, total } = answer.worth
  expect([first, again, other, brings, total].map(Math.round)).toEqual([231, 3_927, 750, 40, 4_948])
  expect(answer.month.buyers).toBe(72) // 20 × 30 × 12 %
  expect(answer.month.costs).toEqual({ time: 13_200, content: 12_000, tools: 1_500, welcome: 12_000 })
  expect(answer.perBuyer).toBeCloseTo(38_700 / 72)
  expect(answer.back).toBeCloseTo((72 * 4_948) / 38_700)
  expect(answer.enough).toBeCloseTo(38_700 / 4_948)
})

test('the month at which all that came in has paid for all that was spent', () => {
  // a month's buyers bring 72 × 4,948 ÷ 36 = 9,896 a month: after m months 9,896 m (m + 1) ÷ 2 against 38,700 m
  expect(judge().payback).toBe(7)
  expect(judge({ price: 20, otherAYear: 100 }).payback).toBeNull()
  expect(judge({ reps: 1, minutesADay: 0, contentAMonth: 0, toolsAMonth: 0, welcome: 0 }).payback).toBe(1)
})

test.each<[string, Partial<FitNumbers>, FitSureness, string]>([
  ['even the low case pays', {}, BOOKS, 'do'],
  ['one purchase and never again, at a loss', { timesAYear: 0.4, years: 1, otherAYear: 0, price: 60 }, ABOUT, 'dont'],
  ['pays by the middle, not by the low case', { buyPercent: 2.2, elsewhere: 5_000 }, GUESS, 'try'],
  ['pays, but buyers are cheaper elsewhere', { elsewhere: 60 }, BOOKS, 'try'],
  ['pays, but only in the second year and later', { buyPercent: 4, elsewhere: 5_000 }, BOOKS, 'try'],
])('%s', (_, change, sureness, verdict) => {
  expect(judge(change, sureness).verdict).toBe(verdict)
})

test('what is not ready yet is told, and comes before beginning', () => {
  const answer = judgeFit(SAMPLE_FIT, BOOKS, ['owner', 'content'])
  expect(answer.verdict).toBe('prepare')
  expect(answer.unready).toEqual(['reps', 'place', 'goods', 'service', 'consent', 'patience'])
  expect(answer.why).toContain('unready')
  const losing = judgeFit({ ...SAMPLE_FIT, price: 5, otherAYear: 0 }, BOOKS, [])
  expect(losing.verdict).toBe('dont') // readiness saves no sum that loses
})

test('nobody buys: no cost per buyer, but customers the reps know may still carry it', () => {
  const answer = judge({ buyPercent: 0 })
  expect([answer.perBuyer, answer.verdict, answer.payback]).toEqual([null, 'dont', null])
  const held = judge({ buyPercent: 0, held: 6_000, moreTimes: 1 }, BOOKS)
  expect(held.month.held).toBeCloseTo(6_000 * 231 * (1 / 12))
  expect(held.verdict).toBe('do')
})

test('a purchase that is never made again is said to be one', () => {
  expect(judge({ timesAYear: 1, years: 1, otherAYear: 0, bringsPer100: 0 }).why).toContain('once')
  expect(judge().why).not.toContain('once')
})

test('what is missing or impossible is named; what may stay empty is 0', () => {
  expect(missingOf({})).toEqual(FIT_KEYS.filter((key) => !FIT_FIELDS[key].empty))
  expect(missingOf(SAMPLE_FIT)).toEqual([])
  expect(missingOf({ ...SAMPLE_FIT, buyPercent: 101, price: Number.NaN, held: -1 })).toEqual([
    'price',
    'held',
    'buyPercent',
  ])
})

test('numbers are told with two figures', () => {
  expect([4_908, 537.5, 0.1234, 99.6, 7, 0, -4_908].map(roughly)).toEqual([4_900, 540, 0.12, 100, 7, 0, -4_900])
})

const numbers: fc.Arbitrary<FitNumbers> = fc.record(
  Object.fromEntries(
    FIT_KEYS.map((key) => [key, fc.double({ min: FIT_FIELDS[key].min, max: FIT_FIELDS[key].max, noNaN: true })]),
  ) as { [key in keyof FitNumbers]: fc.Arbitrary<number> },
)

test('surer estimates never widen the range, and the middle lies within it', () => {
  fc.assert(
    fc.property(numbers, (n) => {
      const of = (sureness: FitSureness) => judgeFit(n, sureness, FIT_READY)
      const [sure, unsure] = [of(BOOKS), of(GUESS)]
      const net = sure.month.buyers * sure.worth.total + sure.month.held - sure.month.cost
      const slack = Math.abs(net) * 1e-9 + 1e-6
      expect(unsure.range.low).toBeLessThanOrEqual(sure.range.low + slack)
      expect(unsure.range.high).toBeGreaterThanOrEqual(sure.range.high - slack)
      expect(sure.range.low).toBeLessThanOrEqual(net + slack)
      expect(sure.range.high).toBeGreaterThanOrEqual(net - slack)
    }),
  )
})

test('at a number that turns the answer, the month comes out at nothing', () => {
  fc.assert(
    fc.property(numbers, (n) => {
      const moved = ({ month, worth }: FitAnswer) => month.buyers * worth.total + month.held + month.cost
      const before = judgeFit(n, ABOUT, FIT_READY)
      for (const { key, at } of before.turns) {
        const turned = judgeFit({ ...n, [key]: at }, ABOUT, FIT_READY)
        const slack = 1e-6 * moved(turned) + 1e-9 * moved(before) + 1e-6 // as fine as doubles of the sums before
        expect(Math.abs(moved(turned) - 2 * turned.month.cost)).toBeLessThanOrEqual(slack)
      }
    }),
  )
})

test('more worth never speaks against it, more cost never for it', () => {
  const rank = { dont: 0, try: 1, prepare: 2, do: 3 }
  const verdict = (n: FitNumbers): number => rank[judgeFit(n, ABOUT, FIT_READY).verdict]
  fc.assert(
    fc.property(numbers, fc.double({ min: 1, max: 3, noNaN: true }), (n, more) => {
      const richer = { ...n, otherAYear: n.otherAYear * more }
      const dearer = { ...n, contentAMonth: n.contentAMonth * more }
      expect(verdict(richer)).toBeGreaterThanOrEqual(verdict(n))
      expect(verdict(dearer)).toBeLessThanOrEqual(verdict(n))
    }),
  )
})
