// How are the sentences and clauses of a post set on the screen? One style for the whole text, as a person would do it.

import { type Ground, spread } from './ground'
import { endsEmoji, endsInRareHan, isEndMark, isHan } from './marks'
import type { Gap, GapKind } from './pieces'
import { clauseAround, isFactualClause, isFree } from './protect'
import type { Tone } from './tone'

/** A gap lies at [from, to) of the source and reads `gap` there. */
export type GapPoint = Gap & { from: number; to: number }

/** What may stand in all gaps of a kind instead of what the author put there. */
export type Styles = Readonly<Record<GapKind, readonly string[]>>
export const GAP_KINDS: readonly GapKind[] = ['sentences', 'clauses']

/** More than this many gaps are not restyled: the rest stays as written. */
const MAX_GAPS = 8

/** What stands in every gap instead, by voice. Bullets are characters every phone draws. */
const BREAKS: readonly string[] = ['\n', '\n\n']
const BULLETS: Readonly<Record<Tone, readonly string[]>> = {
  warm: ['\n· ', '\n✨', '\n☘️', '\n▫️'],
  expert: ['\n· ', '\n• ', '\n▪️', '\n— '],
  lively: ['\n✨', '\n⭐', '\n✔️', '\n👉'],
}

/** A line that begins so is set by the author: it gets no bullet of ours. */
const OWN_STYLE = /(?:^|\n)\s*(?:[-*•·▪▫✅✨⭐🔸🔹👉1-9①-⑨]|[一二三四五][、.])/u

/** The expert voice writes its commas. */
const CLAUSE_STYLES: Readonly<Record<Tone, readonly string[]>> = { warm: [' '], expert: [], lively: [' '] }
/** A single clause more or less is no style. */
const FEWEST_COMMAS = 2

/** Between two sentences, in a lone blank after one, or at a single line break that is already there. */
function sentenceGaps({ text, mask, end }: Ground): GapPoint[] {
  const gaps: GapPoint[] = []
  for (let at = 1; at < end - 1; at += 1) {
    const here = text.charAt(at)
    const before = text.charAt(at - 1)
    const next = text.charAt(at + 1)
    const opens = isHan(next) || '【「“《'.indexOf(next) >= 0
    if (here === '\n') {
      const isLone = before !== '\n' && before !== '\r' && next !== '\n' && next !== ' '
      if (isLone && isFree(mask, at, at + 1)) gaps.push({ from: at, to: at + 1, gap: '\n', between: 'sentences' })
    } else if (here === ' ' && isFree(mask, at, at + 1)) {
      const afterSentence =
        isEndMark(before) || (endsEmoji(before) && !endsInRareHan(text.slice(Math.max(0, at - 2), at)))
      if (afterSentence && opens) gaps.push({ from: at, to: at + 1, gap: ' ', between: 'sentences' })
    } else if (isEndMark(here) && isFree(mask, at, at + 1) && opens) {
      gaps.push({ from: at + 1, to: at + 1, gap: '', between: 'sentences' })
    }
  }
  return spread(gaps, MAX_GAPS)
}

/** A comma may go between two clauses of talk: figures and terms stay tied to what they belong to. */
function mayGo({ text, mask }: Ground, at: number): boolean {
  if (!isFree(mask, at, at + 1) || !isHan(text.charAt(at - 1)) || text.charAt(at + 1) === '\n') return false
  return !isFactualClause(clauseAround(text, at - 1)) && !isFactualClause(clauseAround(text, at + 1))
}

function commasIn(text: string, from: number, to: number): number[] {
  const commas: number[] = []
  for (let at = from; at < to; at += 1) if (text.charAt(at) === '，') commas.push(at)
  return commas
}

/** The commas of sentences all of whose commas may go: blanks and commas side by side look like a slip. */
function clauseGaps(ground: Ground): GapPoint[] {
  const { text, end } = ground
  const gaps: GapPoint[] = []
  for (let from = 0, to = 0; from < end; from = to + 1) {
    to = from
    while (to < end && !isEndMark(text.charAt(to)) && text.charAt(to) !== '\n') to += 1
    const commas = commasIn(text, from, to)
    if (!commas.every((at) => mayGo(ground, at))) continue
    gaps.push(...commas.map((at): GapPoint => ({ from: at, to: at + 1, gap: '，', between: 'clauses' })))
  }
  return gaps.length < FEWEST_COMMAS ? [] : gaps
}

export const findGaps = (ground: Ground): GapPoint[] => [...sentenceGaps(ground), ...clauseGaps(ground)]

/** The styles that suit this text and cost no more than `room` further characters; none where there is no gap. */
export function layoutStyles(text: string, tone: Tone, { gaps, room }: { gaps: readonly Gap[]; room: number }): Styles {
  const count = (kind: GapKind) => gaps.filter(({ between }) => between === kind).length
  const sentences = count('sentences')
  const all = OWN_STYLE.test(text) || sentences < 2 ? BREAKS : [...BREAKS, ...BULLETS[tone]]
  return {
    sentences: sentences === 0 ? [] : all.filter((style) => style.length * sentences <= room),
    clauses: count('clauses') === 0 ? [] : CLAUSE_STYLES[tone],
  }
}

/** What stands in a gap when its kind's digit is `digit`: 0 is what the author put there. */
export const gapAs = (styles: Styles, { gap, between }: Gap, digit: number): string =>
  styles[between][(digit % (styles[between].length + 1)) - 1] ?? gap

/** A line break may cost up to a whole line of the fold meter. */
export const widestGap = ({ sentences }: Styles): string | undefined =>
  sentences.length === 0 ? undefined : '\n'.repeat(sentences.some((style) => style.startsWith('\n\n')) ? 2 : 1)
