// What does a document take on disk? Its values; the names of its fields lie once in the table of shapes.
import type { Sql } from './sql'

/** JSON text holds no control characters, so one of them may stand between values. */
const BETWEEN = '\u0001'
/** More fields, or more different sets of them, are names made up by data: such a document keeps its names. */
const MAX_FIELDS = 64
const MAX_SHAPES = 2000

const QUOTE = 34
const BACKSLASH = 92

/** Where the string that begins at `from` ends: after its closing quote. */
const afterString = (text: string, from: number): number => {
  let at = from + 1
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at + 1
}

const opens = (code: number): boolean => code === 123 || code === 91
const closes = (code: number): boolean => code === 125 || code === 93
const COMMA = 44

/** Where the value that begins at `from` ends: at the comma or brace after it. */
const afterValue = (text: string, from: number): number => {
  let depth = 0
  let at = from
  while (true) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = afterString(text, at)
      continue
    }
    if (depth === 0 && (code === COMMA || closes(code))) return at
    if (opens(code)) depth++
    else if (closes(code)) depth--
    at++
  }
}

/** An object as JSON.stringify writes it, taken apart: its names with their quotes, and the texts of its values. */
const takeApart = (text: string): { names: string[]; values: string[] } => {
  const names: string[] = []
  const values: string[] = []
  let at = 1
  while (at < text.length - 1) {
    const colon = afterString(text, at)
    const end = afterValue(text, colon + 1)
    names.push(text.slice(at, colon))
    values.push(text.slice(colon + 1, end))
    at = end + 1
  }
  return { names, values }
}

export class Shapes {
  private readonly numbers = new Map<string, number>()
  /** By number: what stands before each value. */
  private readonly before = new Map<number, readonly string[]>()

  constructor(private readonly sql: Sql) {
    this.reload()
  }

  /** After a rollback: only what is stored may be used. */
  reload(): void {
    this.numbers.clear()
    this.before.clear()
    for (const { id, names } of this.sql.all<{ id: number; names: string }>('SELECT id, names FROM shapes')) {
      this.remember(id, names)
    }
  }

  pack(text: string): string {
    const { names, values } = takeApart(text)
    const number = names.length <= MAX_FIELDS ? this.numberOf(names.join()) : undefined
    return number === undefined || !names.length ? text : `${number}${BETWEEN}${values.join(BETWEEN)}`
  }

  unpack(packed: string): string {
    if (packed.startsWith('{')) return packed
    const parts = packed.split(BETWEEN)
    const before = this.before.get(Number(parts[0])) ?? []
    let text = ''
    for (let i = 0; i < before.length; i++) text += (before[i] ?? '') + (parts[i + 1] ?? '')
    return `${text}}`
  }

  private numberOf(names: string): number | undefined {
    const known = this.numbers.get(names)
    if (known !== undefined || this.numbers.size >= MAX_SHAPES) return known
    const id = this.numbers.size + 1
    this.sql.run('INSERT INTO shapes (id, names) VALUES (?, ?)', id, names)
    this.remember(id, names)
    return id
  }

  private remember(id: number, names: string): void {
    this.numbers.set(names, id)
    const list = JSON.parse(`[${names}]`) as string[]
    this.before.set(
      id,
      list.map((name, i) => `${i ? ',' : '{'}${JSON.stringify(name)}:`),
    )
  }
}
