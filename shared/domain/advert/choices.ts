// What does a text say once its choices are made? A word that {…|…} cuts in two is found here, also across two choices.
import { eachBranchTaken } from '../variant/pieces'
import { parseSpintax, type SpokenPiece, speakAs } from '../variant/spintax'
import { TONES } from '../variant/tone'
import { type AdFinding, addedFindings, checkAdvert } from './check'

/** Two choices farther apart than this hold no word between them, in UTF-16 units. */
const REACH = 12
/** Nobody writes so many by hand: further pairs of wordings are not looked at, so that no text keeps anyone waiting. */
const PAIRS_MAX = 1_500
/** How much on either side of two choices is looked at first. */
const AROUND = 40

/** A text with some choices made; `part` is what stands around these. `at`: the first of them as written. */
type Said = { text: string; part: string; at: number }

const firstOf = (piece: SpokenPiece): string =>
  typeof piece === 'string' ? piece : (eachBranchTaken([piece])[0] ?? '')

function sayings(pieces: readonly SpokenPiece[], firstAt: number): Said[] {
  const firsts = pieces.map(firstOf)
  const between = (from: number, to?: number): string => firsts.slice(from, to).join('')
  const all: Said[] = [{ text: between(0), part: between(0), at: firstAt }]
  let pairs = 0
  pieces.forEach((piece, i) => {
    if (typeof piece === 'string') return
    const [before, after, said] = [between(0, i), between(i + 1), eachBranchTaken([piece])]
    for (const one of said) all.push({ text: before + one + after, part: before + one + after, at: piece.at })
    const j = pieces.findIndex((other, place) => place > i && typeof other !== 'string')
    const next = pieces[j]
    const [middle, end] = [between(i + 1, j), between(j + 1)]
    if (next === undefined || middle.length > REACH) return
    for (const one of said)
      for (const other of eachBranchTaken([next])) {
        pairs += 1
        if (pairs > PAIRS_MAX) return
        const both = one + middle + other
        const part = before.slice(-AROUND) + both + end.slice(0, AROUND)
        all.push({ text: before + both + end, part, at: piece.at })
      }
  })
  return all
}

/** Findings beyond those of the text as written; `at` is where the choice opens. Nothing for broken spintax. */
export function checkChoices(written: string): AdFinding[] {
  const parsed = parseSpintax(written)
  if (!parsed.ok || parsed.choicePoints === 0) return []
  const seen = new Set<string>()
  const found = new Map<string, AdFinding>()
  for (const tone of TONES) {
    const spoken = speakAs(parsed.pieces, tone)
    if (!spoken.ok) continue
    for (const { text, part, at } of sayings(spoken.pieces, written.indexOf('{'))) {
      if (seen.has(part)) continue
      seen.add(part)
      if (part !== text && checkAdvert(part).length === 0) continue
      for (const finding of addedFindings(text, written)) {
        const key = `${finding.id}/${finding.word}`
        if (!found.has(key)) found.set(key, { ...finding, at })
      }
    }
  }
  return Array.from(found.values())
}
