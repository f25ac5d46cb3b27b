// Does a rule mean what it says, and does keeping it up to date say the same as asking everybody anew?
import { type CircleFacts, countWithin, isIn, levelOf, type Rule, restsOnReading } from '@shared/domain/circle'
import { checkRule } from '@shared/domain/circle-check'
import { CircleTable } from '@shared/domain/circle-table'
import { ruleInWords } from '@shared/domain/circle-words'
import fc from 'fast-check'
import { DAY_MS, NO_FACTS, NOW, someFacts, someRule } from '../support/circle-facts'

const ago = (days: number) => NOW - days * DAY_MS
const events = (change: Partial<CircleFacts['events']>): CircleFacts => ({
  ...NO_FACTS,
  events: { ...NO_FACTS.events, ...change },
})

describe('a circle', () => {
  const asksTwice: Rule = { event: 'consultation', withinDays: 30, is: 'at-least', n: 2 }
  test.each<[string, Rule, CircleFacts, boolean]>([
    ['one of the values', { fact: 'relation', oneOf: ['expert'] }, { ...NO_FACTS, relation: 'expert' }, true],
    ['another value', { fact: 'relation', oneOf: ['expert'] }, { ...NO_FACTS, relation: 'model' }, false],
    ['nothing known', { fact: 'relation', oneOf: ['expert'] }, NO_FACTS, false],
    ['nothing known, asked for not', { not: { fact: 'relation', oneOf: ['expert'] } }, NO_FACTS, true],
    ['any of her topics', { fact: 'topics', anyOf: ['睡眠', '辅食'] }, { ...NO_FACTS, topics: ['辅食'] }, true],
    ['a number unknown is not at most', { fact: 'cycleDays', is: 'at-most', n: 30 }, NO_FACTS, false],
    ['twice within', asksTwice, events({ consultation: [ago(29), ago(1)] }), true],
    ['once fell out of the window', asksTwice, events({ consultation: [ago(30), ago(1)] }), false],
    ['one is still to come', asksTwice, events({ consultation: [ago(3), NOW + 1] }), false],
    ['never', { event: 'talked', withinDays: 90, is: 'exactly', n: 0 }, NO_FACTS, true],
  ])('%s', (_, rule, facts, expected) => {
    expect(isIn(rule, facts, NOW)).toBe(expected)
  })

  test('counts up to this very instant', () => {
    expect(countWithin([ago(2), ago(1), NOW], 1, NOW)).toBe(1)
  })

  test('a level is the highest rung there is evidence for', () => {
    expect(levelOf(NO_FACTS)).toBe(0)
    expect(levelOf(events({ read: [1], deep: [1] }))).toBe(1)
    expect(levelOf(events({ read: [1, 2], deep: [1, 2] }))).toBe(2)
    expect(levelOf(events({ meeting: [1] }))).toBe(3)
    expect([levelOf(events({ purchase: [1] })), levelOf(events({ purchase: [1, 2] }))]).toEqual([4, 5])
  })

  test('says whether it rests on what people read', () => {
    expect(restsOnReading({ not: { all: [{ event: 'deep', withinDays: 7, is: 'at-least', n: 1 }] } })).toBe(true)
    expect(restsOnReading(asksTwice)).toBe(false)
  })
})

describe('a rule is kept only', () => {
  const leaf: Rule = { fact: 'topics', anyOf: ['睡眠'] }
  const many = (n: number): Rule => ({ all: Array.from({ length: n }, () => leaf) })
  test.each<[string, Rule, string | null, number[]]>([
    ['when it is well made', { any: [leaf, { not: leaf }] }, null, []],
    ['with something in each group', { all: [leaf, { any: [] }] }, 'circle-empty', [1]],
    ['with values', { all: [{ fact: 'topics', anyOf: [] }] }, 'circle-empty', [0]],
    ['four deep', { all: [{ all: [{ all: [leaf] }] }] }, null, []],
    ['no deeper', { all: [{ all: [{ all: [{ all: [leaf] }] }] }] }, 'circle-too-deep', [0, 0, 0, 0]],
    ['with up to 24 conditions', many(24), null, []],
    ['with no more', many(25), 'circle-too-large', []],
    ['naming what there is', { fact: 'relation', oneOf: ['friend'] }, 'circle-unknown', []],
    ['naming something', { fact: 'topics', anyOf: [''] }, 'circle-unknown', []],
    ['with days', { event: 'read', withinDays: 0, is: 'at-least', n: 1 }, 'circle-bad-number', []],
    ['with a year of days', { event: 'read', withinDays: 366, is: 'at-least', n: 1 }, 'circle-bad-number', []],
    ['with whole numbers', { fact: 'level', is: 'at-least', n: 0.5 }, 'circle-bad-number', []],
  ])('%s', (_, rule, reason, path) => {
    expect(checkRule(rule)).toEqual(reason === null ? { ok: true } : { ok: false, reason, path })
  })

  test('and said in words, in both languages', () => {
    const rule: Rule = {
      all: [
        { fact: 'relation', oneOf: ['expert', 'model'] },
        {
          any: [
            { fact: 'storeId', oneOf: ['s1'] },
            { fact: 'level', is: 'at-least', n: 4 },
          ],
        },
        { not: { event: 'talked', withinDays: 30, is: 'at-least', n: 1 } },
      ],
    }
    const nameOf = (id: string) => ({ s1: '湖滨店' })[id]
    expect(ruleInWords(rule, 'zh', nameOf)).toBe(
      '你是她的：专家或榜样，并且（门店：湖滨店，或者层级至少 买过），并且不是（近 30 天内聊到至少 1 次）',
    )
    expect(ruleInWords(rule, 'en', nameOf)).toBe(
      'The rep is her: expert or model, and (Store: 湖滨店, or Level at least Bought), and not (at least 1 talk within 30 days)',
    )
  })
})

type Step =
  | { put: number; facts: CircleFacts }
  | { remove: number }
  | { slot: number; rule: Rule | null }
  | { hours: number }
const contact = fc.integer({ min: 0, max: 6 })
const slot = fc.constantFrom(0, 1, 31, 32, 63)
const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ put: contact, facts: someFacts }) },
  fc.record({ remove: contact }),
  { weight: 2, arbitrary: fc.record({ slot, rule: fc.option(someRule) }) },
  { weight: 2, arbitrary: fc.record({ hours: fc.integer({ min: 0, max: 100 }) }) },
)

describe('the table of circles', () => {
  test('says after every change what asking everybody anew says', () => {
    fc.assert(
      fc.property(fc.array(someStep, { maxLength: 25 }), (steps) => {
        const table = new CircleTable()
        const [people, rules] = [new Map<string, CircleFacts>(), new Map<number, Rule>()]
        const circlesOf = (facts: CircleFacts, now: number) =>
          [...rules].flatMap(([of, rule]) => (isIn(rule, facts, now) ? [of] : [])).sort((a, b) => a - b)
        let now = NOW
        for (const step of steps) {
          if ('put' in step) {
            people.set(`c${step.put}`, step.facts)
            table.put(`c${step.put}`, step.facts)
          } else if ('remove' in step) {
            people.delete(`c${step.remove}`)
            table.remove(`c${step.remove}`)
          } else if ('slot' in step) {
            step.rule ? rules.set(step.slot, step.rule) : rules.delete(step.slot)
            table.setRule(step.slot, step.rule)
          } else now += step.hours * (DAY_MS / 24)
          table.recompute(now)
          for (const [id, facts] of people) expect(table.slotsOf(id)).toEqual(circlesOf(facts, now))
          for (const of of rules.keys())
            expect(table.countOf(of)).toBe(
              [...people.values()].filter((one) => circlesOf(one, now).includes(of)).length,
            )
          expect(table.size).toBe(people.size)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('tells whose circles changed, and asks nobody else', () => {
    const table = new CircleTable()
    table.setRule(0, { fact: 'relation', oneOf: ['expert'] })
    table.setRule(1, { event: 'read', withinDays: 7, is: 'at-least', n: 1 })
    table.put('a', { ...events({ read: [NOW] }), relation: 'expert' })
    table.put('b', NO_FACTS)
    expect(table.recompute(NOW)).toEqual(['a'])
    table.asked = 0
    table.put('b', { ...NO_FACTS, relation: 'expert' })
    expect([table.recompute(NOW + 1), table.asked]).toEqual([['b'], 1])
    expect([table.recompute(NOW + 7 * DAY_MS), table.slotsOf('a')]).toEqual([['a'], [0]])
    table.asked = 0
    expect([table.recompute(NOW + 60 * DAY_MS), table.asked]).toEqual([[], 0])
  })
})
