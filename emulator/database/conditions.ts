// What does a filter ask of single fields? Points and ranges an index can use, as stretches of encoded values.
import { encodeKey, typeStretch, typeTag } from './keys'
import { type Doc, isPlainObject } from './values'

/** A stretch of encoded values: each end stands just before or just after everything that begins with its bytes. */
export type End = { readonly bytes: Buffer; readonly after: boolean }
export type Stretch = { readonly low: End; readonly high: End }
type Range = Stretch & { readonly bounds: number }
export type Condition = {
  readonly field: string
  readonly points?: Stretch[]
  readonly range?: Range
  readonly exact: boolean
}

const before = (bytes: Buffer): End => ({ bytes, after: false })
const after = (bytes: Buffer): End => ({ bytes, after: true })
const point = (value: unknown): Stretch => ({ low: before(encodeKey(value)), high: after(encodeKey(value)) })
const isPoint = (value: unknown): boolean =>
  value === null || ['number', 'string', 'boolean'].includes(typeof value) || value instanceof Date

const rangeOf = (operators: Doc): Range | undefined => {
  const bounds = Object.entries(operators).filter(([op, v]) => /^\$[gl]te?$/.test(op) && isPoint(v) && v !== null)
  const [first] = bounds
  if (!first) return undefined
  // comparisons only see values of the same type
  const tag = typeTag(first[1])
  const alike = bounds.filter(([, value]) => typeTag(value) === tag)
  const { first: lowest, last: highest } = typeStretch(tag)
  let low = before(lowest)
  let high = after(highest)
  for (const [op, value] of alike) {
    const key = encodeKey(value)
    if (op === '$gt') low = after(key)
    if (op === '$gte') low = before(key)
    if (op === '$lt') high = before(key)
    if (op === '$lte') high = after(key)
  }
  return { low, high, bounds: alike.length }
}

const isOneSided = (operators: readonly string[]): boolean =>
  operators.filter((op) => op.startsWith('$g')).length < 2 && operators.filter((op) => op.startsWith('$l')).length < 2

const conditionOn = (field: string, test: unknown): Condition | undefined => {
  if (isPoint(test)) return { field, points: [point(test)], exact: test !== null }
  if (!isPlainObject(test)) return undefined
  const names = Object.keys(test)
  if (!names[0]?.startsWith('$')) return undefined
  if ('$eq' in test && isPoint(test.$eq)) {
    return { field, points: [point(test.$eq)], exact: names.length === 1 && test.$eq !== null }
  }
  if (Array.isArray(test.$in) && test.$in.every(isPoint)) {
    const points = [...test.$in].map(point).sort((a, b) => Buffer.compare(a.low.bytes, b.low.bytes))
    const distinct = points.filter((p, i) => i === 0 || !points[i - 1]?.low.bytes.equals(p.low.bytes))
    return { field, points: distinct, exact: names.length === 1 && !test.$in.includes(null) }
  }
  if (Array.isArray(test.$all) && isPoint(test.$all[0])) return { field, points: [point(test.$all[0])], exact: false }
  const range = rangeOf(test)
  return range && { field, range, exact: names.length === range.bounds && isOneSided(names) }
}

/** The conditions an index may use, from the top level and its $and; `rest` is true when something else was asked too. */
export const conditionsOf = (filter: Doc): { conditions: Condition[]; rest: boolean } => {
  const conditions: Condition[] = []
  let rest = false
  for (const [field, test] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(test)) {
      for (const part of test.filter(isPlainObject)) {
        const inner = conditionsOf(part)
        conditions.push(...inner.conditions)
        rest ||= inner.rest
      }
    } else {
      const condition = field.startsWith('$') ? undefined : conditionOn(field, test)
      if (condition) conditions.push(condition)
      else rest = true
    }
  }
  return { conditions, rest }
}
