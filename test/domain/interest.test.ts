// Do interests and warmth say what she reads, fade as they should, and come out the same however her readings arrive?

import type { PostId, ReadingId, SectionId } from '@shared/domain/ids'
import {
  ENTRIES_MAX,
  ENTRY_DAYS,
  entryOf,
  factsOf,
  halfLifeMs,
  interestsOf,
  joinEntries,
  joinEntry,
  type PostFacts,
  profileOf,
  retainEntries,
  scoreNow,
  scoreOf,
  strengthOf,
  warmthNow,
  warmthOf,
} from '@shared/domain/interest'
import type { ReadEntry } from '@shared/domain/reader'
import { expectedMs, SECTION_MIN_MS } from '@shared/domain/reading-time'
import fc from 'fast-check'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 21, 12)
const facts: PostFacts = {
  topics: ['睡眠', '亲子出行'],
  sections: [
    { id: 's1', expectedMs: 30_000, form: 'reason' },
    { id: 's2', expectedMs: 60_000, form: 'science' },
    { id: 's3', expectedMs: 10_000, form: null },
  ],
}
const read = (sections: Record<string, number>, depth = 1, again: Record<string, number> = {}) => ({
  sections: sections as Record<SectionId, number>,
  depth,
  again: again as Record<SectionId, number>,
})

test.each<[string, number, boolean, number]>([
  ['nothing but a heading', 6, false, SECTION_MIN_MS],
  ['390 characters take a minute', 390, false, 60_000],
  ['a picture takes three seconds more', 390, true, 63_000],
])('how long a section takes: %s', (_, characters, picture, ms) => {
  const image = picture ? ({} as NonNullable<Parameters<typeof expectedMs>[0]['image']>) : null
  expect(expectedMs({ heading: '', paragraphs: [`${'字'.repeat(characters)} \n`], image })).toBe(ms)
})

test.each<[string, ReturnType<typeof read>, number]>([
  ['all of it, as long as it takes, is one', read({ s1: 30_000, s2: 60_000, s3: 10_000 }), 1],
  ['half the time is a half', read({ s1: 15_000, s2: 30_000, s3: 5_000 }), 0.5],
  ['a long section weighs more than a short one', read({ s2: 60_000 }), 0.6],
  ['a phone put aside counts one and a half times at most', read({ s1: 9e9, s2: 9e9, s3: 9e9 }), 1.5],
  ['not scrolled down, it counts for half', read({ s1: 30_000, s2: 60_000, s3: 10_000 }, 0), 0.5],
  ['coming back counts', read({ s1: 30_000, s2: 60_000, s3: 10_000 }, 1, { s2: 2 }), 1.2],
  ['but only so far', read({ s1: 30_000, s2: 60_000, s3: 10_000 }, 1, { s1: 50 }), 1.3],
  ['sections that are no longer there say nothing', read({ gone: 60_000 }), 0],
])('score: %s', (_, reading, score) => {
  expect(scoreOf(reading, facts)).toBeCloseTo(score, 10)
})

test('a bounce is next to nothing, even of a tiny post', () => {
  expect(scoreOf(read({ s1: 4_000 }, 0.2), facts)).toBeLessThan(0.03)
  const tiny = { topics: ['睡眠'], sections: [{ id: 's1', expectedMs: SECTION_MIN_MS, form: null }] }
  expect(scoreOf(read({ s1: 60_000 }), tiny)).toBeCloseTo(0.2, 10)
})

const entry = (change: Partial<ReadEntry> = {}): ReadEntry => ({
  postId: 'p1' as PostId,
  at: NOW,
  ms: 60_000,
  score: 1,
  depth: 1,
  topics: ['睡眠'],
  ...change,
})
const entries = (list: readonly ReadEntry[]): Record<ReadingId, ReadEntry> =>
  Object.fromEntries(list.map((one, i) => [`r${String(i).padStart(4, '0')}` as ReadingId, one]))

const forms = fc.record({ reason: fc.nat(90_000), science: fc.nat(90_000) }, { requiredKeys: [] })
const anyEntry: fc.Arbitrary<ReadEntry> = fc
  .record(
    {
      postId: fc.constantFrom('p1', 'p2', 'p3').map((id) => id as PostId),
      at: fc.integer({ min: NOW - 400 * DAY_MS, max: NOW }),
      ms: fc.nat(600_000),
      score: fc.double({ min: 0, max: 2, noNaN: true }).map((score) => score + 0),
      depth: fc.double({ min: 0, max: 1, noNaN: true }).map((depth) => depth + 0),
      topics: fc.uniqueArray(fc.constantFrom('睡眠', '换季护理', '亲子出行'), { maxLength: 3 }).map((t) => t.sort()),
      forms,
      offered: forms,
    },
    { requiredKeys: ['postId', 'at', 'ms', 'score', 'depth', 'topics'] },
  )
  .map((one) => one as ReadEntry)
const anyEntries = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), anyEntry) as fc.Arbitrary<
  Record<ReadingId, ReadEntry>
>

describe('the join', () => {
  test('is idempotent, commutative and associative, for one reading and for all', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, anyEntry, (a, b, c) => {
        expect(joinEntry(a, a)).toEqual(a)
        expect(joinEntry(a, b)).toEqual(joinEntry(b, a))
        expect(joinEntry(joinEntry(a, b), c)).toEqual(joinEntry(a, joinEntry(b, c)))
      }),
    )
    fc.assert(
      fc.property(anyEntries, anyEntries, anyEntries, (a, b, c) => {
        expect(joinEntries(a, a)).toEqual(a)
        expect(joinEntries(a, b)).toEqual(joinEntries(b, a))
        expect(joinEntries(joinEntries(a, b), c)).toEqual(joinEntries(a, joinEntries(b, c)))
      }),
    )
  })

  test('a reading that grows only raises its entry', () => {
    const early = { ...read({ s1: 8_000 }, 0.2), postId: 'p1' as PostId, openedAt: NOW, lastAt: NOW + 9_000 }
    const late = { ...early, ...read({ s1: 20_000, s2: 9_000 }, 0.7, { s1: 1 }), lastAt: NOW + 40_000 }
    expect(joinEntry(entryOf(early, facts), entryOf(late, facts))).toEqual(entryOf(late, facts))
    expect(entryOf(late, facts)).toEqual({
      ...{ postId: 'p1', at: NOW + 40_000, ms: 29_000, depth: 0.7, topics: ['亲子出行', '睡眠'] },
      score: expect.closeTo(0.29 * 0.85 * 1.1, 10),
      forms: { reason: 20_000, science: 9_000 },
      offered: { reason: 30_000, science: 60_000 },
    })
    expect(entryOf(late, null)).toMatchObject({ ms: 29_000, score: 0, topics: [] })
  })

  test('keeps the latest, and none longer than its reading', () => {
    const many = entries(Array.from({ length: ENTRIES_MAX + 30 }, (_, i) => entry({ at: NOW - i * DAY_MS })))
    const kept = Object.values(retainEntries(many, NOW))
    expect(kept).toHaveLength(ENTRIES_MAX)
    expect(Math.min(...kept.map(({ at }) => at))).toBe(NOW - (ENTRIES_MAX - 1) * DAY_MS)
    const old = entries([entry({ at: NOW - ENTRY_DAYS * DAY_MS - 1 }), entry({ at: NOW - ENTRY_DAYS * DAY_MS })])
    expect(Object.keys(retainEntries(old, NOW))).toEqual(['r0001'])
  })

  test('reading by reading, in any order and twice, the profile is that of all at once', () => {
    fc.assert(
      fc.property(anyEntries, fc.infiniteStream(fc.nat(100)), fc.boolean(), (all, dice, tagsOn) => {
        const wants = { tagsOn, muted: ['睡眠'] }
        const arrivals = [...Object.entries(all), ...Object.entries(all)]
          .map((one) => ({ one, place: dice.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ one: [id, each] }) => ({ [id as ReadingId]: each }))
        let profile = profileOf({}, wants, NOW)
        for (const arrival of arrivals) profile = profileOf(joinEntries(profile.entries, arrival), wants, NOW)
        expect(JSON.stringify(profile)).toBe(JSON.stringify(profileOf(all, wants, NOW)))
      }),
    )
  })
})

test.each([
  ['换季护理', 10],
  ['中秋礼盒', 10],
  ['睡眠', 21],
  ['产品知识', 21],
  ['亲子出行', 60],
  ['装修', 60],
])('%s halves in %i days', (topic, days) => {
  const known = interestsOf(entries([entry({ topics: [topic] })]))[topic]
  expect(halfLifeMs(topic)).toBe(days * DAY_MS)
  expect(known && scoreNow(known, topic, NOW + days * DAY_MS)).toBeCloseTo(0.5, 10)
})

test('an interest is the faded sum of its readings, with its evidence', () => {
  const lately = entry({ postId: 'p2' as PostId, score: 0.5, ms: 30_000 })
  const known = interestsOf(entries([entry({ at: NOW - 21 * DAY_MS }), lately, { ...lately, at: NOW - 1 }]))
  expect(known).toEqual({
    睡眠: { score: expect.closeTo(1.5, 6), at: NOW, posts: 2, readings: 3, ms: 120_000, lastAt: NOW },
  })
  expect([0, 1, 2, 40].map(strengthOf)).toEqual([0, 0.5, 0.75, expect.closeTo(1, 10)])
})

test('topics with a dot or a dollar may be field names', () => {
  const known = entryOf(
    { ...read({ s1: 30_000 }), postId: 'p1' as PostId, openedAt: 0, lastAt: 40_000 },
    { ...facts, topics: ['3.8女神节', '$9'] },
  )
  expect(known.topics.join()).not.toMatch(/[.$]/)
})

describe('warmth', () => {
  const exact = (known: Record<ReadingId, ReadEntry>, now: number) =>
    Object.values(known).reduce((n, { at, score }) => n + score * 2 ** (-(now - at) / (14 * DAY_MS)), 0)

  test('is a whole number whose order is right now and at any later time', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, fc.nat(300), (a, b, days) => {
        const [x, y] = [warmthOf(a), warmthOf(b)]
        expect(Number.isSafeInteger(x) && x >= 0).toBe(true)
        const [p, q] = [exact(a, NOW + days * DAY_MS), exact(b, NOW + days * DAY_MS)]
        if (p > q * 1.001 && p > 1e-12) expect(x).toBeGreaterThan(y)
        if (x > 0) expect(warmthNow(x, NOW + days * DAY_MS)).toBeCloseTo(strengthOf(p), 3)
      }),
    )
  })

  test('is nothing where nothing was read', () => {
    expect([warmthOf({}), warmthOf(entries([entry({ score: 0 })])), warmthNow(0, NOW)]).toEqual([0, 0, 0])
  })
})

test('a post says what its readings are measured against', () => {
  const section = { id: 's1' as SectionId, heading: '公园', paragraphs: ['字'.repeat(388)], image: null }
  const post = { topics: ['遛娃'], article: { sections: [{ ...section, form: 'reason' as const }] } }
  expect(factsOf(post)).toEqual({ topics: ['遛娃'], sections: [{ id: 's1', expectedMs: 60_000, form: 'reason' }] })
})
