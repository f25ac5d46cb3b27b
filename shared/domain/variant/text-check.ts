// May this post be published? Long enough to vary for its audience, short enough for Moments, and well written.
import { POST_TEXT_MAX } from '../limits'
import { planSpace } from './deal'
import { compilePlan, type PlanFault, SMALLEST_SPACE } from './plan'
import { TONES, type Tone } from './tone'

/**
 * Texts per rep that a plan must hold. With 20, a freshly dealt text is already taken in at most 1 of 20 draws, so a
 * rep's claim succeeds at the first or second attempt even when the whole audience speaks in one tone.
 */
export const SPACE_PER_REP = 20

export type TextVerdict =
  | { ok: true }
  | { ok: false; reason: 'too-long'; characters: number; limit: number }
  | { ok: false; reason: PlanFault; at: number }
  | { ok: false; reason: 'space-too-small'; tone: Tone; space: number; needed: number; morePoints: number }

export const spaceNeeded = (audienceSize: number): number => Math.max(SMALLEST_SPACE, SPACE_PER_REP * audienceSize)

/** The tone with the least room decides. `morePoints` counts further choices of two branches each. */
export function checkPostText(text: string, lockedWords: readonly string[], audienceSize: number): TextVerdict {
  const characters = Array.from(text).length
  if (characters > POST_TEXT_MAX) return { ok: false, reason: 'too-long', characters, limit: POST_TEXT_MAX }
  const needed = spaceNeeded(audienceSize)
  let tightest: { tone: Tone; space: number } | undefined
  for (const tone of TONES) {
    const result = compilePlan({ text, lockedWords, tone })
    if (!result.ok) return result
    const space = planSpace(result.plan)
    if (tightest === undefined || space < tightest.space) tightest = { tone, space }
  }
  if (tightest === undefined || tightest.space >= needed) return { ok: true }
  const morePoints = Math.ceil(Math.log2(needed / tightest.space))
  return { ok: false, reason: 'space-too-small', ...tightest, needed, morePoints }
}
