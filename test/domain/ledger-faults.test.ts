// 100,000 operations that crash, repeat, come late and cross each other: does every balance equal a recount, and is nothing
// paid twice?
import type { PartnerId, PayoutId, ReferralId } from '../../shared/domain/ids'
import { debtOf, grantOf, type ItemKey, itemOf, recount, SIDES, type Transfer } from '../../shared/domain/ledger'
import { fen } from '../../shared/domain/ledger-fen'
import { decideMove, type Move } from '../../shared/domain/ledger-moves'
import { verifyBook } from '../../shared/domain/ledger-verify'
import { TERMS } from '../../shared/domain/partner-terms'

const OPERATIONS = 100_000
const PARTNERS = 2_000
const SALES_EACH = 12
const PAYOUTS = 6
const AT = Date.UTC(2026, 11, 1)

/** Mulberry32: the same run each time. */
const dice = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
const next = dice(20_261_201)
const below = (n: number) => Math.floor(next() * n)
const saleOf = (partner: number, n: number) => `d${partner}-${n}` as ReferralId
const partnerId = (n: number) => `p${n}` as PartnerId

/** What the database does: the first with an _id has it. */
const stored = new Map<string, Transfer>()
const chains = new Map<PartnerId, Transfer[]>()
const insert = (transfer: Transfer): boolean => {
  if (stored.has(transfer._id)) return false
  stored.set(transfer._id, transfer)
  chains.set(transfer.partnerId, [...(chains.get(transfer.partnerId) ?? []), transfer])
  return true
}

const kinds: Move['kind'][] = [
  'earn',
  'earn',
  'release',
  'release',
  'grant',
  'reverse',
  'hold',
  'return',
  'pay',
  'pay',
  'forgive',
]
const randomMove = (partner: number): Move => {
  const kind = kinds[below(kinds.length)] ?? 'earn'
  const referralId = saleOf(partner, below(SALES_EACH))
  const payoutId = `batch-${below(PAYOUTS)}` as PayoutId
  const item: ItemKey = next() < 0.8 ? itemOf(referralId) : grantOf(referralId)
  if (kind === 'earn') return { kind, referralId, fen: fen(below(70_000) - 1_000), month: `2026-0${1 + below(3)}` }
  if (kind === 'release') return { kind, referralId }
  if (kind === 'grant') return { kind, referralId, fen: fen(below(60_000)), by: 'approver', reason: 'r' }
  if (kind === 'reverse') return { kind, item, by: 'rules', reason: 'refund' }
  return kind === 'forgive' ? { kind } : { kind, payoutId, by: 'editor' }
}

type Work = { partner: PartnerId; move: Move; seen: number } // seen: how many transfers the worker has read
type Tally = { crashes: number; lost: number; refused: number; booked: number }

/** Reads, is held up by others, decides on what it had read, writes; may die before and after the write. */
const step = ({ partner, move, seen }: Work, tally: Tally): Work | null => {
  const book = recount(partner, (chains.get(partner) ?? []).slice(0, seen))
  const decided = decideMove(book, move, TERMS, AT)
  if (!decided.ok) {
    tally.refused++
    return null
  }
  if (next() < 0.05) {
    tally.crashes++ // before the write: whoever asked asks again
    return { partner, move, seen: (chains.get(partner) ?? []).length }
  }
  const isIn = insert(decided.transfer)
  if (isIn) tally.booked++
  else tally.lost++
  const isAgain = !isIn || next() < 0.05 // after the write: nobody was told that it is there
  if (isIn && isAgain) tally.crashes++
  return isAgain ? { partner, move, seen: (chains.get(partner) ?? []).length } : null
}

const run = (): Tally => {
  const tally: Tally = { crashes: 0, lost: 0, refused: 0, booked: 0 }
  const under: Work[] = []
  for (let n = 0; n < OPERATIONS; n++) {
    const partner = below(PARTNERS)
    const move = randomMove(partner)
    const copies = next() < 0.1 ? 2 : 1
    for (let copy = 0; copy < copies; copy++)
      under.push({ partner: partnerId(partner), move, seen: (chains.get(partnerId(partner)) ?? []).length })
    // up to 40 at once, finished in no order
    while (under.length > 40 || (n === OPERATIONS - 1 && under.length > 0)) {
      const [work] = under.splice(below(under.length), 1)
      const again = work && step(work, tally)
      if (again) under.push(again)
    }
  }
  return tally
}

/** Counted by hand, from lines alone. */
const sumsOf = (transfers: readonly Transfer[]): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { account, fen: amount } of transfers.flatMap(({ lines }) => lines))
    sums.set(account, (sums.get(account) ?? 0) + amount)
  return sums
}
const ownerOf = (referralId: ReferralId) => `p${referralId.slice(1).split('-')[0]}` as PartnerId

test('balances equal a recount, every entry has its sale, nothing is paid twice', () => {
  const tally = run()
  expect(tally.booked).toBe(stored.size)
  expect(tally.booked).toBeGreaterThan(15_000)
  expect(tally.lost).toBeGreaterThan(100) // two did write the same number
  expect(tally.crashes).toBeGreaterThan(1_000)

  const all = [...stored.values()]
  expect(new Set(all.map(({ transferId }) => transferId)).size).toBe(all.length)
  expect(all.flatMap(({ lines }) => lines).filter((line) => !Number.isSafeInteger(line.fen))).toEqual([])
  const wrong: unknown[] = []
  let paid = 0
  for (const [id, transfers] of chains) {
    const { book, faults } = verifyBook(id, transfers, ownerOf)
    const sums = sumsOf(transfers)
    const worth = [...book.items.values()].reduce((sum, one) => sum + one.fen, 0)
    const isRight =
      SIDES.every((side) => book.balances[side] === (sums.get(`partner:${id}:${side}`) ?? 0)) &&
      [...sums.values()].reduce((sum, one) => sum + one, 0) === 0 &&
      book.balances.paid <= worth &&
      debtOf(book) <= TERMS.debtMaxFen
    if (!isRight || faults.length > 0) wrong.push({ id, faults })
    paid += book.balances.paid
  }
  expect(wrong).toEqual([])
  expect(paid).toBeGreaterThan(0)
})
