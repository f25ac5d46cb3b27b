// Do the times of a reading tell the truth? That reports join however they arrive is in functions/readings.test.
import type { MemberId, PersonId, PostId, ReadingId, SectionId, ShareToken } from '../../shared/domain/ids'
import {
  capSections,
  DEEP_READING_MS,
  isDeepReading,
  isLive,
  longestSection,
  nextBeatMs,
  placeInTime,
  READING_SPAN_MAX_MS,
  type SectionMs,
  tellAnonymous,
  toReading,
  totalMs,
} from '../../shared/domain/reading'

const ms = (sections: Record<string, number>) => sections as SectionMs

test('no section is longer than the reading, none shorter than nothing', () => {
  expect(capSections(ms({ a: 5_000, b: 90_000, c: -5 }), 60_000)).toEqual({ a: 5_000, b: 60_000, c: 0 })
})

test.each<[string, number, number, number, number, number, number]>([
  ['a right clock, sent at once', 1_000, 4_000, 4_000, 4_000, 1_000, 4_000],
  ['sent five seconds late', 1_000, 4_000, 9_000, 9_000, 1_000, 4_000],
  ['a clock an hour ahead', 3_601_000, 3_604_000, 3_605_000, 5_000, 1_000, 4_000],
  ['said to end after it was sent', 1_000, 9_000, 4_000, 4_000, -4_000, 4_000],
  ['ended before it began', 9_000, 4_000, 4_000, 4_000, 4_000, 4_000],
])('%s', (_, openedAt, lastAt, sentAt, now, wantOpened, wantLast) => {
  expect(placeInTime({ openedAt, lastAt }, sentAt, now)).toEqual({ openedAt: wantOpened, lastAt: wantLast })
})

test('a reading lasts six hours at most', () => {
  const { openedAt, lastAt } = placeInTime({ openedAt: 0, lastAt: 10 * READING_SPAN_MAX_MS }, 0, 0)
  expect(lastAt - openedAt).toBe(READING_SPAN_MAX_MS)
})

test('the total never exceeds the time it was open', () => {
  expect(totalMs({ sections: ms({ a: 40_000, b: 50_000 }), openedAt: 0, lastAt: 60_000 })).toBe(60_000)
  expect(totalMs({ sections: ms({ a: 4_000 }), openedAt: 0, lastAt: 60_000 })).toBe(4_000)
})

test('deep from a minute on', () => {
  const reading = (n: number) => ({ sections: ms({ a: n }), openedAt: 0, lastAt: 600_000 })
  expect(isDeepReading(reading(DEEP_READING_MS - 1))).toBe(false)
  expect(isDeepReading(reading(DEEP_READING_MS))).toBe(true)
})

test('the longest section, if any was read', () => {
  expect(longestSection(ms({ a: 1, b: 7, c: 7 }))).toEqual({ id: 'b', ms: 7 })
  expect(longestSection(ms({ a: 0 }))).toBeNull()
  expect(longestSection(ms({}))).toBeNull()
})

test('live within a minute', () => {
  expect(isLive({ lastAt: 0 }, 59_999)).toBe(true)
  expect(isLive({ lastAt: 0 }, 60_000)).toBe(false)
})

test.each([
  [0, 0],
  [1, 'few'],
  [2, 'few'],
  [3, 3],
  [40, 40],
])('%d anonymous readings are told as %s', (readings, told) => {
  expect(tellAnonymous(readings)).toBe(told)
})

test('reports come often for two minutes of reading, then rarely', () => {
  expect([nextBeatMs(0), nextBeatMs(119_999), nextBeatMs(120_000)]).toEqual([15_000, 15_000, 60_000])
})

test('a report becomes a reading that is known only with a person', () => {
  const report = {
    readingId: 'r' as ReadingId,
    postId: 'p' as PostId,
    version: 1,
    token: 't' as ShareToken,
    scene: 1007,
    seq: 2,
    openedAt: 1_000,
    lastAt: 31_000,
    sections: { s1: 99_000 } as Record<SectionId, number>,
    depth: 1,
  }
  const clock = { sentAt: 31_000, now: 31_000 }
  const repId = 'rep' as MemberId
  const anonymous = toReading(report, { repId, personId: null }, clock)
  expect(anonymous).toMatchObject({ _id: 'r', repId, known: false, personId: null, sections: { s1: 30_000 } })
  expect(toReading(report, { repId, personId: 'p' as PersonId }, clock)).toMatchObject({ known: true, personId: 'p' })
})
