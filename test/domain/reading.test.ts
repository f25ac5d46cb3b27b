// Do the times of a reading tell the truth? That reports join however they arrive is in functions/readings.test.
import type { MemberId, PostId, ReadingId, ShareToken } from '../../shared/domain/ids'
import {
  CRAWLER_SCENE,
  capSections,
  DEEP_READING_MS,
  isDeepReading,
  isLive,
  longestSection,
  nextBeatMs,
  placeInTime,
  placeReport,
  READING_SPAN_MAX_MS,
  type ReadBy,
  type ReadingReport,
  readBy,
  type SectionMs,
  tellAnonymous,
  totalMs,
} from '../../shared/domain/reading'

const ms = (sections: Record<string, number>) => sections as SectionMs

test('no section is longer than the reading, none shorter than nothing', () => {
  expect(capSections(ms({ a: 5_000, b: 90_000, c: -5 }), 60_000)).toEqual({ a: 5_000, b: 60_000, c: 0 })
})

test.each<[string, { agoMs: number; spanMs: number }, { openedAt: number; lastAt: number }]>([
  ['sent at once', { agoMs: 0, spanMs: 3_000 }, { openedAt: 6_000, lastAt: 9_000 }],
  ['sent five seconds late', { agoMs: 5_000, spanMs: 3_000 }, { openedAt: 1_000, lastAt: 4_000 }],
  ['less than no time', { agoMs: -1, spanMs: -1 }, { openedAt: 9_000, lastAt: 9_000 }],
])('what is %s is placed by our clock', (_, spans, placed) => {
  expect(placeInTime(spans, 9_000)).toEqual(placed)
})

test('a reading lasts six hours at most', () => {
  const { openedAt, lastAt } = placeInTime({ agoMs: 0, spanMs: 10 * READING_SPAN_MAX_MS }, 0)
  expect(lastAt - openedAt).toBe(READING_SPAN_MAX_MS)
})

test.each<[boolean, number, 'sharer' | 'crawler' | undefined, ReadBy]>([
  [false, 1007, undefined, 'reader'],
  [false, 1007, 'sharer', 'sharer'],
  [false, 1007, 'crawler', 'crawler'],
  [false, CRAWLER_SCENE, undefined, 'crawler'],
  [true, 1007, undefined, 'staff'],
  [true, 1007, 'sharer', 'staff'],
  [true, CRAWLER_SCENE, undefined, 'crawler'],
])('staff %s, scene %d, phone says %s: counted as %s', (isStaff, scene, by, counted) => {
  expect(readBy(isStaff, { scene, by })).toBe(counted)
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

test('reports come every minute for a minute of reading, then rarely', () => {
  expect([nextBeatMs(0), nextBeatMs(59_999), nextBeatMs(60_000)]).toEqual([60_000, 60_000, 240_000])
})

test('a report becomes a nameless reading that is not counted, with only what was said', () => {
  const report: ReadingReport = {
    readingId: 'r' as ReadingId,
    token: 't' as ShareToken,
    version: 3,
    scene: 1007,
    seq: 2,
    agoMs: 1_000,
    spanMs: 30_000,
    sections: ms({ s1: 99_000 }),
    depth: 1,
  }
  const of = { postId: 'p' as PostId, repId: 'rep' as MemberId, by: 'reader' as const }
  expect(placeReport(report, of, 40_000)).toEqual({
    ...{ _id: 'r', postId: 'p', version: 3, token: 't', repId: 'rep', scene: 1007, by: 'reader', seq: 2, depth: 1 },
    ...{ openedAt: 9_000, lastAt: 39_000, sections: { s1: 30_000 } },
    ...{ known: false, personId: null, counted: null },
  })
  const more = { ...report, chatType: 1, images: ms({ s1: 40_000 }), again: ms({ s1: 2 }) }
  expect(placeReport(more, of, 40_000)).toMatchObject({ chatType: 1, images: { s1: 30_000 }, again: { s1: 2 } })
})
