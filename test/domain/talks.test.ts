// With whom today, and why? Tables of facts against the rules; what a list may never do, as properties.
import fc from 'fast-check'
import { dayAfter, instantOf } from '../../shared/domain/day'
import type {
  ContactId,
  MemberId,
  NoteId,
  OccasionId,
  PostId,
  PromiseId,
  ReadingId,
  ShareToken,
  SignalRuleId,
} from '../../shared/domain/ids'
import { COMPANY_A_DAY, chanceOf, pickTalks, priorOf, worthOf } from '../../shared/domain/pick-talks'
import { newSheet, type Sheet, type Touch } from '../../shared/domain/sheet'
import type { ContactFacts, Evidence, ReadFact, Rest, Talk, TalkReason } from '../../shared/domain/talk'
import { cluesOf } from '../../shared/domain/talk-clues'
import { restOf } from '../../shared/domain/talk-rest'

const DAY_MS = 86_400_000
const today = '2026-11-22'
const now = instantOf(today, '08:00')
const daysAgo = (days: number): number => now - days * DAY_MS
const rep = 'rep-lin' as MemberId

const sheetOf = (change: Partial<Sheet> = {}): Sheet => ({ ...newSheet('c1' as ContactId, rep), ...change })
const touch = (how: Touch['how'], days: number, id = `${how}-${days}`): Touch => ({ id, at: daysAgo(days), how })

const factsOf = (change: Partial<ContactFacts> = {}): ContactFacts => ({
  contactId: 'c1' as ContactId,
  sinceAt: daysAgo(5),
  reads: [],
  tags: [],
  freeTime: null,
  sheet: sheetOf(),
  promises: [],
  comings: [],
  purchases: [],
  signals: [],
  brought: [],
  ...change,
})

const read = (hoursAgo: number, score: number, change: Partial<ReadFact> = {}): ReadFact => ({
  readingId: `r-${hoursAgo}` as ReadingId,
  postId: 'p1' as PostId,
  at: now - hoursAgo * 3_600_000,
  ms: 120_000,
  score,
  ...change,
})
const promise = (days: number) => ({ _id: `due-${days}` as PromiseId, text: '带小样', dueDay: dayAfter(today, days) })
const bought = (days: number, cycleDays: number | null, product = '面霜') => ({
  noteId: `n-${days}` as NoteId,
  product,
  at: daysAgo(days),
  cycleDays,
})
const signal = (daysBefore: number, days = 14) => ({
  noteId: 'n-s' as NoteId,
  ruleId: 'rule-1' as SignalRuleId,
  name: '换房',
  word: '看房',
  at: daysAgo(daysBefore),
  days,
})
const coming = (days: number, leadDays = 3) => ({
  occasionId: 'o1' as OccasionId,
  name: '生日',
  kind: 'birthday' as const,
  day: dayAfter(today, days),
  leadDays,
})
const rising = {
  tag: '护肤',
  kind: 'topic' as const,
  strength: 0.7,
  rising: true,
  posts: 2,
  readings: 3,
  ms: 200_000,
  lastAt: daysAgo(1),
  fadesMs: DAY_MS,
}
const brought = (deep: number, days: number) => ({
  token: 'tok' as ShareToken,
  postId: 'p1' as PostId,
  deep,
  at: daysAgo(days),
})

const reasonsOf = (facts: ContactFacts): TalkReason[] => cluesOf(facts, { day: today, now }).map(({ reason }) => reason)
const pick = (contacts: readonly ContactFacts[], aDay = 6) =>
  pickTalks(contacts, { day: today, now, aDay, learned: {}, prior: priorOf({}) })

describe('what speaks for a talk', () => {
  it.each<[string, Partial<ContactFacts>, TalkReason[]]>([
    ['nothing known and met lately: nothing', {}, []],
    ['half a post read last evening is on her mind', { reads: [read(10, 0.6)] }, ['hot']],
    ['a glance is not', { reads: [read(10, 0.3)] }, []],
    ['read two days ago it is hot no more, and not deep yet', { reads: [read(50, 0.6)] }, []],
    ['a whole post read within five days is a deep reading', { reads: [read(50, 0.9)] }, ['deep']],
    ['six days ago is too long', { reads: [read(150, 0.9)] }, []],
    ['the same post opened twice is a deep reading', { reads: [read(50, 0.3), read(70, 0.3)] }, ['deep']],
    ['two posts opened once are not', { reads: [read(50, 0.3), read(70, 0.3, { postId: 'p2' as PostId })] }, []],
    ['the hot reading is not told twice', { reads: [read(10, 0.9)] }, ['hot']],
    ['but that she came back to it is', { reads: [read(10, 0.9), read(40, 0.9)] }, ['hot', 'deep']],
    [
      'what was read before the last talk has been talked about',
      { reads: [read(40, 0.9), read(44, 0.9)], sheet: sheetOf({ touches: [touch('talked', 1)] }) },
      [],
    ],
    [
      'a deal since it ran out was about it',
      { purchases: [bought(60, 58)], sheet: sheetOf({ touches: [touch('purchase', 60, 'n-60'), touch('dealt', 3)] }) },
      [],
    ],
    ['an interest that rises', { tags: [rising] }, ['rising']],
    ['one that stands still does not', { tags: [{ ...rising, rising: false }] }, []],
    ['a way of writing is no subject', { tags: [{ ...rising, kind: 'form' }] }, []],
    ['a promise due today', { promises: [promise(0)] }, ['promise']],
    ['a promise due tomorrow', { promises: [promise(1)] }, ['promise']],
    ['a promise due next week has time', { promises: [promise(7)] }, []],
    ['an overdue promise', { promises: [promise(-9)] }, ['promise']],
    ['a word that a rule listens for', { signals: [signal(1)] }, ['signal']],
    ['news is news as long as its rule says', { signals: [signal(15)] }, []],
    ['and until they have talked', { signals: [signal(3)], sheet: sheetOf({ touches: [touch('talked', 2)] }) }, []],
    ['a birthday within its lead', { comings: [coming(3)] }, ['occasion']],
    ['a birthday next week', { comings: [coming(8)] }, []],
    [
      'what she bought runs out',
      { purchases: [bought(60, 58)], sheet: sheetOf({ touches: [touch('purchase', 60, 'n-60')] }) },
      ['repurchase', 'overdue'],
    ],
    [
      'what she bought lasts still',
      { purchases: [bought(30, 58)], sheet: sheetOf({ touches: [touch('purchase', 30, 'n-30')] }) },
      [],
    ],
    [
      'bought again since',
      { purchases: [bought(60, 58), bought(8, 58)], sheet: sheetOf({ touches: [touch('purchase', 8, 'n-8')] }) },
      [],
    ],
    [
      'three days after a purchase it is good to ask',
      { purchases: [bought(3, null)], sheet: sheetOf({ touches: [touch('purchase', 3, 'n-3')] }) },
      ['lifecycle'],
    ],
    [
      'not when they have talked since',
      { purchases: [bought(3, null)], sheet: sheetOf({ touches: [touch('talked', 1), touch('purchase', 3, 'n-3')] }) },
      [],
    ],
    ['what she passed on was read deeply', { brought: [brought(3, 4)] }, ['thanks']],
    ['two deep readings could point at someone', { brought: [brought(2, 4)] }, []],
    [
      'of a card sent on the day they talked it came after',
      { brought: [brought(3, 4)], sheet: sheetOf({ touches: [{ ...touch('talked', 4), at: daysAgo(4) + 60_000 }] }) },
      ['thanks'],
    ],
    [
      'not when they have talked on a later day',
      { brought: [brought(3, 4)], sheet: sheetOf({ touches: [touch('talked', 3)] }) },
      [],
    ],
    [
      'asked how it does early the day after the purchase',
      {
        purchases: [bought(3, null)],
        sheet: sheetOf({
          touches: [touch('purchase', 3, 'n-3'), { ...touch('talked', 2), at: daysAgo(2) - 3_600_000 }],
        }),
      },
      [],
    ],
    [
      'forty days without a word',
      { sinceAt: daysAgo(200), sheet: sheetOf({ touches: [touch('talked', 41)] }) },
      ['overdue'],
    ],
    [
      'an unanswered try is no contact',
      { sinceAt: daysAgo(200), sheet: sheetOf({ touches: [touch('talked', 41), touch('silent', 20)] }) },
      ['overdue'],
    ],
    [
      'the expert keeps in touch monthly',
      { sheet: sheetOf({ relation: 'expert', touches: [touch('talked', 31)] }) },
      ['overdue'],
    ],
    ['as often as the rep has set', { sheet: sheetOf({ cadenceDays: 90, touches: [touch('talked', 41)] }) }, []],
    [
      'put off until tomorrow',
      { sheet: sheetOf({ touches: [touch('talked', 41)], snoozes: { cadence: dayAfter(today, 1) } }) },
      [],
    ],
    [
      'put off until today it is back',
      { sheet: sheetOf({ touches: [touch('talked', 41)], snoozes: { cadence: today } }) },
      ['overdue'],
    ],
  ])('%s', (_, change, reasons) => {
    expect(reasonsOf(factsOf(change))).toEqual(reasons)
  })
})

describe('what speaks against one', () => {
  const hot = { reads: [read(10, 0.9)] }
  it.each<[string, Partial<ContactFacts>, Partial<Rest> | null]>([
    ['nothing', hot, null],
    [
      'she asked to be left alone',
      { ...hot, sheet: sheetOf({ quiet: { since: daysAgo(9), until: null } }) },
      { reason: 'asked-quiet', until: null },
    ],
    ['until yesterday', { ...hot, sheet: sheetOf({ quiet: { since: daysAgo(9), until: today } }) }, null],
    [
      'they talked three days ago',
      { ...hot, sheet: sheetOf({ touches: [touch('talked', 3)] }) },
      { reason: 'talked-recently', until: dayAfter(today, 1) },
    ],
    ['four days ago', { ...hot, sheet: sheetOf({ touches: [touch('talked', 4)] }) }, null],
    [
      'two tries in a row unanswered',
      { ...hot, sheet: sheetOf({ touches: [touch('talked', 90), touch('silent', 20), touch('silent', 10)] }) },
      { reason: 'unanswered', until: dayAfter(today, 20) },
    ],
    [
      'a month later she may be asked again',
      { ...hot, sheet: sheetOf({ touches: [touch('talked', 90), touch('silent', 40), touch('silent', 30)] }) },
      null,
    ],
    [
      'she never answered',
      { ...hot, sheet: sheetOf({ touches: [touch('silent', 200), touch('silent', 140), touch('silent', 80)] }) },
      { reason: 'reads-silent', until: null },
    ],
    ['it was not for her', { ...hot, sheet: sheetOf({ touches: [touch('unfit', 12)] }) }, { reason: 'unfit' }],
    [
      'company was given five days ago',
      { ...hot, sheet: sheetOf({ value: 'company', touches: [touch('talked', 5)] }) },
      { reason: 'company-cap', until: dayAfter(today, 2) },
    ],
    [
      'a promise is kept though they talked yesterday',
      { promises: [promise(0)], sheet: sheetOf({ touches: [touch('talked', 1)] }) },
      null,
    ],
    [
      'but not though she asked for quiet',
      { promises: [promise(0)], sheet: sheetOf({ quiet: { since: 0, until: null } }) },
      { reason: 'asked-quiet' },
    ],
  ])('%s', (_, change, rest) => {
    const facts = factsOf(change)
    const found = restOf(facts, cluesOf(facts, { day: today, now }), today)
    if (rest === null) expect(found).toBeNull()
    else expect(found).toMatchObject(rest)
  })
})

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
