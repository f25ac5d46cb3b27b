// What did the editor mean by {A|B|C}? Nested choices, voices, weights, escapes, and the exact place where it is broken.
import type { Branch, Choice } from './pieces'
import type { Tone } from './tone'

export const MAX_SPINTAX_DEPTH = 5
export const MAX_BRANCHES = 20
export const MAX_CHOICE_POINTS = 60
export const MAX_WEIGHT = 9

export type SpintaxFault = 'unclosed' | 'unopened' | 'empty-choice' | 'too-deep' | 'too-many' | 'no-branch-for-tone'

/** A branch as written: `[专业]` before it keeps it to that voice (null: all), `[3]` deals it three times as often. */
export type WrittenBranch = { pieces: readonly WrittenPiece[]; tones: readonly Tone[] | null; weight: number }
export type WrittenChoice = { branches: readonly WrittenBranch[]; at: number }
export type WrittenPiece = string | WrittenChoice

export type SpintaxResult =
  | { ok: true; pieces: readonly WrittenPiece[]; choicePoints: number }
  | { ok: false; reason: SpintaxFault; at: number }

type Label = { tones: readonly Tone[] | null; weight: number }
type Level = { at: number; branches: WrittenBranch[]; pieces: WrittenPiece[]; literal: string; label: Label }

const NO_LABEL: Label = { tones: null, weight: 1 }
const newLevel = (at: number): Level => ({ at, branches: [], pieces: [], literal: '', label: NO_LABEL })
const ESCAPABLE = '{}|\\['
const TONE_NAMES: Readonly<Record<string, Tone>> = {
  亲切: 'warm',
  专业: 'expert',
  活泼: 'lively',
  warm: 'warm',
  expert: 'expert',
  lively: 'lively',
}

/**
 * Reads `[专业]`, `[3]`, `[亲切、活泼 2]` at the start of a branch. Anything else in brackets is text: WeChat's own
 * `[玫瑰]` looks just like it.
 */
function readLabel(source: string, at: number): { label: Label; length: number } | undefined {
  const end = source.indexOf(']', at)
  if (source.charAt(at) !== '[' || end < 0) return undefined
  const words = source.slice(at + 1, end).split(/[\s,，、]+/)
  const tones: Tone[] = []
  let weight = 1
  for (const word of words) {
    const tone = TONE_NAMES[word]
    if (tone !== undefined) tones.push(tone)
    else if (/^[1-9]$/.test(word)) weight = Number(word)
    else return undefined
  }
  return { label: { tones: tones.length === 0 ? null : tones, weight }, length: end + 1 - at }
}

function closeLiteral(level: Level): void {
  if (level.literal !== '') level.pieces.push(level.literal)
  level.literal = ''
}

/** Ends the branch being read. False when nothing stands between the bars: almost always a slip of the editor. */
function closeBranch(level: Level): boolean {
  closeLiteral(level)
  if (level.pieces.length === 0) return false
  level.branches.push({ pieces: level.pieces, ...level.label })
  level.pieces = []
  level.label = NO_LABEL
  return true
}

class Reader {
  readonly root = newLevel(0)
  private readonly open: Level[] = []
  private points = 0

  get choicePoints(): number {
    return this.points
  }

  get top(): Level {
    return this.open[this.open.length - 1] ?? this.root
  }

  get unclosedAt(): number | undefined {
    return this.open[this.open.length - 1]?.at
  }

  /** Whether a label may stand here: directly behind `{` or `|`. */
  get isAtBranchStart(): boolean {
    const { top } = this
    return top !== this.root && top.literal === '' && top.pieces.length === 0 && top.label === NO_LABEL
  }

  openChoice(at: number): SpintaxFault | undefined {
    if (this.open.length === MAX_SPINTAX_DEPTH) return 'too-deep'
    this.points += 1
    if (this.points > MAX_CHOICE_POINTS) return 'too-many'
    closeLiteral(this.top)
    this.open.push(newLevel(at))
    return undefined
  }

  nextBranch(): SpintaxFault | undefined {
    const level = this.open[this.open.length - 1]
    if (level === undefined) {
      this.root.literal += '|'
      return undefined
    }
    if (!closeBranch(level)) return 'empty-choice'
    return level.branches.length === MAX_BRANCHES ? 'too-many' : undefined
  }

  closeChoice(): SpintaxFault | undefined {
    const level = this.open.pop()
    if (level === undefined) return 'unopened'
    if (!closeBranch(level) || level.branches.length < 2) return 'empty-choice'
    this.top.pieces.push({ branches: level.branches, at: level.at })
    return undefined
  }
}

function step(reader: Reader, char: string, at: number): SpintaxFault | undefined {
  if (char === '{') return reader.openChoice(at)
  if (char === '|') return reader.nextBranch()
  if (char === '}') return reader.closeChoice()
  reader.top.literal += char
  return undefined
}

/** Reads editor spintax. Offsets (`at`) count UTF-16 units of the source, as a text field's selection does. */
export function parseSpintax(source: string): SpintaxResult {
  const reader = new Reader()
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at)
    const next = source.charAt(at + 1)
    if (char === '\\' && next !== '' && ESCAPABLE.indexOf(next) >= 0) {
      reader.top.literal += next
      at += 1
      continue
    }
    const labelled = reader.isAtBranchStart ? readLabel(source, at) : undefined
    if (labelled) {
      reader.top.label = labelled.label
      at += labelled.length - 1
      continue
    }
    const fault = step(reader, char, at)
    if (fault !== undefined) return { ok: false, reason: fault, at }
  }
  if (reader.unclosedAt !== undefined) return { ok: false, reason: 'unclosed', at: reader.unclosedAt }
  closeLiteral(reader.root)
  return { ok: true, pieces: reader.root.pieces, choicePoints: reader.choicePoints }
}

/** A top-level choice remembers where its `{` stands in what the editor wrote. */
export type SpokenPiece = string | (Choice & { at: number })
export type SpokenResult =
  | { ok: true; pieces: readonly SpokenPiece[] }
  | { ok: false; reason: 'no-branch-for-tone'; at: number }

type Spoken = { pieces: SpokenPiece[]; missingAt: number | undefined }

/** Only top-level choices need their place. */
const branchOf = (pieces: readonly SpokenPiece[]): Branch => {
  const [only] = pieces
  if (pieces.length === 1 && typeof only === 'string') return only
  return pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    const { at: _, ...choice } = piece
    return choice
  })
}

function speakChoice(choice: WrittenChoice, tone: Tone, into: Spoken): void {
  const fitting = choice.branches.filter(({ tones }) => tones === null || tones.indexOf(tone) >= 0)
  if (fitting.length === 0) into.missingAt ??= choice.at
  const spoken = fitting.map((branch) => {
    const inner = speak(branch.pieces, tone)
    into.missingAt ??= inner.missingAt
    return inner.pieces
  })
  const [only] = spoken
  if (spoken.length === 1 && only) {
    into.pieces.push(...only)
    return
  }
  const weights = fitting.map(({ weight }) => weight)
  const isWeighted = weights.some((weight) => weight !== 1)
  into.pieces.push({ any: spoken.map(branchOf), ...(isWeighted ? { weights } : {}), at: choice.at })
}

function speak(pieces: readonly WrittenPiece[], tone: Tone): Spoken {
  const into: Spoken = { pieces: [], missingAt: undefined }
  for (const piece of pieces) {
    if (typeof piece === 'string') into.pieces.push(piece)
    else speakChoice(piece, tone, into)
  }
  return into
}

/** The pieces that this voice may say. A choice with one branch left is no choice any more. */
export function speakAs(pieces: readonly WrittenPiece[], tone: Tone): SpokenResult {
  const { pieces: spoken, missingAt } = speak(pieces, tone)
  if (missingAt !== undefined) return { ok: false, reason: 'no-branch-for-tone', at: missingAt }
  return { ok: true, pieces: spoken }
}
