// How do documents travel and rest? As EJSON text outside and in the store, as plain values (numbers, Dates, RegExps) inside.
import { calculateObjectSize } from 'bson'
import { CloudError, invalidParam, requestFailed, unsupported } from '../errors'

export type Doc = { [field: string]: unknown }

/** The SDK's own constant `db_doc_size_limit`. */
const MAX_DOCUMENT_BYTES = 512 * 1024
const FOREIGN_TAGS = new Set([
  '$oid',
  '$binary',
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$code',
  '$symbol',
])

export const isPlainObject = (value: unknown): value is Doc =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

const reviveDate = (value: unknown): Date => {
  const at = isPlainObject(value) ? value.$numberLong : value
  return new Date(typeof at === 'string' && /^-?\d+$/.test(at) ? Number(at) : (at as string | number))
}

const reviveRegExp = (value: unknown): RegExp => {
  const { pattern, options } = value as { pattern: string; options?: string }
  try {
    // g and y keep state between tests and mean nothing to a database
    return new RegExp(pattern, (options ?? '').replace(/[^imsu]/g, ''))
  } catch {
    throw invalidParam(`invalid regular expression ${pattern}`)
  }
}

const reviveTag = (tag: string, value: unknown, now: number): { found: boolean; value?: unknown } => {
  switch (tag) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return { found: true, value: Number(value) }
    case '$date':
      return { found: true, value: reviveDate(value) }
    case '$regularExpression':
      return { found: true, value: reviveRegExp(value) }
    case '$tcb_server_date': {
      const { offset } = revive(value, now) as { offset?: number }
      return { found: true, value: new Date(now + (offset ?? 0)) }
    }
  }
  if (FOREIGN_TAGS.has(tag)) throw unsupported(`the BSON type ${tag}`)
  return { found: false }
}

function revive(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, now))
  if (!isPlainObject(value)) return value
  const names = Object.keys(value)
  const [first] = names
  if (names.length === 1 && first?.startsWith('$')) {
    const revived = reviveTag(first, value[first], now)
    if (revived.found) return revived.value
  }
  const out: Doc = {}
  for (const name of names) {
    if (name === '__proto__') throw requestFailed('the field name __proto__ is not allowed')
    out[name] = revive(value[name], now)
  }
  return out
}

/** Reads EJSON text; `now` (ms) is what `db.serverDate()` becomes. */
export const decode = (text: string, now = Date.now()): unknown => {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw invalidParam('a document or query is not valid EJSON')
  }
  return revive(raw, now)
}

export const decodeObject = (text: string, now = Date.now()): Doc => {
  const value = decode(text, now)
  if (!isPlainObject(value)) throw invalidParam('expected an object')
  return value
}

/** What JSON cannot say as it is: dates, expressions, NaN and the infinities. */
const isPlain = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (value instanceof Date || value instanceof RegExp) return false
  for (const key in value) if (!isPlain((value as Doc)[key])) return false
  return true
}

const tag = (value: unknown): unknown => {
  if (isPlain(value)) return value
  if (typeof value === 'number') return { $numberDouble: String(value) }
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(tag)
  return Object.fromEntries(Object.entries(value as Doc).map(([name, inner]) => [name, tag(inner)]))
}

/** Relaxed EJSON: plain JSON with tags where needed; the SDK parses it to the same values as the canonical form. */
export const encode = (doc: unknown): string => JSON.stringify(tag(doc))

/** Reads what `encode` wrote. */
export const decodeStored = (text: string): Doc => {
  const raw = JSON.parse(text) as Doc
  return text.includes('"$') ? (revive(raw, 0) as Doc) : raw
}

/** No value takes more bytes in BSON than eight times its JSON text. */
const BSON_PER_JSON = 8

/** Encodes a document about to be stored; refuses one larger than the platform stores. */
export const encodeForStore = (doc: Doc): string => {
  const text = encode(doc)
  // the exact size is only worth computing where it could be above the limit
  if (text.length * BSON_PER_JSON > MAX_DOCUMENT_BYTES && calculateObjectSize(doc) > MAX_DOCUMENT_BYTES) {
    throw new CloudError('DATABASE_REQUEST_FAILED', '[FailedOperation] document exceeds the limit of 512 KB')
  }
  return text
}

/** Field names MongoDB cannot address later are refused at the door. */
export const assertFieldNames = (value: unknown): void => {
  if (Array.isArray(value)) {
    for (const item of value) assertFieldNames(item)
    return
  }
  if (!isPlainObject(value)) return
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('$') || name.includes('.') || name === '') {
      throw requestFailed(`The field name '${name}' is not valid for storage`)
    }
    assertFieldNames(inner)
  }
}
