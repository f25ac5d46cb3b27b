// Which purchase did a partner bring, and how far has it come? Named at the purchase by the buyer; one partner, one level.
import type { Day } from './day'
import { type Deal, isSold, isVerified } from './deal'
import type { ContactId, DealId, HomeId, MemberId, PartnerId, PayoutId, ReferralId, StoreId } from './ids'
import type { Book, Item } from './ledger'
import { grantOf, itemOf } from './ledger'
import { type Fen, fen, NO_FEN, plus, shareOf } from './ledger-fen'
import type { Partner } from './partner'
import { type Terms, type TierName, tierOf } from './partner-terms'

const DAY_MS = 86_400_000

/**
 * claimed: the buyer named her · verified: paid for, seen by somebody else than the rep, past the refund window · payable:
 * nobody objected · paid · reversed: given back, or HQ decided so · none: nothing is due for it (a cap, no goods of ours).
 */
export const REFERRAL_STATES = ['claimed', 'verified', 'payable', 'paid', 'reversed', 'none'] as const
export type ReferralState = (typeof REFERRAL_STATES)[number]

export const DISPUTE_DECISIONS = ['keep', 'void', 'grant'] as const
export type DisputeDecision = (typeof DISPUTE_DECISIONS)[number]
export const SAYS_MAX = 200

export type Dispute = {
  by: 'partner' | 'rep'
  at: number
  says: string
  decision: DisputeDecision | null // null: open
  grantFen: Fen
  reason: string
  decidedBy: MemberId | null
  decidedAt: number | null
}

export type Referral = {
  _id: ReferralId // the deal's: a deal has one at most
  dealId: DealId
  partnerId: PartnerId
  repId: MemberId
  storeId: StoreId
  code: string
  at: number // when it was named
  day: Day // of the purchase
  state: ReferralState
  baseFen: Fen // what the customer paid for our goods, once verified
  rateBp: number
  tier: TierName | null
  fen: Fen // as booked, with what HQ granted
  verifiedAt: number | null // what is seen of it, by the clock of the terms
  payableAt: number | null
  paidAt: number | null
  payoutId: PayoutId | null
  dispute: Dispute | null
  disputedAt: number | null // of an open one
  lookAt: number | null // when it is to be looked at again; null: nothing can change any more
  rev: number
}

/** The id of a deal's one referral. */
export const referralIdOf = (dealId: DealId): ReferralId => dealId as string as ReferralId

type Buyer = { contactId: ContactId | null; homeId: HomeId | null; persons: readonly string[] }
export type ClaimDecision =
  | { ok: true }
  | {
      ok: false
      reason:
        | 'partner-not-active'
        | 'not-your-partner'
        | 'self-referral'
        | 'claimed-too-late'
        | 'deal-gone'
        | 'no-recruiting'
    }

/** May this purchase be hers? partnerHome: whom she lives with buys for herself. */
export const mayClaim = (
  deal: Pick<Deal, 'repId' | 'kind' | 'at' | 'refundedAt' | 'droppedAt'>,
  { partner, partnerHome, buyer }: { partner: Partner; partnerHome: HomeId | null; buyer: Buyer },
  terms: Pick<Terms, 'claimDays'>,
  now: number,
): ClaimDecision => {
  if (partner.repId !== deal.repId) return { ok: false, reason: 'not-your-partner' }
  if (partner.state !== 'active') return { ok: false, reason: 'partner-not-active' }
  if (!isSold(deal)) return { ok: false, reason: 'deal-gone' }
  if (deal.kind === 'partner') return { ok: false, reason: 'no-recruiting' }
  const isSelf =
    (buyer.contactId !== null && buyer.contactId === partner.contactId) ||
    (buyer.homeId !== null && buyer.homeId === partnerHome) ||
    (partner.personId !== null && buyer.persons.includes(partner.personId))
  if (isSelf) return { ok: false, reason: 'self-referral' }
  const isLate = now - deal.at > terms.claimDays * DAY_MS || deal.at < (partner.answeredAt ?? now) - DAY_MS
  return isLate ? { ok: false, reason: 'claimed-too-late' } : { ok: true }
}

/** What a commission is counted from: what was paid for goods and services of ours. */
export const baseOf = ({ items }: Pick<Deal, 'items'>): Fen =>
  plus(...items.map(({ amountFen, theirs }) => (theirs ? NO_FEN : fen(amountFen))))

/** When the purchase can no longer be given back by the terms; null while nobody but the rep has seen it paid. */
export const verifiedFrom = (
  deal: Pick<Deal, 'refundedAt' | 'droppedAt' | 'verifiedAt' | 'at'>,
  terms: Terms,
): number | null =>
  isVerified(deal) && deal.verifiedAt !== null ? Math.max(deal.verifiedAt, deal.at + terms.refundDays * DAY_MS) : null

export type Due = { fen: Fen; rateBp: number; tier: TierName; baseFen: Fen }
/** By how much she has sold within the year, and by nothing else. */
export const dueFor = (deal: Pick<Deal, 'items'>, sales: number, terms: Terms): Due => {
  const { tier, rateBp } = tierOf(sales, terms).now
  const baseFen = baseOf(deal)
  return { tier, rateBp, baseFen, fen: shareOf(baseFen, rateBp) }
}

const stateOfItem = ({ state }: Item): ReferralState =>
  state === 'pending' ? 'verified' : state === 'held' ? 'payable' : state

/** What the book says of it; null: it says nothing yet. A grant stands where the sale's own item was reversed. */
export const bookedState = (
  { items }: Pick<Book, 'items'>,
  referralId: ReferralId,
): { state: ReferralState; fen: Fen; payoutId: PayoutId | null } | null => {
  const [earned, granted] = [items.get(itemOf(referralId)), items.get(grantOf(referralId))]
  const alive = [earned, granted].flatMap((item) => (item && item.state !== 'reversed' ? [item] : []))
  const speaks = alive[0] ?? granted ?? earned
  if (!speaks) return null
  return { state: stateOfItem(speaks), fen: plus(...alive.map((item) => item.fen)), payoutId: speaks.payoutId }
}

export const isDisputed = ({ dispute }: Pick<Referral, 'dispute'>): boolean =>
  dispute !== null && dispute.decision === null

/** Paid ones are looked at so long still: a late refund is set off. */
export const WATCH_DAYS = 180
const DAILY_MS = DAY_MS

/** When to look again. */
export const nextLook = (
  { state, day: _, ...rest }: Pick<Referral, 'state' | 'day' | 'at' | 'verifiedAt'>,
  deal: Pick<Deal, 'refundedAt' | 'droppedAt' | 'verifiedAt' | 'at'> | null,
  terms: Terms,
  now: number,
): number | null => {
  if (state === 'reversed' || state === 'none' || !deal || !isSold(deal)) return null
  if (state === 'claimed') return Math.max(now + DAILY_MS / 24, verifiedFrom(deal, terms) ?? 0)
  if (now - rest.at > WATCH_DAYS * DAY_MS) return null
  if (state === 'verified')
    return Math.max(now + DAILY_MS / 24, (rest.verifiedAt ?? now) + terms.objectionDays * DAY_MS)
  return now + DAILY_MS
}

export type DisputeRule = { ok: true } | { ok: false; reason: 'already-disputed' }
/** Once each. */
export const mayDispute = ({ dispute }: Pick<Referral, 'dispute'>): DisputeRule =>
  dispute === null ? { ok: true } : { ok: false, reason: 'already-disputed' }
