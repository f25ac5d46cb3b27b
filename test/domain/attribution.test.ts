// Is every deal divided to the 分, by each way, over nothing but what came before it?
import fc from 'fast-check'
import { attribute, HALF_LIFE_MS, MODELS, type Point, pointsBefore, splitFen } from '../../shared/domain/attribution'
import { DEAL_MAX_FEN } from '../../shared/domain/deal'

const DAY_MS = 86_400_000
const SOLD = Date.UTC(2026, 10, 21)
const point = (id: string, daysBefore: number): Point => ({
  ...{ id, of: 'reading', postId: null, at: SOLD - daysBefore * DAY_MS },
})
const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

const weights = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 })

test('a sum divided is the sum, in whole 分, however it is weighed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: DEAL_MAX_FEN }), weights, (fen, all) => {
      const parts = splitFen(fen, all)
      expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
      expect(total(parts)).toBe(all.some((weight) => weight > 0) ? fen : 0)
    }),
  )
})

test('no part is a whole 分 or more away from its exact share', () => {
  const whole = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: DEAL_MAX_FEN }), whole, (fen, all) => {
      const sum = total(all)
      if (sum === 0) return
      for (const [at, part] of splitFen(fen, all).entries())
        expect(Math.abs(part - (fen * (all[at] ?? 0)) / sum)).toBeLessThan(1)
    }),
  )
})

test('who comes first gets the 分 that cannot be divided', () => {
  expect(splitFen(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(splitFen(1, [1, 1])).toEqual([1, 0])
})

const points = fc.array(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), days: fc.double({ min: -5, max: 60, noNaN: true }) }),
)
test('each of the four ways gives away exactly what she paid, in whatever order the points come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: DEAL_MAX_FEN }), points, (fen, some) => {
      const all = some.map(({ id, days }) => point(`${id}${days}`, days))
      const { credits, noneFen } = attribute(fen, all, SOLD)
      for (const model of MODELS) expect(total(credits.map((credit) => credit.fen[model])) + noneFen).toBe(fen)
      expect(attribute(fen, [...all].reverse(), SOLD)).toEqual({ credits, noneFen })
    }),
  )
})

test('only what came before, within 30 days, counts, and each thing once', () => {
  const all = [point('late', -1), point('same', 3), point('same', 3), point('early', 31), point('edge', 29.9)]
  expect(pointsBefore(all, SOLD).map(({ id }) => id)).toEqual(['edge', 'same'])
})

test('the four ways of dividing 90 元 over three weeks, side by side', () => {
  const { credits } = attribute(9_000, [point('c', 0), point('a', 14), point('b', 7)], SOLD)
  expect(HALF_LIFE_MS).toBe(7 * DAY_MS)
  expect(credits.map(({ id, fen }) => [id, ...MODELS.map((model) => fen[model])])).toEqual([
    ['a', 9_000, 0, 3_000, 1_286],
    ['b', 0, 0, 3_000, 2_571],
    ['c', 0, 9_000, 3_000, 5_143],
  ])
})

test('where nothing is known to have come before, nothing gets any of it', () => {
  expect(attribute(500, [point('after', -2)], SOLD)).toEqual({ credits: [], noneFen: 500 })
})
