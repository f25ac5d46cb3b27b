// Which texts make a pattern work hardest? What it repeats, over and over after what leads there, then what it cannot take.

/** unit: one character, written as a letter, an escape or a class. look: what stands ahead and is not taken. */
type Part =
  | { is: 'unit'; source: string }
  | { is: 'group' | 'look'; choices: Part[][] }
  | { is: 'repeat'; part: Part; least: number; most: number }
  | { is: 'place' }

const GROUP = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y
const CLASS = /\[(?:\\[\s\S]|[^\]\\])*\]/y
const ESCAPE = /\\(?:u\{\w+\}|u\w{4}|x\w{2}|k<\w+>|p\{[\w=]+\}|[\s\S])/iy
const LETTER = /[\s\S]/uy
const OFTEN = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y
const isPlace = (source: string): boolean => /^(?:[$^]|\\[bB1-9k])/.test(source)

type Cursor = { readonly source: string; at: number }
const next = (cursor: Cursor, what: RegExp): RegExpExecArray | null => {
  what.lastIndex = cursor.at
  const found = what.exec(cursor.source)
  if (found) cursor.at = what.lastIndex
  return found
}

function readAtom(cursor: Cursor): Part {
  const [group] = next(cursor, GROUP) ?? []
  if (group !== undefined) {
    const choices = readChoices(cursor)
    cursor.at += 1
    return { is: /[=!]$/.test(group) ? 'look' : 'group', choices }
  }
  const [source = ''] = next(cursor, CLASS) ?? next(cursor, ESCAPE) ?? next(cursor, LETTER) ?? []
  return isPlace(source) ? { is: 'place' } : { is: 'unit', source }
}

function readTerm(cursor: Cursor): Part {
  const part = readAtom(cursor)
  const often = next(cursor, OFTEN)
  if (!often) return part
  const [, mark, from, comma, to] = often
  if (mark) return { is: 'repeat', part, least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Infinity }
  return { is: 'repeat', part, least: Number(from), most: Number(to || (comma ? Infinity : from)) }
}

function readChoices(cursor: Cursor): Part[][] {
  const choices: Part[][] = [[]]
  while (cursor.at < cursor.source.length && cursor.source.charAt(cursor.at) !== ')') {
    if (next(cursor, /\|/y)) choices.push([])
    else choices[choices.length - 1]?.push(readTerm(cursor))
  }
  return choices
}

/** What a class may take besides the letters of the pattern itself. */
const LETTERS = 'aA0 \n一中，.-'
const CLASS_LETTERS = 5
const WORDS_MAX = 60

const unitsOf = (part: Part): string[] => {
  if (part.is === 'unit') return [part.source]
  if (part.is === 'repeat') return unitsOf(part.part)
  return part.is === 'place' ? [] : part.choices.flat().flatMap(unitsOf)
}

type Letters = ReadonlyMap<string, readonly string[]>

/** Which letters each unit of a pattern takes: a few, and those first that most of its units take. */
function lettersOf(choices: readonly Part[][], flags: string): Letters {
  const units = [...new Set(choices.flat().flatMap(unitsOf))]
  const letters = [...new Set([...LETTERS, ...units.flatMap((unit) => Array.from(unit.replace(/\\./g, '')))])]
  const taken = units.map((unit) => {
    const one = new RegExp(`^${unit}$`, flags.replace(/[^isu]/g, ''))
    return [unit, letters.filter((letter) => one.test(letter))] as const
  })
  const times = new Map<string, number>()
  for (const [, all] of taken) for (const letter of all) times.set(letter, (times.get(letter) ?? 0) + 1)
  const often = (letter: string): number => times.get(letter) ?? 0
  return new Map(taken.map(([unit, all]) => [unit, all.sort((a, b) => often(b) - often(a)).slice(0, CLASS_LETTERS)]))
}

/** Each choice at least once; not every choice with every other. */
function wordsInRow(row: readonly Part[], letters: Letters): string[] {
  const columns = row.map((part) => wordsOf(part, letters)).filter((words) => words.length > 0)
  const most = Math.max(1, ...columns.map((words) => words.length))
  return Array.from({ length: most }, (_, nth) => columns.map((words) => words[nth % words.length]).join(''))
}

function wordsOf(part: Part, letters: Letters): readonly string[] {
  if (part.is === 'unit') return letters.get(part.source) ?? []
  if (part.is === 'group') return part.choices.flatMap((row) => wordsInRow(row, letters)).slice(0, WORDS_MAX)
  if (part.is !== 'repeat') return ['']
  const once = wordsOf(part.part, letters)
  return part.least === 0 ? ['', ...once] : once.map((word) => word.repeat(part.least))
}

/** Each word, each with the one after it, and any two that another word can begin to read: 快 and 要, where 快要 is one. */
function pumpsOf(part: Part, letters: Letters): string[] {
  const words = [...new Set(wordsOf(part, letters))].filter((word) => word !== '')
  if (part.is === 'unit') return words
  const nexts = words.map((word, nth) => word + (words[nth + 1] ?? words[0]))
  const pairs = words.flatMap((one) =>
    words
      .filter((other) => words.some((word) => word.length > one.length && (one + other).startsWith(word)))
      .map((other) => one + other),
  )
  return [...new Set([...words, ...nexts, ...pairs.slice(0, WORDS_MAX)])]
}

/** From so many times on it counts as a run. */
const RUN = 8

/** `again`: what is repeated; `before`: what leads up to it. */
export type Pump = { before: string; again: string }

function pumpsIn(choices: readonly Part[][], before: string, letters: Letters): Pump[] {
  return choices.flatMap((row) => {
    let lead = before
    return row.flatMap((part) => {
      const from = lead
      lead += wordsOf(part, letters)[0] ?? ''
      const inner = part.is === 'repeat' ? part.part : part
      const own = part.is === 'repeat' && part.most >= RUN ? pumpsOf(inner, letters) : []
      const within = inner.is === 'group' || inner.is === 'look' ? pumpsIn(inner.choices, from, letters) : []
      return [...own.map((again) => ({ before: from, again })), ...within]
    })
  })
}

/** None for a pattern without runs: wherever it begins it looks at a few characters. */
export function pumpsFor({ source, flags }: Pick<RegExp, 'source' | 'flags'>): Pump[] {
  const choices = readChoices({ source, at: 0 })
  return pumpsIn(choices, '', lettersOf(choices, flags))
}

/** Taken by hardly any class, then by none that stops at a line's end; in a text without Han V8 passes over Han. */
const END = '\u0001\n龘'
const repeated = (word: string, length: number): string =>
  word === '' ? '' : word.repeat(Math.ceil(length / word.length))

/** About so long: the run once, what leads to it over and over, and both over and over. */
export function textsOf({ before, again }: Pump, length: number): string[] {
  const texts = [before + repeated(again, length), repeated(before + again, length), repeated(before, length)]
  return [...new Set(texts)].filter((text) => text !== '').map((text) => text + END)
}
