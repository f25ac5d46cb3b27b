// Do sums of calls come out the same in whatever order they are added, and is a quantile as near as it says?
import fc from 'fast-check'
import {
  type ActionSums,
  addSums,
  BUCKETS,
  bucketOf,
  bucketTop,
  COST_FROM,
  mergeSums,
  type OneCall,
  QUANTILE_FACTOR,
  quantileMs,
  readingCost,
  sumsOf,
} from '../../shared/domain/metrics'

const calls = fc.record<OneCall>({
  action: fc.constantFrom('reader/post.read', 'rep/talk.list', 'jobs/count-readings'),
  outcome: fc.constantFrom('ok', 'refused', 'failed'),
  ms: fc.integer({ min: 0, max: 90_000 }),
  requests: fc.nat(50),
  cold: fc.boolean(),
})
const many = fc.array(calls, { minLength: 1, maxLength: 40 })
const sumUp = (all: readonly OneCall[]): ActionSums[] => mergeSums(all.map(sumsOf))

it('adds up alike in every order and grouping', () => {
  fc.assert(
    fc.property(many, many, many, (a, b, c) => {
      const whole = sumUp([...a, ...b, ...c])
      expect(mergeSums([...sumUp(c), ...sumUp(a), ...sumUp(b)])).toEqual(whole)
      expect(mergeSums([...mergeSums([...sumUp(a), ...sumUp(b)]), ...sumUp(c)])).toEqual(whole)
      expect(mergeSums([...sumUp(a), ...mergeSums([...sumUp(b), ...sumUp(c)])])).toEqual(whole)
    }),
    { numRuns: 60 },
  )
})

it('adds each figure, and keeps the longest', () => {
  const one = sumsOf({ action: 'a', outcome: 'ok', ms: 5, requests: 2, cold: true })
  const other = sumsOf({ action: 'a', outcome: 'failed', ms: 90, requests: 1, cold: false })
  expect(addSums(one, other)).toEqual({
    ...{ action: 'a', calls: 2, refused: 0, failed: 1, cold: 1, requests: 3, ms: 95, maxMs: 90 },
    times: [
      [bucketOf(5), 1],
      [bucketOf(90), 1],
    ],
  })
})

it('a quantile is within its bound of the true one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1, maxLength: 200 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (times, q) => {
        const [sums] = sumUp(times.map((ms) => ({ action: 'a', outcome: 'ok', ms, requests: 0, cold: false })))
        const sorted = [...times].sort((a, b) => a - b)
        const truth = Math.max(1, sorted[Math.max(1, Math.ceil(q * times.length)) - 1] ?? 0)
        const told = sums ? quantileMs(sums, q) : null
        expect(told).not.toBeNull()
        expect(Math.max((told ?? 0) / truth, truth / (told ?? 1))).toBeLessThanOrEqual(QUANTILE_FACTOR + 1e-9)
      },
    ),
    { numRuns: 300 },
  )
})

it('each time falls into the bucket that reaches it, and the last has no end', () => {
  for (let bucket = 1; bucket < BUCKETS - 1; bucket++) {
    expect(bucketOf(bucketTop(bucket))).toBe(bucket)
    expect(bucketOf(bucketTop(bucket) * 1.0001)).toBe(bucket + 1)
  }
  expect([0, 1, Number.NaN, 10 ** 9].map(bucketOf)).toEqual([0, 0, 0, BUCKETS - 1])
  const [long] = sumUp([{ action: 'a', outcome: 'ok', ms: 400_000, requests: 0, cold: false }])
  expect(long && quantileMs(long, 0.5)).toBe(400_000)
  expect(quantileMs({ times: [], maxMs: 0 }, 0.5)).toBeNull()
})

it('a reading costs what readers and jobs ask, a reading; of too few nothing is said', () => {
  const call = (action: string, requests: number): OneCall => ({ action, outcome: 'ok', ms: 9, requests, cold: false })
  const opened = Array.from({ length: COST_FROM }, () => call('reader/post.read', 3))
  const rest = [call('reader/reading.report', 50), call('jobs/count-readings', 100), call('rep/talk.list', 900)]
  expect(readingCost(sumUp([...opened, ...rest]))).toEqual({ openings: COST_FROM, readers: 4, jobs: 2 })
  expect(readingCost(sumUp([...opened.slice(1), ...rest]))).toBeNull()
})
