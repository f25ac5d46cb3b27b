// What in this text would the Advertising Law or WeChat's rules object to, where, and what could stand instead?
import { type Folded, foldText } from './fold'
import { startsOf } from './starts'
import type { AdClass, AdWord, Severity } from './word'
import { AD_WORDS } from './words.data'

export type AdFinding = {
  id: string
  class: AdClass
  severity: Severity
  /** As it stands in the text. */
  word: string
  /** UTF-16 offset. */
  at: number
  instead: readonly string[]
  article: string
}

const RANK: Readonly<Record<Severity, number>> = { hint: 1, sign: 2, block: 3 }
/** How much of the sentence on either side an exception may look at, in UTF-16 units. */
const WINDOW = 40
const SENTENCE_END = /[。！？!?；;\n…]/

/** `find` looks at one place only. */
type Compiled = { word: AdWord; find: RegExp; exceptions: RegExp[]; when: RegExp | null; unless: RegExp | null }
type Hit = { word: AdWord; start: number; end: number }

const optional = (source: string | undefined): RegExp | null => (source === undefined ? null : new RegExp(source))

function compile(word: AdWord): Compiled {
  return {
    word,
    find: new RegExp(word.pattern, 'y'),
    exceptions: word.exceptions.map((source) => new RegExp(source, 'g')),
    when: optional(word.when),
    unless: optional(word.unless),
  }
}

/**
 * A word is tried only where a character stands that it can begin with. Left to itself the engine finds such places
 * quickly only while it has compiled little: in a process that has lived long V8 takes ten times as long.
 */
type Index = { all: readonly Compiled[]; at: ReadonlyMap<string, readonly number[]>; anywhere: readonly number[] }
let index: Index | null = null

function compiledIndex(): Index {
  if (index !== null) return index
  const at = new Map<string, number[]>()
  const anywhere: number[] = []
  AD_WORDS.forEach(({ pattern }, nth) => {
    const starts = startsOf(pattern)
    if (starts === null) anywhere.push(nth)
    starts?.forEach((char) => {
      const words = at.get(char)
      if (words) words.push(nth)
      else at.set(char, [nth])
    })
  })
  index = { all: AD_WORDS.map(compile), at, anywhere }
  return index
}

function sentenceAround(text: string, hit: Hit): { text: string; from: number } {
  let from = hit.start
  while (from > 0 && hit.start - from < WINDOW && !SENTENCE_END.test(text.charAt(from - 1))) from -= 1
  let to = hit.end
  while (to < text.length && to - hit.end < WINDOW && !SENTENCE_END.test(text.charAt(to))) to += 1
  return { text: text.slice(from, to), from }
}

/** Whether some match of `pattern` covers the whole hit; every start is tried, for matches may overlap. */
function covers(pattern: RegExp, sentence: { text: string; from: number }, hit: Hit): boolean {
  const start = hit.start - sentence.from
  const end = hit.end - sentence.from
  pattern.lastIndex = 0
  for (let match = pattern.exec(sentence.text); match !== null; match = pattern.exec(sentence.text)) {
    if (match.index > start) return false
    if (match.index + match[0].length >= end) return true
    pattern.lastIndex = match.index + 1
  }
  return false
}

function isExcepted(text: string, hit: Hit, exceptions: readonly RegExp[]): boolean {
  if (exceptions.length === 0) return false
  const sentence = sentenceAround(text, hit)
  return exceptions.some((each) => covers(each, sentence, hit))
}

/** A word's hits so far, and where the next may begin. */
type Tried = { hits: Hit[]; from: number }

function tryAt(text: string, at: number, { word, find, exceptions }: Compiled, tried: Tried): void {
  if (at < tried.from) return
  find.lastIndex = at
  const match = find.exec(text)
  if (match === null) return
  const hit = { word, start: at, end: at + match[0].length }
  if (isExcepted(text, hit, exceptions)) return
  tried.hits.push(hit)
  tried.from = hit.end
}

/** By word, in the order of the list. */
function hitsIn(text: string): Hit[] {
  const { all, at, anywhere } = compiledIndex()
  const found = new Map<Compiled, Tried>()
  const tryWord = (nth: number, start: number): void => {
    const each = all[nth]
    if (!each) return
    const tried = found.get(each) ?? { hits: [], from: 0 }
    tryAt(text, start, each, tried)
    if (tried.hits.length > 0) found.set(each, tried)
  }
  for (let start = 0; start < text.length; start += 1) {
    for (const nth of at.get(text.charAt(start)) ?? []) tryWord(nth, start)
    for (const nth of anywhere) tryWord(nth, start)
  }
  const counts = ({ when, unless }: Compiled): boolean => when?.test(text) !== false && unless?.test(text) !== true
  return all.filter((each) => found.has(each) && counts(each)).flatMap((each) => found.get(each)?.hits ?? [])
}

const weightier = (a: Hit, b: Hit): number =>
  RANK[b.word.severity] - RANK[a.word.severity] || b.end - b.start - (a.end - a.start) || a.start - b.start

/** Of hits that overlap the most severe stays, then the longest, then the first. */
function withoutOverlaps(hits: readonly Hit[], length: number): Hit[] {
  const taken = new Uint8Array(length)
  const kept = [...hits].sort(weightier).filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (taken[at] === 1) return false
    taken.fill(1, start, end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

function findingOf(original: string, { starts }: Folded, { word, start, end }: Hit): AdFinding {
  const at = starts[start] ?? 0
  const last = starts[end - 1] ?? at
  return {
    id: word.id,
    class: word.class,
    severity: word.severity,
    word: original.slice(at, last + 1),
    at,
    instead: word.instead,
    article: word.article,
  }
}

/** In reading order, without overlaps. */
export function checkAdvert(text: string): AdFinding[] {
  const folded = foldText(text)
  const hits = hitsIn(folded.text)
  return withoutOverlaps(hits, folded.text.length).map((hit) => findingOf(text, folded, hit))
}

/** What `text` brings in that `source` did not already say at least as badly: for a rep's edit or a suggestion. */
export function addedFindings(text: string, source: string): AdFinding[] {
  const found = checkAdvert(text)
  if (found.length === 0) return []
  const had = new Map<string, number>()
  for (const { word, severity } of checkAdvert(source)) {
    const key = foldText(word).text
    had.set(key, Math.max(had.get(key) ?? 0, RANK[severity]))
  }
  return found.filter(({ word, severity }) => (had.get(foldText(word).text) ?? 0) < RANK[severity])
}

export function worstOf(findings: readonly { severity: Severity }[]): Severity | null {
  return findings.reduce<Severity | null>(
    (worst, { severity }) => (worst === null || RANK[severity] > RANK[worst] ? severity : worst),
    null,
  )
}
