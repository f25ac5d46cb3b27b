// In which order do values stand in an index? Bytes whose memory order is BSON's order; every encoding is prefix-free.
import { begin, invertFrom, length, putByte, putDouble, putText, putWhole, taken } from './key-writer'
import { isPlainObject } from './values'

/** The first byte of each type; numbers and booleans fold their size or value into it and take several. */
const TAG = {
  missing: 0x03,
  null: 0x05,
  number: 0x10,
  string: 0x28,
  object: 0x30,
  array: 0x40,
  boolean: 0x50,
  date: 0x60,
  regexp: 0x70,
}
const NAN = 0x10
const HUGE_NEGATIVE = 0x11
const ZERO = 0x19
const HUGE_POSITIVE = 0x21
const LAST: Readonly<Record<number, number>> = { [TAG.number]: HUGE_POSITIVE, [TAG.boolean]: TAG.boolean + 1 }

/** Above it every number is whole and goes as eight bytes. */
const WHOLE_LIMIT = 2 ** 52

/**
 * The whole part in as few bytes as it needs, doubled; odd says that a fraction follows, so that 5 < 5.5 < 6 and 5 is no
 * prefix of 5.5. The tag says sign and length.
 */
const putNumber = (value: number): void => {
  if (Number.isNaN(value)) {
    putByte(NAN)
    return
  }
  const whole = Math.floor(value)
  if (Math.abs(whole) >= WHOLE_LIMIT) {
    putByte(value < 0 ? HUGE_NEGATIVE : HUGE_POSITIVE)
    putDouble(value)
    return
  }
  const doubled = 2 * whole + (whole === value ? 0 : 1)
  const size = Math.abs(doubled)
  let count = 0
  for (let rest = size; rest >= 1; rest /= 256) count++
  putByte(doubled < 0 ? ZERO - count : ZERO + count)
  putWhole(size, count, doubled < 0)
  if (whole !== value) putDouble(value)
}

export const typeTag = (value: unknown): number => {
  if (value === undefined) return TAG.missing
  if (value === null) return TAG.null
  if (typeof value === 'number') return TAG.number
  if (typeof value === 'string') return TAG.string
  if (typeof value === 'boolean') return TAG.boolean
  if (value instanceof Date) return TAG.date
  if (value instanceof RegExp) return TAG.regexp
  return Array.isArray(value) ? TAG.array : TAG.object
}

/** The first bytes of all values of a type. */
export const typeStretch = (tag: number): { first: Buffer; last: Buffer } => ({
  first: Buffer.from([tag]),
  last: Buffer.from([LAST[tag] ?? tag]),
})

const putList = (value: readonly unknown[]): void => {
  for (const item of value) {
    putByte(1)
    putValue(item)
  }
  putByte(0)
}

const putObject = (value: object): void => {
  for (const [name, inner] of Object.entries(value)) {
    putByte(1)
    putByte(typeTag(inner))
    putText(name)
    putValue(inner)
  }
  putByte(0)
}

function putValue(value: unknown): void {
  if (typeof value === 'number') {
    putNumber(value)
    return
  }
  const tag = typeTag(value)
  putByte(value === true ? tag + 1 : tag)
  if (typeof value === 'string') putText(value)
  else if (value instanceof Date) putNumber(value.getTime())
  else if (value instanceof RegExp) {
    putText(value.source)
    putText(value.flags)
  } else if (Array.isArray(value)) putList(value)
  else if (isPlainObject(value)) putObject(value)
}

export const encodeKey = (value: unknown): Buffer => {
  begin()
  putValue(value)
  return taken()
}

/** One key of several values, each ascending or descending. */
export const encodeKeys = (values: readonly unknown[], directions: readonly (1 | -1)[]): Buffer => {
  begin()
  for (let i = 0; i < values.length; i++) {
    const from = length()
    putValue(values[i])
    if (directions[i] === -1) invertFrom(from)
  }
  return taken()
}

export const invert = (bytes: Buffer): Buffer => {
  const out = Buffer.allocUnsafe(bytes.length)
  for (let i = 0; i < bytes.length; i++) out[i] = 255 - (bytes[i] ?? 0)
  return out
}

/** The first bytes after every key that starts with `prefix`. */
export const successor = (prefix: Buffer): Buffer => {
  for (let end = prefix.length; end > 0; end--) {
    const last = prefix[end - 1] ?? 0
    if (last < 0xff) {
      const out = Buffer.from(prefix.subarray(0, end))
      out[end - 1] = last + 1
      return out
    }
  }
  return Buffer.alloc(64, 0xff)
}

const collect = (value: unknown, path: readonly string[], found: unknown[]): void => {
  const [head, ...rest] = path
  if (head === undefined) {
    if (Array.isArray(value)) found.push(...(value.length ? value : [undefined]))
    else found.push(value)
    return
  }
  if (Array.isArray(value)) {
    const at = /^\d+$/.test(head) ? value[Number(head)] : undefined
    if (at !== undefined) collect(at, rest, found)
    else for (const item of value) if (isPlainObject(item)) collect(item, path, found)
    if (!found.length) found.push(null)
    return
  }
  if (isPlainObject(value) && Object.hasOwn(value, head)) collect(value[head], rest, found)
  else found.push(null)
}

/** Every value a dotted path reaches; a missing field is null, an empty array is "missing", as in a MongoDB index. */
export const valuesAt = (doc: unknown, field: string): unknown[] => {
  if (isPlainObject(doc) && !field.includes('.')) {
    const value = Object.hasOwn(doc, field) ? doc[field] : null
    if (!Array.isArray(value)) return [value]
  }
  const found: unknown[] = []
  collect(doc, field.split('.'), found)
  return found
}

/** The bytes by which a document sorts on one field: the least element ascending, the greatest descending. */
export const sortKey = (doc: unknown, field: string, direction: 1 | -1): Buffer => {
  const keys = valuesAt(doc, field).map(encodeKey)
  return keys.reduce((best, key) => (Buffer.compare(key, best) * direction < 0 ? key : best))
}
