// Which fields were asked for? Plain lists of fields are picked directly; any other projection is mingo's.
import { type Doc, isPlainObject } from './values'

/** true: the whole field; else what is wanted below it. */
type Wanted = Map<string, Wanted | true>

/** false when two paths want both a field and a part of it. */
const want = (wanted: Wanted, path: readonly string[]): boolean => {
  const [head = '', ...rest] = path
  const known = wanted.get(head)
  if (!rest.length) {
    wanted.set(head, true)
    return known === undefined
  }
  if (known === true) return false
  const below: Wanted = known ?? new Map()
  wanted.set(head, below)
  return want(below, rest)
}

const pickFrom = (doc: Doc, wanted: Wanted): Doc => {
  const picked: Doc = {}
  for (const name of Object.keys(doc)) {
    const below = wanted.get(name)
    if (below === undefined) continue
    const value = below === true ? doc[name] : pickBelow(doc[name], below)
    if (value !== undefined) picked[name] = value
  }
  return picked
}

/** Of a list its objects; a plain value has nothing below it. */
const pickBelow = (value: unknown, wanted: Wanted): unknown => {
  if (Array.isArray(value)) return value.map((item) => pickBelow(item, wanted)).filter((item) => item !== undefined)
  return isPlainObject(value) ? pickFrom(value, wanted) : undefined
}

/** undefined when the projection is more than fields to include. */
export const plainProjection = (projection: Doc): ((doc: Doc) => Doc) | undefined => {
  const paths = Object.entries(projection)
  if (!paths.length || paths.some(([path, rule]) => rule !== 1 || path.includes('$') || /(^|\.)\d+(\.|$)/.test(path)))
    return undefined
  const wanted: Wanted = new Map([['_id', true]])
  for (const [path] of paths) if (path !== '_id' && !want(wanted, path.split('.'))) return undefined
  return (doc) => pickFrom(doc, wanted)
}
