// What did the editor mean by {A|B|C}? Nested choices, escapes, and the exact place where the writing is broken.
import type { Branch, Choice, Piece } from './pieces'

export const MAX_SPINTAX_DEPTH = 5
export const MAX_BRANCHES = 20
export const MAX_CHOICE_POINTS = 60

export type SpintaxFault = 'unclosed' | 'unopened' | 'empty-choice' | 'too-deep' | 'too-many'

/** A top-level choice remembers where its `{` stands in what the editor wrote. */
export type SpintaxPiece = string | (Choice & { at: number })

export type SpintaxResult =
  | { ok: true; pieces: readonly SpintaxPiece[]; choicePoints: number }
  | { ok: false; reason: SpintaxFault; at: number }

type Level = { at: number; branches: Branch[]; pieces: Piece[]; literal: string }

const newLevel = (at: number): Level => ({ at, branches: [], pieces: [], literal: '' })
const ESCAPABLE = '{}|\\'

function closeLiteral(level: Level): void {
  if (level.literal !== '') level.pieces.push(level.literal)
  level.literal = ''
}

/** Ends the branch being read. False when nothing stands between the bars: almost always a slip of the editor. */
function closeBranch(level: Level): boolean {
  closeLiteral(level)
  const [first] = level.pieces
  if (first === undefined) return false
  level.branches.push(level.pieces.length === 1 && typeof first === 'string' ? first : level.pieces)
  level.pieces = []
  return true
}

class Reader {
  readonly root = newLevel(0)
  readonly rootChoices: number[] = []
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
    if (this.open.length === 0) this.rootChoices.push(level.at)
    this.top.pieces.push({ any: level.branches })
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
    const fault = step(reader, char, at)
    if (fault !== undefined) return { ok: false, reason: fault, at }
  }
  if (reader.unclosedAt !== undefined) return { ok: false, reason: 'unclosed', at: reader.unclosedAt }
  closeLiteral(reader.root)
  let seen = 0
  const pieces = reader.root.pieces.map((piece): SpintaxPiece => {
    if (typeof piece === 'string') return piece
    const at = reader.rootChoices[seen] ?? 0
    seen += 1
    return { any: piece.any, at }
  })
  return { ok: true, pieces, choicePoints: reader.choicePoints }
}
