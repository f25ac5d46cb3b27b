// Who is in a circle (圈层)? Rules are data over what is known of a contact; what is not known speaks neither for nor against.
import type { Deal } from './deal'
import type { CircleId, MemberId } from './ids'
import type { Form } from './reader'
import type { Relation, Source, Value } from './sheet'

const DAY_MS = 86_400_000

/** What happened with her, as instants. purchase: by the rep's notes and by deals, each day once. */
export const CIRCLE_EVENTS = ['read', 'deep', 'talked', 'consultation', 'meeting', 'delight', 'purchase'] as const
export type CircleEvent = (typeof CIRCLE_EVENTS)[number]

/**
 * All that rules may ask of a contact. What rests on reading (topics, read, deep, brought, taste where the rep said nothing)
 * is empty unless she agreed that her interests are worked out.
 */
export type CircleFacts = {
  relation: Relation | null
  value: Value | null
  taste: Form | null
  source: Source | null
  storeId: string | null
  teamId: string | null
  level: number // her rung of LEVELS
  cycleDays: number | null // the shortest repurchase cycle among what she bought
  groups: number // groups of her rep's that she is in
  brought: number // deep readings that her passing-on brought
  topics: readonly string[]
  tags: readonly string[] // given by hand, not refused
  answers: readonly string[] // of the trade's sheet: 'stage:newborn'
  products: readonly string[]
  dealKinds: readonly Deal['kind'][]
  events: Readonly<Record<CircleEvent, readonly number[]>> // oldest first
}

export const CHOICE_FACTS = ['relation', 'value', 'taste', 'source', 'storeId', 'teamId'] as const
export const SET_FACTS = ['topics', 'tags', 'answers', 'products', 'dealKinds'] as const
export const NUMBER_FACTS = ['level', 'cycleDays', 'groups', 'brought'] as const
export type ChoiceFact = (typeof CHOICE_FACTS)[number]
export type SetFact = (typeof SET_FACTS)[number]
export type NumberFact = (typeof NUMBER_FACTS)[number]

export const COMPARISONS = ['at-least', 'at-most', 'exactly'] as const
export type Comparison = (typeof COMPARISONS)[number]

export type ChoiceRule = { fact: ChoiceFact; oneOf: readonly string[] }
export type SetRule = { fact: SetFact; anyOf: readonly string[] }
export type NumberRule = { fact: NumberFact; is: Comparison; n: number }
/** So often within the last so many days. */
export type EventRule = { event: CircleEvent; withinDays: number; is: Comparison; n: number }
export type LeafRule = ChoiceRule | SetRule | NumberRule | EventRule
export type Rule = { all: readonly Rule[] } | { any: readonly Rule[] } | { not: Rule } | LeafRule

/** slot: a small number of its own, by which stored sums name it. */
export type Circle = {
  _id: CircleId
  slot: number
  name: string
  about: string
  rule: Rule
  rev: number
  updatedAt: number
  updatedBy: MemberId
}

/** How far she has come: written down · reads · reads deeply · talked with · bought · bought again. */
export const LEVELS = ['known', 'reads', 'deep', 'dealt', 'bought', 'again'] as const
/** Reading deeply is more than once: once may be chance. */
const DEEP_MIN = 2

export const levelOf = ({ events }: Pick<CircleFacts, 'events'>): number => {
  if (events.purchase.length > 1) return 5
  if (events.purchase.length > 0) return 4
  if (events.talked.length + events.consultation.length + events.meeting.length > 0) return 3
  if (events.deep.length >= DEEP_MIN) return 2
  return events.read.length > 0 ? 1 : 0
}

export const compare = (have: number, is: Comparison, n: number): boolean =>
  is === 'at-least' ? have >= n : is === 'at-most' ? have <= n : have === n

/** Of instants, oldest first: how many lie within the last so many days. What is still to come does not count. */
export const countWithin = (times: readonly number[], withinDays: number, now: number): number => {
  const since = now - withinDays * DAY_MS
  let n = 0
  for (let i = times.length - 1; i >= 0; i--) {
    const at = times[i] ?? 0
    if (at <= since) break
    if (at <= now) n++
  }
  return n
}

const meets = (rule: LeafRule, facts: CircleFacts, now: number): boolean => {
  if ('event' in rule) return compare(countWithin(facts.events[rule.event], rule.withinDays, now), rule.is, rule.n)
  if ('oneOf' in rule) {
    const has = facts[rule.fact]
    return has !== null && rule.oneOf.includes(has)
  }
  if ('anyOf' in rule) {
    const has: readonly string[] = facts[rule.fact]
    return has.some((one) => rule.anyOf.includes(one))
  }
  const has = facts[rule.fact]
  return has !== null && compare(has, rule.is, rule.n)
}

/** The rule itself, word for word; what the table of circle-table.ts must agree with. */
export const isIn = (rule: Rule, facts: CircleFacts, now: number): boolean => {
  if ('all' in rule) return rule.all.every((each) => isIn(each, facts, now))
  if ('any' in rule) return rule.any.some((each) => isIn(each, facts, now))
  if ('not' in rule) return !isIn(rule.not, facts, now)
  return meets(rule, facts, now)
}

export const isLeaf = (rule: Rule): rule is LeafRule => 'fact' in rule || 'event' in rule

/** Every plain condition in it, from left to right. */
export const leavesOfRule = (rule: Rule): LeafRule[] => {
  if ('all' in rule) return rule.all.flatMap(leavesOfRule)
  if ('any' in rule) return rule.any.flatMap(leavesOfRule)
  return 'not' in rule ? leavesOfRule(rule.not) : [rule]
}

/** Does it rest on what people read? Then only those are in it who agreed that this may be worked out. */
const READING_FACTS: readonly string[] = ['topics', 'brought', 'read', 'deep']
export const restsOnReading = (rule: Rule): boolean =>
  leavesOfRule(rule).some((leaf) => READING_FACTS.includes('event' in leaf ? leaf.event : leaf.fact))
