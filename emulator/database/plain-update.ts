// What do the everyday updates make of a document? $set, $unset, $inc, $mul, $min, $max along plain paths; the rest is mingo's.
import { encodeKey } from './keys'
import { type Doc, isPlainObject } from './values'

type Apply = (owner: Doc, name: string, value: unknown) => void

export const copyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copyOf)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copyOf(inner)]))
}

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : Buffer.compare(encodeKey(a), encodeKey(b))

const numberAt = (owner: Doc, name: string): number | undefined =>
  Object.hasOwn(owner, name) ? (owner[name] as number) : undefined

const APPLY: Readonly<Record<string, Apply>> = {
  $set: (owner, name, value) => {
    owner[name] = copyOf(value)
  },
  $unset: (owner, name) => {
    delete owner[name]
  },
  $inc: (owner, name, by) => {
    owner[name] = (numberAt(owner, name) ?? 0) + (by as number)
  },
  $mul: (owner, name, by) => {
    const before = numberAt(owner, name)
    owner[name] = before === undefined ? 0 : before * (by as number)
  },
  $min: (owner, name, value) => {
    if (!Object.hasOwn(owner, name) || compare(owner[name], value) > 0) owner[name] = value
  },
  $max: (owner, name, value) => {
    if (!Object.hasOwn(owner, name) || compare(owner[name], value) < 0) owner[name] = value
  },
}
const NEEDS_NUMBER = new Set(['$inc', '$mul'])
const NEEDS_SCALAR = new Set(['$min', '$max'])

const isServed = (operator: string, value: unknown): boolean => {
  if (!APPLY[operator]) return false
  if (NEEDS_NUMBER.has(operator)) return typeof value === 'number'
  return !NEEDS_SCALAR.has(operator) || typeof value !== 'object' || value === null || value instanceof Date
}

/** The object a path ends in; missing ones are made when `create`. undefined: an array or a value stands in the way. */
const ownerOf = (doc: Doc, parts: readonly string[], create: boolean): Doc | undefined => {
  let at = doc
  for (const part of parts.slice(0, -1)) {
    let next = Object.hasOwn(at, part) ? at[part] : undefined
    if (next === undefined && create) {
      next = {}
      at[part] = next
    }
    if (!isPlainObject(next)) return undefined
    at = next
  }
  return at
}

const isPlainPath = (doc: Doc, path: string): boolean => {
  if (path.includes('$')) return false
  let at: unknown = doc
  for (const part of path.split('.').slice(0, -1)) {
    if (at === undefined) return true
    if (!isPlainObject(at)) return false
    at = Object.hasOwn(at, part) ? at[part] : undefined
  }
  return at === undefined || isPlainObject(at)
}

/** Changes `doc` in place; false, and nothing done, when the update asks for more than this. */
export const applyPlain = (doc: Doc, change: Doc): boolean => {
  const steps = Object.entries(change).flatMap(([operator, fields]) =>
    Object.entries(fields as Doc).map(([path, value]) => ({ operator, path, value })),
  )
  if (!steps.every(({ operator, path, value }) => isServed(operator, value) && isPlainPath(doc, path))) return false
  for (const { operator, path, value } of steps) {
    const parts = path.split('.')
    const owner = ownerOf(doc, parts, operator !== '$unset')
    if (owner) APPLY[operator]?.(owner, parts.at(-1) ?? path, value)
  }
  return true
}
