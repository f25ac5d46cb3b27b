// How often in a row did a reader come, and do the runs of stores come to those of their readers?
import fc from 'fast-check'
import { addRuns, addStreak, atLeast, backOf, cameOf, type Runs, STREAK_MAX, streakOf } from '../../shared/domain/habit'

describe('habit', () => {
  const [first, second, third] = [1_000_000_000, 2_000_000_000, 3_000_000_000] as const
  test.each([
    [[third], 1],
    [[second, third + 60_000], 2],
    [[first, second, third], 3],
    [[first, third], 1],
    [[first, second], 0],
    [[third + 3 * 3_600_000], 0],
    [[third - 10 * 60_000], 1],
  ])('who read at %j came %i times in a row', (readAt, streak) =>
    expect(streakOf([first, second, third], readAt)).toBe(streak),
  )

  test('streaks are told as so many times or more', () => {
    const runs: Runs = []
    for (const streak of [1, 1, 2, 3, 0]) addStreak(runs, streak)
    expect([cameOf(runs), backOf(runs)]).toEqual([4, 2])
    expect(atLeast(runs, 3)).toEqual([
      { atLeast: 1, readers: 4 },
      { atLeast: 2, readers: 2 },
      { atLeast: 3, readers: 1 },
    ])
  })
})

test('runs of stores put together are those of all their readers', () => {
  const streaks = fc.array(fc.integer({ min: 0, max: STREAK_MAX }), { maxLength: 20 })
  const runsOf = (all: readonly number[]): Runs => {
    const runs: Runs = []
    for (const streak of all) addStreak(runs, streak)
    return runs
  }
  fc.assert(
    fc.property(fc.array(streaks, { maxLength: 5 }), (stores) => {
      const together = stores.map(runsOf).reduce<Runs>(addRuns, [])
      expect(atLeast(together)).toEqual(atLeast(runsOf(stores.flat())))
      expect(backOf(together)).toBe(stores.flat().filter((streak) => streak > 1).length)
    }),
  )
})
