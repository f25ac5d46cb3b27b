// What is left to a team, and what does a customer come to? Every figure from whole 分.
import fc from 'fast-check'
import type { DealItem } from '../../shared/domain/deal'
import type { CostId, TeamId } from '../../shared/domain/ids'
import { adsAndOwn, COST_KINDS, type Cost, type CostKind, maySaveCost, profitOf } from '../../shared/domain/profit'
import { UNIT_EXAMPLE, unitSheet } from '../../shared/domain/unit-economics'

const item = (amountFen: number, costFen: number | null, theirs = false): DealItem => ({
  ...{ productId: null, product: '精华', qty: 1, amountFen, costFen, theirs },
})
const deal = (items: DealItem[], end: { refundedAt?: number; droppedAt?: number } = {}) => ({
  ...{ items, refundedAt: null, droppedAt: null, ...end },
})
const cost = (kind: CostKind, amountFen: number, minutes = 0): Cost => ({
  ...{ _id: 'c' as CostId, teamId: 't' as TeamId, day: '2026-11-21', kind, amountFen, minutes },
  ...{ sold: null, words: '', droppedAt: null },
})

test('¥500 to win her, ¥19.9 to begin with, ¥5,000 to follow: 10 times what was put in', () => {
  expect(unitSheet(UNIT_EXAMPLE)).toEqual({
    ...{ customers: 1, costFen: 50_000, firstFen: 1_990, laterFen: 500_000, outFen: 501_990, goodsFen: 0 },
    ...{ openFen: 48_010, leftFen: 451_990, times: 10.0398 },
  })
})

test('per customer over many is the same as over one of them', () => {
  const many = Object.fromEntries(
    Object.entries(UNIT_EXAMPLE).map(([name, n]) => [name, n * 37]),
  ) as typeof UNIT_EXAMPLE
  expect(unitSheet(many)).toEqual({ ...unitSheet(UNIT_EXAMPLE), customers: 37 })
  expect(unitSheet({ ...UNIT_EXAMPLE, customers: 0 })).toBeNull()
  expect(unitSheet({ ...UNIT_EXAMPLE, costFen: 0 })?.times).toBeNull()
})

test('a team: income less goods and what it spent, and what that is for each hour', () => {
  const deals = [deal([item(100_000, 30_000)]), deal([item(50_000, 45_000, true), item(9_900, null)])]
  const sheet = profitOf(deals, [cost('content', 10_000), cost('ads', 5_000), cost('time', 0, 90)])
  expect(sheet).toEqual({
    ...{ deals: 2, pieces: 3, amountFen: 159_900, incomeFen: 114_900, goodsFen: 30_000 },
    ...{ spentFen: { content: 10_000, ads: 5_000, goods: 0, other: 0 }, profitFen: 69_900, minutes: 90 },
    ...{ perHourFen: 46_600, unknownCost: 1 },
  })
})

test('what was given back or undone, and costs taken out, count for nothing', () => {
  const deals = [deal([item(100, 1)], { refundedAt: 5 }), deal([item(100, 1)], { droppedAt: 5 })]
  const sheet = profitOf(deals, [{ ...cost('ads', 500), droppedAt: 5 }])
  expect([sheet.deals, sheet.amountFen, sheet.profitFen, sheet.perHourFen]).toEqual([0, 0, 0, null])
})

const fen = fc.integer({ min: 0, max: 1_000_000_000 })
const line = fc.tuple(fen, fc.option(fen), fc.boolean()).map(([amount, its, theirs]) => item(amount, its, theirs))
const costs = fc.array(fc.tuple(fc.constantFrom(...COST_KINDS), fen).map(([kind, amount]) => cost(kind, amount)))
test('sheets of two halves add up to the sheet of the whole, in whole 分', () => {
  const deals = fc.array(fc.array(line, { maxLength: 4 }).map((items) => deal(items)))
  fc.assert(
    fc.property(deals, deals, costs, costs, (a, b, x, y) => {
      const [one, other, both] = [profitOf(a, x), profitOf(b, y), profitOf([...a, ...b], [...x, ...y])]
      for (const name of ['amountFen', 'incomeFen', 'goodsFen', 'profitFen', 'pieces'] as const) {
        expect(Number.isSafeInteger(both[name])).toBe(true)
        expect(one[name] + other[name]).toBe(both[name])
      }
    }),
  )
})

test.each([
  ['money for content', cost('content', 100), 'ok'],
  ['hours', cost('time', 0, 60), 'ok'],
  ['hours that are said to be money', cost('time', 100, 60), 'bad-cost'],
  ['nothing', cost('other', 0), 'bad-cost'],
  ['content that sold something by itself', { ...cost('content', 1), sold: { deals: 1, amountFen: 1 } }, 'bad-cost'],
])('a cost of %s', (_, said, reason) => {
  const decision = maySaveCost(said)
  expect(decision.ok ? 'ok' : decision.reason).toBe(reason)
})

test('ads as they report of themselves stand beside what users of our own took', () => {
  const ads = { ...cost('ads', 30_000), sold: { deals: 3, amountFen: 60_000 } }
  const all = [ads, { ...ads, droppedAt: 1 }, cost('content', 5_000)]
  expect(adsAndOwn(profitOf([deal([item(20_000, 0)]), deal([item(20_000, 0)])], all), all)).toEqual({
    ads: { deals: 3, amountFen: 60_000, spentFen: 30_000, perDealFen: 10_000 },
    own: { deals: 2, amountFen: 40_000, spentFen: 5_000, perDealFen: 2_500 },
  })
})
