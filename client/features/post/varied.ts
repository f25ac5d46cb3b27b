// What can HQ do about a word that varies: is it the editor's own choice, an added line, or the lexicon's wording?
import { sourceText } from '@shared/domain/variant/deal'
import { renderChoice } from '@shared/domain/variant/pieces'
import { parseSpintax, speakAs } from '@shared/domain/variant/spintax'
import type { Tone } from '@shared/domain/variant/tone'
import type { TextReport } from './text-report'
import type { VariedWord } from './use-pool'
import { unbroken } from './words-found'

/** Characters of one veto. */
export const VETO_MAX = 20
const AROUND = 6

/** Places at which the text of this voice has a choice that the editor wrote. */
const writtenAt = (text: string, tone: Tone): number[] => {
  const parsed = parseSpintax(text)
  const spoken = parsed.ok ? speakAs(parsed.pieces, tone) : parsed
  if (!spoken.ok) return []
  const places: number[] = []
  let at = 0
  for (const piece of spoken.pieces) {
    if (typeof piece !== 'string') places.push(at)
    at += typeof piece === 'string' ? piece.length : renderChoice(piece, 0).length
  }
  return places
}

/** written: the editor's own choice · line: put before or after the text · word: from our list. */
export type Origin = 'written' | 'line' | 'word'
export const originOf = ({ from, options, tones }: VariedWord, text: string): Origin => {
  if (options[0] === '') return 'line'
  return tones.some((tone) => writtenAt(text, tone).indexOf(from) >= 0) ? 'written' : 'word'
}

/** What stands around the word in the text as written. */
export const aroundOf = ({ from, options, tones }: VariedWord, { plans }: TextReport) => {
  const [tone] = tones
  const plan = tone && plans[tone]
  const source = plan ? sourceText(plan) : ''
  const end = from + (options[0] ?? '').length
  return {
    before: unbroken(source.slice(Math.max(0, from - AROUND), from)),
    after: unbroken(source.slice(end, end + AROUND)),
  }
}

/** A veto keeps out every word that holds it. */
export const isVetoed = (word: string, vetoes: readonly string[]): boolean =>
  vetoes.some((veto) => word.indexOf(veto) >= 0)

export const addVeto = (vetoes: readonly string[], word: string): string[] =>
  vetoes.indexOf(word) >= 0 ? [...vetoes] : [...vetoes, word]
