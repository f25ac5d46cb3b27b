// What of readings is told to a rep: per line, per contact, and of the others only how many?
import { type AnonymousFacts, type Countable, countAnonymous, countNth, groupReaders } from '../../shared/domain/feed'
import type { ContactId, PersonId, PostId, ReadingId, SectionId, ShareToken } from '../../shared/domain/ids'
import type { ReadBy } from '../../shared/domain/reading'
import { type Sums, tallied } from '../../shared/domain/tally'

const POST = 'post' as PostId
const OPEN = 'open' as ShareToken
const BELOW = 'below' as ShareToken
const CARD = 'card' as ShareToken
const BELOW_CARD = 'below-card' as ShareToken

const reading = (change: Partial<Countable> = {}): Countable => ({
  postId: POST,
  token: OPEN,
  by: 'reader',
  counted: null,
  openedAt: 0,
  lastAt: 60_000,
  sections: { s1: 30_000 } as Countable['sections'],
  known: false,
  ...change,
})
const sums = (readings: number, apart: Partial<Sums['apart']> = {}): Sums => ({
  readings,
  deep: 0,
  ms: 0,
  apart: { staff: 0, sharer: 0, crawler: 0, ...apart },
})
const told = (facts: Partial<AnonymousFacts>) =>
  countAnonymous({
    roots: new Set([OPEN]),
    rootOf: (token) => (token === BELOW ? OPEN : token === BELOW_CARD ? CARD : token),
    sums: [],
    readings: [],
    ...facts,
  })
const times = (n: number, one: Countable) => Array.from({ length: n }, () => one)

describe('readings that belong to nobody she may know', () => {
  it.each<[string, Partial<AnonymousFacts>, number | 'few']>([
    ['none', {}, 0],
    ['one, not counted yet', { readings: [reading()] }, 'few'],
    ['two', { sums: [sums(2)] }, 'few'],
    ['three', { sums: [sums(3)] }, 3],
    ['by her share and below it, counted and not', { sums: [sums(2), sums(5)], readings: [reading()] }, 8],
    ['one below her share, not counted yet', { sums: [sums(4)], readings: [reading({ token: BELOW })] }, 5],
    ['less those who agreed', { sums: [sums(10)], readings: times(4, reading({ known: true, counted: 1 })) }, 6],
    ['who agreed and is not counted is not taken off', { sums: [sums(5)], readings: [reading({ known: true })] }, 5],
    [
      'a reading that has grown since it was counted counts once',
      { sums: [sums(5)], readings: [reading({ base: tallied(reading()) })] },
      5,
    ],
    [
      'a counted one that the screen also finds counts once',
      { sums: [sums(5)], readings: [reading({ counted: 1 })] },
      5,
    ],
    [
      'an erased one stays in the sums until it is set aside',
      { sums: [sums(5)], readings: [reading({ by: 'erased', counted: 1 })] },
      5,
    ],
    ['less those who agreed and were too many to look at', { sums: [sums(1_200)], less: 1_100 }, 100],
    ['never less than none', { sums: [sums(3)], less: 4 }, 0],
    ['a card for one contact tells nothing, not even few', { readings: times(5, reading({ token: CARD })) }, 0],
    ['nor does what hangs below it', { readings: times(5, reading({ token: BELOW_CARD })) }, 0],
    [
      'nor does its reader, once she agreed, take others off',
      { sums: [sums(5)], readings: [reading({ token: CARD, known: true, counted: 1 })] },
      5,
    ],
  ])('%s', (_case, facts, expected) => {
    expect(told(facts).readings).toBe(expected)
  })

  it('staff, the sharer and crawlers are counted apart', () => {
    const by = (who: ReadBy) => reading({ by: who })
    expect(told({ sums: [sums(3, { staff: 2 })], readings: [by('staff'), by('sharer'), by('crawler')] })).toEqual({
      readings: 3,
      apart: { staff: 3, sharer: 1, crawler: 1 },
    })
  })
})

it('a line says which reading of its post by its reader it is', () => {
  const one = (id: string, personId: string, postId: string, openedAt: number) => ({
    _id: id as ReadingId,
    personId: personId as PersonId,
    postId: postId as PostId,
    openedAt,
  })
  const nth = countNth([one('c', 'p', 'a', 3), one('b', 'q', 'a', 2), one('a', 'p', 'a', 1), one('d', 'p', 'b', 4)])
  expect(Object.fromEntries(nth)).toEqual({ a: 1, b: 1, c: 2, d: 1 })
})

it('who read a post stands once, with her phones together, the longest reader first', () => {
  const one = (contactId: string, ms: number, lastAt: number, section = 's1') => ({
    contactId: contactId as ContactId,
    openedAt: 0,
    lastAt,
    sections: { [section]: ms } as Record<SectionId, number>,
  })
  const readings = [one('mei', 5_000, 20_000), one('hua', 9_000, 30_000), one('mei', 6_000, 10_000, 's2')]
  expect(groupReaders(readings, ({ contactId }) => ({ contactId }))).toEqual([
    { contactId: 'mei', readings: 2, totalMs: 11_000, lastAt: 20_000, longest: { id: 's2', ms: 6_000 } },
    { contactId: 'hua', readings: 1, totalMs: 9_000, lastAt: 30_000, longest: { id: 's1', ms: 9_000 } },
  ])
})
