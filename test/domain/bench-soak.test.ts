// Does the soak measure what it says? Its slope, its account, its windows.

import { randomFrom } from '../../bench/reading/random'
import { Account } from '../../bench/soak/account'
import { holdNotes } from '../../bench/soak/notes'
import { mediansBy, slopeOf } from '../../bench/soak/slope'
import { Watch } from '../../bench/soak/watch'
import type { ReadingId, SectionId } from '../../shared/domain/ids'

const line = (n: number, of: (x: number) => number) => Array.from({ length: n }, (_, x) => ({ x, y: of(x) }))

test('a straight line has its slope, and no width', () => {
  expect(slopeOf(line(30, (x) => 3 * x + 5))).toEqual({ slope: 3, low: 3, high: 3 })
})

test('outliers do not move the slope', () => {
  const { slope } = slopeOf(line(60, (x) => (x % 10 === 0 ? 1_000 : 2 * x)))
  expect(slope).toBeGreaterThan(1.5)
  expect(slope).toBeLessThan(2.5)
})

test('what does not grow has nothing within its interval, what grows has not', () => {
  const random = randomFrom(1)
  const flat = slopeOf(line(90, () => 100 + random.normal()))
  expect(flat.low).toBeLessThan(0)
  expect(flat.high).toBeGreaterThan(0)
  const growing = slopeOf(line(90, (x) => 100 + 0.2 * x + random.normal()))
  expect(growing.low).toBeGreaterThan(0.1)
  expect(growing.high).toBeLessThan(0.3)
})

test('a slope of two points is none', () => {
  expect(() => slopeOf(line(2, (x) => x))).toThrow('three points')
})

test('what saws within a minute is one point', () => {
  const points = line(120, (x) => (x % 10) + (x >= 60 ? 100 : 0))
  expect(mediansBy(points, 60)).toEqual([
    { x: 30, y: 4.5 },
    { x: 90, y: 104.5 },
  ])
})

const of = (id: string, seq: number, s1: number) => ({
  readingId: id as ReadingId,
  seq,
  sections: { ['s1' as SectionId]: s1 },
})
const stored = (id: string, seq: number, s1: number) => ({ _id: id, ...of(id, seq, s1) })

const accountOf = () => {
  const account = new Account()
  account.send([of('a', 1, 5_000)])
  account.hear([of('a', 1, 5_000)], { accepted: ['a'], later: [] })
  account.send([of('a', 2, 9_000)])
  return account
}

test.each([
  ['there as acknowledged', [stored('a', 1, 5_000)], { unequal: ['a'] }],
  ['there as sent', [stored('a', 2, 9_000)], {}],
  ['gone', [], { readings: 0, lost: ['a'], unequal: ['a'] }],
  ['below what was acknowledged', [stored('a', 1, 4_999)], { lost: ['a'], unequal: ['a'] }],
  ['of an older report', [stored('a', 0, 5_000)], { lost: ['a'], unequal: ['a'] }],
  ['above what was sent', [stored('a', 2, 9_001)], { beyond: ['a'], unequal: ['a'] }],
  ['one that nobody sent', [stored('a', 2, 9_000), stored('b', 1, 1)], { readings: 2, strange: ['b'] }],
])('the account finds what is %s', (_, all, found) => {
  const nothing = { readings: 1, lost: [], beyond: [], strange: [], unequal: [] }
  expect(accountOf().hold(all)).toEqual({ ...nothing, ...found })
})

test('what is in neither list of an answer is refused for good', () => {
  const account = accountOf()
  account.hear([of('a', 2, 9_000)], { accepted: [], later: ['a'] })
  expect(account.refused).toBe(0)
  account.hear([of('a', 2, 9_000)], { accepted: [], later: [] })
  expect(account.refused).toBe(1)
  expect([account.ms, account.ackedMs]).toEqual([9_000, 5_000])
})

test('a window begins where the one before it ended; errors are told by code', () => {
  const watch = new Watch()
  watch.answered('reader/post.read', 10)
  watch.failed('reader/post.read', 'internal')
  watch.failed('rep/feed.list', 'internal')
  expect(watch.take()).toMatchObject({ calls: 3, answered: 1, p50: 10, p99: 10 })
  expect(watch.take()).toMatchObject({ calls: 0, answered: 0, p99: 0 })
  expect([watch.codes, watch.totalCalls]).toEqual([{ internal: 2 }, 3])
})

/** Two notes about own, whom the rep wrote down, one about mei, who agreed. */
const WRITTEN = {
  notes: new Map(
    Object.entries({ n1: 'own', n2: 'own', n3: 'mei' }).map(([id, contactId]) => [id, { contactId, at: 5 }]),
  ),
  ...{ noted: ['n1', 'n3'], met: ['own'], endings: 0 },
}
const about = (contactId: string, ...ids: string[]) => ids.map((_id) => ({ _id, contactId, at: 5 }))
const WELL = { lost: 0, unequal: 0, outliving: 0, contactsLost: 0, withConsent: 0 }
test.each([
  ['all is there', 0, [...about('own', 'n1', 'n2'), ...about('mei', 'n3')], { own: 1, mei: 1 }, {}],
  [
    'a note that was answered is not',
    0,
    [...about('own', 'n2'), ...about('mei', 'n3')],
    { own: 1, mei: 1 },
    { lost: 1, unequal: 1 },
  ],
  [
    'one is there twice',
    0,
    [...about('own', 'n1', 'n2', 'n4'), ...about('mei', 'n3')],
    { own: 1, mei: 1 },
    { unequal: 1 },
  ],
  [
    'she took her consent back, and the note went with her',
    1,
    about('own', 'n1', 'n2'),
    { own: 1 },
    { withConsent: 1 },
  ],
  [
    'she is gone though she took nothing back',
    0,
    about('own', 'n1', 'n2'),
    { own: 1 },
    { withConsent: 1, contactsLost: 1 },
  ],
  [
    'the note stayed behind',
    1,
    [...about('own', 'n1', 'n2'), ...about('mei', 'n3')],
    { own: 1 },
    { withConsent: 1, outliving: 1 },
  ],
  ['the one whom the rep wrote down is gone', 1, about('mei', 'n3'), { mei: 1 }, { withConsent: 2, contactsLost: 1 }],
  ['she agreed again, and came as somebody new', 1, about('own', 'n1', 'n2'), { own: 1, mei: 9 }, { withConsent: 1 }],
  [
    'and what was written of her before stayed',
    1,
    [...about('own', 'n1', 'n2'), ...about('mei', 'n3')],
    { own: 1, mei: 9 },
    { withConsent: 1, outliving: 1 },
  ],
])('%s', (_, endings, notes, contacts, told) => {
  const held = holdNotes({ ...WRITTEN, endings }, { notes, contacts: new Map(Object.entries(contacts)) })
  expect(held).toEqual({ ...WELL, stored: notes.length, ...told })
})
