import { dayAfter } from '../../shared/domain/day'
import type { PostId } from '../../shared/domain/ids'
import type { ContactFacts, Rest, TalkReason } from '../../shared/domain/talk'
import { cluesOf } from '../../shared/domain/talk-clues'
import { restOf } from '../../shared/domain/talk-rest'

import {
  bought,
  brought,
  coming,
  daysAgo,
  factsOf,
  introduction,
  now,
  promise,
  read,
  rising,
  sheetOf,
  signal,
  today,
  touch,
} from '../support/talk-facts'

const reasonsOf = (facts: ContactFacts): TalkReason[] => cluesOf(facts, { day: today, now }).map(({ reason }) => reason)

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

it.each<[string, Partial<ContactFacts>, TalkReason[]]>([
  [
    'a friend of hers read deeply what she passed on, and cannot be reached',
    { introductions: [introduction(2)], sheet: sheetOf({ touches: [touch('talked', 9)] }) },
    ['introduce'],
  ],
  ['whom she never talked to is asked for nobody', { introductions: [introduction(2)] }, []],
  [
    'it was before they talked last',
    { introductions: [introduction(2)], sheet: sheetOf({ touches: [touch('talked', 1)] }) },
    [],
  ],
  ['it is long ago', { introductions: [introduction(31)], sheet: sheetOf({ touches: [touch('talked', 35)] }) }, []],
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
])('introduction: %s', (_, facts, reasons) => {
  expect(reasonsOf(factsOf(facts))).toEqual(reasons)
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
