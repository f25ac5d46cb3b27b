// What do N reps get for one post? Exactly what publishing it deals: three plans, one ledger.
import { type Dealt, Ledger, type Plans } from '@shared/domain/variant/ledger'
import { compilePlan, type PlanParts } from '@shared/domain/variant/plan'
import { checkPostText, type TextVerdict } from '@shared/domain/variant/text-check'
import { TONES, type Tone } from '@shared/domain/variant/tone'
import type { GivenPost } from './posts'

export type PostDeal = { plans: Plans; dealt: Dealt[] }
export type Refused = Exclude<TextVerdict, { ok: true }>
export type DealAsked = { reps: number; tone: Tone | null; parts?: PlanParts }

const repName = (n: number, reps: number): string => `r${String(n + 1).padStart(Math.max(4, String(reps).length), '0')}`

export const compileAll = ({ text, dictionary }: GivenPost, parts?: PlanParts): Plans => {
  const plans = TONES.map((tone) => {
    const result = compilePlan({ text, lockedWords: dictionary, tone, ...(parts ? { parts } : {}) })
    if (!result.ok) throw new Error(`${result.reason} at ${result.at}`)
    return [tone, result.plan] as const
  })
  return Object.fromEntries(plans) as unknown as Plans
}

export const checkGiven = ({ text, dictionary }: GivenPost, { reps, tone }: DealAsked): TextVerdict =>
  checkPostText({ text, lockedWords: dictionary }, reps, tone ? [tone] : TONES)

/** The dealt texts in the reps' order, voices in turn unless one is asked for; stops early where the space is used up. */
export const dealPost = (post: GivenPost, { reps, tone, parts }: DealAsked): PostDeal => {
  const plans = compileAll(post, parts)
  const ledger = new Ledger(plans, { postId: post.id, version: 1 })
  const dealt: Dealt[] = []
  for (let n = 0; n < reps; n += 1) {
    const next = ledger.deal(repName(n, reps), tone ?? TONES[n % TONES.length] ?? 'warm')
    if (next === null) break
    dealt.push(next)
  }
  return { plans, dealt }
}
