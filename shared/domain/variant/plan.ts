// What may vary in this post, and what is frozen? Compiled per voice when a post is published; then it never changes.
import { measureFold } from '../fold'
import { wordEdges } from './edges'
import { expectedDifference, type LineRoom, linePlaces, type SentenceGap } from './extras'
import type { ChoicePoint } from './ground'
import { mixWords } from './hash'
import { findGaps, GAP_KINDS, type GapPoint, gapAs, layoutStyles, type Styles, widestGap } from './layout'
import {
  countBranch,
  type Gap,
  type GapKind,
  isChoice,
  longestBranch,
  type Piece,
  radixOf,
  renderChoice,
} from './pieces'
import { findChoicePoints, type PointKinds } from './points'
import { legalTailAt, protectedMask } from './protect'
import type { SpokenPiece } from './spintax'
import type { Tone } from './tone'
import { firstOf, type PlanFault, readWriting } from './writing'

/**
 * Fixed pieces, choices and gaps, self-contained plain JSON of 1–3 KB, stored with the published version: a later edit of
 * the lexicon changes nothing that is out. Every choice's first branch is the author's own wording.
 */
export type ChoicePlan = { tone: Tone; pieces: readonly Piece[]; styles: Styles }

export type PlanResult = { ok: true; plan: ChoicePlan } | { ok: false; reason: PlanFault; at: number }

/** Parts of the method, each of which an ablation can leave out. */
export type PlanParts = PointKinds & { lines: boolean; layout: boolean }
export const ALL_PARTS: PlanParts = { words: true, marks: true, lines: true, layout: true }

export type PlanInput = {
  text: string
  lockedWords: readonly string[]
  tone: Tone
  /** Words that HQ does not want varied or brought in, in this post. */
  vetoes?: readonly string[]
  parts?: PlanParts
}

/** No plan should hold fewer texts than this: below it even a small team meets its own words again. */
export const SMALLEST_SPACE = 10_000
/** What a plan aims for when it weighs variety against length and folding (variation.md §1.3). */
const ROOMY_SPACE = 1e7

/** How much longer a text may usually become, as a share of the source; the ledger takes somewhat longer ones. */
const GROWTH = 0.081
/** How much of the source's length the layout may add. */
const LAYOUT_GROWTH = 0.075
/** The longest line that may be added, and how often each place gets one. */
const LINE_CAPS: readonly number[] = [16, 12, 9, 7, 5, 4]
const LINE_SHARES: readonly number[] = [0.7, 0.5, 0.4, 0.3, 0.22]

type Helping = { lines: Omit<LineRoom, 'vetoes'> | null; layout: number }

const NOTHING: Helping = { lines: null, layout: 0 }
/** What may be added. */
const HELPINGS: readonly Helping[] = [
  ...LINE_CAPS.flatMap((cap) =>
    LINE_SHARES.flatMap((share) => [
      { lines: { cap, share, airy: true }, layout: LAYOUT_GROWTH },
      { lines: { cap, share, airy: false }, layout: 0 },
    ]),
  ),
  NOTHING,
]

type Source = { text: string; points: ChoicePoint[] }

/** The source with every spintax choice at its first branch, and where those choices stand in it. */
function readSource(pieces: readonly SpokenPiece[]): Source {
  const points: ChoicePoint[] = []
  let text = ''
  for (const piece of pieces) {
    const from = text.length
    text += firstOf(piece)
    if (typeof piece === 'string') continue
    const weights = piece.weights ? { weights: piece.weights } : {}
    points.push({ from, to: text.length, options: piece.any, ...weights })
  }
  return { text, points }
}

type Part = (ChoicePoint | GapPoint) & { order: number }

const toPiece = (part: Part): Piece => {
  if ('gap' in part) return { gap: part.gap, between: part.between }
  return part.weights ? { any: part.options, weights: part.weights } : { any: part.options }
}

function assemble(text: string, parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const part of parts) {
    if (part.from > done) pieces.push(text.slice(done, part.from))
    pieces.push(toPiece(part))
    done = part.to
  }
  if (done < text.length) pieces.push(text.slice(done))
  return pieces
}

/** What stands first where several parts meet. */
const ORDER = { opener: 0, found: 1, leadIn: 2, closer: 2, gap: 3, wrapUp: 4 } as const

const inReadingOrder = (a: Part, b: Part) => a.from - b.from || a.to - b.to || a.order - b.order

/** What a post offers before anything is added to it: the same for every helping. */
type Ground = {
  text: string
  body: string
  tone: Tone
  vetoes: readonly string[]
  found: readonly ChoicePoint[]
  gaps: readonly GapPoint[]
  sentenceGaps: readonly SentenceGap[]
}

function readGround(source: Source, { tone, lockedWords, vetoes = [], parts = ALL_PARTS }: PlanInput): Ground {
  const { text } = source
  const body = text.slice(0, legalTailAt(text)).replace(/\s+$/, '')
  const mask = protectedMask(text, lockedWords)
  for (const { from, to } of source.points) mask.fill(true, from, to)
  const ground = { text, mask, end: body.length, tone, vetoes, edges: wordEdges(text) }
  const found = [...findChoicePoints(ground, parts), ...source.points]
  // an entry may hold a comma of its own (另外，): that comma is then no place for the layout
  const gaps = findGaps(ground).filter((gap) => !found.some(({ from, to }) => from < gap.to && gap.from < to))
  const sentenceGaps = gaps.filter(({ between }) => between === 'sentences')
  return { text, body, tone, vetoes, found, gaps: parts.layout ? gaps : [], sentenceGaps }
}

/** `difference`: how far apart its texts are likely to be on account of what was added, in characters. */
type Candidate = { plan: ChoicePlan; difference: number }

function planFor(ground: Ground, { lines, layout }: Helping): Candidate {
  const { text, body, tone, vetoes, found, gaps } = ground
  const styles = layoutStyles(text, tone, { gaps, room: text.length * layout })
  const { sentenceGaps } = ground
  const places = lines ? linePlaces({ tone, body, gaps: sentenceGaps }, { ...lines, vetoes }) : []
  const parts: Part[] = [
    ...found.map((point) => ({ ...point, order: ORDER.found })),
    ...places.map(({ at, choice, place }) => ({
      from: at,
      to: at,
      options: choice.any,
      ...(choice.weights ? { weights: choice.weights } : {}),
      order: ORDER[place],
    })),
    ...gaps.filter((gap) => styles[gap.between].length > 0).map((gap) => ({ ...gap, order: ORDER.gap })),
  ]
  const plan = { tone, styles, pieces: assemble(text, parts.sort(inReadingOrder)) }
  const layoutDifference = styles.sentences.length > 0 ? sentenceGaps.length : 0
  return { plan, difference: expectedDifference(places, lines?.share ?? 1) + layoutDifference }
}

export const gapsOf = (plan: ChoicePlan, between: GapKind): Gap[] =>
  plan.pieces.filter((piece): piece is Gap => typeof piece !== 'string' && 'gap' in piece && piece.between === between)

/** Texts looked at to tell how long a plan's texts usually are: enough for a hundredth of the source's length. */
const SAMPLED = 60

/** The length of one text of the plan, drawn by `seed`, in UTF-16 units. */
function sampledLength(plan: ChoicePlan, seed: number): number {
  let word = seed
  const draw = (radix: number): number => {
    word = mixWords(word, radix)
    return word % radix
  }
  const styles = GAP_KINDS.map((kind) => draw(plan.styles[kind].length + 1))
  return plan.pieces.reduce((length, piece) => {
    if (typeof piece === 'string') return length + piece.length
    if (isChoice(piece)) return length + renderChoice(piece, draw(radixOf(piece))).length
    return length + gapAs(plan.styles, piece, styles[GAP_KINDS.indexOf(piece.between)] ?? 0).length
  }, 0)
}

/** How much longer than the source the plan's texts usually are (median), as a share of it. */
function growthOf(plan: ChoicePlan, source: string): number {
  const lengths = Array.from({ length: SAMPLED }, (_, seed) => sampledLength(plan, seed)).sort((a, b) => a - b)
  return (lengths[SAMPLED / 2] ?? 0) / source.length - 1
}

/** One more than its styles for each kind of gap: what the author put there counts too. */
export const styleRadices = ({ styles }: ChoicePlan): number[] => GAP_KINDS.map((kind) => styles[kind].length + 1)

/** How many texts the plan holds (a float, exact below 2^53). */
export const planSpace = (plan: ChoicePlan): number =>
  styleRadices(plan).reduce((space, radix) => space * radix, countBranch(plan.pieces))

/** The helping whose texts differ most while they keep to the length, do not fold, and are enough for everyone. */
function choosePlan(ground: Ground, withLines: boolean): ChoicePlan {
  const { text } = ground
  const alreadyFolds = measureFold(text).folds
  const mayFold = (plan: ChoicePlan) => measureFold(longestBranch(plan.pieces, widestGap(plan.styles))).folds
  const candidates = HELPINGS.map((each) => planFor(ground, withLines ? each : { ...each, lines: null })).sort(
    (a, b) => b.difference - a.difference,
  )
  const roomy = candidates.filter(({ plan }) => planSpace(plan) >= ROOMY_SPACE)
  const best = roomy.find(({ plan }) => growthOf(plan, text) <= GROWTH && (alreadyFolds || !mayFold(plan)))
  if (best) return best.plan
  // a text of her own comes first, with as little added as it takes
  const rescue = roomy.map(({ plan }) => ({ plan, growth: growthOf(plan, text) })).sort((a, b) => a.growth - b.growth)
  const most = candidates.sort((a, b) => planSpace(b.plan) - planSpace(a.plan))
  return (rescue[0] ?? most[0] ?? planFor(ground, NOTHING)).plan
}

function compile(input: PlanInput): PlanResult {
  const written = readWriting(input, input.tone)
  if (!written.ok) return written
  const source = readSource(written.pieces)
  if (source.text.trim() === '') return { ok: false, reason: 'empty', at: 0 }
  return { ok: true, plan: choosePlan(readGround(source, input), (input.parts ?? ALL_PARTS).lines) }
}

/** Four posts in three voices: what publishing asks again for its checks, its words and its deal. */
const REMEMBERED = 12
const remembered = new Map<string, PlanResult>()

/** Compiles one post for one voice. The same input always gives the same plan; the last few are remembered. */
export function compilePlan(input: PlanInput): PlanResult {
  const { text, lockedWords, tone, vetoes = [], parts = ALL_PARTS } = input
  const key = JSON.stringify([text, lockedWords, tone, vetoes, parts])
  const result = remembered.get(key) ?? compile(input)
  remembered.delete(key) // the last one used stands last
  remembered.set(key, result)
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
  return result
}
