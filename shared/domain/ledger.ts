// What is owed to a partner, and why? Balanced transfers between accounts, one after the other; every balance is a recount.
import type { PartnerId, PayoutId, ReferralId } from './ids'
import { type Fen, fen, minus, NO_FEN, negative, plus } from './ledger-fen'

/**
 * pending: earned, and may be objected to · payable: owed; below 0 it is set off against what comes · held: in a payout under
 * way · paid. The firm's side: commission it spends, and what it bears of a refund.
 */
export const SIDES = ['pending', 'payable', 'held', 'paid'] as const
export type Side = (typeof SIDES)[number]
export type Account = 'firm:commission' | 'firm:borne' | `partner:${PartnerId}:${Side}`
export type Line = { account: Account; fen: Fen }

export const KINDS = ['earn', 'release', 'grant', 'reverse', 'hold', 'return', 'pay', 'forgive'] as const
export type Kind = (typeof KINDS)[number]

/** What is earned by one sale, or granted by one decision about it. */
export type ItemKey = `${ReferralId}` | `${ReferralId}+`
export const itemOf = (referralId: ReferralId): ItemKey => `${referralId}`
export const grantOf = (referralId: ReferralId): ItemKey => `${referralId}+`
export const referralOf = (key: ItemKey): ReferralId => key.replace(/\+$/, '') as ReferralId

/**
 * One document with all its lines, so it is there as a whole or not at all. n counts the partner's transfers without gaps and
 * is in the _id: of two who write the same number one fails, looks again and decides anew.
 */
export type Transfer = {
  _id: string // `${partnerId}.${n}`
  partnerId: PartnerId
  n: number
  transferId: string // what it does, once ever
  kind: Kind
  of: ItemKey | PayoutId | PartnerId
  month: string // '2026-12', whose cap an earning counts against; '' otherwise
  terms: string // the version of the terms it was made under
  by: string // who decided: a member's id, or 'rules'
  reason: string // of a decision
  at: number
  lines: Line[]
}

export type ItemState = 'pending' | 'payable' | 'held' | 'paid' | 'reversed'
/** month: whose cap it counts against; '' of a grant. */
export type Item = { state: ItemState; fen: Fen; payoutId: PayoutId | null; at: number; month: string }
export type Held = { fen: Fen; state: 'held' | 'returned' | 'paid' }
export type Book = {
  partnerId: PartnerId
  n: number
  balances: Record<Side, Fen>
  commission: Fen
  borne: Fen
  items: Map<ItemKey, Item>
  payouts: Map<PayoutId, Held>
  months: Map<string, Fen> // earned and not reversed
  done: Set<string> // transferIds
}

export const newBook = (partnerId: PartnerId): Book => ({
  ...{ partnerId, n: 0, commission: NO_FEN, borne: NO_FEN },
  balances: { pending: NO_FEN, payable: NO_FEN, held: NO_FEN, paid: NO_FEN },
  ...{ items: new Map(), payouts: new Map(), months: new Map(), done: new Set() },
})

export const accountOf = (partnerId: PartnerId, side: Side): Account => `partner:${partnerId}:${side}`

/** What a transfer adds to this account. */
export const lineOn = ({ lines }: Pick<Transfer, 'lines'>, account: Account): Fen =>
  lines.find((line) => line.account === account)?.fen ?? NO_FEN

const set = (book: Book, key: ItemKey, change: Partial<Item>): void => {
  const item = book.items.get(key)
  if (item) book.items.set(key, { ...item, ...change })
}

const moveItems = (book: Book, is: (item: Item) => boolean, change: Partial<Item>): void => {
  for (const [key, item] of book.items) if (is(item)) set(book, key, change)
}

const inPayout = (payoutId: PayoutId) => (item: Item) => item.state === 'held' && item.payoutId === payoutId

/** A month whose sale was given back has room again. */
const takeBack = (book: Book, key: ItemKey): void => {
  const item = book.items.get(key)
  if (item?.month) book.months.set(item.month, minus(book.months.get(item.month) ?? NO_FEN, item.fen))
  set(book, key, { state: 'reversed' })
}

/** What becomes of the items and payouts it is about. */
const settle = (book: Book, transfer: Transfer): void => {
  const { kind, of, partnerId, at, month } = transfer
  const [key, payoutId] = [of as ItemKey, of as PayoutId]
  const on = (side: Side) => lineOn(transfer, accountOf(partnerId, side))
  if (kind === 'earn') {
    book.items.set(key, { state: 'pending', fen: on('pending'), payoutId: null, at, month })
    book.months.set(month, plus(book.months.get(month) ?? NO_FEN, on('pending')))
  }
  if (kind === 'grant') book.items.set(key, { state: 'payable', fen: on('payable'), payoutId: null, at, month })
  if (kind === 'release') set(book, key, { state: 'payable' })
  if (kind === 'reverse') takeBack(book, key)
  if (kind === 'hold') {
    moveItems(book, ({ state }) => state === 'payable', { state: 'held', payoutId })
    book.payouts.set(payoutId, { fen: on('held'), state: 'held' })
  }
  if (kind === 'return') {
    moveItems(book, inPayout(payoutId), { state: 'payable', payoutId: null })
    book.payouts.set(payoutId, { fen: negative(on('held')), state: 'returned' })
  }
  if (kind === 'pay') {
    moveItems(book, inPayout(payoutId), { state: 'paid' })
    book.payouts.set(payoutId, { fen: on('paid'), state: 'paid' })
  }
}

const add = (book: Book, { account, fen: amount }: Line): void => {
  if (account === 'firm:commission') book.commission = plus(book.commission, amount)
  else if (account === 'firm:borne') book.borne = plus(book.borne, amount)
  else {
    const side = account.slice(account.lastIndexOf(':') + 1) as Side
    book.balances[side] = plus(book.balances[side], amount)
  }
}

/** The book after this transfer; the book itself is written on. */
export const post = (book: Book, transfer: Transfer): Book => {
  for (const line of transfer.lines) add(book, line)
  book.n = transfer.n
  book.done.add(transfer.transferId)
  settle(book, transfer)
  return book
}

/** A partner's whole book, counted from the first transfer; they come in the order of n. */
export const recount = (partnerId: PartnerId, transfers: readonly Transfer[]): Book =>
  transfers.reduce(post, newBook(partnerId))

/** Verified sales since then that were not reversed. */
export const salesSince = ({ items }: Pick<Book, 'items'>, since: number): number =>
  [...items.values()].filter(({ month, state, at }) => month !== '' && state !== 'reversed' && at >= since).length

/** Given back while it was held, so that payable is below 0 until the payout goes on or comes back. */
export const onTheWay = ({ items, payouts }: Pick<Book, 'items' | 'payouts'>): Fen =>
  plus(
    ...[...items.values()].map(({ state, payoutId, fen: amount }) =>
      state === 'reversed' && payoutId !== null && payouts.get(payoutId)?.state === 'held' ? amount : NO_FEN,
    ),
  )

/** She has been paid for what was given back since. */
export const debtOf = (book: Pick<Book, 'balances' | 'items' | 'payouts'>): Fen => {
  const net = plus(book.balances.payable, onTheWay(book))
  return net < 0 ? negative(net) : NO_FEN
}

export const totalOf = (lines: readonly Line[]): Fen => plus(...lines.map((line) => fen(line.fen)))
