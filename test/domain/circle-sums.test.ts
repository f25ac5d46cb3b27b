// Do sums of circles hide few, add up in any order, and point at what is missed? And does one kind of evidence never make a fan?
import type { CircleFacts } from '@shared/domain/circle'
import { FAN_FORMULA, FAN_SCORE_MIN, fanScoreOf, isFan } from '@shared/domain/circle-fan'
import {
  addCircleSums,
  addContact,
  type CircleSums,
  gapsOf,
  ideasOf,
  noCircleSums,
  overlapsOf,
  takeCircleSums,
} from '@shared/domain/circle-sums'
import fc from 'fast-check'
import { DAY_MS, NO_FACTS, NOW, someFacts } from '../support/circle-facts'

const sumsOf = (people: readonly [CircleFacts, number[]][]): CircleSums => {
  const sums = noCircleSums()
  for (const [facts, slots] of people) addContact(sums, facts, slots, NOW)
  return sums
}
const someSlots = fc
  .uniqueArray(fc.constantFrom(0, 3, 12), { maxLength: 3 })
  .map((slots) => slots.sort((a, b) => a - b))
const somePeople = fc.array(fc.tuple(someFacts, someSlots), { maxLength: 12 })
const many = (n: number, facts: Partial<CircleFacts>, slots: number[]): [CircleFacts, number[]][] =>
  Array.from({ length: n }, () => [{ ...NO_FACTS, ...facts }, slots])

test('parts add up to the whole, whoever is in which', () => {
  fc.assert(
    fc.property(somePeople, somePeople, (a, b) => {
      expect(addCircleSums(sumsOf(a), sumsOf(b))).toEqual(sumsOf([...a, ...b]))
    }),
  )
})

test('whoever is taken out leaves what the others add up to, and no trace of a name', () => {
  fc.assert(
    fc.property(somePeople, somePeople, (gone, left) => {
      expect(takeCircleSums(sumsOf([...gone, ...left]), sumsOf(gone))).toEqual(sumsOf(left))
    }),
  )
})

test('taken out twice, as after a crash, nothing falls below nothing', () => {
  fc.assert(
    fc.property(somePeople, (people) => {
      const sums = takeCircleSums(takeCircleSums(sumsOf(people), sumsOf(people)), sumsOf(people))
      expect(sums).toEqual(noCircleSums())
    }),
  )
})

test('overlaps are of exactly these circles, in fives, the most first, and none under five', () => {
  const sums = sumsOf([...many(14, {}, [0, 3]), ...many(7, {}, [3]), ...many(4, {}, [0]), ...many(20, {}, [])])
  expect(overlapsOf(sums, 10)).toEqual([
    { slots: [0, 3], people: 10 },
    { slots: [3], people: 5 },
  ])
})

test('no overlap that is shown is ever of fewer than five, or between fives', () => {
  fc.assert(
    fc.property(fc.array(someSlots, { maxLength: 60 }), (sets) => {
      const shown = overlapsOf(sumsOf(sets.map((slots) => [NO_FACTS, slots])), 99)
      for (const { people } of shown) expect([people >= 5, people % 5]).toEqual([true, 0])
    }),
  )
})

describe('what a circle misses', () => {
  const { s0: cell } = sumsOf([
    ...many(12, { topics: ['睡眠'], taste: 'science', value: 'information' }, [0]),
    ...many(6, { topics: ['辅食'], events: { ...NO_FACTS.events, read: [Date.UTC(2026, 10, 20, 13)] } }, [0]),
    ...many(2, { topics: ['跑步'] }, [0]),
  ]).circles
  if (!cell) throw new Error('Nobody is in it')
  const published = new Map([
    ['辅食', 9],
    ['跑步', 1],
  ])

  test('is what many care about and little is written of; not what few care about', () => {
    expect(gapsOf(cell, published)).toEqual([{ topic: '睡眠', people: 10, posts: 0, share: 0.5, postShare: 0 }])
  })

  test('becomes an idea in the way and at the hours that suit them', () => {
    expect(ideasOf(cell, gapsOf(cell, published), 3)).toEqual([
      { topic: '睡眠', people: 10, posts: 0, taste: 'science', value: 'information', hour: 21 },
    ])
  })
})

describe('a fan', () => {
  const weekly = (n: number) => Array.from({ length: n }, (_, i) => NOW - i * 7 * DAY_MS).reverse()
  test('is one by two kinds of evidence, never by one', () => {
    const reads = fanScoreOf({ ...NO_FACTS, events: { ...NO_FACTS.events, deep: weekly(20) } }, NOW)
    const both = fanScoreOf({ ...NO_FACTS, events: { ...NO_FACTS.events, deep: weekly(20), purchase: weekly(2) } }, NOW)
    expect([reads.score, isFan(reads), both.score, isFan(both)]).toEqual([40, false, 53, true])
    for (const { points } of Object.values(FAN_FORMULA)) expect(points).toBeLessThan(FAN_SCORE_MIN)
  })

  test('ten deep readings in one week are one week', () => {
    const deep = Array.from({ length: 10 }, (_, i) => NOW - i * 60_000).reverse()
    expect(fanScoreOf({ ...NO_FACTS, events: { ...NO_FACTS.events, deep } }, NOW).parts[0]).toEqual({
      ...{ part: 'weeks', n: 1, points: 5 },
    })
  })

  test('has points that add up to 100 at most, whatever happened', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { score, parts } = fanScoreOf({ ...facts, brought: facts.brought * 50 }, NOW)
        expect(score).toBe(parts.reduce((sum, { points }) => sum + points, 0))
        expect([score >= 0, score <= 100]).toEqual([true, true])
      }),
    )
  })
})
