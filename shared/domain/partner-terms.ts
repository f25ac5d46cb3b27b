// What is a partner paid, for what, when and up to how much? Rules as data; one level only, and never for passing anything on.
import { type Fen, fen } from './ledger-fen'

export const TIERS = ['starter', 'steady', 'close'] as const
export type TierName = (typeof TIERS)[number]
/** fromSales: verified sales within tierDays. rateBp: ten-thousandths of what the customer paid for our goods. */
export type Tier = { tier: TierName; fromSales: number; rateBp: number }

export type Terms = {
  version: string // what she agreed to; a new one is agreed to anew
  tiers: readonly Tier[] // by fromSales
  tierDays: number
  claimDays: number // so long after a purchase a code may still be named
  refundDays: number // nothing is owed while a purchase may be given back
  objectionDays: number // then so long she or the rep may object
  perSaleMaxFen: Fen
  perMonthMaxFen: Fen
  payMinFen: Fen // less than this waits for the next payout
  debtMaxFen: Fen // what a refund after payment may set off against later sums; the firm bears the rest
}

export const TERMS: Terms = {
  version: '2026-12-p1',
  tiers: [
    { tier: 'starter', fromSales: 0, rateBp: 300 },
    { tier: 'steady', fromSales: 5, rateBp: 400 },
    { tier: 'close', fromSales: 20, rateBp: 500 },
  ],
  ...{ tierDays: 365, claimDays: 30, refundDays: 15, objectionDays: 7 },
  perSaleMaxFen: fen(50_000),
  perMonthMaxFen: fen(500_000),
  payMinFen: fen(1_000),
  debtMaxFen: fen(50_000),
}

/** Past versions stay here: the ledger is checked by the terms an entry was made under. */
const ALL: readonly Terms[] = [TERMS]
export const termsOf = (version: string): Terms | null => ALL.find((one) => one.version === version) ?? null

/** The tier of so many verified sales, and what the next one takes. Whom she knows or brings along counts for nothing. */
export const tierOf = (sales: number, { tiers }: Pick<Terms, 'tiers'> = TERMS): { now: Tier; next: Tier | null } => {
  const reached = tiers.filter(({ fromSales }) => fromSales <= sales)
  const now = reached.at(-1) ?? { tier: 'starter' as const, fromSales: 0, rateBp: 0 }
  return { now, next: tiers[reached.length] ?? null }
}
