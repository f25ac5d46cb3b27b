// Do sums and the readings of the last minutes add up, day by day, post by post, section by section?
import { dayOf, instantOf } from '../../shared/domain/day'
import { heatOf, lastDays, sumDays, sumPosts, type Uncounted } from '../../shared/domain/heat'
import type { PostId, SectionId } from '../../shared/domain/ids'
import { tallied } from '../../shared/domain/tally'

const NOON = instantOf('2026-11-21', '12:00')
const SECTIONS = ['s1', 's2'] as SectionId[]
const tally = (
  id: string,
  day: string,
  readings: number,
  sections: Record<string, { ms: number; readings: number }> = {},
) => ({
  id,
  day,
  readings,
  deep: 1,
  ms: readings * 10_000,
  apart: { staff: 1, sharer: 0, crawler: 0 },
  sections,
})
const reading = (change: Partial<Uncounted> = {}): Uncounted => ({
  postId: 'a' as PostId,
  by: 'reader',
  openedAt: NOON,
  lastAt: NOON + 90_000,
  sections: { s1: 50_000, s2: 20_000 } as Uncounted['sections'],
  counted: null,
  ...change,
})

it('the last days end today, across the turn of a month', () => {
  expect(lastDays(3, instantOf('2026-12-01', '00:30'))).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
})

describe('one post', () => {
  const today = dayOf(NOON)
  it('is told section by section, with the last minutes', () => {
    const tallies = [tally('a', today, 5, { s1: { ms: 40_000, readings: 5 }, s2: { ms: 9_000, readings: 2 } })]
    expect(heatOf({ tallies, uncounted: [reading()] }, [today], SECTIONS)).toEqual({
      counted: { readings: 6, deep: 2, ms: 120_000, apart: { staff: 1, sharer: 0, crawler: 0 } },
      sections: [
        { sectionId: 's1', readings: 6, ms: 90_000 },
        { sectionId: 's2', readings: 3, ms: 29_000 },
      ],
    })
  })

  it.each([
    [0, { readings: 0, ms: 0 }],
    [1, { readings: 'few', ms: 0 }],
    [2, { readings: 'few', ms: 0 }],
    [3, { readings: 3, ms: 60_000 }],
  ])('a section that %i read', (readings, told) => {
    const tallies = [tally('a', today, 3, { s1: { ms: readings * 20_000, readings } })]
    expect(heatOf({ tallies, uncounted: [] }, [today], SECTIONS).sections[0]).toMatchObject(told)
  })

  it('a reading that has grown adds only what it grew by; an erased one nothing', () => {
    const before = reading({ lastAt: NOON + 30_000, sections: { s1: 20_000 } as Uncounted['sections'] })
    const grown = reading({ base: tallied(before) })
    const { counted } = heatOf({ tallies: [], uncounted: [grown, reading({ by: 'erased' })] }, [today], SECTIONS)
    expect(counted).toMatchObject({ readings: 0, deep: 1, ms: 50_000 })
  })

  it('staff, sharers and crawlers add to nothing but their own number', () => {
    const uncounted = (['staff', 'sharer', 'crawler'] as const).map((by) => reading({ by }))
    expect(heatOf({ tallies: [], uncounted }, [today], SECTIONS)).toMatchObject({
      counted: { readings: 0, ms: 0, apart: { staff: 1, sharer: 1, crawler: 1 } },
      sections: [{ readings: 0 }, { readings: 0 }],
    })
  })
})

it('every day has its row, and what is outside stays outside', () => {
  const tallies = [tally('', '2026-11-19', 7), tally('', '2026-11-20', 2)]
  const uncounted = [reading(), reading({ openedAt: NOON - 86_400_000 * 9 })]
  const rows = sumDays({ tallies, uncounted }, ['2026-11-20', '2026-11-21', '2026-11-22'])
  expect(rows.map(({ day, counted }) => [day, counted.readings])).toEqual([
    ['2026-11-20', 2],
    ['2026-11-21', 1],
    ['2026-11-22', 0],
  ])
})

it('posts are summed apart', () => {
  const days = ['2026-11-20', '2026-11-21']
  const tallies = [tally('a', '2026-11-20', 2), tally('a', '2026-11-21', 3), tally('b', '2026-11-20', 4)]
  const of = sumPosts({ tallies, uncounted: [reading({ postId: 'b' as PostId })] }, days)
  expect([of('a' as PostId).readings, of('b' as PostId).readings, of('c' as PostId).readings]).toEqual([5, 5, 0])
})
