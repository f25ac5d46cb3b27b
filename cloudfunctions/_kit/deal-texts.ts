// Who gets which text of a version? Everyone known is dealt one when it is published; who comes later is dealt one then.
import type { Member } from '@shared/domain/member'
import type { Post } from '@shared/domain/post'
import { dealOrder, digitsFor, renderDigits } from '@shared/domain/variant/deal'
import { type Dealt, type Entry, Ledger, type Plans } from '@shared/domain/variant/ledger'
import { compilePlan } from '@shared/domain/variant/plan'
import type { Tone } from '@shared/domain/variant/tone'
import { listAudience } from './audience'
import { now } from './clock'
import { appendDealt, findAllDealt, findDealt, findLedger, keepLedger, type LedgerHead } from './data/ledgers'
import { ensure, found, refusal } from './errors'

/** How often two who are dealt a text at the same moment are told apart. */
const TRIES = 12

const versionOf = (post: Post) => ({ postId: post._id, version: post.version })

const planFor = (post: Post, tone: Tone) => {
  const compiled = compilePlan({ text: post.text, lockedWords: post.lockedWords, tone, vetoes: post.vetoes ?? [] })
  ensure(compiled)
  return compiled.plan
}

const compilePlans = (post: Post): Plans => ({
  warm: planFor(post, 'warm'),
  expert: planFor(post, 'expert'),
  lively: planFor(post, 'lively'),
})

/** A text for every rep of the post's stores, in the order of their ids: the same again until it is kept. */
const dealAudience = async (post: Post): Promise<{ plans: Plans; dealt: Dealt[] }> => {
  const plans = compilePlans(post)
  const ledger = new Ledger(plans, versionOf(post))
  const reps = await listAudience(post.audience)
  reps.sort((a, b) => (a._id < b._id ? -1 : 1))
  const dealt = reps.flatMap(({ _id, tone }) => ledger.deal(_id, tone) ?? [])
  return { plans, dealt }
}

/** The pool as it is dealt, or as it would be dealt today while nothing is kept. */
export const previewDeal = async (post: Post): Promise<{ plans: Plans; dealt: Dealt[] }> => {
  const head = await findLedger(versionOf(post))
  if (!head) return dealAudience(post)
  return { plans: head.plans, dealt: (await findAllDealt(head)).map((entry) => render(head, entry)) }
}

/** The version's plans: as kept, or as they would be kept today. */
export const findPlans = async (post: Post): Promise<Plans> =>
  (await findLedger(versionOf(post)))?.plans ?? compilePlans(post)

/** The version's ledger; dealt and kept now if it is not there. */
export const openLedger = async (post: Post): Promise<LedgerHead> => {
  const key = versionOf(post)
  const kept = await findLedger(key)
  if (kept) return kept
  const { plans, dealt } = await dealAudience(post)
  await keepLedger(key, plans, dealt, now())
  return found(await findLedger(key), 'busy')
}

const render = ({ key, plans }: LedgerHead, { repId, tone, attempt, hash }: Entry): Dealt => {
  const digits = digitsFor(dealOrder(plans[tone], key), repId, attempt)
  return { repId, tone, attempt, hash, digits, text: renderDigits(plans[tone], digits) }
}

/** null: someone else was dealt a text at the same moment, and the ledger is to be read again. */
const dealAndKeep = async (head: LedgerHead, rep: Member, from: number): Promise<Dealt | null> => {
  const dealt = new Ledger(head.plans, head.key, await findAllDealt(head)).deal(rep._id, rep.tone, from)
  if (!dealt) throw refusal('space-used-up')
  return (await appendDealt(head, dealt)) ? dealt : null
}

/** Her text: the one she was dealt in the voice she speaks in now, or a new one. */
export const dealText = async (post: Post, rep: Member): Promise<{ dealt: Dealt; plans: Plans }> => {
  for (let left = TRIES; left > 0; left--) {
    const head = await openLedger(post)
    const entry = await findDealt(head, rep._id)
    if (entry?.tone === rep.tone) return { dealt: render(head, entry), plans: head.plans }
    const dealt = await dealAndKeep(head, rep, 0)
    if (dealt) return { dealt, plans: head.plans }
  }
  throw refusal('busy')
}

/** One that she has not had: her attempts go on from the last. */
export const dealAnother = async (post: Post, rep: Member): Promise<{ dealt: Dealt; plans: Plans }> => {
  for (let left = TRIES; left > 0; left--) {
    const head = await openLedger(post)
    const dealt = await dealAndKeep(head, rep, ((await findDealt(head, rep._id))?.attempt ?? -1) + 1)
    if (dealt) return { dealt, plans: head.plans }
  }
  throw refusal('busy')
}
