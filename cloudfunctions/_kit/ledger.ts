// How is a move booked, once, whatever crashes and however many ask at once? And how far does the ledger say a referral is?

import { dayOf } from '@shared/domain/day'
import { type Deal, isSold } from '@shared/domain/deal'
import type { PartnerId, ReferralId } from '@shared/domain/ids'
import { type Book, grantOf, type Item, itemOf, recount, salesSince } from '@shared/domain/ledger'
import { decideMove, type Move, type MoveDecision } from '@shared/domain/ledger-moves'
import { TERMS, type Terms, termsOf } from '@shared/domain/partner-terms'
import { bookedState, dueFor, isDisputed, nextLook, type Referral, verifiedFrom } from '@shared/domain/referral'
import { findDeal } from './data/deals'
import { insertTransfer, listTransfers } from './data/entries'
import { findPartner } from './data/partners'
import { changeReferral, findReferral } from './data/referrals'
import { refusal } from './errors'

const DAY_MS = 86_400_000
/** Each try that fails means that another transfer of the same partner was written. */
const TRIES_MAX = 60
const WAIT_MS = 10
const REFUND = 'refund'
const RULES = 'rules'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const openBook = async (partnerId: PartnerId): Promise<Book> =>
  recount(partnerId, await listTransfers(partnerId))

/** By the terms she agreed to. */
export const termsFor = async (partnerId: PartnerId): Promise<Terms> =>
  termsOf((await findPartner(partnerId))?.termsVersion ?? TERMS.version) ?? TERMS

/**
 * A transfer is one document under the partner's next number, so it is written as a whole or not at all. Who loses the number
 * reads the book again and decides anew: the same move finds itself booked, and another sees what came before it.
 */
export const book = async (partnerId: PartnerId, move: Move, at: number): Promise<MoveDecision> => {
  const terms = await termsFor(partnerId)
  for (let tries = 1; tries <= TRIES_MAX; tries++) {
    const decided = decideMove(await openBook(partnerId), move, terms, at)
    if (!decided.ok || (await insertTransfer(decided.transfer))) return decided
    await wait(Math.random() * Math.min(tries, 10) * WAIT_MS)
  }
  throw refusal('busy')
}

/** What was given back: the sale's own sum and what HQ granted on top. */
const takeBack = async (referral: Referral, at: number): Promise<void> => {
  for (const item of [itemOf(referral._id), grantOf(referral._id)])
    await book(referral.partnerId, { kind: 'reverse', item, by: RULES, reason: REFUND }, at)
}

const earn = async (referral: Referral, deal: Deal, terms: Terms, at: number): Promise<Partial<Referral>> => {
  const from = verifiedFrom(deal, terms)
  if (from === null || from > at) return {}
  const sales = salesSince(await openBook(referral.partnerId), at - terms.tierDays * DAY_MS)
  const due = dueFor(deal, sales, terms)
  const month = dayOf(from).slice(0, 7)
  const move = { kind: 'earn' as const, referralId: referral._id, fen: due.fen, month }
  const booked = await book(referral.partnerId, move, at)
  const isNone = !booked.ok && booked.reason !== 'already-booked'
  return { baseFen: due.baseFen, rateBp: due.rateBp, tier: due.tier, verifiedAt: at, ...(isNone && { state: 'none' }) }
}

const isDueBy = (item: Item | undefined, { objectionDays }: Terms, at: number): boolean =>
  item?.state === 'pending' && at >= item.at + objectionDays * DAY_MS

/** The next step, if its time has come. Fields: what is to be shown of it. */
const advance = async (referral: Referral, deal: Deal | null, terms: Terms, at: number): Promise<Partial<Referral>> => {
  if (!deal || !isSold(deal)) {
    await takeBack(referral, at)
    return { state: 'reversed' }
  }
  if (isDisputed(referral)) return {}
  if (referral.state === 'claimed') return earn(referral, deal, terms, at)
  const { items } = await openBook(referral.partnerId)
  if (isDueBy(items.get(itemOf(referral._id)), terms, at))
    await book(referral.partnerId, { kind: 'release', referralId: referral._id }, at)
  return {}
}

/** Its document follows the book; written only where nobody wrote it since. */
export const followBook = async (
  referral: Referral,
  change: Partial<Referral>,
  { deal, at }: { deal: Deal | null; at: number },
): Promise<boolean> => {
  const [terms, opened] = await Promise.all([termsFor(referral.partnerId), openBook(referral.partnerId)])
  const booked = bookedState(opened, referral._id)
  const now = { ...referral, ...change, ...booked }
  const reached = {
    payableAt: now.payableAt ?? (now.state === 'payable' || now.state === 'paid' ? at : null),
    paidAt: now.paidAt ?? (now.state === 'paid' ? at : null),
  }
  const { state, fen, payoutId, baseFen, rateBp, tier, verifiedAt } = now
  const lookAt = nextLook(now, deal, terms, at)
  return changeReferral(referral, { state, fen, payoutId, baseFen, rateBp, tier, verifiedAt, ...reached, lookAt })
}

/**
 * As far as it may go by now: verified, payable, or taken back. The ledger is written first and says what is so; the referral's
 * document follows. Repeated, late or at once with another: harmless.
 */
export const settleReferral = async (id: ReferralId, at: number): Promise<Referral | null> => {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const referral = await findReferral(id)
    if (!referral) return null
    const deal = await findDeal(referral.dealId)
    const change = await advance(referral, deal, await termsFor(referral.partnerId), at)
    if (await followBook(referral, change, { deal, at })) return findReferral(id)
  }
  throw refusal('busy')
}
