// Which sums does a reading count in, and with what? And do additions that are split, grown or taken back come out the same?
import fc from 'fast-check'
import type { MemberId, PostId, ReadingId, SectionId, ShareToken } from '../../shared/domain/ids'
import type { ReadBy, Reading, SectionMs } from '../../shared/domain/reading'
import { Additions, countedOf, isBatchDue, leavesOf, tallied, tallyId } from '../../shared/domain/tally'

const NOON = Date.UTC(2026, 10, 21, 4) // in Shanghai
const [root, middle, own] = ['root', 'middle', 'own'] as ShareToken[] as [ShareToken, ShareToken, ShareToken]

const reading = (change: Partial<Reading> = {}): Reading => ({
  ...{ _id: 'r' as ReadingId, postId: 'p' as PostId, version: 1, token: own, repId: 'rep' as MemberId, scene: 1007 },
  ...{ by: 'reader' as const, seq: 1, openedAt: NOON, lastAt: NOON + 90_000, depth: 1, known: false, personId: null },
  ...{ counted: null, sections: { s1: 50_000, s2: 20_000, s3: 0 } as SectionMs },
  ...change,
})

const told = (additions: Additions) =>
  Object.fromEntries(additions.list().map(({ key, sums }) => [tallyId(key), Object.fromEntries(leavesOf(sums))]))
const added = (one: Reading, path: ShareToken[] = [root, middle]) => {
  const additions = new Additions()
  additions.addGrowth(one, path)
  return told(additions)
}

test('a reading counts for its post with its sections, its rep, all, its share and those above', () => {
  const sums = { readings: 1, deep: 1, ms: 70_000 }
  expect(added(reading())).toEqual({
    'post.p.2026-11-21': {
      ...sums,
      'sections.s1.ms': 50_000,
      'sections.s1.readings': 1,
      'sections.s2.ms': 20_000,
      'sections.s2.readings': 1,
    },
    'rep.rep.2026-11-21': sums,
    'all..2026-11-21': sums,
    'share.own.': sums,
    'under.root.': sums,
    'under.middle.': sums,
  })
})

test('of a card for no one in particular sections, hours and days are summed as well: by itself and below it', () => {
  const addedTo = (token: ShareToken, path: ShareToken[]) => {
    const additions = new Additions((top) => top === root)
    additions.addGrowth(reading({ token }), path)
    return told(additions)
  }
  const sums = { readings: 1, deep: 1, ms: 70_000 }
  const fine = {
    ...sums,
    'sections.s1.ms': 50_000,
    'sections.s1.readings': 1,
    'sections.s2.ms': 20_000,
    'sections.s2.readings': 1,
    'hours.h12': 1,
    'days.2026-11-21': 1,
  }
  expect(addedTo(root, [])).toMatchObject({ 'share.root.': fine, 'rep.rep.2026-11-21': sums })
  expect(addedTo(own, [root, middle])).toMatchObject({ 'share.own.': sums, 'under.root.': fine, 'under.middle.': sums })
  expect(addedTo(own, [middle])['under.middle.']).toEqual(sums)
  expect(addedTo(own, [])['share.own.']).toEqual(sums)
})

test('a reading of a card that has grown past midnight leaves nothing behind in hours and days', () => {
  const before = reading({ token: root })
  const grown = reading({ token: root, openedAt: NOON + 43_200_000, base: tallied(before) })
  const additions = new Additions(() => true)
  additions.addGrowth(before, [])
  additions.addGrowth(grown, [])
  const once = new Additions(() => true)
  once.add(grown, [], tallied(grown))
  expect(told(additions)['share.root.']).toEqual(told(once)['share.root.'])
})

test.each<ReadBy>(['staff', 'sharer', 'crawler'])('%s counts apart, only as a number, and not above', (by) => {
  const sums = { [`apart.${by}`]: 1 }
  expect(added(reading({ by }))).toEqual({
    'post.p.2026-11-21': sums,
    'rep.rep.2026-11-21': sums,
    'all..2026-11-21': sums,
    'share.own.': sums,
  })
})

test('without a share it counts for post and all', () => {
  expect(Object.keys(added(reading({ token: null, repId: null }), []))).toEqual([
    'all..2026-11-21',
    'post.p.2026-11-21',
  ])
})

test('of one that has grown only the difference is added', () => {
  const before = reading({ sections: { s1: 50_000 } as SectionMs })
  const after = reading({ base: tallied(before) })
  expect(added(after)['rep.rep.2026-11-21']).toEqual({ deep: 1, ms: 20_000 })
  expect(added(after)['post.p.2026-11-21']).toEqual({
    deep: 1,
    ms: 20_000,
    'sections.s2.ms': 20_000,
    'sections.s2.readings': 1,
  })
})

test('one that turns out to have begun the day before moves there', () => {
  const before = reading()
  const after = reading({ openedAt: NOON - 86_400_000, base: tallied(before) })
  expect(added(after)['all..2026-11-21']).toEqual({ readings: -1, deep: -1, ms: -70_000 })
  expect(added(after)['all..2026-11-20']).toEqual({ readings: 1, deep: 1, ms: 70_000 })
})

test('one that turns out to be the sharer’s own counts apart from then on', () => {
  const after = reading({ by: 'sharer', base: tallied(reading()) })
  expect(added(after)['rep.rep.2026-11-21']).toEqual({ readings: -1, deep: -1, ms: -70_000, 'apart.sharer': 1 })
  expect(added(after)['under.root.']).toEqual({ readings: -1, deep: -1, ms: -70_000 })
})

test('what was counted and has not grown adds nothing', () => {
  expect(added(reading({ base: tallied(reading()) }))).toEqual({})
})

test('sums hold a counted reading as it is, a grown one as it was, a new one not', () => {
  const base = tallied(reading({ by: 'staff' }))
  expect(countedOf(reading({ counted: 7, base }))).toEqual(tallied(reading()))
  expect(countedOf(reading({ base }))).toEqual(base)
  expect(countedOf(reading())).toBeNull()
})

test('growing step by step adds up to what it is in the end', () => {
  const step = fc.record({
    openedAt: fc.integer({ min: NOON - 90_000_000, max: NOON }),
    s1: fc.nat(100_000),
    s2: fc.nat(100_000),
    by: fc.constantFrom<ReadBy>('reader', 'sharer', 'staff'),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
      const grown = new Additions()
      let base: Reading['base']
      let last = reading()
      for (const { openedAt, s1, s2, by } of steps) {
        const sections = { ['s1' as SectionId]: s1, ['s2' as SectionId]: s2 }
        last = reading({ openedAt, by, sections, ...(base && { base }) })
        grown.addGrowth(last, [root])
        base = tallied(last)
      }
      const once = new Additions()
      once.add(last, [root], tallied(last))
      expect(told(grown)).toEqual(told(once))
    }),
  )
})

test.each([
  [{ waiting: 0, isLong: false }, false],
  [{ waiting: 0, isLong: true }, false],
  [{ waiting: 1, isLong: false }, false],
  [{ waiting: 1, isLong: true }, true],
  [{ waiting: 499, isLong: false }, false],
  [{ waiting: 500, isLong: false }, true],
])('%j: due %s', (facts, due) => {
  expect(isBatchDue(facts)).toBe(due)
})
