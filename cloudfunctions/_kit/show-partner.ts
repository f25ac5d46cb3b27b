// How are a partner, her referrals and what she is owed shown? No buyer, no goods, no day.
import type { ShownDue, ShownReferral, ShownTerms } from '@shared/contracts/partner'
import { type Book, debtOf, salesSince } from '@shared/domain/ledger'
import { greater, NO_FEN } from '@shared/domain/ledger-fen'
import { TERMS, type Terms, type Tier, tierOf } from '@shared/domain/partner-terms'
import type { Referral } from '@shared/domain/referral'

const DAY_MS = 86_400_000

export const showTerms = ({ tiers, ...terms }: Terms): ShownTerms => ({
  ...terms,
  tiers: tiers.map((one) => ({ ...one })),
})

export const showDue = (book: Book): ShownDue => {
  const { pending, payable, held, paid } = book.balances
  return { pending, payable: greater(payable, NO_FEN), held, paid, setOff: debtOf(book) }
}

export const standing = (book: Book, at: number): { sales: number; now: Tier; next: Tier | null } => {
  const sales = salesSince(book, at - TERMS.tierDays * DAY_MS)
  return { sales, ...tierOf(sales) }
}

/** When the next step may come by the terms, as far as that is known. */
const nextAtOf = ({ state, verifiedAt, dispute }: Referral): number | null =>
  state === 'verified' && verifiedAt !== null && dispute?.decision !== null
    ? verifiedAt + TERMS.objectionDays * DAY_MS
    : null

export const showDispute = ({ dispute }: Pick<Referral, 'dispute'>) => {
  if (!dispute) return null
  const { by, at, says, decision, grantFen, reason } = dispute
  return { by, at, says, decision, grantFen, reason }
}

export const showReferral = (referral: Referral): ShownReferral => {
  const { _id, day, state, fen, rateBp } = referral
  const dispute = showDispute(referral)
  return { referralId: _id, month: day.slice(0, 7), state, fen, rateBp, nextAt: nextAtOf(referral), dispute }
}
