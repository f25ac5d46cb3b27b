// Contacts and rules as they may come, for whoever proves what circles do with them.
import fc from 'fast-check'
import {
  CHOICE_FACTS,
  CIRCLE_EVENTS,
  type CircleFacts,
  COMPARISONS,
  type LeafRule,
  NUMBER_FACTS,
  type Rule,
  SET_FACTS,
} from '../../shared/domain/circle'

export const DAY_MS = 86_400_000
export const NOW = Date.UTC(2026, 10, 22, 4)

export const NO_FACTS: CircleFacts = {
  ...{ relation: null, value: null, taste: null, source: null, storeId: null, teamId: null },
  ...{ level: 0, cycleDays: null, groups: 0, brought: 0 },
  ...{ topics: [], tags: [], answers: [], products: [], dealKinds: [] },
  events: { read: [], deep: [], talked: [], consultation: [], meeting: [], delight: [], purchase: [] },
}

// few words, so that rules and contacts often meet
const word = fc.constantFrom('service', 'expert', 'benefit', 'reason', '睡眠', 's1')
const words = fc.uniqueArray(word, { maxLength: 3 })
const times = fc
  .array(fc.integer({ min: -40, max: 40 }), { maxLength: 5 })
  .map((hours) => hours.map((n) => NOW + n * (DAY_MS / 4)).sort((a, b) => a - b))

const each = <V>(names: readonly string[], of: fc.Arbitrary<V>): fc.Arbitrary<object> =>
  fc.tuple(...names.map(() => of)).map((values) => Object.fromEntries(names.map((name, i) => [name, values[i]])))

/** Words stand for any: a rule compares them as they are, whatever the fact. */
export const someFacts: fc.Arbitrary<CircleFacts> = fc
  .tuple(
    each(CHOICE_FACTS, fc.option(word)),
    each(SET_FACTS, words),
    each(NUMBER_FACTS, fc.integer({ min: 0, max: 3 })),
    fc.option(fc.integer({ min: 0, max: 3 })),
    each(CIRCLE_EVENTS, times),
  )
  .map(([choices, sets, numbers, cycleDays, events]) => ({
    ...{ ...NO_FACTS, ...choices, ...sets, ...numbers, cycleDays },
    events: { ...NO_FACTS.events, ...events },
  }))

const n = fc.integer({ min: 0, max: 4 })
const is = fc.constantFrom(...COMPARISONS)
const someLeaf: fc.Arbitrary<LeafRule> = fc.oneof(
  fc.record({ fact: fc.constantFrom(...CHOICE_FACTS), oneOf: words }),
  fc.record({ fact: fc.constantFrom(...SET_FACTS), anyOf: words }),
  fc.record({ fact: fc.constantFrom(...NUMBER_FACTS), is, n }),
  fc.record({ event: fc.constantFrom(...CIRCLE_EVENTS), withinDays: fc.integer({ min: 1, max: 12 }), is, n }),
)

export const someRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small' },
    someLeaf,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
})).rule
