// Which text does a digit vector stand for, and which vector comes n-th for this rep?
import { permuteDigits, toDigits } from './feistel'
import { hash32, hash53 } from './hash'
import { GAP_KINDS, gapAs } from './layout'
import { type Choice, isChoice, radixOf, renderChoice } from './pieces'
import { type ChoicePlan, styleRadices } from './plan'

export type PostKey = { postId: string; version: number }
export type DealKey = PostKey & { repId: string; attempt: number }
export type DealtText = { text: string; digits: number[] }

/** Above this, ordinals cannot be exact; nothing is lost, 2^53 texts are more than enough for any audience. */
const LARGEST_ORDINAL = Number.MAX_SAFE_INTEGER

export const choicesOf = (plan: ChoicePlan): Choice[] => plan.pieces.filter(isChoice)

/** One radix per choice in reading order, then one per kind of gap. */
export const radicesOf = (plan: ChoicePlan): number[] => [...choicesOf(plan).map(radixOf), ...styleRadices(plan)]

/** The text for a digit vector. Missing digits read as 0 and too large ones wrap, so stored digits always render. */
export function renderDigits(plan: ChoicePlan, digits: readonly number[]): string {
  const choices = choicesOf(plan).length
  let place = 0
  let text = ''
  for (const piece of plan.pieces) {
    if (typeof piece === 'string') text += piece
    else if (isChoice(piece)) {
      text += renderChoice(piece, (digits[place] ?? 0) % radixOf(piece))
      place += 1
    } else text += gapAs(plan.styles, piece, digits[choices + GAP_KINDS.indexOf(piece.between)] ?? 0)
  }
  return text
}

/** The trace undone: first branches, the author's own punctuation and layout, no opener, no closer. */
export const sourceText = (plan: ChoicePlan): string => renderDigits(plan, [])

/** The order in which a plan's vectors are dealt: the same for ever, for this version and voice. */
export type DealOrder = { radices: readonly number[]; size: number; salt: number }

export function dealOrder(plan: ChoicePlan, { postId, version }: PostKey): DealOrder {
  const radices = radicesOf(plan)
  const size = Math.min(
    radices.reduce((product, radix) => product * radix, 1),
    LARGEST_ORDINAL,
  )
  return { radices, size, salt: hash32(`${postId}/${version}/${plan.tone}`) }
}

/** The digits at a known place in the order. Different ordinals below its size have different digits. */
export const digitsAt = ({ radices, salt }: DealOrder, ordinal: number): number[] =>
  permuteDigits(toDigits(ordinal, radices), radices, salt)

/** Attempts step through the order one by one: "another one" is never one this rep has already seen. */
export const digitsFor = (order: DealOrder, repId: string, attempt: number): number[] =>
  digitsAt(order, ((hash53(repId) % order.size) + attempt) % order.size)

export function dealText(plan: ChoicePlan, key: DealKey): DealtText {
  const digits = digitsFor(dealOrder(plan, key), key.repId, key.attempt)
  return { text: renderDigits(plan, digits), digits }
}
