// In which order do values stand in an index? Bytes whose memory order is BSON's order; every encoding is prefix-free.
import { isPlainObject } from './values'

const TAG = {
  missing: 0x03,
  null: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  boolean: 0x50,
  date: 0x60,
  regexp: 0x70,
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(Object.is(value, -0) ? 0 : value)
  // order-preserving doubles: flip all bits of negatives, the sign bit of the others
  if ((bytes[0] ?? 0) & 0x80) for (let i = 0; i < 8; i++) bytes[i] = ~(bytes[i] ?? 0)
  else bytes[0] = (bytes[0] ?? 0) ^ 0x80
  return bytes
}

const END = Buffer.from([0x00, 0x00])
const text = (value: string): Buffer => {
  const raw = Buffer.from(value, 'utf8')
  if (!raw.includes(0)) return Buffer.concat([raw, END])
  const escaped: number[] = []
  for (const byte of raw) {
    escaped.push(byte)
    if (byte === 0) escaped.push(0xff)
  }
  return Buffer.concat([Buffer.from(escaped), END])
}

const tagged = (tag: number, ...rest: Buffer[]): Buffer => Buffer.concat([Buffer.from([tag]), ...rest])

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

export const encodeKey = (value: unknown): Buffer => {
  const tag = typeTag(value)
  if (typeof value === 'number') return tagged(tag, number(value))
  if (typeof value === 'string') return tagged(tag, text(value))
  if (typeof value === 'boolean') return tagged(tag, Buffer.from([value ? 1 : 0]))
  if (value instanceof Date) return tagged(tag, number(value.getTime()))
  if (value instanceof RegExp) return tagged(tag, text(value.source), text(value.flags))
  if (Array.isArray(value)) return tagged(tag, ...value.map((v) => tagged(1, encodeKey(v))), Buffer.from([0]))
  if (isPlainObject(value)) {
    const fields = Object.entries(value).map(([name, v]) =>
      tagged(1, Buffer.from([typeTag(v)]), text(name), encodeKey(v)),
    )
    return tagged(tag, ...fields, Buffer.from([0]))
  }
  return tagged(tag)
}

export const invert = (bytes: Buffer): Buffer => {
  const out = Buffer.alloc(bytes.length)
  for (let i = 0; i < bytes.length; i++) out[i] = ~(bytes[i] ?? 0)
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
  const found: unknown[] = []
  collect(doc, field.split('.'), found)
  return found
}

/** The bytes by which a document sorts on one field: the least element ascending, the greatest descending. */
export const sortKey = (doc: unknown, field: string, direction: 1 | -1): Buffer => {
  const keys = valuesAt(doc, field).map(encodeKey)
  return keys.reduce((best, key) => (Buffer.compare(key, best) * direction < 0 ? key : best))
}
