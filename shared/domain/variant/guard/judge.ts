// May this text stand for that one? Judges what no plan made: an alternative for a sentence, a rep's own edit.
import { openCase } from './case'
import { checkAnchors, checkConcepts } from './facts-kept'
import { checkForm } from './form'
import { checkNegations } from './negations'
import { type GuardScope, type GuardVerdict, toVerdict } from './verdict'
import { checkWording } from './wording'

export type { GuardFinding, GuardReason, GuardScope, GuardVerdict } from './verdict'

/**
 * `source` is what the text stands for: the author's sentence, or the text this rep was dealt before she touched it
 * (not the author's post, which her words have left already). The source itself always passes. Findings come most important first, each with a reason and the word it is about.
 * The guard compares; whether the source's own claims are lawful is another question.
 */
export function judgeText(
  candidate: string,
  source: string,
  of: { lockedWords: readonly string[]; scope: GuardScope },
): GuardVerdict {
  if (candidate === source) return { ok: true }
  const it = openCase(candidate, source, of)
  return toVerdict([
    ...checkForm(it),
    ...checkAnchors(it),
    ...checkConcepts(it),
    ...checkNegations(it),
    ...checkWording(it),
  ])
}
