// May this rule be kept? Bounded in depth and size, and naming only what there is to name.

import { isLeaf, type LeafRule, leavesOfRule, type Rule } from './circle'
import { CIRCLE_FACTS } from './circle-facts.data'

export const CIRCLES_MAX = 50
export const CIRCLE_NAME_MAX = 12
export const CIRCLE_ABOUT_MAX = 120
export const RULE_DEPTH_MAX = 4 // groups within groups, the conditions among them
export const RULE_LEAVES_MAX = 24
export const RULE_VALUES_MAX = 20 // of one condition
export const RULE_VALUE_MAX = 40 // characters
export const RULE_DAYS_MAX = 365 // readings and notes are kept no longer
export const RULE_N_MAX = 1_000

/** path: where in the rule: [0, 1] is the second within the first. */
export type RuleFault = {
  ok: false
  reason: 'circle-empty' | 'circle-too-deep' | 'circle-too-large' | 'circle-unknown' | 'circle-bad-number'
  path: number[]
}
export type RuleDecision = { ok: true } | RuleFault

const fault = (reason: RuleFault['reason'], path: number[]): RuleFault => ({ ok: false, reason, path })
const isWhole = (n: number, from: number, to: number): boolean => Number.isInteger(n) && n >= from && n <= to

const checkValues = (leaf: LeafRule, path: number[]): RuleDecision => {
  if (!('oneOf' in leaf || 'anyOf' in leaf)) return { ok: true }
  const values = 'oneOf' in leaf ? leaf.oneOf : leaf.anyOf
  if (values.length === 0) return fault('circle-empty', path)
  if (values.length > RULE_VALUES_MAX || values.some((value) => value.length > RULE_VALUE_MAX))
    return fault('circle-too-large', path)
  const { choices } = CIRCLE_FACTS[leaf.fact]
  const isKnown = (value: string) => value !== '' && (choices === null || choices.some(({ id }) => id === value))
  return values.every(isKnown) ? { ok: true } : fault('circle-unknown', path)
}

const checkLeaf = (leaf: LeafRule, path: number[]): RuleDecision => {
  if ('is' in leaf && !isWhole(leaf.n, 0, RULE_N_MAX)) return fault('circle-bad-number', path)
  if ('event' in leaf && !isWhole(leaf.withinDays, 1, RULE_DAYS_MAX)) return fault('circle-bad-number', path)
  return checkValues(leaf, path)
}

const checkAt = (rule: Rule, path: number[]): RuleDecision => {
  if (path.length >= RULE_DEPTH_MAX) return fault('circle-too-deep', path)
  if ('not' in rule) return checkAt(rule.not, [...path, 0])
  if (isLeaf(rule)) return checkLeaf(rule, path)
  const parts = 'all' in rule ? rule.all : rule.any
  if (parts.length === 0) return fault('circle-empty', path)
  for (const [i, part] of parts.entries()) {
    const decision = checkAt(part, [...path, i])
    if (!decision.ok) return decision
  }
  return { ok: true }
}

/** The first thing that is wrong with it, and where. */
export const checkRule = (rule: Rule): RuleDecision => {
  const decision = checkAt(rule, [])
  if (!decision.ok) return decision
  return leavesOfRule(rule).length > RULE_LEAVES_MAX ? fault('circle-too-large', []) : decision
}
