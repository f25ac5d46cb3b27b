// Do tags say what she cares about, and why? And are they gone when she does not want them?
import type { PostId, ReadingId } from '@shared/domain/ids'
import { profileOf } from '@shared/domain/interest'
import type { Form, ReadEntry } from '@shared/domain/reader'
import { tagsOf } from '@shared/domain/tag'
import { tasteOf } from '@shared/domain/taste'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 21, 12)
const entry = (change: Partial<ReadEntry> = {}): ReadEntry => ({
  postId: 'p1' as PostId,
  at: NOW,
  ms: 60_000,
  score: 1,
  depth: 1,
  topics: ['睡眠'],
  ...change,
})
const profile = (list: readonly ReadEntry[], wants = { tagsOn: true, muted: [] as string[] }, from = 'r') => {
  const known = Object.fromEntries(list.map((one, i) => [`${from}${i}` as ReadingId, one]))
  return { ...wants, ...profileOf(known, wants, NOW) }
}

describe('tags', () => {
  test('say how strong, of how many posts, how long, last when, and how fast they fade', () => {
    const reader = profile([entry({ at: NOW - 1_000 }), entry({ postId: 'p2' as PostId }), entry({ topics: ['跑步'] })])
    expect(tagsOf([reader], NOW)).toEqual([
      {
        ...{ tag: '睡眠', kind: 'topic', strength: expect.closeTo(0.75, 4), rising: true },
        ...{ posts: 2, readings: 2, ms: 120_000, lastAt: NOW, fadesMs: 21 * DAY_MS },
      },
      expect.objectContaining({ tag: '跑步', posts: 1, strength: 0.5 }),
    ])
  })

  test('one accidental opening makes none, and what has faded goes', () => {
    expect(tagsOf([profile([entry({ score: 0.1 })])], NOW)).toEqual([])
    const reader = profile([entry()])
    expect(tagsOf([reader], NOW + 40 * DAY_MS)).toHaveLength(1)
    expect(tagsOf([reader], NOW + 60 * DAY_MS)).toEqual([])
  })

  test('of two phones add up, and a post read on both is one post', () => {
    const [a, b] = [profile([entry()]), profile([entry()], undefined, 'x')]
    expect(tagsOf([a, b], NOW)).toEqual([expect.objectContaining({ posts: 1, readings: 2, strength: 0.75 })])
  })

  test('rise when this week outdoes the last', () => {
    const rising = (weeks: readonly number[]) =>
      tagsOf([profile(weeks.map((week) => entry({ at: NOW - week * 7 * DAY_MS })))], NOW)[0]?.rising
    expect([rising([0, 0, 1]), rising([0, 1]), rising([1, 1])]).toEqual([true, false, false])
    expect(rising([0])).toBe(false) // one reading is no trend
  })

  test('that are muted do not come back, and switched off nothing remains to make them of', () => {
    const list = [entry(), entry({ topics: ['跑步'], forms: { reason: 9 }, offered: { reason: 9 } })]
    const muted = profile(list, { tagsOn: true, muted: ['睡眠'] })
    expect(tagsOf([muted], NOW).map(({ tag }) => tag)).toEqual(['跑步'])
    const off = profile(list, { tagsOn: false, muted: [] })
    expect(tagsOf([off], NOW)).toEqual([])
    expect(off).toMatchObject({ interests: {}, warmth: 0 })
    for (const each of Object.values(off.entries))
      expect(each).toEqual({ postId: 'p1', at: NOW, ms: 60_000, score: 0, depth: 0, topics: [] })
  })
})

describe('taste', () => {
  const spoken = (postId: string, ms: Partial<Record<Form, number>>, offered: Partial<Record<Form, number>>) =>
    entry({ postId: postId as PostId, forms: ms, offered })
  const offered = { reason: 60_000, science: 60_000 }
  test.each<[string, ReadEntry[], Form | null]>([
    [
      'stays with science',
      [
        spoken('p1', { science: 50_000, reason: 5_000 }, offered),
        spoken('p2', { science: 40_000, reason: 9_000 }, offered),
      ],
      'science',
    ],
    [
      'reads all alike',
      [spoken('p1', { science: 50_000, reason: 50_000 }, offered), spoken('p2', offered, offered)],
      null,
    ],
    [
      'reads more of what there is more of',
      [
        spoken('p1', { science: 90_000, reason: 30_000 }, { science: 90_000, reason: 30_000 }),
        spoken('p2', offered, offered),
      ],
      null,
    ],
    [
      'was offered nothing else',
      [spoken('p1', { science: 60_000 }, { science: 60_000 }), spoken('p2', { science: 60_000 }, { science: 60_000 })],
      null,
    ],
    ['one post is no taste', [spoken('p1', { science: 90_000 }, offered)], null],
    [
      'too little time is no taste',
      [spoken('p1', { science: 9_000 }, offered), spoken('p2', { science: 9_000 }, offered)],
      null,
    ],
  ])('%s', (_, list, form) => {
    expect(tasteOf(list, NOW)?.form ?? null).toBe(form)
  })

  test('is a tag among the others, in the words of the shop', () => {
    const list = ['p1', 'p2'].map((id) => spoken(id, { science: 50_000, reason: 5_000 }, offered))
    expect(tagsOf([profile(list)], NOW)).toContainEqual(
      expect.objectContaining({ tag: '科学', kind: 'form', posts: 2, readings: 2, ms: 100_000, rising: false }),
    )
    expect(tagsOf([profile(list, { tagsOn: true, muted: ['科学'] })], NOW).map(({ kind }) => kind)).toEqual(['topic'])
  })
})
