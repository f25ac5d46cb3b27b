// What may vary in this post, and what is frozen? Compiled per tone, to judge a post before it is published and whenever a text is dealt.
import { measureFold } from '../fold'
import { closerChoice, type ExtrasSize, openerChoice } from './extras'
import { countBranch, eachBranchTaken, longestBranch, type Piece, renderChoice } from './pieces'
import { type ChoicePoint, findChoicePoints } from './points'
import { legalTailAt, protectedMask } from './protect'
import { parseSpintax, type SpintaxFault, type SpintaxPiece } from './spintax'
import type { Tone } from './tone'

/**
 * Fixed pieces and choice points, self-contained plain JSON of 1–3 KB. A later edit of our phrase lists changes plans but
 * no text already dealt: kits store the text. Every choice's first branch is the author's own wording.
 */
export type ChoicePlan = { tone: Tone; pieces: readonly Piece[] }

export type PlanFault = SpintaxFault | 'locked-word-in-choice' | 'empty'
export type PlanResult = { ok: true; plan: ChoicePlan } | { ok: false; reason: PlanFault; at: number }
export type PlanInput = { text: string; lockedWords: readonly string[]; tone: Tone }

/** No plan should hold fewer texts than this: below it even a small team meets its own words again. */
export const SMALLEST_SPACE = 10_000

/** What a plan aims for when it weighs variety against folding: 20 texts for each of 5,000 reps. */
const ROOMY_SPACE = 100_000

type Helping = { breaks: boolean; extras: ExtrasSize }

/** What may be added, from the most to the least: the first that does not fold and is large enough wins. */
const HELPINGS: readonly Helping[] = [
  { breaks: true, extras: 'all' },
  { breaks: false, extras: 'all' },
  { breaks: true, extras: 'short' },
  { breaks: false, extras: 'short' },
  { breaks: false, extras: 'none' },
]
/** When none is both: texts of their own come first, with as few lines added as that takes. */
const RESCUES: readonly Helping[] = [
  { breaks: false, extras: 'short' },
  { breaks: true, extras: 'short' },
  { breaks: false, extras: 'all' },
]

function occurrences(text: string, word: string): number {
  return word === '' ? 0 : text.split(word).length - 1
}

/** The first choice of which some branch gains or loses a locked word; it may also straddle the choice's edge. */
function findBrokenLock(pieces: readonly SpintaxPiece[], lockedWords: readonly string[]): number | undefined {
  const firsts = pieces.map((piece) => (typeof piece === 'string' ? piece : renderChoice(piece, 0)))
  const source = firsts.join('')
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i]
    if (piece === undefined || typeof piece === 'string') continue
    const around: Piece[] = [firsts.slice(0, i).join(''), { any: piece.any }, firsts.slice(i + 1).join('')]
    const texts = eachBranchTaken(around)
    const breaks = (word: string) => texts.some((text) => occurrences(text, word) !== occurrences(source, word))
    if (lockedWords.some(breaks)) return piece.at
  }
  return undefined
}

type Source = { text: string; points: ChoicePoint[] }

/** The source with every spintax choice at its first branch, and where those choices stand in it. */
function readSource(pieces: readonly SpintaxPiece[]): Source {
  const points: ChoicePoint[] = []
  let text = ''
  for (const piece of pieces) {
    const from = text.length
    text += typeof piece === 'string' ? piece : renderChoice(piece, 0)
    if (typeof piece !== 'string') points.push({ from, to: text.length, options: piece.any })
  }
  return { text, points }
}

function assemble(text: string, points: readonly ChoicePoint[]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { from, to, options } of points) {
    if (from > done) pieces.push(text.slice(done, from))
    pieces.push({ any: options })
    done = to
  }
  if (done < text.length) pieces.push(text.slice(done))
  return pieces
}

const inReadingOrder = (a: ChoicePoint, b: ChoicePoint) => a.from - b.from || a.to - b.to

function piecesFor(source: Source, input: PlanInput, helping: Helping): Piece[] {
  const { text } = source
  const { tone, lockedWords } = input
  const tail = legalTailAt(text)
  const body = text.slice(0, tail).replace(/\s+$/, '')
  const mask = protectedMask(text, lockedWords)
  for (const { from, to } of source.points) mask.fill(true, from, to)
  const found = findChoicePoints({ text, mask, end: body.length, tone }, helping.breaks)
  const points = [...found, ...source.points].sort(inReadingOrder)
  return assemble(text, body === '' ? points : withExtras(points, { tone, body, size: helping.extras }))
}

/** The opener goes before everything, the closer behind every ornament at the body's end and before the legal tail. */
function withExtras(points: readonly ChoicePoint[], to: { tone: Tone; body: string; size: ExtrasSize }): ChoicePoint[] {
  const { tone, body, size } = to
  const end = body.length
  const opener = openerChoice(tone, body, size)
  const closer = closerChoice(tone, body, size)
  const isBefore = (point: ChoicePoint) => point.from < end || point.to === end
  return [
    ...(opener ? [{ from: 0, to: 0, options: opener.any }] : []),
    ...points.filter(isBefore),
    ...(closer ? [{ from: end, to: end, options: closer.any }] : []),
    ...points.filter((point) => !isBefore(point)),
  ]
}

function choosePieces(source: Source, input: PlanInput): Piece[] {
  const alreadyFolds = measureFold(source.text).folds
  const isLargeEnough = (pieces: readonly Piece[]) => countBranch(pieces) >= ROOMY_SPACE
  for (const helping of HELPINGS) {
    const pieces = piecesFor(source, input, helping)
    if (isLargeEnough(pieces) && (alreadyFolds || !measureFold(longestBranch(pieces)).folds)) return pieces
  }
  for (const helping of RESCUES) {
    const pieces = piecesFor(source, input, helping)
    if (isLargeEnough(pieces)) return pieces
  }
  return piecesFor(source, input, { breaks: true, extras: 'all' })
}

/** Compiles one post for one tone. The same input always gives the same plan. */
export function compilePlan(input: PlanInput): PlanResult {
  const parsed = parseSpintax(input.text)
  if (!parsed.ok) return parsed
  const brokenAt = findBrokenLock(parsed.pieces, input.lockedWords)
  if (brokenAt !== undefined) return { ok: false, reason: 'locked-word-in-choice', at: brokenAt }
  const source = readSource(parsed.pieces)
  if (source.text.trim() === '') return { ok: false, reason: 'empty', at: 0 }
  return { ok: true, plan: { tone: input.tone, pieces: choosePieces(source, input) } }
}
