// Which of the wordings a model proposed may HQ see? Masks whole, nothing frozen added, past the guard and the ad check.
import { addedFindings } from '../advert/check'
import { judgeText } from './guard/judge'
import { protectedMask } from './protect'
import { normalisedEditDistance } from './similarity'
import { type MaskedSentence, PLACEHOLDER, unmask } from './suggest-sentences'

/** Why a candidate was dropped; for figures, never shown. */
export type Drop = 'masks' | 'shape' | 'added' | 'guard' | 'advert' | 'alike'
export type Judged = { suggestions: readonly string[]; drops: readonly Drop[] }

export const SUGGESTIONS_MAX = 4
/** A model that sends far more than asked is not read to the end. */
const CANDIDATES_MAX = 8
/** Closer than this, two wordings are one. */
const ALIKE_BELOW = 0.15
const LONGER_AT_MOST = 1.6
const SHORTER_AT_LEAST = 0.5

/** Control characters, line ends and choice marks are no part of a sentence. */
const NO_PART = /[\p{Cc}\p{Zl}\p{Zp}{}|\\]/u

/** What is left where a word was dropped: a mark at the beginning, or two in a row. */
const GAP = /^[，、；：,;:]|[，、；：,;:][，、；：,;:]/

const isQuestion = (text: string) => /[？?]$/.test(text)

/** The mark at the end belongs to the post and stands outside of the sentence. */
const withoutEnd = (candidate: string): string => candidate.trim().replace(/[。！!～~.…]+$/, '')

const hasShape = (text: string, source: string): boolean => {
  const ratio = text.length / source.length
  if (ratio > LONGER_AT_MOST || ratio < SHORTER_AT_LEAST) return false
  if (NO_PART.test(text) || (GAP.test(text) && !GAP.test(source))) return false
  return isQuestion(text) === isQuestion(source)
}

/** "团购价⟦1⟧" where ⟦1⟧ is "购价99元": a word said just before a frozen span that begins with it, or just behind one. */
const stammers = (candidate: string, spans: readonly string[]): boolean => {
  const between = candidate.split(/⟦\d+⟧/)
  return spans.some((span, i) => {
    const before = (between[i] ?? '').slice(-2)
    const after = (between[i + 1] ?? '').slice(0, 2)
    return (before.length === 2 && span.startsWith(before)) || (after.length === 2 && span.endsWith(after))
  })
}

/** All that is frozen in the source is masked, so whatever is frozen between the masks is new: a number, a name, a "not". */
const addsFrozen = (candidate: string, lockedWords: readonly string[]): boolean =>
  protectedMask(candidate.replace(/⟦\d+⟧/g, PLACEHOLDER), lockedWords).includes(true)

const isAlike = (text: string, others: readonly string[]): boolean =>
  others.some((other) => normalisedEditDistance(text, other) < ALIKE_BELOW)

type Judging = { sentence: MaskedSentence; lockedWords: readonly string[] }

/** The whole text of a candidate that holds, or why it does not. */
function judgeCandidate(written: string, { sentence, lockedWords }: Judging): { text: string } | { drop: Drop } {
  const { source, spans } = sentence
  const candidate = withoutEnd(written)
  const text = unmask(candidate, spans)
  if (text === null || (stammers(candidate, spans) && !stammers(sentence.masked, spans))) return { drop: 'masks' }
  if (!hasShape(text, source)) return { drop: 'shape' }
  if (addsFrozen(candidate, lockedWords)) return { drop: 'added' }
  if (!judgeText(text, source, { lockedWords, scope: 'sentence' }).ok) return { drop: 'guard' }
  if (addedFindings(text, source).length > 0) return { drop: 'advert' }
  return { text }
}

/** At most SUGGESTIONS_MAX wordings, each unlike the source and unlike the others, in the model's order. */
export function pickSuggestions(candidates: readonly string[], judging: Judging): Judged {
  const suggestions: string[] = []
  const drops: Drop[] = []
  for (const candidate of candidates.slice(0, CANDIDATES_MAX)) {
    if (suggestions.length === SUGGESTIONS_MAX) break
    const judged = judgeCandidate(candidate, judging)
    if ('drop' in judged) drops.push(judged.drop)
    else if (isAlike(judged.text, [judging.sentence.source, ...suggestions])) drops.push('alike')
    else suggestions.push(judged.text)
  }
  return { suggestions, drops }
}
