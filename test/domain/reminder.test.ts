// Is she reminded in time, of what is true, and of nothing that is done?
import fc from 'fast-check'
import { dayAfter, daysBetween, instantOf } from '../../shared/domain/day'
import { festivalsWithin, nextFestival } from '../../shared/domain/festival'
import { FESTIVALS } from '../../shared/domain/festival.data'
import type { ContactId, MemberId, NoteId, OccasionId, PromiseId } from '../../shared/domain/ids'
import type { Occasion } from '../../shared/domain/occasion'
import {
  AHEAD_DAYS,
  festivalReminders,
  inOrder,
  type Reminder,
  type ReminderSources,
  remindersOf,
  withPutOff,
} from '../../shared/domain/reminder'
import { newSheet, type Sheet } from '../../shared/domain/sheet'

const TODAY = '2026-11-22'
const at = (day: string) => instantOf(day, '12:00')
const ago = (days: number) => at(dayAfter(TODAY, -days))

const sheet = (change: Partial<Sheet> = {}): Sheet => ({ ...newSheet('c1' as ContactId, 'r1' as MemberId), ...change })
const talked = (days: number, id = 'talk.x') => ({ id, at: ago(days), how: 'talked' as const })
const bought = (days: number, cycleDays: number | null = null, id = 'n1') => ({
  _id: id as NoteId,
  at: ago(days),
  purchase: { product: '晚霜', cycleDays, amountFen: null },
})
const promise = (dueDay: string) => ({ _id: 'p1' as PromiseId, text: '带样品', dueDay })
const birthday = (day: string, leadDays = 3) =>
  ({
    ...{ _id: 'o1' as OccasionId, repId: 'r1', contactId: 'c1', kind: 'birthday', name: '生日', calendar: 'solar' },
    ...{ month: Number(day.slice(5, 7)), day: Number(day.slice(8)), leap: false, leadDays },
  }) as Occasion

const told = (change: Partial<ReminderSources>, today = TODAY): [string, string][] =>
  remindersOf({ sheet: sheet(), promises: [], occasions: [], purchases: [], ...change }, today).map(
    ({ facts, day }) => [facts.kind, day],
  )

test.each<[string, Partial<ReminderSources>, [string, string][]]>([
  ['nothing is known', {}, []],
  ['a promise for today', { promises: [promise(TODAY)] }, [['promise', TODAY]]],
  ['a promise late for months', { promises: [promise('2026-06-01')] }, [['promise', '2026-06-01']]],
  ['a promise three weeks ahead', { promises: [promise('2026-12-13')] }, []],
  ['a birthday in two weeks', { occasions: [birthday('2026-12-06')] }, [['occasion', '2026-12-06']]],
  ['a birthday in 15 days', { occasions: [birthday('2026-12-07')] }, []],
  ['…that is thought of 30 days ahead', { occasions: [birthday('2026-12-07', 30)] }, [['occasion', '2026-12-07']]],
  ['a birthday yesterday', { occasions: [birthday('2026-11-21')] }, []],
  [
    'bought today',
    { purchases: [bought(0)] },
    [
      ['lifecycle', '2026-11-25'],
      ['lifecycle', '2026-12-06'],
    ],
  ],
  ['bought 6 days ago', { purchases: [bought(6)] }, [['lifecycle', '2026-11-30']]],
  [
    'bought 5 days ago: asking is late, but in time',
    { purchases: [bought(5)] },
    [
      ['lifecycle', '2026-11-20'],
      ['lifecycle', '2026-12-01'],
    ],
  ],
  ['bought and spoken to since', { purchases: [bought(5)], sheet: sheet({ touches: [talked(2)] }) }, []],
  ['used up in ten days', { purchases: [bought(50, 60)] }, [['repurchase', '2026-12-02']]],
  ['used up 21 days ago', { purchases: [bought(81, 60)] }, [['repurchase', '2026-11-01']]],
  ['used up 22 days ago', { purchases: [bought(82, 60)] }, []],
  ['bought again', { purchases: [bought(80, 60), bought(20, 60, 'n2')] }, []],
  [
    'not talked to for as long as the cadence',
    { sheet: sheet({ cadenceDays: 30, touches: [talked(30)] }) },
    [['cadence', TODAY]],
  ],
  ['60 days late', { sheet: sheet({ cadenceDays: 30, touches: [talked(90)] }) }, [['cadence', '2026-09-23']]],
  ['61 days late', { sheet: sheet({ cadenceDays: 30, touches: [talked(91)] }) }, []],
  [
    'unanswered tries are no contact',
    { sheet: sheet({ cadenceDays: 30, touches: [talked(31), { ...talked(1, 't2'), how: 'silent' }] }) },
    [['cadence', '2026-11-21']],
  ],
])('%s', (_, change, expected) => {
  expect(told(change).sort()).toEqual(expected.sort())
})

test('who asked to be left alone is owed her promises, and nothing else', () => {
  const quiet = sheet({ quiet: { since: 0, until: null }, touches: [talked(50)], cadenceDays: 30 })
  const change = { sheet: quiet, promises: [promise(TODAY)], occasions: [birthday(TODAY)], purchases: [bought(60, 60)] }
  expect(told(change)).toEqual([['promise', TODAY]])
})

describe('put off', () => {
  const cadence = { cadenceDays: 30, touches: [talked(31)] }
  it('it stands on the day it comes back', () => {
    expect(told({ sheet: sheet({ ...cadence, snoozes: { cadence: '2026-11-25' } }) })).toEqual([
      ['cadence', '2026-11-25'],
    ])
  })
  it('once it has come back and is not done it is late from then on', () => {
    const change = { sheet: sheet({ ...cadence, snoozes: { cadence: '2026-11-20' } }) }
    expect(told(change)).toEqual([['cadence', '2026-11-21']])
    expect(told(change, '2026-11-30')).toEqual([['cadence', '2026-11-21']])
  })
  it('an occasion cannot be put off beyond its day', () => {
    const occasions = [birthday('2026-11-24')]
    expect(told({ occasions, sheet: sheet({ snoozes: { 'occasion-o1': '2026-11-29' } }) })).toEqual([])
    expect(told({ occasions, sheet: sheet({ snoozes: { 'occasion-o1': '2026-11-23' } }) })).toEqual([
      ['occasion', '2026-11-24'],
    ])
  })
  it('only that one', () => {
    const change = { sheet: sheet({ ...cadence, snoozes: { 'promise-other': '2026-11-29' } }) }
    expect(told(change)).toEqual([['cadence', '2026-11-21']])
  })
  it.each([
    ['tomorrow', '2026-11-23', { old: '2026-11-30', cadence: '2026-11-23' }],
    ['not further than a month', '2027-05-01', { old: '2026-11-30', cadence: '2026-12-22' }],
    ['to a day that is past: it is back', '2026-11-22', { old: '2026-11-30' }],
  ])('%s; what came back is forgotten', (_, until, snoozes) => {
    const before = { old: '2026-11-30', past: TODAY, cadence: '2026-11-24' }
    expect(withPutOff(before, 'cadence', until, TODAY)).toEqual(snoozes)
    expect(withPutOff(withPutOff(before, 'cadence', until, TODAY), 'cadence', until, TODAY)).toEqual(snoozes)
  })
})

const anySources = fc.record({
  sheet: fc
    .record({
      cadence: fc.integer({ min: 3, max: 90 }),
      talk: fc.integer({ min: 0, max: 200 }),
      back: fc.integer({ min: -30, max: 40 }),
    })
    .map(({ cadence, talk, back }) =>
      sheet({ cadenceDays: cadence, touches: [talked(talk)], snoozes: { cadence: dayAfter(TODAY, back) } }),
    ),
  promises: fc.array(
    fc.integer({ min: -99, max: 99 }).map((days) => promise(dayAfter(TODAY, days))),
    { maxLength: 1 },
  ),
  occasions: fc.array(
    fc.integer({ min: 0, max: 364 }).map((days) => birthday(dayAfter(TODAY, days))),
    { maxLength: 1 },
  ),
  purchases: fc.array(
    fc.integer({ min: 0, max: 200 }).map((days) => bought(days, 30)),
    { maxLength: 1 },
  ),
})

test('nothing stands further ahead than it should, or under the same key twice, and the order does not hang on the input', () => {
  fc.assert(
    fc.property(anySources, (sources) => {
      const all = remindersOf(sources, TODAY)
      for (const { day } of all) expect(daysBetween(TODAY, day)).toBeLessThanOrEqual(AHEAD_DAYS)
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      expect(inOrder([...all].reverse(), TODAY)).toEqual(inOrder(all, TODAY))
    }),
  )
})

test('what is late comes first, promises before all; then day by day', () => {
  const of = (kind: Reminder['facts']['kind'], day: string) =>
    ({ key: kind, contactId: 'c', day, putOff: false, facts: { kind } }) as unknown as Reminder
  const all = [of('festival', TODAY), of('cadence', '2026-11-01'), of('promise', '2026-11-20'), of('promise', TODAY)]
  expect(inOrder([...all, of('occasion', '2026-11-23')], TODAY).map(({ day }) => day)).toEqual([
    '2026-11-20',
    '2026-11-01',
    TODAY,
    TODAY,
    '2026-11-23',
  ])
})

test.each([
  ['spring', '2027-01-01', '2027-02-06'],
  ['eve', '2027-01-01', '2027-02-05'],
  ['mid-autumn', '2026-01-01', '2026-09-25'],
  ['mother', '2026-01-01', '2026-05-10'],
  ['mother', '2026-05-11', '2027-05-09'],
  ['father', '2026-01-01', '2026-06-21'],
  ['new-year', '2026-11-22', '2027-01-01'],
])('%s after %s is on %s', (id, from, day) => {
  const festival = FESTIVALS.find((one) => one.id === id)
  expect(festival && nextFestival(festival, from)).toBe(day)
})

test('festivals of the next two weeks are greeting days for everyone', () => {
  expect(festivalReminders('2026-12-20')).toEqual([
    {
      ...{ key: 'festival-new-year', contactId: null, day: '2027-01-01', putOff: false },
      facts: { kind: 'festival', festivalId: 'new-year', zh: '元旦', en: 'New Year' },
    },
  ])
  expect(festivalsWithin('2027-01-24', 14).map(({ festival }) => festival.id)).toEqual(['eve', 'spring'])
})
