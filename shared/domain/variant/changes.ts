// How does a dealt text depart from what HQ wrote? For the rep who wonders why hers differs.
import { GAP_KINDS } from './layout'
import { isChoice, radixOf, renderChoice, sourceOf } from './pieces'
import type { ChoicePlan } from './plan'
import { legalTailAt } from './protect'

export type Changes = {
  opener: string
  asides: string[]
  closer: string
  words: { from: string; to: string }[]
  layout: boolean
}

/** Only words are named: a mark or an emoji more or less belongs to the layout. */
const isWording = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

export function changesOf(plan: ChoicePlan, digits: readonly number[]): Changes {
  const changes: Changes = { opener: '', asides: [], closer: '', words: [], layout: false }
  const choices = plan.pieces.filter(isChoice)
  let at = 0
  let place = 0
  const source = plan.pieces.map(sourceOf).join('')
  const body = source.slice(0, legalTailAt(source)).replace(/\s+$/, '').length
  for (const piece of plan.pieces) {
    const from = sourceOf(piece)
    if (isChoice(piece)) {
      const to = renderChoice(piece, (digits[place] ?? 0) % radixOf(piece))
      place += 1
      const isLine = from === '' && isWording(to)
      if (isLine && at === 0) changes.opener = to.trim()
      else if (isLine && at < body) changes.asides.push(to.trim())
      else if (isLine) changes.closer = to.trim()
      else if (from !== to && (isWording(from) || isWording(to))) changes.words.push({ from, to })
      else if (from !== to) changes.layout = true
    }
    at += from.length
  }
  const styled = GAP_KINDS.some((_, i) => (digits[choices.length + i] ?? 0) !== 0)
  return { ...changes, layout: changes.layout || styled }
}
