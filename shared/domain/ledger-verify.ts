// Is the ledger whole? Each partner's transfers are counted and decided again; whatever differs is told.
import type { PartnerId, PayoutId, ReferralId } from './ids'
import { accountOf, type Book, type ItemKey, lineOn, newBook, post, type Transfer, totalOf } from './ledger'
import { plus } from './ledger-fen'
import { decideMove, type Move } from './ledger-moves'
import { termsOf } from './partner-terms'

export type LedgerFault =
  | { fault: 'gap'; id: string }
  | { fault: 'not-whole'; id: string } // an amount that is no whole number of 分, or 0
  | { fault: 'unbalanced'; id: string }
  | { fault: 'twice'; id: string } // the same thing booked again
  | { fault: 'not-by-the-terms'; id: string } // the rules would have booked something else, or nothing
  | { fault: 'untraceable'; id: string } // no referral of this partner stands behind it
  | { fault: 'paid-twice'; id: string }
  | { fault: 'balance'; id: string }

/** What was asked for when this was booked. */
const moveOf = ({ kind, of, partnerId, lines, month, by, reason }: Transfer): Move => {
  const on = (side: 'pending' | 'payable') => lineOn({ lines }, accountOf(partnerId, side))
  switch (kind) {
    case 'earn':
      return { kind, referralId: of as ReferralId, fen: on('pending'), month }
    case 'release':
      return { kind, referralId: of as ReferralId }
    case 'grant':
      return { kind, referralId: of.slice(0, -1) as ReferralId, fen: on('payable'), by, reason }
    case 'reverse':
      return { kind, item: of as ItemKey, by, reason }
    case 'hold':
    case 'return':
    case 'pay':
      return { kind, payoutId: of as PayoutId, by }
    case 'forgive':
      return { kind }
  }
}

const linesText = ({ lines }: Pick<Transfer, 'lines'>): string =>
  lines
    .map(({ account, fen }) => `${account} ${fen}`)
    .sort()
    .join()

const isByTheTerms = (book: Book, transfer: Transfer): boolean => {
  const terms = termsOf(transfer.terms)
  if (!terms) return false
  const decided = decideMove(book, moveOf(transfer), terms, transfer.at)
  return (
    decided.ok &&
    decided.transfer.transferId === transfer.transferId &&
    linesText(decided.transfer) === linesText(transfer)
  )
}

const faultsOf = (book: Book, transfer: Transfer): LedgerFault[] => {
  const { _id: id, n, partnerId, lines, transferId } = transfer
  if (lines.some(({ fen }) => !Number.isSafeInteger(fen) || fen === 0)) return [{ fault: 'not-whole', id }]
  return [
    ...(n !== book.n + 1 || id !== `${partnerId}.${n}` ? [{ fault: 'gap' as const, id }] : []),
    ...(totalOf(lines) !== 0 ? [{ fault: 'unbalanced' as const, id }] : []),
    ...(book.done.has(transferId) ? [{ fault: 'twice' as const, id }] : []),
    ...(isByTheTerms({ ...book, n: n - 1 }, transfer) ? [] : [{ fault: 'not-by-the-terms' as const, id }]),
  ]
}

/** Who is behind each entry: her referrals, each by the deal's id. */
export type Known = (referralId: ReferralId) => PartnerId | null

const untraced = ({ _id: id, kind, of, partnerId }: Transfer, known: Known): LedgerFault[] => {
  if (kind !== 'earn' && kind !== 'grant') return []
  const referralId = (kind === 'grant' ? of.slice(0, -1) : of) as ReferralId
  return known(referralId) === partnerId ? [] : [{ fault: 'untraceable', id }]
}

/** Nothing was paid beyond what the items in it are worth, and no item in two payouts that were paid. */
const overpaid = (book: Book): LedgerFault[] => {
  const { partnerId, payouts, items, balances, commission, borne } = book
  const faults: LedgerFault[] = []
  for (const [payoutId, held] of payouts) {
    if (held.state === 'returned') continue
    const worth = plus(...[...items.values()].filter((one) => one.payoutId === payoutId).map(({ fen }) => fen))
    if (held.fen > worth) faults.push({ fault: 'paid-twice', id: `${payoutId}.${partnerId}` })
  }
  const all = plus(commission, borne, balances.pending, balances.payable, balances.held, balances.paid)
  const pending = plus(...[...items.values()].filter(({ state }) => state === 'pending').map(({ fen }) => fen))
  if (all !== 0 || pending !== balances.pending || balances.held < 0 || balances.paid < 0)
    faults.push({ fault: 'balance', id: partnerId })
  return faults
}

/** One partner's transfers, in the order of n. */
export const verifyBook = (
  partnerId: PartnerId,
  transfers: readonly Transfer[],
  known: Known,
): { book: Book; faults: LedgerFault[] } => {
  const book = newBook(partnerId)
  const faults: LedgerFault[] = []
  for (const transfer of transfers) {
    const wrong = [...faultsOf(book, transfer), ...untraced(transfer, known)]
    faults.push(...wrong)
    if (!wrong.some(({ fault }) => fault === 'not-whole')) post(book, transfer)
  }
  return { book, faults: [...faults, ...overpaid(book)] }
}
