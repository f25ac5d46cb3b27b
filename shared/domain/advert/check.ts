// What in this text would the Advertising Law or WeChat's rules object to, where, and what could stand instead?
import { type Folded, foldText } from './fold'
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

type Compiled = { word: AdWord; find: RegExp; exceptions: RegExp[]; when: RegExp | null; unless: RegExp | null }
type Hit = { word: AdWord; start: number; end: number }

const optional = (source: string | undefined): RegExp | null => (source === undefined ? null : new RegExp(source))

function compile(word: AdWord): Compiled {
  return {
    word,
    find: new RegExp(word.pattern, 'g'),
    exceptions: word.exceptions.map((source) => new RegExp(source, 'g')),
    when: optional(word.when),
    unless: optional(word.unless),
  }
}

/** Words of a batch are tried one by one only where the batch's joint pattern hits: most texts touch few batches. */
type Batch = { any: RegExp; words: Compiled[] }
const BATCH_SIZE = 12
let batches: readonly Batch[] | null = null

function compiledBatches(): readonly Batch[] {
  if (batches !== null) return batches
  const made: Batch[] = []
  for (let i = 0; i < AD_WORDS.length; i += BATCH_SIZE) {
    const words = AD_WORDS.slice(i, i + BATCH_SIZE)
    const any = new RegExp(words.map((word) => `(?:${word.pattern})`).join('|'))
    made.push({ any, words: words.map(compile) })
  }
  batches = made
  return made
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

function hitsOf({ word, find, exceptions, when, unless }: Compiled, text: string): Hit[] {
  const hits: Hit[] = []
  find.lastIndex = 0
  for (let match = find.exec(text); match !== null; match = find.exec(text)) {
    const hit = { word, start: match.index, end: match.index + match[0].length }
    if (isExcepted(text, hit, exceptions)) find.lastIndex = match.index + 1
    else hits.push(hit)
  }
  if (hits.length === 0 || when?.test(text) === false || unless?.test(text) === true) return []
  return hits
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
  const hits: Hit[] = []
  for (const batch of compiledBatches()) {
    if (batch.any.test(folded.text)) for (const each of batch.words) hits.push(...hitsOf(each, folded.text))
  }
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
