// May a rep post her own edit of her text? No fact may be lost or altered, and no word may come in that must not be used.
import { type AdFinding, addedFindings } from './advert/check'
import { type GuardFinding, judgeText } from './variant/guard/judge'

export type EditVerdict =
  | { ok: true }
  | { ok: false; reason: 'edit-breaks'; facts: readonly GuardFinding[]; words: readonly AdFinding[] }

/** A hint stays a hint: it does not stop her. */
export const judgeEdit = (edit: string, of: { dealt: string; lockedWords: readonly string[] }): EditVerdict => {
  const verdict = judgeText(edit, of.dealt, { lockedWords: of.lockedWords, scope: 'edit' })
  const words = addedFindings(edit, of.dealt).filter(({ severity }) => severity !== 'hint')
  if (verdict.ok && words.length === 0) return { ok: true }
  return { ok: false, reason: 'edit-breaks', facts: verdict.ok ? [] : verdict.findings, words }
}
