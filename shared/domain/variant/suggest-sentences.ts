// Which sentences of a draft can be worded otherwise, and what of each is frozen? Choices the editor wrote are left alone.
import { isHan } from './marks'
import { protectedMask } from './protect'
import { parseSpintax, type SpintaxFault } from './spintax'

/** [at, to) in what the editor wrote, escapes included; `source` is what stands there, read without them. */
export type Sentence = { at: number; to: number; source: string }
/** `masked`: the source with its frozen spans as ⟦1⟧ ⟦2⟧ …; `spans`: what they stand for, in order. */
export type MaskedSentence = Sentence & { masked: string; spans: readonly string[] }
export type SentencesResult =
  | { ok: true; sentences: readonly MaskedSentence[] }
  | { ok: false; reason: SpintaxFault; at: number }

/** Stands for a whole choice, and later for a frozen span: no letter of any text. */
export const PLACEHOLDER = '\ufffc'
/** Fewer free characters than this leave nothing to say otherwise. */
const FREE_MIN = 6
/** Longer runs without a full stop are lists or addresses rather than sentences. */
const SENTENCE_MAX = 120

/** What a backslash takes its meaning from, as in `spintax.ts`. */
const ESCAPABLE = '{}|\\['
const isEscapeAt = (written: string, at: number): boolean =>
  written.charAt(at) === '\\' && ESCAPABLE.indexOf(written.charAt(at + 1) || ' ') >= 0
export const withoutEscapes = (written: string): string => written.replace(/\\([{}|\\[])/g, '$1')

/** Each choice as one placeholder. from[i] is where unit i stands in what was written; one more entry marks the end. */
type Plain = { text: string; from: readonly number[] }

function plainOf(written: string): Plain {
  const from: number[] = []
  let text = ''
  let depth = 0
  for (let at = 0; at < written.length; at += 1) {
    const start = at
    const isEscape = isEscapeAt(written, at)
    if (isEscape) at += 1
    const unit = written.charAt(at)
    if (!isEscape && unit === '}') depth -= 1
    else if (!isEscape && unit === '{') depth += 1
    const isOpening = !isEscape && unit === '{' && depth === 1
    if (isOpening || (depth === 0 && (isEscape || unit !== '}'))) {
      text += isOpening ? PLACEHOLDER : unit
      from.push(start)
    }
  }
  return { text, from: [...from, written.length] }
}

/** Ornaments, line breaks and end marks part sentences and stay outside: the plan varies them by itself. */
const PARTING = /(?:[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u27bf]|\u2b50|\ufe0f|\u200d|[\r\n。！!～~…？?])+/g

type Range = { from: number; to: number }

/** Without the blanks around. A question keeps its mark: without it, it would be another sentence. */
function trimmed(text: string, { from, to }: Range): Range {
  let [start, end] = [from, to]
  if (text.charAt(end) === '？' || text.charAt(end) === '?') end += 1
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return { from: start, to: end }
}

function rangesOf(text: string, mask: readonly boolean[]): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (const match of text.matchAll(PARTING)) {
    // a mark inside a link or a quotation parts nothing
    if (mask[match.index] === true) continue
    ranges.push(trimmed(text, { from: start, to: match.index }))
    start = match.index + match[0].length
  }
  return [...ranges, trimmed(text, { from: start, to: text.length })]
}

function maskSpans(source: string, mask: readonly boolean[]): Pick<MaskedSentence, 'masked' | 'spans'> {
  const spans: string[] = []
  let masked = ''
  for (let at = 0; at < source.length; ) {
    let to = at
    while (to < source.length && mask[to] === mask[at]) to += 1
    if (mask[at] === true) masked += `⟦${spans.push(source.slice(at, to))}⟧`
    else masked += source.slice(at, to)
    at = to
  }
  return { masked, spans }
}

const isWorthAsking = (source: string, mask: readonly boolean[]): boolean => {
  if (source.length > SENTENCE_MAX || /[\ufffc⟦⟧]/.test(source)) return false
  return mask.filter((frozen, i) => !frozen && isHan(source.charAt(i))).length >= FREE_MIN
}

/** The sentences worth asking about, in reading order. */
export function readSentences(written: string, lockedWords: readonly string[]): SentencesResult {
  const parsed = parseSpintax(written)
  if (!parsed.ok) return parsed
  const { text, from } = plainOf(written)
  const mask = protectedMask(text, lockedWords)
  const sentences = rangesOf(text, mask).flatMap((range): MaskedSentence[] => {
    const source = text.slice(range.from, range.to)
    const frozen = mask.slice(range.from, range.to)
    if (!isWorthAsking(source, frozen)) return []
    const place = { at: from[range.from] ?? 0, to: from[range.to] ?? written.length }
    return [{ ...place, source, ...maskSpans(source, frozen) }]
  })
  return { ok: true, sentences }
}

/** The candidate with its masks filled in; null unless each mask stands there exactly once and in order. */
export function unmask(candidate: string, spans: readonly string[]): string | null {
  const found = Array.from(candidate.matchAll(/⟦(\d+)⟧/g), ([, number]) => Number(number))
  const inOrder = found.length === spans.length && found.every((number, i) => number === i + 1)
  if (!inOrder) return null
  const text = candidate.replace(/⟦(\d+)⟧/g, (_, number) => spans[Number(number) - 1] ?? '')
  return /[⟦⟧]/.test(text) ? null : text
}
