// Is a text well written, and what does it say in this voice? Spintax in order, locked words in every branch.
import { POST_TEXT_MAX } from '../limits'
import { eachBranchTaken, type Piece, renderChoice } from './pieces'
import { parseSpintax, type SpintaxFault, type SpokenPiece, speakAs } from './spintax'
import { TONES, type Tone } from './tone'

export type PlanFault = SpintaxFault | 'locked-word-in-choice' | 'empty'
export type WritingFault =
  | { ok: false; reason: 'too-long'; characters: number; limit: number }
  | { ok: false; reason: PlanFault; at: number }

type Written = { text: string; lockedWords: readonly string[] }

const occurrences = (text: string, word: string): number => (word === '' ? 0 : text.split(word).length - 1)

export const firstOf = (piece: SpokenPiece): string => (typeof piece === 'string' ? piece : renderChoice(piece, 0))

/** The first choice of which some branch gains or loses a locked word; it may also straddle the choice's edge. */
function findBrokenLock(pieces: readonly SpokenPiece[], lockedWords: readonly string[]): number | undefined {
  const firsts = pieces.map(firstOf)
  const source = firsts.join('')
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i]
    if (piece === undefined || typeof piece === 'string') continue
    const around: Piece[] = [firsts.slice(0, i).join(''), piece, firsts.slice(i + 1).join('')]
    const texts = eachBranchTaken(around)
    const breaks = (word: string) => texts.some((text) => occurrences(text, word) !== occurrences(source, word))
    if (lockedWords.some(breaks)) return piece.at
  }
  return undefined
}

export type ReadWriting = { ok: true; pieces: readonly SpokenPiece[] } | { ok: false; reason: PlanFault; at: number }

export function readWriting({ text, lockedWords }: Written, tone: Tone): ReadWriting {
  const parsed = parseSpintax(text)
  if (!parsed.ok) return parsed
  const spoken = speakAs(parsed.pieces, tone)
  if (!spoken.ok) return spoken
  const at = findBrokenLock(spoken.pieces, lockedWords)
  return at === undefined ? spoken : { ok: false, reason: 'locked-word-in-choice', at }
}

/** Whether the text can be read in every voice and is short enough; how much it can vary is not asked here. */
export function checkWriting(written: Written): { ok: true } | WritingFault {
  const characters = Array.from(written.text).length
  if (characters > POST_TEXT_MAX) return { ok: false, reason: 'too-long', characters, limit: POST_TEXT_MAX }
  for (const tone of TONES) {
    const read = readWriting(written, tone)
    if (!read.ok) return read
  }
  return { ok: true }
}
