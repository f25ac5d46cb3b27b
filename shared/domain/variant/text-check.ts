// May this post be published? Long enough to vary for its audience, short enough for Moments, and well written.
import { compilePlan, planSpace, SMALLEST_SPACE } from './plan'
import { TONES, type Tone } from './tone'
import { checkWriting, type WritingFault } from './writing'

/**
 * Texts that a voice needs for N reps: 0.4 N². Random draws from so many would meet about once, and the ledger then has
 * room to keep texts apart: 10^7 for 5,000 reps (variation.md §1.3).
 */
export const SPACE_PER_PAIR = 0.4

export type TextVerdict =
  | { ok: true }
  | WritingFault
  | { ok: false; reason: 'space-too-small'; tone: Tone; space: number; needed: number; morePoints: number }

export const spaceNeeded = (audienceSize: number): number =>
  Math.max(SMALLEST_SPACE, SPACE_PER_PAIR * audienceSize * audienceSize)

export type TextAsked = { text: string; lockedWords: readonly string[]; vetoes?: readonly string[] }

/** The voice with the least room decides. `morePoints` counts further choices of two branches each. */
export function checkSpaces(spaces: readonly { tone: Tone; space: number }[], audienceSize: number): TextVerdict {
  const needed = spaceNeeded(audienceSize)
  const [tightest] = [...spaces].sort((a, b) => a.space - b.space)
  if (tightest === undefined || tightest.space >= needed) return { ok: true }
  const { tone, space } = tightest
  return { ok: false, reason: 'space-too-small', tone, space, needed, morePoints: Math.ceil(Math.log2(needed / space)) }
}

export function checkPostText(asked: TextAsked, audienceSize: number, tones: readonly Tone[] = TONES): TextVerdict {
  const writing = checkWriting(asked)
  if (!writing.ok) return writing
  const spaces: { tone: Tone; space: number }[] = []
  for (const tone of tones) {
    const result = compilePlan({ ...asked, tone })
    if (!result.ok) return result
    spaces.push({ tone, space: planSpace(result.plan) })
  }
  return checkSpaces(spaces, audienceSize)
}
