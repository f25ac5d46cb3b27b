// How does another process set the switch? Rules as data: which requests, from which one on, how often, what happens.
import { invalidParam } from './errors'
import type { Fault, FaultRequest, Faults } from './faults'

/** What is left out matches everything; `action` may end in `*`. */
export type FaultRule = {
  readonly action?: string
  readonly collection?: string
  readonly function?: string
  /** The first of the matching requests that fails, from 1; default 1. */
  readonly from?: number
  /** How many fail; default: all that follow. */
  readonly times?: number
  readonly fault: Fault
}

const NAMES = 'none refuse quota lose timeout duplicate conflict kill kill-after'.split(' ')

const isFault = (fault: unknown): fault is Fault => {
  if (typeof fault === 'string') return NAMES.includes(fault)
  if (typeof fault !== 'object' || fault === null) return false
  const { delayMs, code } = fault as { delayMs?: unknown; code?: unknown }
  return (typeof delayMs === 'number' && delayMs >= 0) || (typeof code === 'string' && code !== '')
}

const isCount = (value: unknown): boolean => value === undefined || (Number.isInteger(value) && Number(value) >= 1)

export const checkedRules = (rules: unknown): readonly FaultRule[] => {
  if (!Array.isArray(rules)) throw invalidParam('faults are a list of rules')
  for (const rule of rules as FaultRule[]) {
    if (!isFault(rule?.fault)) throw invalidParam(`no such fault: ${JSON.stringify(rule?.fault)}`)
    if (!isCount(rule.from) || !isCount(rule.times)) throw invalidParam('from and times are counted from 1')
  }
  return rules as FaultRule[]
}

const isMeant = (rule: FaultRule, request: FaultRequest): boolean => {
  const { action = '*', collection = request.collection, function: name = request.function } = rule
  const isAction = action.endsWith('*') ? request.action.startsWith(action.slice(0, -1)) : request.action === action
  return isAction && collection === request.collection && name === request.function
}

/** The first rule that is meant and due decides; each counts the requests that it means. */
export const faultsOf = (rules: readonly FaultRule[]): Faults => {
  const met = rules.map(() => 0)
  return (request) => {
    let decided: Fault = 'none'
    rules.forEach((rule, at) => {
      if (!isMeant(rule, request)) return
      const count = (met[at] ?? 0) + 1
      met[at] = count
      const { from = 1, times = Number.POSITIVE_INFINITY } = rule
      if (decided === 'none' && count >= from && count < from + times) decided = rule.fault
    })
    return decided
  }
}
