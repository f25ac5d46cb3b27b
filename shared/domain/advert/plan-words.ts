// What do the plans of a post say that must be looked at, and that its author did not write?
import { sourceText } from '../variant/deal'
import type { Plans } from '../variant/ledger'
import { eachBranchTaken } from '../variant/pieces'
import { TONES } from '../variant/tone'
import { addedFindings } from './check'
import type { PostFinding } from './sign'

/** Each wording once, in its sentence; `at` is its place in that text. */
export const checkPlanWords = (plans: Plans): PostFinding[] => {
  const found = new Map<string, PostFinding>()
  for (const tone of TONES) {
    const source = sourceText(plans[tone])
    for (const text of eachBranchTaken(plans[tone].pieces))
      for (const finding of addedFindings(text, source))
        found.set(`${finding.id}/${finding.word}`, { ...finding, field: 'wording' })
  }
  return Array.from(found.values())
}
