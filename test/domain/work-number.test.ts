// Are rates and intervals what their counts say, and does nothing shown give a customer away?
import fc from 'fast-check'
import { healthOf } from '../../shared/domain/health'
import { numberOf, poisson, toShown, wilson } from '../../shared/domain/work-number'

describe("Wilson's interval", () => {
  // known values: Newcombe 1998, table I (method 3), z = 1.96
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i among %i lies from %f to %f', (won, all, low, high) => {
    expect(wilson(won, all).low).toBeCloseTo(low, 4)
    expect(wilson(won, all).high).toBeCloseTo(high, 4)
  })

  test('holds the rate itself, within 0 and 1, and narrows with more of the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const won = Math.round(all * share)
        const [one, four] = [wilson(won, all), wilson(won * 4, all * 4)]
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(one.low).toBeLessThanOrEqual(won / all + 1e-9)
        expect(one.high).toBeGreaterThanOrEqual(won / all - 1e-9)
        expect(four.high - four.low).toBeLessThan(one.high - one.low)
      }),
    )
  })

  test('a count of ten may as well have been 5 to 18', () => {
    expect(poisson(10).low).toBeCloseTo(5.43, 1)
    expect(poisson(10).high).toBeCloseTo(18.4, 1)
  })
})

describe('what is shown of customers', () => {
  test('is nothing of one to four, and then goes in fives', () => {
    expect([0, 1, 4, 5, 9, 10, 104].map(toShown)).toEqual([0, 'few', 'few', 5, 5, 10, 100])
  })

  test('two filters, one within the other, never tell how many lie between: at least four counts fit what is shown', () => {
    const readings = (shown: ReturnType<typeof toShown>) =>
      Array.from({ length: 400 }, (_, n) => n).filter((n) => toShown(n) === shown)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 1, max: 4 }), (inner, between) => {
        const [small, large] = [toShown(inner), toShown(inner + between)]
        const fit = new Set<number>()
        for (const a of readings(small)) for (const b of readings(large)) if (b >= a) fit.add(b - a)
        expect(fit.size).toBeGreaterThanOrEqual(4)
      }),
    )
  })

  test('a region of five less its other store of one does not say that a store has four', () => {
    const [region, other] = [toShown(5), toShown(1)]
    expect([region, other, toShown(4)]).toEqual([5, 'few', 'few'])
    const [more, most] = [toShown(104), toShown(100)]
    expect(Number(more) - Number(most)).toBe(0)
  })

  test('a rate is worked out from what is shown: two that show the same say the same', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 0, max: 4 }), (a, b, more) => {
        const [opened, deep] = [Math.max(a, b), Math.min(a, b)]
        const [floor, shallow] = [opened - (opened % 5), deep - (deep % 5)]
        fc.pre(floor >= 5 && shallow >= 5)
        const exact = numberOf('deep-rate', { opened: floor + more, deep: shallow })
        expect(exact).toEqual(numberOf('deep-rate', { opened: floor, deep: shallow }))
      }),
    )
  })

  test('too few for a share is no number', () => {
    expect(numberOf('deep-rate', { opened: 19, deep: 10 }).value).toBeNull()
    expect(numberOf('deep-rate', { opened: 100, deep: 3 })).toMatchObject({
      value: null,
      parts: [{ count: 'few' }, { count: 100 }],
    })
    expect(numberOf('reach-force', { opened: 33, posted: 4 })).toMatchObject({ value: 7.5 })
  })

  test('all nine numbers of health name their formula and parts', () => {
    const { forces, loop } = healthOf({
      opened: 100,
      deep: 50,
      posted: 20,
      told: 40,
      talked: 30,
      deals: 10,
      named: 20,
      found: 40,
      led: 20,
      passed: 10,
    })
    expect(forces.map(({ value }) => value)).toEqual([0.5, 5, 0.75, 10 / 30])
    expect(loop.map(({ value }) => value)).toEqual([0.5, 0.5, 0.4, 0.1, 0.25])
  })
})
