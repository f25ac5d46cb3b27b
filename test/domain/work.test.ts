// Are sums of work what their parts say, rates what their counts say, and does nothing shown give a customer away?
import fc from 'fast-check'
import { boardOf, scoreOf } from '../../shared/domain/board'
import {
  codeOf,
  compareFamilies,
  designEffect,
  FAMILY_KINDS,
  familyOf,
  layoutOf,
  openingOf,
} from '../../shared/domain/family'
import { addRuns, addStreak, atLeast, backOf, cameOf, type Runs, STREAK_MAX, streakOf } from '../../shared/domain/habit'
import { healthOf } from '../../shared/domain/health'
import type { MemberId, PostId, StoreId } from '../../shared/domain/ids'
import { shelfState } from '../../shared/domain/shelf'
import { numberOf, poisson, toShown, wilson } from '../../shared/domain/work-number'
import { curveOf, stepsOf, together } from '../../shared/domain/work-rows'
import { periodsOf } from '../../shared/domain/work-span'
import { talksHeld, WorkAdditions, type WorkSums } from '../../shared/domain/work-sums'
import { docsOf, events, openedIn, readingOf, repAt, summed } from '../support/work-events'

describe("Wilson's interval", () => {
  // known values: Newcombe 1998, table I (method 3), z = 1.96
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i among %i lies from %f to %f', (won, all, low, high) => {
    expect(wilson(won, all).low).toBeCloseTo(low, 4)
    expect(wilson(won, all).high).toBeCloseTo(high, 4)
  })

  test('holds the rate itself, within 0 and 1, and narrows with more of the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const won = Math.round(all * share)
        const [one, four] = [wilson(won, all), wilson(won * 4, all * 4)]
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(one.low).toBeLessThanOrEqual(won / all + 1e-9)
        expect(one.high).toBeGreaterThanOrEqual(won / all - 1e-9)
        expect(four.high - four.low).toBeLessThan(one.high - one.low)
      }),
    )
  })

  test('a count of ten may as well have been 5 to 18', () => {
    expect(poisson(10).low).toBeCloseTo(5.43, 1)
    expect(poisson(10).high).toBeCloseTo(18.4, 1)
  })
})

describe('what is shown of customers', () => {
  test('is nothing of one to four, and then goes in fives', () => {
    expect([0, 1, 4, 5, 9, 10, 104].map(toShown)).toEqual([0, 'few', 'few', 5, 5, 10, 100])
  })

  test('two filters, one within the other, never tell how many lie between: at least four counts fit what is shown', () => {
    const readings = (shown: ReturnType<typeof toShown>) =>
      Array.from({ length: 400 }, (_, n) => n).filter((n) => toShown(n) === shown)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 1, max: 4 }), (inner, between) => {
        const [small, large] = [toShown(inner), toShown(inner + between)]
        const fit = new Set<number>()
        for (const a of readings(small)) for (const b of readings(large)) if (b >= a) fit.add(b - a)
        expect(fit.size).toBeGreaterThanOrEqual(4)
      }),
    )
  })

  test('a region of five less its other store of one does not say that a store has four', () => {
    const [region, other] = [toShown(5), toShown(1)]
    expect([region, other, toShown(4)]).toEqual([5, 'few', 'few'])
    const [more, most] = [toShown(104), toShown(100)]
    expect(Number(more) - Number(most)).toBe(0)
  })

  test('a rate is worked out from what is shown: two that show the same say the same', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 0, max: 4 }), (a, b, more) => {
        const [opened, deep] = [Math.max(a, b), Math.min(a, b)]
        const [floor, shallow] = [opened - (opened % 5), deep - (deep % 5)]
        fc.pre(floor >= 5 && shallow >= 5)
        const exact = numberOf('deep-rate', { opened: floor + more, deep: shallow })
        expect(exact).toEqual(numberOf('deep-rate', { opened: floor, deep: shallow }))
      }),
    )
  })

  test('too few for a share is no number', () => {
    expect(numberOf('deep-rate', { opened: 19, deep: 10 }).value).toBeNull()
    expect(numberOf('deep-rate', { opened: 100, deep: 3 })).toMatchObject({
      value: null,
      parts: [{ count: 'few' }, { count: 100 }],
    })
    expect(numberOf('reach-force', { opened: 33, posted: 4 })).toMatchObject({ value: 7.5 })
  })

  test('all nine numbers of health name their formula and parts', () => {
    const { forces, loop } = healthOf({
      opened: 100,
      deep: 50,
      posted: 20,
      told: 40,
      talked: 30,
      deals: 10,
      named: 20,
      found: 40,
      led: 20,
      passed: 10,
    })
    expect(forces.map(({ value }) => value)).toEqual([0.5, 5, 0.75, 10 / 30])
    expect(loop.map(({ value }) => value)).toEqual([0.5, 0.5, 0.4, 0.1, 0.25])
  })
})

describe('sums of work', () => {
  test('posts, and stores of weeks and of months, all come to the same', () => {
    fc.assert(
      fc.property(events, (all) => {
        const docs = [...docsOf(summed(all)).values()]
        for (const count of ['opened', 'deep', 'named', 'passed'] as const) {
          const rows = (of: string) =>
            docs.filter((doc) => doc.of === of).flatMap((doc) => Object.values(doc.ofStores ?? {}))
          const totals = [
            ...['post', 'post-store'].map((of) => docs.filter((doc) => doc.of === of)),
            ...['stores-week', 'stores-month'].map(rows),
          ].map((each) => each.reduce((n, doc) => n + (doc[count] ?? 0), 0))
          const wanted = count === 'opened' ? all.length : all.filter((one) => one[count]).length
          expect(totals).toEqual(totals.map(() => wanted))
        }
      }),
    )
  })

  test("a post's reps, teams, hours and weeks come to what was opened", () => {
    fc.assert(
      fc.property(events, (all) => {
        for (const doc of docsOf(summed(all)).values()) {
          if (doc.of !== 'post' && doc.of !== 'post-store') continue
          expect(openedIn(doc.hours)).toBe(doc.opened)
          expect(openedIn(doc.weeks)).toBe(doc.opened)
          if (doc.reps) expect(openedIn(doc.reps)).toBe(doc.opened)
          expect(openedIn(doc.teams)).toBeLessThanOrEqual(doc.opened ?? 0)
        }
      }),
    )
  })

  test('what is added and taken away again leaves nothing', () => {
    fc.assert(
      fc.property(events, (all) => {
        const additions = summed(all)
        for (const one of all)
          additions.addReading(
            { ...repAt(one.rep), postId: `post-${one.post}` as PostId, passed: one.passed },
            readingOf(one),
            -1,
          )
        expect(additions.list()).toEqual([])
      }),
    )
  })

  test('staff, sharers and crawlers count nowhere', () => {
    const additions = new WorkAdditions()
    for (const by of ['staff', 'sharer', 'crawler', 'erased'] as const)
      additions.addReading(
        { ...repAt(0), postId: 'p' as PostId, passed: false },
        { ...readingOf({ post: 0, rep: 0, day: 0, hour: 0, deep: true, named: false, passed: false }), by },
      )
    expect(additions.list()).toEqual([])
  })
})

describe('talks', () => {
  const place = { storeId: 'store-1' as StoreId, teamId: null }
  const told = (contactId: string, end: string | null, playbookId: string | null = null) =>
    ({ contactId, end, playbookId, reason: 'deep', at: 1 }) as never
  const talk = (contactId: string, ...posts: string[]) =>
    ({ contactId, clues: [{ evidence: posts.map((postId) => ({ of: 'reading', postId })) }] }) as never

  test('count once each, for each post they were suggested for once; 稍后 and what was taken back not at all', () => {
    const day = {
      told: [
        told('c1', 'talked', 'play'),
        told('c2', 'dealt'),
        told('c3', 'silent'),
        told('c4', 'later'),
        told('c5', null),
      ],
      talks: [talk('c1', 'p1', 'p1'), talk('c2', 'p1', 'p2'), talk('c3', 'p1')],
    }
    expect(talksHeld(day, place)).toEqual({
      ...{ ...place, told: 3, led: 1, talked: 2, deals: 1 },
      posts: { p1: { talked: 2, deals: 1 }, p2: { talked: 1, deals: 1 } },
    })
  })

  test('of a contact who is gone the numbers stay and the place is the first', () => {
    const before = talksHeld({ told: [told('c1', 'talked')], talks: [talk('c1', 'p1')] }, place)
    const after = talksHeld(
      { told: [told('.gone', 'talked')], talks: [] },
      { ...place, storeId: 'store-2' as StoreId },
      before,
    )
    expect(after).toEqual(before)
  })
})

describe('boards', () => {
  test('shares count nothing, deals more than talks, and each number is told', () => {
    expect(scoreOf({ named: 10, talked: 5, deals: 0 })).toMatchObject({
      value: 20,
      parts: [{ count: 10 }, { count: 5 }, { count: 0 }],
    })
    expect(Object.keys(scoreOf({ named: 10 }).parts)).toHaveLength(3)
  })

  test('those whose intervals overlap share a band, ties always do, and places go on', () => {
    const { lines, few } = boardOf([
      { id: 'a', named: 200 },
      { id: 'b', named: 195 },
      { id: 'c', named: 20 },
      { id: 'd', named: 20 },
      { id: 'e', named: 3 },
    ])
    expect(lines.map(({ id, band, first, last }) => [id, band, first, last])).toEqual([
      ['a', 1, 1, 2],
      ['b', 1, 1, 2],
      ['c', 2, 3, 4],
      ['d', 2, 3, 4],
    ])
    expect(few).toBe(1)
  })

  test('nobody below stands in a better band, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ named: fc.nat(300), talked: fc.nat(60), deals: fc.nat(20) }), { maxLength: 30 }),
        (all) => {
          const { lines, few } = boardOf(all.map((one, i) => ({ id: `r${i}`, ...one })))
          expect(lines.length + few).toBe(all.length)
          for (let i = 1; i < lines.length; i++) {
            const [above, here] = [lines[i - 1], lines[i]]
            expect(here?.band).toBeGreaterThanOrEqual(above?.band ?? 0)
            if (here?.score.value === above?.score.value) expect(here?.band).toBe(above?.band)
          }
        },
      ),
    )
  })
})

describe('families', () => {
  const texts = (family: { tone: 'warm' | 'lively' }, n: number, opened: number, deep: number) =>
    Array.from({ length: n }, (_, i) => ({
      ...{ repId: `${family.tone}${i}` as MemberId, code: codeOf({ text: '你好。', tone: family.tone }) },
      ...{ posted: true, opened, deep },
    }))

  test.each([
    ['早。走走。', 'block'],
    ['早。\n走走。', 'lines'],
    ['早。\n\n走走。', 'airy'],
    ['看这里\n· 一\n· 二', 'bullets'],
  ])('%j is set as %s', (text, layout) => expect(layoutOf(text)).toBe(layout))

  test.each([
    ['✨今天走走。', 'emoji'],
    ['周末去哪儿？公园。', 'question'],
    ['去公园。好吗？', 'plain'],
  ])('%j opens as %s', (text, opening) => expect(openingOf(text)).toBe(opening))

  test('a code says all four families', () => {
    const code = codeOf({ text: '✨看\n\n这里', dealt: '别的', tone: 'expert' })
    expect(FAMILY_KINDS.map((kind) => familyOf(code, kind))).toEqual(['expert', 'airy', 'emoji', 'own'])
    expect(familyOf(0, 'tone')).toBeNull()
  })

  test('too few readings, or texts of too few reps, are no comparison', () => {
    expect(
      compareFamilies([...texts({ tone: 'warm' }, 20, 10, 6), ...texts({ tone: 'lively' }, 4, 100, 10)], 'tone'),
    ).toMatchObject({
      verdict: 'too-few',
      families: [
        { family: 'warm', enough: true },
        { family: 'lively', enough: false, rate: { value: null } },
      ],
    })
  })

  test('a clear difference is one, a small one is not', () => {
    const clear = [...texts({ tone: 'warm' }, 20, 20, 12), ...texts({ tone: 'lively' }, 20, 20, 4)]
    expect(compareFamilies(clear, 'tone')).toMatchObject({ verdict: 'better', best: 'warm' })
    const alike = [...texts({ tone: 'warm' }, 20, 20, 10), ...texts({ tone: 'lively' }, 20, 20, 9)]
    expect(compareFamilies(alike, 'tone')).toMatchObject({ verdict: 'same', best: null })
  })

  test('one rep with many readers widens the interval: she is one, not many', () => {
    const even = texts({ tone: 'warm' }, 10, 20, 10)
    const lopsided = even.map((one, i) => ({ ...one, deep: i < 5 ? 20 : 0 }))
    expect(designEffect(even)).toBe(1)
    expect(designEffect(lopsided)).toBeGreaterThan(10)
  })
})

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

test.each([
  [{ ageDays: 2, recent: 0, before: 0 }, 'new'],
  [{ ageDays: 40, recent: 0, before: 100 }, 'stale'],
  [{ ageDays: 40, recent: 4, before: 10 }, 'few'],
  [{ ageDays: 40, recent: 60, before: 40 }, 'hot'],
  [{ ageDays: 40, recent: 40, before: 40 }, 'steady'],
  [{ ageDays: 40, recent: 20, before: 40 }, 'cooling'],
] as const)('a post with %j is %s', (facts, state) => expect(shelfState(facts)).toBe(state))

test.each([
  ['this-week', ['2026-11-16'], '2026-11-16', '2026-11-22'],
  ['last-week', ['2026-11-09'], '2026-11-09', '2026-11-15'],
  ['this-month', ['2026-11'], '2026-11-01', '2026-11-22'],
  ['last-month', ['2026-10'], '2026-10-01', '2026-10-31'],
  ['quarter', ['2026-09', '2026-10', '2026-11'], '2026-09-01', '2026-11-22'],
] as const)('%s, on a Sunday in November, is %j', (span, days, from, to) =>
  expect(periodsOf(span, '2026-11-22')).toMatchObject({ days, from, to }),
)

test('posted is not received: only posted kits that were read count, and over many posts it is not said', () => {
  const reps = { a: { posted: 1, opened: 3 }, b: { posted: 1 }, c: { opened: 9 } } as WorkSums['reps']
  const row = together([{ posted: 2, opened: 12, ...(reps && { reps }) }], true)
  expect(row.received).toBe(1)
  expect(stepsOf(row)).toMatchObject({ posted: 2, received: 'few', opened: 10 })
  expect(stepsOf(together([{ posted: 2 }], false)).received).toBeNull()
})

test('a curve has its best hour only once five read in one', () => {
  expect(curveOf([{ w1h20: { opened: 3 } }, { w1h20: { opened: 1 } }])).toMatchObject({
    best: null,
    cells: [{ opened: 'few' }],
  })
  expect(curveOf([{ w1h20: { opened: 3 } }, { w1h20: { opened: 4, deep: 5 }, w2h8: { opened: 1 } }])).toMatchObject({
    best: { weekday: 1, hour: 20 },
    cells: [
      { weekday: 1, hour: 20, opened: 5, deep: 5 },
      { weekday: 2, hour: 8, opened: 'few' },
    ],
  })
})
