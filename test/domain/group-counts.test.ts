// Which counts of a group are told? Never fewer than three, nor what would let someone work them out.
import fc from 'fast-check'
import { instantOf } from '../../shared/domain/day'
import { GROUP_COUNT_MIN } from '../../shared/domain/group'
import { type GroupCard, noSums, tellGroup } from '../../shared/domain/group-counts'
import type { PostId, SectionId } from '../../shared/domain/ids'

const at = (day: string) => instantOf(day, '08:00')
const NOW = instantOf('2026-11-21', '20:00')

type Given = {
  post?: string
  column?: string
  day?: string
  opens?: number
  deep?: number
  days?: Record<string, number>
}
const card = ({ post = 'p', column = '亲子', day = '2026-11-18', opens = 0, deep = 0, days }: Given): GroupCard => ({
  ...{ postId: post as PostId, column, at: at(day) },
  sums: {
    ...{ ...noSums(), readings: opens, deep },
    sections: { s1: { ms: opens * 1000, readings: opens }, s2: { ms: 500, readings: 1 } } as Record<
      SectionId,
      { ms: number; readings: number }
    >,
    ...{ hours: { h8: opens }, days: days ?? (opens ? { [day]: opens } : {}) },
  },
})

test.each([
  [0, null],
  [2, null],
  [3, 3],
  [40, 40],
])('%d openings are told as %p', (opens, told) => {
  const [post] = tellGroup([card({ opens, deep: opens })], NOW).posts
  expect(post).toMatchObject({ opens: told, deep: told })
  expect(post?.sections).toEqual(
    told === null
      ? []
      : [
          { sectionId: 's1', readings: told, ms: told * 1000 },
          { sectionId: 's2', readings: null, ms: null },
        ],
  )
})

test('a post sent twice is one post with the openings of both', () => {
  const [post] = tellGroup([card({ opens: 2 }), card({ opens: 2, day: '2026-11-20' })], NOW).posts
  expect(post).toMatchObject({ times: 2, opens: 4, lastAt: at('2026-11-20') })
})

test('what worked best stands first: by deep readings, then openings, then the newest', () => {
  const cards = [
    card({ post: 'few', opens: 1 }),
    card({ post: 'many', opens: 9, deep: 1 }),
    card({ post: 'deep', opens: 5, deep: 4 }),
    card({ post: 'new', opens: 0, day: '2026-11-20' }),
  ]
  expect(tellGroup(cards, NOW).posts.map(({ postId }) => postId)).toEqual(['deep', 'many', 'new', 'few'])
})

test('of a column the last eight posts count, and the hours of those that were opened by three', () => {
  const cards = Array.from({ length: 10 }, (_, n) =>
    card({ post: `p${n}`, day: `2026-11-${String(n + 1).padStart(2, '0')}`, opens: n % 2 ? 4 : 2 }),
  )
  expect(tellGroup(cards, NOW).columns).toEqual([
    { column: '亲子', posts: 8, opened: 4, hours: [{ hour: 8, opens: 16 }] },
  ])
})

describe('silence', () => {
  test.each<[string, Given[], { days: number | null; shares: number }]>([
    ['nothing was sent', [], { days: null, shares: 0 }],
    ['what was sent today says nothing yet', [{ day: '2026-11-21' }], { days: null, shares: 0 }],
    [
      'two in a row that fewer than three opened',
      [{ opens: 5, day: '2026-11-10' }, { opens: 2 }, {}],
      { days: 11, shares: 2 },
    ],
    ['the latest was opened', [{ opens: 0, day: '2026-11-10' }, { opens: 3 }], { days: 3, shares: 0 }],
    [
      'one late reader alone does not tell her day: the third from the end does',
      [{ opens: 6, days: { '2026-11-18': 4, '2026-11-19': 1, '2026-11-20': 1 } }],
      { days: 3, shares: 0 },
    ],
  ])('%s', (_, given, silence) => {
    expect(tellGroup(given.map(card), NOW).silence).toEqual(silence)
  })
})

test('no number below three is ever told, and the sum is the sum of what is told', () => {
  const some = fc.record({
    post: fc.constantFrom('a', 'b', 'c'),
    column: fc.constantFrom('亲子', '早安'),
    day: fc.constantFrom('2026-11-10', '2026-11-15', '2026-11-19'),
    opens: fc.nat(8),
    deep: fc.nat(4),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (given) => {
      const told = tellGroup(given.map(card), NOW)
      const counts = told.posts.flatMap(({ opens, deep, sections }) => [
        ...[opens, deep],
        ...sections.map(({ readings }) => readings),
      ])
      const hours = told.columns.flatMap(({ hours: them }) => them.map(({ opens }) => opens))
      for (const n of [...counts, ...hours]) if (n !== null) expect(n).toBeGreaterThanOrEqual(GROUP_COUNT_MIN)
      expect(told.opens).toBe(told.posts.reduce((sum, { opens }) => sum + (opens ?? 0), 0))
    }),
  )
})
