// What was said of talks, and what does it teach? Whatever comes twice, late or in another order counts once.
import fc from 'fast-check'
import { dayAfter, instantOf } from '../../shared/domain/day'
import type { ContactId, MemberId } from '../../shared/domain/ids'
import { TALK_ENDS } from '../../shared/domain/sheet'
import { type ListedTalk, TALK_REASONS, type TalkDay, type Told } from '../../shared/domain/talk'
import {
  BOARD_REPS_MIN,
  boardsOf,
  closedUpTo,
  type Ends,
  foldDays,
  learnedOf,
  newTalkbook,
  OPEN_DAYS,
  reasonsOf,
  successOf,
  type Talkbook,
} from '../../shared/domain/talkbook'
import { type TellAsk, tellTalk } from '../../shared/domain/tell-talk'

const today = '2026-11-22'
const rep = 'rep-lin' as MemberId
const mei = 'c-mei' as ContactId
const at = instantOf(today, '10:00')

const talk: ListedTalk = {
  contactId: mei,
  clues: [{ reason: 'hot', strength: 1, evidence: [{ of: 'contact', lastAt: null, sinceAt: 0, cadenceDays: 30 }] }],
  ...{ mood: 1, scene: 'after-reading', channel: 'wechat', window: null, about: null, line: null, playbookId: null },
}
const told = (change: Partial<Told> = {}): Told => ({
  contactId: mei,
  reason: 'hot',
  playbookId: null,
  end: 'talked',
  at,
  ...change,
})
const ask = (end: TellAsk['end'], change: Partial<TellAsk> = {}): TellAsk => ({ end, from: null, at, ...change })

describe('how a talk went', () => {
  const tell = (before: Told[], one: TellAsk, day = today) => tellTalk({ day, told: before }, talk, one, today)

  it('is kept with its reason', () => {
    expect(tell([], ask('booked'))).toMatchObject({ ok: true, held: { end: 'booked', reason: 'hot' }, was: null })
  })
  it('said twice is said once', () => {
    const once = tell([], ask('booked'))
    const twice = once.ok ? tell(once.told, ask('booked')) : once
    expect(twice).toEqual(once)
  })
  it('may be changed and taken back on the same phone without a word', () => {
    expect(tell([told()], ask('dealt', { from: 'talked', at: at + 1 }))).toMatchObject({
      held: { end: 'dealt' },
      was: null,
    })
    expect(tell([told()], ask(null, { from: 'talked', at: at + 1 }))).toMatchObject({ held: { end: null }, was: null })
  })
  it('another phone’s word is replaced by a later one, and named', () => {
    expect(tell([told()], ask('booked', { at: at + 1 }))).toMatchObject({
      held: { end: 'booked' },
      was: { end: 'talked' },
    })
  })
  it('what was said earlier and comes late does not hold', () => {
    expect(tell([told()], ask('silent', { at: at - 1 }))).toMatchObject({
      held: { end: 'talked' },
      was: { end: 'talked' },
    })
  })
  it.each([
    [OPEN_DAYS - 1, true],
    [OPEN_DAYS, false],
  ])('%i days later: may be told? %s', (days, may) => {
    expect(tell([], ask('talked'), dayAfter(today, -days)).ok).toBe(may)
  })
  it('of whom was not on the list nothing is told', () => {
    expect(tellTalk({ day: today, told: [] }, undefined, ask('talked'), today)).toEqual({
      ok: false,
      reason: 'no-such-talk',
    })
  })
  it('three phones end alike, in whatever order their words arrive', () => {
    const said = fc.uniqueArray(
      fc.record({
        end: fc.constantFrom(...TALK_ENDS, null),
        at: fc.integer({ min: 1, max: 9 }),
        from: fc.constant(null),
      }),
      {
        selector: (one) => one.at,
        maxLength: 5,
      },
    )
    const last = (all: readonly TellAsk[]) =>
      all.reduce<Told[]>((so, one) => {
        const decision = tell(so, one)
        return decision.ok ? decision.told : so
      }, [])
    fc.assert(
      fc.property(said, fc.integer(), (all, seed) => {
        const shuffled = [...all].sort((a, b) => ((a.at * 7 + seed) % 5) - ((b.at * 7 + seed) % 5))
        expect(last(shuffled)).toEqual(last(all))
      }),
    )
  })
})

const day = (on: string, all: Told[]): Pick<TalkDay, 'day' | 'told'> => ({ day: on, told: all })
const folded = (book: Talkbook, days: readonly Pick<TalkDay, 'day' | 'told'>[], on = today): Talkbook => ({
  ...book,
  ...foldDays(
    book,
    days.filter((one) => one.day > book.foldedTo && one.day <= on),
    on,
  ),
})

describe('a rep’s book', () => {
  it('counts an answer as half, an appointment and a deal as whole', () => {
    const days = [
      day(today, [
        told(),
        told({ end: 'booked' }),
        told({ end: 'dealt' }),
        told({ end: 'silent' }),
        told({ end: 'later' }),
        told({ end: null }),
      ]),
    ]
    expect(learnedOf(reasonsOf(folded(newTalkbook(rep), days)))).toEqual({ hot: { talks: 4, won: 2.5 } })
  })

  it('counts every day once, however often and whenever it is looked at', () => {
    const anyDays = fc.array(
      fc.record({
        ago: fc.integer({ min: 0, max: 30 }),
        told: fc.array(fc.record({ end: fc.constantFrom(...TALK_ENDS), reason: fc.constantFrom(...TALK_REASONS) }), {
          maxLength: 3,
        }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(anyDays, fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }), (drawn, looks) => {
        const byDay = new Map(drawn.map(({ ago, told: all }) => [dayAfter(today, -ago), all.map((one) => told(one))]))
        const days = [...byDay].map(([on, all]) => day(on, all))
        const steps = [...looks].sort((a, b) => b - a).map((ago) => dayAfter(today, -ago))
        const often = [...steps, today].reduce((book, on) => folded(book, days, on), newTalkbook(rep))
        expect(learnedOf(reasonsOf(often))).toEqual(learnedOf(reasonsOf(folded(newTalkbook(rep), days))))
      }),
    )
  })

  it('an outcome that is changed while its day is open is counted as it stands', () => {
    const open = dayAfter(closedUpTo(today), 1)
    const before = folded(newTalkbook(rep), [day(open, [told({ end: 'silent' })])])
    const after = folded(before, [day(open, [told({ end: 'dealt' })])])
    expect(learnedOf(reasonsOf(after))).toEqual({ hot: { talks: 1, won: 1 } })
  })
})

describe('what HQ sees', () => {
  const book = (name: string, ends: Partial<Ends>): Talkbook => ({
    ...newTalkbook(name as MemberId),
    reasons: { hot: { talked: 0, silent: 0, booked: 0, dealt: 0, unfit: 0, ...ends } },
  })
  it('nothing of fewer than five reps', () => {
    const books = Array.from({ length: BOARD_REPS_MIN - 1 }, (_, i) => book(`r${i}`, { dealt: 9 }))
    expect(successOf(boardsOf(books, at)[0].lines.hot)).toBeNull()
    expect(successOf(boardsOf([...books, book('r9', { silent: 1 })], at)[0].lines.hot)).toMatchObject({
      talks: 37,
      reps: 5,
    })
  })
  it('a rate within its interval, wider the fewer talks there were', () => {
    const of = (n: number) =>
      successOf(
        boardsOf(
          Array.from({ length: 5 }, (_, i) => book(`r${i}`, { dealt: n, silent: n })),
          at,
        )[0].lines.hot,
      )
    const [few, many] = [of(1), of(100)]
    expect(few?.rate).toBe(0.5)
    expect((few?.high ?? 0) - (few?.low ?? 0)).toBeGreaterThan((many?.high ?? 0) - (many?.low ?? 0))
  })
  it('reps who told of nothing are not counted', () => {
    expect(boardsOf([newTalkbook(rep)], at)[0].reps).toBe(0)
  })
})
