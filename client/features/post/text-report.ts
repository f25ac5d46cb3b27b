// What the desk says of a Moments text while it is written: is it well formed, does it keep its facts, can it vary enough?
import { missingLockedWords } from '@shared/domain/draft'
import { measureFold } from '@shared/domain/fold'
import { dealText } from '@shared/domain/variant/deal'
import { type ChoicePlan, compilePlan, planSpace } from '@shared/domain/variant/plan'
import { checkSpaces, type TextAsked, type TextVerdict } from '@shared/domain/variant/text-check'
import { TONES, type Tone } from '@shared/domain/variant/tone'
import { checkWriting } from '@shared/domain/variant/writing'

export type TextReport = {
  verdict: TextVerdict
  missing: string[]
  spaces: { tone: Tone; space: number }[] // empty while the text is not well formed
  plans: Partial<Record<Tone, ChoicePlan>>
}

export const reportText = (asked: TextAsked, reps: number): TextReport => {
  const missing = missingLockedWords(asked.text, asked.lockedWords)
  const nothing = { missing, spaces: [], plans: {} }
  const writing = checkWriting(asked)
  if (!writing.ok) return { ...nothing, verdict: writing }
  const report: TextReport = { ...nothing, spaces: [], plans: {}, verdict: writing }
  for (const tone of TONES) {
    const result = compilePlan({ ...asked, tone })
    if (!result.ok) return { ...nothing, verdict: result }
    report.plans[tone] = result.plan
    report.spaces.push({ tone, space: planSpace(result.plan) })
  }
  return { ...report, verdict: checkSpaces(report.spaces, reps) }
}

/** The text as one rep of this tone would get it; the text as written while it cannot be dealt. */
export const sampleText = (report: TextReport, text: string, sample: { tone: Tone; attempt: number }): string => {
  const plan = report.plans[sample.tone]
  if (!plan) return text
  return dealText(plan, { postId: 'preview', version: 1, repId: 'preview', attempt: sample.attempt }).text
}

/** Where the meter says that Moments may fold: the first character that no longer shows, or the text's length. */
export const foldAt = (text: string): number => {
  if (!measureFold(text).folds) return text.length
  let shown = 0
  let hidden = text.length
  while (hidden - shown > 1) {
    const middle = Math.floor((shown + hidden) / 2)
    if (measureFold(text.slice(0, middle)).folds) hidden = middle
    else shown = middle
  }
  return shown
}
