// What stands when, where is a gap, what clashes? And may it be moved?
import fc from 'fast-check'
import type { Land } from '../../shared/domain/audience'
import {
  clashesOf,
  type Entry,
  entriesOf,
  fills,
  findClashes,
  gramsOf,
  mayPlacePost,
  slotsOf,
} from '../../shared/domain/calendar'
import { instantOf } from '../../shared/domain/day'
import { ageOf, comeAgain, restedAt } from '../../shared/domain/evergreen'
import { type Candidate, fillWeek } from '../../shared/domain/fill-week'
import type { ColumnId, PostId, RegionId, StoreId } from '../../shared/domain/ids'
import type { Audience, Post, PostState } from '../../shared/domain/post'

const DAY_MS = 86_400_000
const MONDAY = '2026-11-23'
const at = (day: string, time = '08:00') => instantOf(day, time)
const morning = 'morning' as ColumnId
const evening = 'evening' as ColumnId
const columns = [
  { _id: morning, weekdays: [1, 2, 3, 4, 5, 6, 7], time: '08:00', topicHint: '育儿 辅食' },
  { _id: evening, weekdays: [1, 3, 5], time: '20:00', topicHint: '' },
]
const week = { from: MONDAY, to: '2026-11-29' }
const everyone: Audience = { storeIds: [] }
const east: Audience = { storeIds: [], regionIds: ['east' as RegionId] }
const west: Audience = { storeIds: [], regionIds: ['west' as RegionId] }
const land: Land = {
  grounds: [
    { _id: 'east' as RegionId, parentId: null },
    { _id: 'west' as RegionId, parentId: null },
  ],
  stores: ['e1', 'e2', 'w1'].map((id) => ({
    _id: id as StoreId,
    regionId: (id.startsWith('e') ? 'east' : 'west') as RegionId,
  })),
}
const entry = (change: Partial<Entry> & { postId?: PostId } = {}): Entry => ({
  ...{ postId: 'a' as PostId, version: 1, at: at(MONDAY), standing: 'planned', columnId: morning, topics: [] },
  ...{ audience: everyone, grams: new Set<string>(), ...change },
})
const post = (change: Partial<Post>) =>
  ({
    ...{ _id: 'a', version: 1, state: 'draft', topics: [], audience: everyone, text: '', columnId: null },
    ...{ publishAt: null, publishedAt: null, ...change },
  }) as Post

test.each<[PostState, Partial<Post>, string[]]>([
  ['draft', {}, []],
  ['draft', { plannedAt: 5 }, ['planned']],
  ['scheduled', { publishAt: 5, plannedAt: 4 }, ['scheduled']],
  ['live', { publishedAt: 5 }, ['out']],
  ['live', { publishedAt: 5, plannedAt: 9 }, ['out', 'again']],
  ['expired', { publishedAt: 5 }, ['over']],
  ['recalled', { publishedAt: 5, plannedAt: 9 }, ['over', 'planned']],
])('%s %p stands as %p', (state, change, standings) => {
  expect(entriesOf(post({ state, ...change })).map(({ standing }) => standing)).toEqual(standings)
})

describe('gaps', () => {
  const shorts = (entries: Entry[]) => slotsOf(columns, week, entries, land).map(({ short }) => short)

  test('every due hour of the week is a slot, and an empty one leaves every store without', () => {
    expect(shorts([])).toEqual(Array(10).fill(3))
  })
  test('a post for everyone fills its day, at whatever hour of it', () => {
    expect(shorts([entry({ at: at(MONDAY, '09:30') })])[0]).toBe(0)
  })
  test('posts for a region leave the rest without, and two regions together fill it', () => {
    expect(shorts([entry({ audience: east })])[0]).toBe(1)
    expect(shorts([entry({ audience: east }), entry({ audience: west })])[0]).toBe(0)
  })
  test('what is for some of a store’s people fills no store', () => {
    expect(shorts([entry({ audience: { storeIds: [], kinds: ['teacher'] } })])[0]).toBe(3)
  })
  test('what was taken back and what stands in another column fills nothing', () => {
    expect(shorts([entry({ standing: 'over' }), entry({ columnId: evening, at: at('2026-11-24') })])[0]).toBe(3)
  })
})

const alike = gramsOf('周末带娃去哪儿？{公园|河边}走一走，拍拍照，吹吹风，带上野餐垫。')
test.each<[string, Partial<Entry>, Partial<Entry>, string[]]>([
  ['the same hour', {}, { at: at(MONDAY, '08:59') }, ['same-hour']],
  ['an hour apart', {}, { at: at(MONDAY, '09:00') }, []],
  ['the same hour for others', { audience: east }, { audience: west }, []],
  [
    'the same topic two days later',
    { topics: ['辅食'] },
    { topics: ['睡眠', '辅食'], at: at('2026-11-25'), columnId: evening },
    ['same-topic'],
  ],
  [
    'the same topic two days later in its own column',
    { topics: ['辅食'] },
    { topics: ['辅食'], at: at('2026-11-25') },
    [],
  ],
  ['the same topic three days later', { topics: ['辅食'] }, { topics: ['辅食'], at: at('2026-11-26') }, []],
  ['the same text a week later', { grams: alike }, { grams: alike, at: at('2026-11-30') }, ['alike']],
  ['the same text two months later', { grams: alike }, { grams: alike, at: at('2027-01-23') }, []],
  ['texts without words', {}, { at: at('2026-11-24') }, []],
])('%s → %p', (_, a, b, kinds) => {
  const [one, other] = [entry(a), entry({ postId: 'b' as PostId, ...b })]
  expect(clashesOf(one, other, land).map(({ kind }) => kind)).toEqual(kinds)
  expect(clashesOf(other, one, land).map(({ kind }) => kind)).toEqual(kinds)
})

test('texts are compared as the author says them, whatever varies, marks and emoji aside', () => {
  expect(gramsOf('带上{清单|单子}，走吧～')).toEqual(gramsOf('带上清单走吧🌿'))
})

test('a pair is told once, at the later of the two; a post is no clash with itself', () => {
  const [a, b] = [entry(), entry({ postId: 'b' as PostId, at: at(MONDAY, '08:30') })]
  expect(findClashes([b, a, entry({ standing: 'again', at: at(MONDAY, '08:10') })], land)).toMatchObject([
    { a: 'a', b: 'b', at: b.at, kind: 'same-hour' },
    { a: 'a', b: 'b', at: b.at, kind: 'same-hour' },
  ])
  expect(findClashes([a, { ...b, standing: 'over' }], land)).toEqual([])
})

describe('moving', () => {
  const now = at(MONDAY)
  const rested = { evergreen: { coolDays: 30 }, publishedAt: now - 40 * DAY_MS }
  test.each<[string, Partial<Post>, { version?: number; at: number | null }, object]>([
    ['a draft gets a place', {}, { at: now + 1 }, { ok: true, change: { plannedAt: now + 1 } }],
    ['and leaves it', { plannedAt: 9 }, { at: null }, { ok: true, change: { plannedAt: null } }],
    ['nothing moves into the past', {}, { at: now }, { ok: false, reason: 'past-time' }],
    ['nobody moves what she has not seen', {}, { version: 2, at: now + 1 }, { ok: false, reason: 'stale-version' }],
    [
      'what is scheduled moves',
      { state: 'scheduled', publishAt: now + 9 },
      { at: now + 1 },
      { ok: true, change: { publishAt: now + 1 } },
    ],
    [
      'but keeps a time',
      { state: 'scheduled', publishAt: now + 9 },
      { at: null },
      { ok: false, reason: 'time-needed' },
    ],
    [
      'what is out stays',
      { state: 'live', publishedAt: now - 1 },
      { at: now + 1 },
      { ok: false, reason: 'not-evergreen' },
    ],
    [
      'unless it may come again',
      { state: 'live', ...rested },
      { at: now + 1 },
      { ok: true, change: { plannedAt: now + 1 } },
    ],
    [
      'and has rested',
      { state: 'live', ...rested, publishedAt: now - DAY_MS },
      { at: now + DAY_MS },
      { ok: false, reason: 'still-resting' },
    ],
    [
      'what was taken back is planned like a draft',
      { state: 'recalled' },
      { at: now + 1 },
      { ok: true, change: { plannedAt: now + 1 } },
    ],
  ])('%s', (_, change, asked, decision) => {
    expect(mayPlacePost(post(change), { version: 1, ...asked }, now)).toEqual(decision)
  })

  const states = fc.constantFrom<PostState>('draft', 'scheduled', 'live', 'recalled', 'expired')
  const times = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null })
  const steps = fc.array(fc.record({ at: times, version: fc.integer({ min: 1, max: 2 }) }), { maxLength: 12 })

  test('however it is moved about, a post is never lost: it stands where it stood or where it was put', () => {
    fc.assert(
      fc.property(states, times, fc.boolean(), steps, (state, publishedAt, evergreen, moves) => {
        let moved = post({
          ...{ state, publishedAt: state === 'live' ? (publishedAt ?? 1) : publishedAt },
          ...{ publishAt: state === 'scheduled' ? 500 : null, evergreen: evergreen ? { coolDays: 1 } : null },
        })
        for (const asked of moves) {
          const decision = mayPlacePost(moved, asked, 100)
          const before = entriesOf(moved)
          if (decision.ok) moved = { ...moved, ...decision.change }
          const after = entriesOf(moved)
          expect(moved).toMatchObject({ _id: 'a', version: 1, state, text: '' })
          if (!decision.ok) expect(after).toEqual(before)
          else if (asked.at !== null) expect(after.map((e) => e.at)).toContain(asked.at)
          const settled = (each: Entry[]) => each.filter(({ standing }) => standing === 'out' || standing === 'over')
          expect(settled(after)).toEqual(settled(before))
          expect(after.length).toBeGreaterThanOrEqual(state === 'scheduled' || state === 'live' ? 1 : 0)
        }
      }),
    )
  })
})

describe('coming again', () => {
  test.each<[string, [number, number], [number, number], string]>([
    ['as deeply as before', [100, 40], [50, 18], 'steady'],
    ['less deeply', [100, 40], [50, 10], 'worn'],
    ['too few lately', [100, 40], [29, 29], 'unknown'],
    ['too few before', [29, 20], [50, 1], 'unknown'],
    ['never deeply', [100, 0], [50, 0], 'unknown'],
  ])('%s', (_, [readings, deep], [lately, latelyDeep], age) => {
    expect(ageOf({ readings, deep }, { readings: lately, deep: latelyDeep })).toBe(age)
  })
  test('it is a new version, live all the while, and what was approved stays approved', () => {
    const approved = { by: 'm', name: '周', version: 3, at: 1 } as NonNullable<Post['approved']>
    expect(comeAgain({ version: 3, approved, review: null }, 9)).toEqual({
      ...{ version: 4, state: 'live', publishedAt: 9, plannedAt: null, review: null },
      approved: { ...approved, version: 4 },
    })
    expect(restedAt({ publishedAt: 0, evergreen: { coolDays: 2 } })).toBe(2 * DAY_MS)
  })
})

const audiences = fc.constantFrom(everyone, east, west)
const candidates = fc.array(
  fc.record({
    kind: fc.constantFrom('draft' as const, 'evergreen' as const),
    columnId: fc.constantFrom(morning, evening, null),
    audience: audiences,
    topics: fc.subarray(['辅食', '育儿', '睡眠']),
    restDays: fc.integer({ min: -3, max: 8 }),
    age: fc.constantFrom('steady' as const, 'worn' as const, 'unknown' as const),
    text: fc.constantFrom('早上好，今天说说辅食怎么加', '晚安，今天我们说说睡眠这件事', '周末一起去河边走走吹吹风'),
  }),
  { maxLength: 12 },
)
const standing = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: 6 }), columnId: fc.constantFrom(morning, evening), audience: audiences }),
  { maxLength: 6 },
)

test('filling never double-books: no post twice, nobody twice at one hour, nothing worn, resting or past', () => {
  const now = at(MONDAY, '12:00')
  fc.assert(
    fc.property(candidates, standing, (made, there) => {
      const entries = there.map(({ day, columnId, audience }, i) =>
        entry({
          ...{ postId: `there-${i}` as PostId, columnId, audience },
          at: at(MONDAY, columnId === morning ? '08:00' : '20:00') + day * DAY_MS,
        }),
      )
      const offered: Candidate[] = made.map(({ restDays, text, ...rest }, i) => ({
        ...{ ...rest, postId: `c-${i}` as PostId, version: 1, grams: gramsOf(text) },
        restedFrom: rest.kind === 'draft' ? null : now + restDays * DAY_MS,
        outAt: rest.kind === 'draft' ? null : now - 9 * DAY_MS,
      }))
      const slots = slotsOf(columns, week, entries, land)
      const moves = fillWeek({ slots, columns, entries, candidates: offered, land }, now)
      expect(new Set(moves.map(({ postId }) => postId)).size).toBe(moves.length)
      const byId = new Map(offered.map((each) => [each.postId, each]))
      const placed = moves.map((move): Entry => {
        const candidate = byId.get(move.postId)
        if (!candidate) throw new Error('placed what was not offered')
        expect(move.at).toBeGreaterThan(now)
        expect(candidate.age).not.toBe('worn')
        expect(candidate.restedFrom ?? 0).toBeLessThanOrEqual(move.at)
        expect(slots.some((slot) => slot.at === move.at && slot.columnId === move.columnId && slot.short > 0)).toBe(
          true,
        )
        return { ...candidate, columnId: move.columnId, at: move.at, standing: 'planned' }
      })
      for (const [i, one] of placed.entries())
        for (const other of [...entries, ...placed.slice(0, i)]) expect(clashesOf(other, one, land)).toEqual([])
      const again = [...entries, ...placed]
      expect(placed.every((one) => slots.some((slot) => fills(one, slot)))).toBe(true)
      expect(
        fillWeek(
          { slots: slotsOf(columns, week, again, land), columns, entries: again, candidates: offered, land },
          now,
        ),
      ).toEqual([])
    }),
  )
})

test('a draft of the column comes before one that only fits, and says why', () => {
  const offered: Candidate[] = [
    {
      ...entry({ postId: 'fits' as PostId, columnId: null, topics: ['辅食'] }),
      kind: 'draft',
      restedFrom: null,
      outAt: null,
      age: 'unknown',
    },
    {
      ...entry({ postId: 'own' as PostId, topics: ['睡眠'] }),
      kind: 'draft',
      restedFrom: null,
      outAt: null,
      age: 'unknown',
    },
    {
      ...entry({ postId: 'again' as PostId, topics: ['出行'] }),
      kind: 'evergreen',
      restedFrom: 0,
      outAt: at(MONDAY) - 40 * DAY_MS,
      age: 'steady',
    },
    {
      ...entry({ postId: 'elsewhere' as PostId, columnId: null, topics: ['穿搭'] }),
      kind: 'draft',
      restedFrom: null,
      outAt: null,
      age: 'unknown',
    },
  ]
  const slots = slotsOf(columns.slice(0, 1), week, [], land)
  const moves = fillWeek({ slots, columns, entries: [], candidates: offered, land }, at(MONDAY, '00:00'))
  expect(moves.map(({ postId, why }) => [postId, ...why.map(({ of, days }) => (days ? `${of} ${days}` : of))])).toEqual(
    [
      ['own', 'column', 'draft'],
      ['again', 'column', 'rested 41', 'steady'],
      ['fits', 'hint', 'draft'],
    ],
  )
})
