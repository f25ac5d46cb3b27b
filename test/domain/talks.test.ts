// Which talks make the list, and in which order? And what a list may never do, as properties.
import fc from 'fast-check'
import type { ContactId, PostId, ReadingId } from '../../shared/domain/ids'
import { COMPANY_A_DAY, chanceOf, pickTalks, priorOf, worthOf } from '../../shared/domain/pick-talks'
import type { Touch } from '../../shared/domain/sheet'
import type { ContactFacts, Evidence, Talk } from '../../shared/domain/talk'

import {
  bought,
  brought,
  coming,
  daysAgo,
  factsOf,
  now,
  promise,
  read,
  rising,
  sheetOf,
  signal,
  today,
  touch,
} from '../support/talk-facts'

const pick = (contacts: readonly ContactFacts[], aDay = 6) =>
  pickTalks(contacts, { day: today, now, aDay, learned: {}, prior: priorOf({}) })

describe('the list', () => {
  const contact = (id: string, change: Partial<ContactFacts>): ContactFacts =>
    factsOf({ contactId: id as ContactId, ...change })
  const ids = (talks: readonly Talk[]) => talks.map(({ contactId }) => contactId)

  it('puts what is owed first, then what is worth most', () => {
    const { talks } = pick([
      contact('a', { sinceAt: daysAgo(60) }),
      contact('b', { reads: [read(10, 1)] }),
      contact('c', { promises: [promise(1)] }),
    ])
    expect(ids(talks)).toEqual(['c', 'b', 'a'])
  })

  it('adds reasons up as chances', () => {
    const alone = pick([contact('a', { reads: [read(10, 1)] })]).talks[0]
    const both = pick([contact('a', { reads: [read(10, 1)], tags: [rising] })]).talks[0]
    const experience = { learned: {}, prior: priorOf({}) }
    expect(both && alone && worthOf(both, experience)).toBeGreaterThan((alone && worthOf(alone, experience)) ?? 1)
    expect(both?.clues.map(({ reason }) => reason)).toEqual(['hot', 'rising'])
  })

  it('learns from outcomes: what went badly for her sinks, within what all reps saw', () => {
    const facts = [contact('a', { reads: [read(10, 1)] }), contact('b', { signals: [signal(0)] })]
    const prior = priorOf({})
    const order = (learned: Parameters<typeof chanceOf>[1]) =>
      ids(pickTalks(facts, { day: today, now, aDay: 6, learned, prior }).talks)
    expect(order({})).toEqual(['b', 'a'])
    expect(order({ signal: { talks: 12, won: 0 } })).toEqual(['a', 'b'])
    expect(chanceOf('signal', { signal: { talks: 12, won: 0 } }, prior)).toBeGreaterThan(0)
  })

  it('tells what she spoke of, however much else speaks for a talk', () => {
    const much = { promises: [promise(0)], reads: [read(10, 1), read(12, 1)], tags: [rising], signals: [signal(0)] }
    const clues = pick([contact('a', much)]).talks[0]?.clues.map(({ reason }) => reason)
    expect(clues).toHaveLength(3)
    expect(clues?.slice(0, 2)).toEqual(['promise', 'signal'])
  })

  it('gives company to so many a day, and tells of the others', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) =>
      contact(id, { reads: [read(10, 1)], sheet: sheetOf({ value: 'company', touches: [touch('talked', 30)] }) }),
    )
    const { talks, rest } = pick(many)
    expect(talks).toHaveLength(COMPANY_A_DAY)
    expect(rest.map(({ reason }) => reason)).toEqual(['company-cap', 'company-cap'])
  })

  it('meets someone she never talked to as a new friend', () => {
    expect(pick([contact('a', { sinceAt: daysAgo(60) })]).talks[0]?.scene).toBe('new-friend')
    const before = sheetOf({ touches: [touch('talked', 60)] })
    expect(pick([contact('a', { sinceAt: daysAgo(90), sheet: before })]).talks[0]?.scene).toBe('comeback')
  })
})

const anyTouch = fc.record({
  id: fc.string({ minLength: 1, maxLength: 4 }),
  at: fc.integer({ min: 0, max: 200 }).map(daysAgo),
  how: fc.constantFrom<Touch['how']>('talked', 'silent', 'booked', 'dealt', 'unfit', 'meeting', 'purchase'),
})
const anyFacts = (id: string): fc.Arbitrary<ContactFacts> =>
  fc.record({
    contactId: fc.constant(id as ContactId),
    sinceAt: fc.integer({ min: 0, max: 400 }).map(daysAgo),
    reads: fc
      .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 2, noNaN: true }), fc.nat(3)), {
        maxLength: 5,
      })
      .map((all) =>
        all.map(([hours, score, post], i) =>
          read(hours, score, { readingId: `${id}-r${i}` as ReadingId, postId: `p${post}` as PostId }),
        ),
      ),
    tags: fc.constantFrom([], [rising]),
    freeTime: fc.constant(null),
    sheet: fc
      .record({
        touches: fc.array(anyTouch, { maxLength: 6 }),
        quiet: fc.constantFrom(null, { since: daysAgo(3), until: null }, { since: daysAgo(3), until: today }),
        value: fc.constantFrom(null, 'company' as const, 'benefit' as const),
      })
      .map((change) => sheetOf(change)),
    promises: fc.array(fc.integer({ min: -20, max: 20 }).map(promise), { maxLength: 2 }),
    comings: fc.array(
      fc.integer({ min: 0, max: 20 }).map((days) => coming(days)),
      { maxLength: 1 },
    ),
    purchases: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom(null, 30, 58))
        .map(([days, cycle]) => bought(days, cycle)),
      { maxLength: 2 },
    ),
    signals: fc.array(
      fc.integer({ min: 0, max: 20 }).map((days) => signal(days)),
      { maxLength: 1 },
    ),
    introductions: fc.array(
      fc.record({
        toId: fc.constantFrom('x1' as ContactId, 'x2' as ContactId),
        deep: fc.nat(6),
        at: fc.integer({ min: 0, max: 40 }).map(daysAgo),
      }),
      { maxLength: 2 },
    ),
    brought: fc.array(
      fc.integer({ min: 0, max: 20 }).map((days) => brought(3, days)),
      { maxLength: 1 },
    ),
  })
const anyWorld = fc
  .integer({ min: 0, max: 8 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyFacts(`c${i}`))))

const isGiven = (facts: ContactFacts, one: Evidence): boolean => {
  switch (one.of) {
    case 'reading':
      return facts.reads.some(({ readingId, at, ms }) => readingId === one.readingId && at === one.at && ms === one.ms)
    case 'tag':
      return facts.tags.some(({ tag }) => tag === one.tag)
    case 'promise':
      return facts.promises.some(({ _id, text }) => _id === one.promiseId && text === one.text)
    case 'occasion':
      return facts.comings.some(({ occasionId, day }) => occasionId === one.occasionId && day === one.day)
    case 'purchase':
      return facts.purchases.some(({ noteId, product }) => noteId === one.noteId && product === one.product)
    case 'signal':
      return facts.signals.some(({ noteId, word }) => noteId === one.noteId && word === one.word)
    case 'share':
      return facts.brought.some(({ token, deep }) => token === one.token && deep === one.deep)
    case 'introduction':
      return facts.introductions.some(({ toId, deep }) => toId === one.toId && deep === one.deep)
    case 'contact':
      return one.sinceAt === facts.sinceAt
  }
}

describe('whatever the facts', () => {
  it('the same facts give the same list, in whatever order they come', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 1, max: 12 }), (facts, aDay) => {
        expect(pick([...facts].reverse(), aDay).talks).toEqual(pick(facts, aDay).talks)
      }),
    )
  })

  it('there are never more talks than asked for, never one twice, never one with whom to leave alone', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 1, max: 12 }), (facts, aDay) => {
        const { talks, rest } = pick(facts, aDay)
        expect(talks.length).toBeLessThanOrEqual(aDay)
        const named = [...talks, ...rest].map(({ contactId }) => contactId)
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  it('every clue names a fact that was given', () => {
    const holds = (facts: ContactFacts, talk: Talk): boolean =>
      talk.clues.every(({ evidence }) => evidence.every((one) => isGiven(facts, one)))
    fc.assert(
      fc.property(anyWorld, (facts) => {
        for (const talk of pick(facts).talks) {
          const hers = facts.find(({ contactId }) => contactId === talk.contactId)
          expect(hers && holds(hers, talk)).toBe(true)
        }
      }),
    )
  })

  it('who asked for quiet is never on the list', () => {
    fc.assert(
      fc.property(anyWorld, (facts) => {
        const quiet = new Set(
          facts.filter(({ sheet }) => sheet.quiet && sheet.quiet.until === null).map(({ contactId }) => contactId),
        )
        expect(pick(facts, 12).talks.filter(({ contactId }) => quiet.has(contactId))).toEqual([])
      }),
    )
  })
})
