// What does a document take on disk? Its values; the names of its fields lie once in the table of shapes, nested ones too.
// An object is OPEN, the number of its shape, its values each after what tells its kind, CLOSE.
import type { Sql } from './sql'

/** JSON text holds no control characters, so these may stand in it. VALUE: JSON. TEXT: without quotes. WHOLE: base 64. */
const [VALUE, OPEN, CLOSE, TEXT, WHOLE] = [1, 2, 3, 4, 5]
const MARKS = ['', '\u0001', '\u0002', '\u0003', '\u0004', '\u0005'] as const
/** Whole numbers worth shortening, all below 2^53: times and amounts. */
const LONG_WHOLE = /^[1-9]\d{3,14}$/
const BASE = 64
const ZERO = 48
/** More fields, or more different sets of them, are names made up by data: such an object keeps its names. */
const MAX_FIELDS = 64
const MAX_SHAPES = 2000
/** Nested objects are often maps: only names that look like fields' are taken for such, and documents keep their room. */
const MAX_NESTED_SHAPES = 1000
const FIELD_NAMES = /^"[a-z][A-Za-z0-9]{0,15}"(,"[a-z][A-Za-z0-9]{0,15}")*$/

const QUOTE = 34
const COMMA = 44
const BRACKET = 91
const BACKSLASH = 92
const BRACKET_END = 93
const BRACE = 123
const BRACE_END = 125

/** Where the string that begins at `from` ends: after its closing quote. */
const afterString = (text: string, from: number): number => {
  let at = from + 1
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at + 1
}

/** Where the text, number or word that begins at `from` ends. */
const afterPlain = (text: string, from: number): number => {
  if (text.charCodeAt(from) === QUOTE) return afterString(text, from)
  for (let at = from + 1; ; at++) {
    const code = text.charCodeAt(at)
    if (code === COMMA || code === BRACE_END || code === BRACKET_END) return at
  }
}

/** A whole number in 64 characters that follow each other, '0' being none. */
const shortened = (value: number): string => {
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / BASE))
    text = String.fromCharCode(ZERO + (rest % BASE)) + text
  return text
}

const wholeAt = (text: string, from: number, end: number): number => {
  let value = 0
  for (let at = from; at < end; at++) value = value * BASE + text.charCodeAt(at) - ZERO
  return value
}

const marked = (value: string): string => {
  if (value.charCodeAt(0) === QUOTE) {
    if (value.length > 2 && !value.includes('\\')) return MARKS[TEXT] + value.slice(1, -1)
  } else if (LONG_WHOLE.test(value)) return MARKS[WHOLE] + shortened(Number(value))
  return MARKS[VALUE] + value
}

const unmarked = (packed: string, kind: number, from: number, end: number): string => {
  if (kind === TEXT) return `"${packed.slice(from, end)}"`
  return kind === WHOLE ? String(wholeAt(packed, from, end)) : packed.slice(from, end)
}

/** before: what stands before each value, the brace, the names and commas. */
type Shape = { readonly id: number; readonly before: readonly string[] }

export class Shapes {
  private readonly byNames = new Map<string, Shape>()
  private readonly byId = new Map<number, Shape>()
  /** How far the text being packed is read. */
  private at = 0

  constructor(private readonly sql: Sql) {
    this.reload()
  }

  /** After a rollback: only what is stored may be used. */
  reload(): void {
    this.byNames.clear()
    this.byId.clear()
    for (const { id, names } of this.sql.all<{ id: number; names: string }>('SELECT id, names FROM shapes')) {
      this.remember(id, names)
    }
  }

  /** text: an object as JSON.stringify writes it. What is still open at the end needs no closing. */
  pack(text: string): string {
    this.at = 0
    const packed = this.packObject(text, MAX_SHAPES)
    let end = packed.length
    while (packed.charCodeAt(end - 1) === CLOSE) end--
    return packed.slice(0, end)
  }

  unpack(packed: string): string {
    const open: { before: readonly string[]; next: number }[] = []
    let [text, at, kind] = ['', 0, VALUE]
    for (let end = 0; end < packed.length; end++) {
      const code = packed.charCodeAt(end)
      if (code > WHOLE) continue
      if (at < end) text += unmarked(packed, kind, at, end)
      at = end + 1
      kind = VALUE
      const inner = open.at(-1)
      if (code === OPEN) {
        let id = 0
        for (; packed.charCodeAt(at) > WHOLE; at++) id = 10 * id + packed.charCodeAt(at) - ZERO
        open.push({ before: this.byId.get(id)?.before ?? [], next: 0 })
        end = at - 1
      } else if (code === CLOSE) {
        text += '}'
        open.pop()
      } else if (inner) {
        text += inner.before[inner.next++] ?? ''
        kind = code
      }
    }
    return text + unmarked(packed, kind, at, packed.length) + '}'.repeat(open.length)
  }

  private packValue(text: string): string {
    const code = text.charCodeAt(this.at)
    if (code === BRACE) return this.packObject(text, MAX_NESTED_SHAPES)
    if (code === BRACKET) return this.packList(text)
    const from = this.at
    this.at = afterPlain(text, from)
    return text.slice(from, this.at)
  }

  private packObject(text: string, shapesMax: number): string {
    const [names, values]: [string[], string[]] = [[], []]
    for (this.at++; text.charCodeAt(this.at) !== BRACE_END; this.skipComma(text)) {
      const colon = afterString(text, this.at)
      names.push(text.slice(this.at, colon))
      this.at = colon + 1
      values.push(this.packValue(text))
    }
    this.at++
    const shape = names.length && names.length <= MAX_FIELDS ? this.shapeOf(names.join(), shapesMax) : undefined
    if (!shape) return `{${names.map((name, i) => `${name}:${values[i]}`).join()}}`
    return `${MARKS[OPEN]}${shape.id}${values.map(marked).join('')}${MARKS[CLOSE]}`
  }

  private packList(text: string): string {
    const items: string[] = []
    for (this.at++; text.charCodeAt(this.at) !== BRACKET_END; this.skipComma(text)) items.push(this.packValue(text))
    this.at++
    return `[${items.join()}]`
  }

  private skipComma(text: string): void {
    if (text.charCodeAt(this.at) === COMMA) this.at++
  }

  private shapeOf(names: string, shapesMax: number): Shape | undefined {
    const known = this.byNames.get(names)
    if (known || this.byNames.size >= shapesMax) return known
    if (shapesMax === MAX_NESTED_SHAPES && !FIELD_NAMES.test(names)) return undefined
    const id = this.byNames.size + 1
    this.sql.run('INSERT INTO shapes (id, names) VALUES (?, ?)', id, names)
    return this.remember(id, names)
  }

  private remember(id: number, names: string): Shape {
    const list = JSON.parse(`[${names}]`) as string[]
    const shape = { id, before: list.map((name, i) => `${i ? ',' : '{'}${JSON.stringify(name)}:`) }
    this.byNames.set(names, shape)
    this.byId.set(id, shape)
    return shape
  }
}
