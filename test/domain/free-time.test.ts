// When may the rep expect her to read?
import { instantOf } from '@shared/domain/day'
import { freeTimeOf } from '@shared/domain/free-time'
import type { PostId, ReadingId } from '@shared/domain/ids'
import type { ReadEntry } from '@shared/domain/reader'

const entries = (times: readonly string[]): Record<ReadingId, ReadEntry> =>
  Object.fromEntries(
    times.map((time, i) => {
      const [day = '', hour = ''] = time.split(' ')
      const at = instantOf(day, hour)
      return [`r${i}` as ReadingId, { postId: 'p' as PostId, at, ms: 1, score: 1, depth: 1, topics: [] }]
    }),
  )
const freeTime = (...times: string[]) => freeTimeOf([{ entries: entries(times), tagsOn: true }])

// 2026-11-16 is a Monday, 2026-11-21 a Saturday
test.each<[string, string[], ReturnType<typeof freeTimeOf>]>([
  [
    'evenings',
    ['2026-11-16 21:10', '2026-11-17 21:50', '2026-11-18 22:05', '2026-11-19 12:00'],
    { fromHour: 21, toHour: 23, weekend: false, readings: 3 },
  ],
  [
    'to midnight and not beyond',
    ['2026-11-16 23:10', '2026-11-17 23:50', '2026-11-18 23:05'],
    { fromHour: 23, toHour: 24, weekend: false, readings: 3 },
  ],
  [
    'around midnight',
    ['2026-11-16 23:10', '2026-11-18 00:20', '2026-11-18 23:05', '2026-11-20 00:30'],
    { fromHour: 23, toHour: 1, weekend: false, readings: 4 },
  ],
  [
    'weekend mornings, whatever the one on Monday says',
    ['2026-11-21 09:10', '2026-11-22 09:20', '2026-11-21 09:40', '2026-11-16 21:00'],
    { fromHour: 9, toHour: 10, weekend: true, readings: 3 },
  ],
  ['two readings are too few', ['2026-11-16 21:10', '2026-11-17 21:50'], null],
  ['one day is no habit', ['2026-11-16 21:10', '2026-11-16 21:20', '2026-11-16 21:50'], null],
  [
    'all hours alike are none',
    ['2026-11-16 01:00', '2026-11-17 06:00', '2026-11-18 11:00', '2026-11-19 16:00', '2026-11-20 20:00'],
    null,
  ],
])('%s', (_, times, expected) => {
  expect(freeTime(...times)).toEqual(expected)
})

test('two phones count together, and one whose interests are off does not', () => {
  const [a, b] = [entries(['2026-11-16 21:10', '2026-11-17 21:50']), entries(['2026-11-18 21:05'])]
  expect(
    freeTimeOf([
      { entries: a, tagsOn: true },
      { entries: b, tagsOn: true },
    ]),
  ).toMatchObject({ readings: 3 })
  expect(
    freeTimeOf([
      { entries: a, tagsOn: true },
      { entries: b, tagsOn: false },
    ]),
  ).toBeNull()
})
