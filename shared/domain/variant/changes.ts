// How does a dealt text depart from what HQ wrote? For the rep who wonders why hers differs.
import { GAP_KINDS } from './layout'
import { isChoice, radixOf, renderChoice, sourceOf } from './pieces'
import type { ChoicePlan } from './plan'

export type Changes = { opener: string; closer: string; words: { from: string; to: string }[]; layout: boolean }

/** Only words are named: a mark or an emoji more or less belongs to the layout. */
const isWording = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

export function changesOf(plan: ChoicePlan, digits: readonly number[]): Changes {
  const changes: Changes = { opener: '', closer: '', words: [], layout: false }
  const choices = plan.pieces.filter(isChoice)
  let at = 0
  let place = 0
  const end = plan.pieces.map(sourceOf).join('').length
  for (const piece of plan.pieces) {
    const from = sourceOf(piece)
    if (isChoice(piece)) {
      const to = renderChoice(piece, (digits[place] ?? 0) % radixOf(piece))
      place += 1
      const isLine = from === '' && isWording(to)
      if (isLine && at === 0) changes.opener = to.trim()
      else if (isLine) changes.closer = to.trim()
      else if (from !== to && (isWording(from) || isWording(to))) changes.words.push({ from, to })
      else if (from !== to) changes.layout = true
    }
    at = Math.min(end, at + from.length)
  }
  const styled = GAP_KINDS.some((_, i) => (digits[choices.length + i] ?? 0) !== 0)
  return { ...changes, layout: changes.layout || styled }
}
