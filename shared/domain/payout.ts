// Who is paid when? One batch at a time: somebody makes it, somebody else approves it, and only then is it paid, once.
import type { MemberId, PartnerId, PayoutId } from './ids'
import { type Fen, plus, sayYuan } from './ledger-fen'
import type { Cell } from './table-cell'
import { safeRow } from './table-cell'

/** making, paying and returning are under way, and finished by whoever comes next. */
export const PAYOUT_STATES = ['making', 'made', 'approved', 'paying', 'paid', 'returning', 'returned'] as const
export type PayoutState = (typeof PAYOUT_STATES)[number]
/** sales: how many are in it. */
export type PayoutItem = { partnerId: PartnerId; code: string; payName: string; fen: Fen; sales: number }
export type Payout = {
  _id: PayoutId // minted by the desk
  at: number
  state: PayoutState
  byId: MemberId
  byName: string
  partnerIds: PartnerId[] // whom it may hold something for
  next: number // how many of them what is under way has been done for
  items: PayoutItem[]
  approvedBy: MemberId | null
  approvedName: string
  approvedAt: number | null
  endedAt: number | null
  endedBy: MemberId | null
  reason: string // why it was sent back
  rev: number
}

/** A batch and its items stay far below what one document holds. */
export const PAYOUT_PARTNERS_MAX = 300

export const totalFen = ({ items }: Pick<Payout, 'items'>): Fen => plus(...items.map(({ fen }) => fen))

export type PayoutDecision = { ok: true } | { ok: false; reason: 'own-payout' | 'payout-not-so-far' | 'payout-empty' }

/** Whoever made it cannot approve it. */
export const mayApprovePayout = (
  payout: Pick<Payout, 'state' | 'byId' | 'items'>,
  approver: MemberId,
): PayoutDecision => {
  if (payout.state !== 'made') return { ok: false, reason: 'payout-not-so-far' }
  if (payout.byId === approver) return { ok: false, reason: 'own-payout' }
  return payout.items.length > 0 ? { ok: true } : { ok: false, reason: 'payout-empty' }
}

/** Back it may go until it is paid. */
export const mayReturnPayout = ({ state }: Pick<Payout, 'state'>): PayoutDecision =>
  state === 'made' || state === 'approved' || state === 'returning'
    ? { ok: true }
    : { ok: false, reason: 'payout-not-so-far' }

export const mayPayPayout = ({ state }: Pick<Payout, 'state'>): PayoutDecision =>
  state === 'approved' || state === 'paying' || state === 'paid'
    ? { ok: true }
    : { ok: false, reason: 'payout-not-so-far' }

export const mayExportPayout = ({ state }: Pick<Payout, 'state'>): PayoutDecision =>
  state === 'approved' || state === 'paying' || state === 'paid'
    ? { ok: true }
    : { ok: false, reason: 'payout-not-so-far' }

export const PAYOUT_HEAD = ['批次', '合伙人编号', '收款姓名', '应付（元）', '成交笔数', '合伙人代码'] as const

/** As finance takes it: amounts as texts with two places, names that cannot run as formulas. */
export const payoutRows = ({ _id, items }: Pick<Payout, '_id' | 'items'>): Cell[][] =>
  items.map(({ partnerId, payName, fen, sales, code }) => safeRow([_id, partnerId, payName, sayYuan(fen), sales, code]))
