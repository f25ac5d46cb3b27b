// With which characters can a match of a pattern begin? Read off the pattern itself, so that it is tried nowhere else.

/** `chars` null: with any. */
type Start = { chars: readonly string[] | null; mayBeEmpty: boolean }
type Cursor = { readonly source: string; at: number }

const ANY: Start = { chars: null, mayBeEmpty: false }
const NOTHING: Start = { chars: [], mayBeEmpty: true }
/** A longer range may as well be any character. */
const RANGE_MAX = 64

const peek = ({ source, at }: Cursor): string => source.charAt(at)
const take = (cursor: Cursor): string => {
  cursor.at += 1
  return cursor.source.charAt(cursor.at - 1)
}

/** What follows a backslash; null: a class of characters, or a place between two. */
function readEscape(cursor: Cursor): string | null {
  const name = take(cursor)
  if (name === 'n') return '\n'
  if (name !== 'u') return /[a-z0-9]/i.test(name) ? null : name
  cursor.at += 4
  return String.fromCharCode(Number.parseInt(cursor.source.slice(cursor.at - 4, cursor.at), 16))
}
const readUnit = (cursor: Cursor): string | null => {
  const unit = take(cursor)
  return unit === '\\' ? readEscape(cursor) : unit
}

function charsBetween(first: string, last: string): string[] | null {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)]
  if (to - from > RANGE_MAX) return null
  return Array.from({ length: to - from + 1 }, (_, n) => String.fromCharCode(from + n))
}

function readClass(cursor: Cursor): Start {
  let chars: string[] | null = []
  if (peek(cursor) === '^') chars = null
  while (peek(cursor) !== ']') {
    const first = readUnit(cursor)
    const isRange = peek(cursor) === '-' && cursor.source.charAt(cursor.at + 1) !== ']'
    if (isRange) cursor.at += 1
    const last = isRange ? readUnit(cursor) : first
    const more = first === null || last === null ? null : charsBetween(first, last)
    chars = chars === null || more === null ? null : chars.concat(more)
  }
  cursor.at += 1
  return { chars, mayBeEmpty: false }
}

function readGroup(cursor: Cursor): Start {
  const kind = /^\?[:!=]/.test(cursor.source.slice(cursor.at)) ? cursor.source.charAt(cursor.at + 1) : ''
  if (kind !== '') cursor.at += 2
  const inside = readChoices(cursor)
  cursor.at += 1
  return kind === '!' || kind === '=' ? NOTHING : inside
}

function readAtom(cursor: Cursor): Start {
  const unit = take(cursor)
  if (unit === '(') return readGroup(cursor)
  if (unit === '[') return readClass(cursor)
  const char = unit === '\\' ? readEscape(cursor) : unit
  return char === null || /[.^$]/.test(unit) ? ANY : { chars: [char], mayBeEmpty: false }
}

/** An atom and how often it stands there. */
function readTerm(cursor: Cursor): Start {
  const { chars, mayBeEmpty } = readAtom(cursor)
  const rest = cursor.source.slice(cursor.at)
  const [often = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(rest) ?? []
  cursor.at += often.length
  return { chars, mayBeEmpty: mayBeEmpty || /^(?:[?*]|\{0\D)/.test(often) }
}

const either = (a: Start['chars'], b: Start['chars']): Start['chars'] => (a === null || b === null ? null : a.concat(b))

function readSequence(cursor: Cursor): Start {
  let start = NOTHING
  while (cursor.at < cursor.source.length && !/[|)]/.test(peek(cursor))) {
    const next = readTerm(cursor)
    if (start.mayBeEmpty) start = { chars: either(start.chars, next.chars), mayBeEmpty: next.mayBeEmpty }
  }
  return start
}

function readChoices(cursor: Cursor): Start {
  let start = readSequence(cursor)
  while (peek(cursor) === '|') {
    cursor.at += 1
    const other = readSequence(cursor)
    start = { chars: either(start.chars, other.chars), mayBeEmpty: start.mayBeEmpty || other.mayBeEmpty }
  }
  return start
}

/** Each once; null: its matches may begin with anything, or hold nothing. No lookbehind. */
export function startsOf(source: string): ReadonlySet<string> | null {
  const { chars, mayBeEmpty } = readChoices({ source, at: 0 })
  return chars === null || mayBeEmpty ? null : new Set(chars)
}
