// When is it due again, by whose rhythm, and how many come back?
import fc from 'fast-check'
import { dayOf } from '../../shared/domain/day'
import { cycleOf, dueOf, gapsOf, medianOf, repurchaseRate, rhythmDays } from '../../shared/domain/repurchase'

const DAY_MS = 86_400_000
const T0 = Date.UTC(2026, 0, 1, 4)
const bought = (...days: number[]) => days.map((day) => ({ at: T0 + day * DAY_MS, qty: 1 }))
const stated = (days: number | null) => ({ medianDays: null, gaps: 0, statedDays: days })

test.each([
  ['nothing known', bought(0), stated(null), null],
  ['one purchase: the product as HQ says', bought(0), stated(60), { days: 60, from: 'product' }],
  [
    'two: one gap of hers beside the product, which weighs three',
    bought(0, 20),
    stated(60),
    { days: 50, from: 'both' },
  ],
  ['two, of a product nobody said anything of', bought(0, 20), stated(null), null],
  ['three: her own median alone', bought(0, 20, 60), stated(90), { days: 30, from: 'own' }],
  ['a long holiday does not move her median', bought(0, 30, 60, 90, 300), stated(90), { days: 30, from: 'own' }],
  ['twice on one day is one purchase of two pieces', bought(0, 0, 20), stated(60), { days: 48, from: 'both' }],
  ['never shorter than three days', bought(0, 1, 2, 3), stated(60), { days: 3, from: 'own' }],
])('%s', (_, buys, product, cycle) => {
  expect(cycleOf(buys, product)).toEqual(cycle)
})

test('what was seen of a product outweighs what was said the more of it there is', () => {
  const seen = (gaps: number) => rhythmDays({ medianDays: 30, gaps, statedDays: 60 }) ?? 0
  expect([seen(0), seen(5), seen(95)]).toEqual([60, 45, 31.5])
})

test('two pieces last twice as long, for her rhythm and for the day it is due', () => {
  const buys = [
    { at: T0, qty: 2 },
    { at: T0 + 60 * DAY_MS, qty: 1 },
    { at: T0 + 90 * DAY_MS, qty: 2 },
  ]
  expect(gapsOf(buys)).toEqual([30, 30])
  expect(dueOf(buys, stated(null))).toBe(dayOf(T0 + 150 * DAY_MS))
})

test('a median lies among what it is of, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1 }), (all) => {
      const median = medianOf(all) ?? -1
      expect(median).toBe(medianOf([...all].reverse()))
      expect(all.filter((one) => one < median).length * 2).toBeLessThanOrEqual(all.length)
      expect(all.filter((one) => one > median).length * 2).toBeLessThanOrEqual(all.length)
    }),
  )
  expect(medianOf([])).toBeNull()
})

const TODAY = dayOf(T0 + 200 * DAY_MS)
const days = (...all: number[]) => all.map((day) => T0 + day * DAY_MS)

test('only who has had the whole 90 days is counted; who bought first of late is not held against it', () => {
  const all = [days(0, 90), days(0, 91), days(0), days(5, 5), days(10, 40, 50), days(150), days(190, 195), []]
  expect(repurchaseRate(all, TODAY)).toEqual({ people: 5, again: 2, young: 2, rate: 0.4 })
})

test('fewer than five are no rate', () => {
  expect(repurchaseRate([days(0, 1), days(0), days(0), days(0)], TODAY)).toMatchObject({ people: 4, rate: null })
})
