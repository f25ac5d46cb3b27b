// Does a bucket give as many turns as it says, no more and no fewer, and does every action have its limit?
import { api } from '../../shared/contracts'
import { type Bucket, refill, secondsOf, takeTurn, times } from '../../shared/domain/rate'
import { KIND_OF, kindOf, MISSES, RATES, SHARE_MAKING, SHARE_READING } from '../../shared/domain/rates.data'

const rate = { burst: 3, aMinute: 60 } // one a second

const taken = (ats: readonly number[]): boolean[] => {
  let bucket: Bucket | undefined
  return ats.map((at) => {
    const turn = takeTurn(bucket, rate, at)
    if (turn.ok) bucket = turn.bucket
    return turn.ok
  })
}

test.each<[string, number[], boolean[]]>([
  ['a burst, then no more', [0, 0, 0, 0], [true, true, true, false]],
  ['one comes back each second', [0, 0, 0, 999, 1_000, 1_001], [true, true, true, false, true, false]],
  ['never more than a bucket holds', [0, 600_000, 600_000, 600_000, 600_000], [true, true, true, true, false]],
  ['a clock that goes back fills nothing', [5_000, 5_000, 5_000, 0, 5_500], [true, true, true, false, false]],
  ['at its own pace it lasts for ever', [0, 1_000, 2_000, 3_000, 4_000], [true, true, true, true, true]],
])('%s', (_, ats, expected) => expect(taken(ats)).toEqual(expected))

test('says how long to wait, and who waits so long is served', () => {
  const empty = { turns: 0.25, at: 0 }
  const refused = takeTurn(empty, rate, 0)
  expect(refused).toEqual({ ok: false, waitMs: 750 })
  expect(takeTurn(empty, rate, 749).ok).toBe(false)
  expect(takeTurn(empty, rate, 750).ok).toBe(true)
  expect([secondsOf(0), secondsOf(750), secondsOf(1_001)]).toEqual([1, 1, 2])
})

test('several turns at once are taken all or none', () => {
  expect(takeTurn(undefined, rate, 0, 3)).toEqual({ ok: true, bucket: { turns: 0, at: 0 } })
  expect(takeTurn({ turns: 2, at: 0 }, rate, 0, 3)).toEqual({ ok: false, waitMs: 1_000 })
  expect(refill({ turns: 2, at: 0 }, rate, 0).turns).toBe(2)
})

test('times as much is as much, times', () => expect(times(rate, 10)).toEqual({ burst: 30, aMinute: 600 }))

test('every limit is for an action that exists, and none is narrower than a busy phone', () => {
  const actions = Object.entries(api).flatMap(([fn, each]) => Object.keys(each).map((action) => `${fn}/${action}`))
  expect(actions).toEqual(expect.arrayContaining(Object.keys(KIND_OF)))
  expect(kindOf('render', 'kit.paint')).toBe('costly')
  expect(kindOf('rep', 'feed.list')).toBe('ordinary')
  for (const { burst, aMinute } of [...Object.values(RATES), SHARE_MAKING, SHARE_READING]) {
    expect(burst).toBeGreaterThanOrEqual(60)
    expect(aMinute).toBeGreaterThanOrEqual(60)
  }
  expect(MISSES.burst + 60 * 24 * MISSES.aMinute).toBeLessThan(10_000) // guesses a day
})
