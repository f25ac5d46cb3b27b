// May HQ take what was offered as it stands? What WeChat is asked about it, and what of the answers or the words forbids it.
import { type AdFinding, checkAdvert } from './advert/check'
import type { Check, CheckItem } from './check'
import { standingOf } from './check'
import { type ChildFact, findChildFacts } from './minor'
import { type MoveDecision, mayDecide, type Submission } from './submission'

export const offerItems = ({ words, photos }: Pick<Submission, 'words' | 'photos'>): CheckItem[] => [
  { place: 'words', kind: 'text', content: words },
  ...photos.map(({ fileId }, n): CheckItem => ({ place: `photo.${n + 1}`, kind: 'image', content: fileId })),
]

/** What the law bars in her words, and what would tell which child it is. */
export type WordFindings = { advert: readonly AdFinding[]; child: readonly ChildFact[] }
export const findInWords = (words: string): WordFindings => ({
  advert: checkAdvert(words),
  child: findChildFacts(words),
})

export type AcceptDecision =
  | MoveDecision
  | {
      ok: false
      reason: 'stale-version' | 'offer-words-risky' | 'offer-check-risky' | 'offer-check-review' | 'offer-check-waiting'
      named?: string
    }

const no = (reason: Exclude<AcceptDecision, { ok: true } | MoveDecision>['reason'], named?: string) => ({
  ok: false as const,
  reason,
  ...(named !== undefined && { named }),
})

/**
 * Her words are hers: what is barred in them is for her to change, so it is asked for, never mended here. looked: whoever
 * accepts has looked herself where WeChat has not answered yet; where it found something, that is not enough.
 */
export const mayAccept = (
  one: Pick<Submission, 'state' | 'words' | 'round'>,
  { round, looked }: { round: number; looked: boolean },
  checks: readonly Check[],
): AcceptDecision => {
  const open = mayDecide(one)
  if (!open.ok) return open
  if (one.round !== round) return no('stale-version')
  const { advert, child } = findInWords(one.words)
  const barred = child[0]?.word ?? advert.find(({ severity }) => severity === 'block')?.word
  if (barred !== undefined) return no('offer-words-risky', barred)
  const { standing } = standingOf(checks)
  if (standing === 'risky') return no('offer-check-risky')
  if (standing === 'review') return no('offer-check-review')
  return standing === 'pass' || looked ? { ok: true } : no('offer-check-waiting')
}
