// Are sums of work what their parts say, and does what is shown of them follow from the parts alone?
import fc from 'fast-check'
import type { PostId, StoreId } from '../../shared/domain/ids'
import { shelfState } from '../../shared/domain/shelf'
import { curveOf, stepsOf, together } from '../../shared/domain/work-rows'
import { periodsOf } from '../../shared/domain/work-span'
import { talksHeld, WorkAdditions, type WorkSums } from '../../shared/domain/work-sums'
import { docsOf, events, openedIn, readingOf, repAt, summed } from '../support/work-events'

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
