// How do they stand? The latest dealings, joined whatever the order; when they last met; how often to be in touch.
import fc from 'fast-check'
import type { ContactId, MemberId } from '../../shared/domain/ids'
import { TOUCHES_MAX } from '../../shared/domain/limits'
import {
  CADENCE_DAYS_UNSAID,
  cadenceOf,
  isQuietOn,
  lastContactAt,
  newSheet,
  type Relation,
  type Touch,
  unansweredOf,
  withoutTouch,
  withTouch,
} from '../../shared/domain/sheet'
import { keepAnswers, SHEET_TRADES } from '../../shared/domain/sheet-fields.data'

const HOWS = ['talked', 'silent', 'booked', 'dealt', 'unfit', 'meeting', 'consultation', 'purchase', 'delight'] as const
const touch: fc.Arbitrary<Touch> = fc.record({
  id: fc.integer({ min: 0, max: 60 }).map((n) => `t${n}`),
  at: fc.integer({ min: 1, max: 1_000 }),
  how: fc.constantFrom(...HOWS),
})
/** Each id once: what a phone says of one dealing is one thing. */
const touches = fc.uniqueArray(touch, { selector: ({ id }) => id, maxLength: 50 })
const joined = (all: readonly Touch[]): Touch[] => all.reduce<Touch[]>(withTouch, [])
const asTouch = (how: Touch['how'], at: number): Touch => ({ id: `${how}${at}`, at, how })

describe('dealings', () => {
  test('said twice they count once', () =>
    fc.assert(
      fc.property(touches, touch, (all, one) => {
        const once = withTouch(joined(all), one)
        expect(withTouch(once, one)).toEqual(once)
      }),
    ))

  test('come to the same in whatever order they arrive', () =>
    fc.assert(
      fc.property(
        touches.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => expect(joined(shuffled)).toEqual(joined(all)),
      ),
    ))

  test('stay in order, and only the latest stay', () =>
    fc.assert(
      fc.property(touches, (all) => {
        const kept = joined(all)
        expect(kept).toHaveLength(Math.min(all.length, TOUCHES_MAX))
        expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).sort((a, b) => a - b))
        const oldest = kept[0]?.at ?? 0
        for (const { id, at } of all) if (!kept.some((one) => one.id === id)) expect(at).toBeLessThanOrEqual(oldest)
      }),
    ))

  test('taken back leave what would be without them', () =>
    fc.assert(
      fc.property(touches, touch, (all, one) => {
        const before = joined(all.slice(0, TOUCHES_MAX - 1).filter(({ id }) => id !== one.id))
        expect(withoutTouch(withTouch(before, one), one.id)).toEqual(before)
      }),
    ))

  test('of the same dealing the later word replaces the earlier', () => {
    const first = withTouch([], { id: 'talk.2026-11-21', at: 5, how: 'silent' })
    expect(withTouch(first, { id: 'talk.2026-11-21', at: 6, how: 'dealt' })).toEqual([
      { id: 'talk.2026-11-21', at: 6, how: 'dealt' },
    ])
  })
})

test.each([
  ['nothing yet', [], null, 0],
  ['only tries', [asTouch('silent', 3), asTouch('silent', 5)], null, 2],
  ['she answered after two tries', [asTouch('silent', 1), asTouch('silent', 2), asTouch('talked', 3)], 3, 0],
  ['a try since', [asTouch('purchase', 3), asTouch('silent', 4)], 3, 1],
  ['a present and a refusal are no answer', [asTouch('meeting', 2), asTouch('delight', 8), asTouch('unfit', 9)], 2, 0],
  ['coming in answers too', [asTouch('silent', 1), asTouch('consultation', 7)], 7, 0],
  ['an appointment and a deal', [asTouch('booked', 4), asTouch('dealt', 6)], 6, 0],
] as const)('%s: last contact and tries since', (_, all, last, tries) => {
  expect([lastContactAt(all), unansweredOf(all)]).toEqual([last, tries])
})

test.each<[number | null, Relation | null, number]>([
  [null, null, CADENCE_DAYS_UNSAID],
  [null, 'service', 45],
  [null, 'expert', 30],
  [null, 'model', 21],
  [7, 'service', 7],
])('every %s days set, %s: in touch every %i days', (cadenceDays, relation, days) => {
  expect(cadenceOf({ cadenceDays, relation })).toBe(days)
})

test.each([
  [null, '2026-11-21', false],
  [{ since: 1, until: null }, '2026-11-21', true],
  [{ since: 1, until: '2026-11-22' }, '2026-11-21', true],
  [{ since: 1, until: '2026-11-21' }, '2026-11-21', false],
])('quiet %j on %s: %s', (quiet, day, isQuiet) => expect(isQuietOn({ quiet }, day)).toBe(isQuiet))

test('a new sheet says nothing and has never been stored', () => {
  expect(newSheet('c' as ContactId, 'r' as MemberId)).toMatchObject({
    rev: 0,
    relation: null,
    touches: [],
    answers: {},
  })
})

describe('the trade’s own questions', () => {
  const fields = SHEET_TRADES.flatMap((trade) => trade.fields)

  test('are choices in two languages, named the same everywhere', () => {
    for (const { id, zh, en, choices } of fields) {
      expect(id).toMatch(/^[a-z-]{1,30}$/)
      expect([zh, en].every((label) => label.length > 0)).toBe(true)
      for (const choice of choices) expect(choice.id).toMatch(/^[a-z0-9-]{1,30}$/)
      expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length)
      expect(choices.length).toBeLessThanOrEqual(12)
    }
    for (const [n, field] of fields.entries())
      for (const other of fields.slice(n + 1)) if (other.id === field.id) expect(other).toEqual(field)
  })

  test('keep every choice they offer', () => {
    for (const { id, several, choices } of fields) {
      const all = choices.map((choice) => choice.id)
      expect(keepAnswers({ [id]: all })).toEqual({ [id]: several ? all : all.slice(-1) })
    }
  })

  test.each([
    [{ nonsense: ['x'] }, {}],
    [{ stage: ['newborn', '3-years-old'] }, { stage: ['newborn'] }],
    [{ stage: ['newborn', 'newborn'] }, { stage: ['newborn'] }],
    [{ stage: [] }, {}],
    [{ decides: ['herself', 'elders'] }, { decides: ['elders'] }],
    [{ constructor: ['newborn'], __proto__: ['x'] }, {}],
  ])('%j: keeps %j', (answers, kept) => expect(keepAnswers(answers)).toEqual(kept))
})
