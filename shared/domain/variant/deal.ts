// Which of the plan's texts does this rep get? The same key always gets the same text.
import { permuteDigits, toDigits } from './feistel'
import { hash53 } from './hash'
import { type Choice, countBranch, countChoice, renderChoice } from './pieces'
import type { ChoicePlan } from './plan'

export type DealKey = { postId: string; version: number; repId: string; attempt: number }
export type DealtText = { text: string; digits: number[] }

/** Above this, ordinals cannot be exact; nothing is lost, 2^53 texts are more than enough for any audience. */
const LARGEST_ORDINAL = Number.MAX_SAFE_INTEGER

const choicesOf = (plan: ChoicePlan): Choice[] =>
  plan.pieces.filter((piece): piece is Choice => typeof piece !== 'string')

/** The size V of the plan: how many digit vectors it has (a float, exact below 2^53). */
export const planSpace = (plan: ChoicePlan): number => countBranch(plan.pieces)

/** The text for a digit vector. Missing digits read as 0 and too large ones wrap, so stored digits always render. */
export function renderDigits(plan: ChoicePlan, digits: readonly number[]): string {
  let place = 0
  return plan.pieces.reduce<string>((text, piece) => {
    if (typeof piece === 'string') return text + piece
    const digit = digits[place] ?? 0
    place += 1
    return text + renderChoice(piece, digit % countChoice(piece))
  }, '')
}

/** The trace undone: first branches, the author's own punctuation, no opener, no closer. */
export const sourceText = (plan: ChoicePlan): string => renderDigits(plan, [])

/** The text at a known place in the post's order. Different ordinals below V have different digits. */
export function dealOrdinal(plan: ChoicePlan, post: { postId: string; version: number }, ordinal: number): DealtText {
  const radices = choicesOf(plan).map(countChoice)
  const digits = permuteDigits(toDigits(ordinal, radices), radices, `${post.postId}/${post.version}`)
  return { text: renderDigits(plan, digits), digits }
}

/** Attempts step through the order one by one: "another one" is never one this rep has already seen. */
export function dealText(plan: ChoicePlan, key: DealKey): DealtText {
  const space = Math.min(planSpace(plan), LARGEST_ORDINAL)
  const ordinal = ((hash53(key.repId) % space) + key.attempt) % space
  return dealOrdinal(plan, key, ordinal)
}
