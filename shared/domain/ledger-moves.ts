// May this be booked, and as which lines? Decided on the book as it stands; the same move twice is no second transfer.
import type { PartnerId, PayoutId, ReferralId } from './ids'
import {
  type Account,
  accountOf,
  type Book,
  debtOf,
  grantOf,
  type Item,
  type ItemKey,
  itemOf,
  type Line,
  onTheWay,
  type Side,
  type Transfer,
} from './ledger'
import { type Fen, greater, lesser, minus, NO_FEN, negative, plus } from './ledger-fen'
import type { Terms } from './partner-terms'

/** by: who decided. fen of earn: what the sale is worth by the terms, before the caps. */
export type Move =
  | { kind: 'earn'; referralId: ReferralId; fen: Fen; month: string }
  | { kind: 'release'; referralId: ReferralId }
  | { kind: 'grant'; referralId: ReferralId; fen: Fen; by: string; reason: string }
  | { kind: 'reverse'; item: ItemKey; by: string; reason: string }
  | { kind: 'hold' | 'return' | 'pay'; payoutId: PayoutId; by: string }
  | { kind: 'forgive' }

export type Refusal =
  | 'already-booked'
  | 'not-booked'
  | 'wrong-state'
  | 'cap-reached'
  | 'nothing-due'
  | 'below-minimum'
  | 'no-amount'
type Draft = Pick<Transfer, 'transferId' | 'of' | 'lines'> & Partial<Pick<Transfer, 'month' | 'by' | 'reason'>>
type Decided = { ok: true; draft: Draft } | { ok: false; reason: Refusal }
export type MoveDecision = { ok: true; transfer: Transfer } | { ok: false; reason: Refusal }

const no = (reason: Refusal): Decided => ({ ok: false, reason })
const RULES = 'rules'

/** From one account to another. */
const shift = (from: Account, to: Account, amount: Fen): Line[] => [
  { account: from, fen: negative(amount) },
  { account: to, fen: amount },
]

/** What is over the debt a partner may have is borne by the firm. */
const bear = (partnerId: PartnerId, net: Fen, { debtMaxFen }: Terms): Line[] => {
  const over = minus(negative(debtMaxFen), net)
  return over > 0 ? shift('firm:borne', accountOf(partnerId, 'payable'), over) : []
}

/** Lines on the same account are one. */
const joined = (lines: readonly Line[]): Line[] => {
  const sums = new Map<Account, Fen>()
  for (const { account, fen } of lines) sums.set(account, plus(sums.get(account) ?? NO_FEN, fen))
  return [...sums].flatMap(([account, fen]) => (fen === 0 ? [] : [{ account, fen }]))
}

const earn = (book: Book, move: Extract<Move, { kind: 'earn' }>, terms: Terms): Decided => {
  const { referralId, month } = move
  if (book.items.has(itemOf(referralId))) return no('already-booked')
  if (move.fen <= 0) return no('no-amount')
  const room = minus(terms.perMonthMaxFen, book.months.get(month) ?? NO_FEN)
  const amount = lesser(lesser(move.fen, terms.perSaleMaxFen), greater(room, NO_FEN))
  if (amount <= 0) return no('cap-reached')
  const lines = shift('firm:commission', accountOf(book.partnerId, 'pending'), amount)
  return { ok: true, draft: { transferId: `earn.${referralId}`, of: itemOf(referralId), lines, month } }
}

const release = (book: Book, referralId: ReferralId): Decided => {
  const item = book.items.get(itemOf(referralId))
  if (!item) return no('not-booked')
  if (item.state !== 'pending') return no(item.state === 'reversed' ? 'wrong-state' : 'already-booked')
  const lines = shift(accountOf(book.partnerId, 'pending'), accountOf(book.partnerId, 'payable'), item.fen)
  return { ok: true, draft: { transferId: `release.${referralId}`, of: itemOf(referralId), lines } }
}

/** HQ found for her: at most what one sale may bring, with what it has brought already. */
const grant = (book: Book, move: Extract<Move, { kind: 'grant' }>, terms: Terms): Decided => {
  const { referralId, by, reason } = move
  if (book.items.has(grantOf(referralId))) return no('already-booked')
  if (move.fen <= 0) return no('no-amount')
  const earned = book.items.get(itemOf(referralId))
  const brought = earned && earned.state !== 'reversed' ? earned.fen : NO_FEN
  if (plus(brought, move.fen) > terms.perSaleMaxFen) return no('cap-reached')
  const lines = shift('firm:commission', accountOf(book.partnerId, 'payable'), move.fen)
  return { ok: true, draft: { transferId: `grant.${referralId}`, of: grantOf(referralId), lines, by, reason } }
}

/** From where it lies; once held or paid, from what is still to come, and never more than the terms set off. */
const reverse = (book: Book, move: Extract<Move, { kind: 'reverse' }>, terms: Terms): Decided => {
  const { item: key, by, reason } = move
  const item = book.items.get(key)
  if (!item) return no('not-booked')
  if (item.state === 'reversed') return no('already-booked')
  return {
    ok: true,
    draft: { transferId: `reverse.${key}`, of: key, lines: linesBack(book, item, terms), by, reason },
  }
}

const linesBack = (book: Book, { state, fen }: Item, terms: Terms): Line[] => {
  const { partnerId, balances } = book
  const side: Side = state === 'pending' ? 'pending' : 'payable'
  const back = shift(accountOf(partnerId, side), 'firm:commission', fen)
  const net = minus(plus(balances.payable, onTheWay(book)), fen)
  return state === 'paid' ? joined([...back, ...bear(partnerId, net, terms)]) : back
}

type PayoutMove = Extract<Move, { kind: 'hold' | 'return' | 'pay' }>

/** Everything payable goes into one payout, less what is to be set off; while one is under way there is no other. */
const hold = (book: Book, { payoutId, by }: PayoutMove, terms: Terms): Decided => {
  if (book.payouts.has(payoutId)) return no('already-booked')
  const amount = book.balances.payable
  if (book.balances.held > 0) return no('wrong-state')
  if (amount <= 0) return no('nothing-due')
  if (amount < terms.payMinFen) return no('below-minimum')
  const lines = shift(accountOf(book.partnerId, 'payable'), accountOf(book.partnerId, 'held'), amount)
  return { ok: true, draft: { transferId: `hold.${payoutId}.${book.partnerId}`, of: payoutId, lines, by } }
}

/** A payout under way ends once: it goes back, or is paid. */
const end = (book: Book, { kind, payoutId, by }: PayoutMove, terms: Terms): Decided => {
  const held = book.payouts.get(payoutId)
  if (!held) return no('not-booked')
  if (held.state !== 'held')
    return no(held.state === (kind === 'pay' ? 'paid' : 'returned') ? 'already-booked' : 'wrong-state')
  const { partnerId, balances, payouts } = book
  const to = kind === 'pay' ? 'paid' : 'payable'
  const moved = shift(accountOf(partnerId, 'held'), accountOf(partnerId, to), held.fen)
  const others = onTheWay({ items: book.items, payouts: new Map([...payouts].filter(([id]) => id !== payoutId)) })
  const net = plus(balances.payable, others)
  const lines = kind === 'pay' ? joined([...moved, ...bear(partnerId, net, terms)]) : moved
  return { ok: true, draft: { transferId: `${kind}.${payoutId}.${partnerId}`, of: payoutId, lines, by } }
}

/** She leaves: what was to be set off is asked of nobody. */
const forgive = (book: Book): Decided => {
  const debt = debtOf(book)
  if (debt === 0) return no('nothing-due')
  const { partnerId, n } = book
  const lines = shift('firm:borne', accountOf(partnerId, 'payable'), debt)
  return { ok: true, draft: { transferId: `forgive.${partnerId}.${n + 1}`, of: partnerId, lines } }
}

const draftOf = (book: Book, move: Move, terms: Terms): Decided => {
  switch (move.kind) {
    case 'earn':
      return earn(book, move, terms)
    case 'release':
      return release(book, move.referralId)
    case 'grant':
      return grant(book, move, terms)
    case 'reverse':
      return reverse(book, move, terms)
    case 'hold':
      return hold(book, move, terms)
    case 'return':
    case 'pay':
      return end(book, move, terms)
    case 'forgive':
      return forgive(book)
  }
}

/** The next transfer of this partner, or why there is none. */
export const decideMove = (book: Book, move: Move, terms: Terms, at: number): MoveDecision => {
  const decided = draftOf(book, move, terms)
  if (!decided.ok) return decided
  const n = book.n + 1
  const fixed = {
    _id: `${book.partnerId}.${n}`,
    partnerId: book.partnerId,
    n,
    kind: move.kind,
    terms: terms.version,
    at,
  }
  return { ok: true, transfer: { ...fixed, month: '', by: RULES, reason: '', ...decided.draft } }
}
