// Which everyday wordings of this post may be said another way, here, in this voice?

import type { ChoicePoint, Ground } from '../ground'
import { clauseAround, isFactualClause, isFree, isTerms } from '../protect'
import type { Lexicon } from './all'
import type { Alternative, Entry } from './entry'

/** Keeps the plan small: a 2,000-character post varies in its first places, which are the ones that are read. */
const MAX_POINTS = 40
/** Wordings this short stay out of clauses that tell facts. */
const SHORT_WORDING = 2
/** An alternative that already stands this near would sound like a stammer. */
const ECHO_REACH = 12

type Hit = { from: number; to: number; entry: Entry }

function fits({ text, mask, end, edges }: Ground, from: number, entry: Entry): boolean {
  const to = from + entry.from.length
  if (to > end || !isFree(mask, from, to)) return false
  const head = text.slice(Math.max(0, from - ECHO_REACH), from)
  const rest = text.slice(to, to + ECHO_REACH)
  if (entry.notAfter.some((word) => head.endsWith(word))) return false
  if (entry.notBefore.some((word) => rest.startsWith(word))) return false
  const clause = clauseAround(text, from)
  if (isTerms(clause) || (entry.from.length <= SHORT_WORDING && isFactualClause(clause))) return false
  return edges(from) && edges(to)
}

/** Leftmost, then longest; the same in every voice, so that texts of two voices can be compared place by place. */
function findHits(ground: Ground, lexicon: Lexicon): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < ground.end && hits.length < MAX_POINTS; at += 1) {
    const entry = lexicon.at(ground.text, at).find((each) => fits(ground, at, each))
    if (!entry) continue
    const to = at + entry.from.length
    hits.push({ from: at, to, entry })
    at = to - 1
  }
  return hits
}

/** 了了, 我我: a character that would stand twice where it did not. */
function stammers(text: string, { from, to, entry }: Hit, wording: string): boolean {
  const before = text.charAt(from - 1)
  const after = text.charAt(to)
  const first = wording.charAt(0)
  const last = wording.slice(-1)
  return (
    (before !== '' && before === first && before !== entry.from.charAt(0)) ||
    (after !== '' && after === last && after !== entry.from.slice(-1))
  )
}

/** Two characters in a row that `near` has and the author's wording has not: 熬夜的姐妹、敏感的姐妹. */
function echoes(near: string, from: string, wording: string): boolean {
  for (let at = 0; at + 2 <= wording.length; at += 1) {
    const pair = wording.slice(at, at + 2)
    if (from.indexOf(pair) < 0 && near.indexOf(pair) >= 0) return true
  }
  return near.indexOf(wording) >= 0
}

function suits(ground: Ground, hit: Hit, { text: wording, tones }: Alternative): boolean {
  if (tones !== null && tones.indexOf(ground.tone) < 0) return false
  if (ground.vetoes.some((word) => wording.indexOf(word) >= 0)) return false
  const near =
    ground.text.slice(Math.max(0, hit.from - ECHO_REACH), hit.from) +
    '\n' +
    ground.text.slice(hit.to, hit.to + ECHO_REACH)
  return !echoes(near, hit.entry.from, wording) && !stammers(ground.text, hit, wording)
}

export function lexicalPoints(ground: Ground, lexicon: Lexicon): ChoicePoint[] {
  return findHits(ground, lexicon).flatMap((hit) => {
    if (ground.vetoes.some((word) => hit.entry.from.indexOf(word) >= 0)) return []
    const others = hit.entry.to.filter((alternative) => suits(ground, hit, alternative)).map(({ text }) => text)
    if (others.length === 0) return []
    return [{ from: hit.from, to: hit.to, options: [hit.entry.from, ...others] }]
  })
}
