// On which day does a special day fall next, by the sun or by the moon?
import fc from 'fast-check'
import { dayAfter, dayIn, daysBetween } from '../../shared/domain/day'
import { nextOf, type Yearly } from '../../shared/domain/occasion'

const moon = (month: number, day: number, leap = false): Yearly => ({ calendar: 'lunar', month, day, leap })
const sun = (month: number, day: number): Yearly => ({ calendar: 'solar', month, day, leap: false })

test.each([
  ['2024-02-10'],
  ['2025-01-29'],
  ['2026-02-17'],
  ['2027-02-06'],
  ['2028-01-26'],
  ['2029-02-13'],
  ['2030-02-03'],
])('春节 %s', (day) => {
  expect(nextOf(moon(1, 1), `${day.slice(0, 4)}-01-01`)).toBe(day)
  expect(nextOf(moon(1, 1), day)).toBe(day)
  expect(nextOf(moon(1, 1), dayAfter(day, 1)).slice(0, 4)).toBe(String(Number(day.slice(0, 4)) + 1))
})

test.each([
  ['除夕 of a 30-day month', moon(12, 30), '2024-01-01', '2024-02-09'],
  ['除夕 of a 29-day month is its 29th', moon(12, 30), '2025-01-01', '2025-01-28'],
  ['除夕 2026, 29 days', moon(12, 30), '2025-02-01', '2026-02-16'],
  ['除夕 2027, 29 days', moon(12, 30), '2026-11-22', '2027-02-05'],
  ['端午', moon(5, 5), '2026-01-01', '2026-06-19'],
  ['中秋', moon(8, 15), '2025-01-01', '2025-10-06'],
  ['中秋 2026', moon(8, 15), '2026-01-01', '2026-09-25'],
  ['六月初一 of 2025, not the leap month', moon(6, 1), '2025-01-01', '2025-06-25'],
  ['闰六月初一 of 2025', moon(6, 1, true), '2025-01-01', '2025-07-25'],
  ['闰六月初一 in 2026, which has none', moon(6, 1, true), '2026-01-01', '2026-07-14'],
  ['闰二月初一 in 2023', moon(2, 1, true), '2023-01-01', '2023-03-22'],
  ['29 February of a leap year', sun(2, 29), '2028-01-01', '2028-02-29'],
  ['29 February of a plain year', sun(2, 29), '2027-01-01', '2027-02-28'],
  ['the day itself', sun(11, 22), '2026-11-22', '2026-11-22'],
  ['the day after', sun(11, 22), '2026-11-23', '2027-11-22'],
  ['31 April is the 30th', sun(4, 31), '2026-01-01', '2026-04-30'],
  ['a day late in the moon year, asked in January', moon(11, 20), '2026-01-01', '2026-01-08'],
])('%s', (_, yearly, from, day) => {
  expect(nextOf(yearly, from)).toBe(day)
})

const anyYearly = fc.record({
  calendar: fc.constantFrom('solar' as const, 'lunar' as const),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
  leap: fc.boolean(),
})
const anyDay = fc.integer({ min: 0, max: 36_500 }).map((days) => dayAfter('2020-01-01', days))

test('the next one is never past and never more than 400 days ahead', () => {
  fc.assert(
    fc.property(anyYearly, anyDay, (yearly, from) => {
      const ahead = daysBetween(from, nextOf(yearly, from))
      expect(ahead).toBeGreaterThanOrEqual(0)
      expect(ahead).toBeLessThanOrEqual(400)
    }),
    { numRuns: 300 },
  )
})

test('between asking and the day itself the answer stays the same', () => {
  fc.assert(
    fc.property(anyYearly, anyDay, fc.integer({ min: 0, max: 400 }), (yearly, from, later) => {
      const next = nextOf(yearly, from)
      const asked = dayAfter(from, later)
      if (asked <= next) expect(nextOf(yearly, asked)).toBe(next)
    }),
    { numRuns: 300 },
  )
})

test('a day too many for its month is its last', () => {
  expect(dayIn(2026, 2, 31)).toBe('2026-02-28')
})
