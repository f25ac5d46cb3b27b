// What was bought, of whom, by whom, for how much? Money is whole 分 throughout; a deal is the one truth of what was sold.
import type { Day } from './day'
import type { ContactId, DealId, MemberId, NoteId, PartnerId, PostId, ProductId, StoreId, TeamId } from './ids'

/** 首单 · 复购 · 交叉销售 (something else than before) · 信息消费 (pays for knowing or for advice) · 成为经营者. */
export const DEAL_KINDS = ['first', 'repurchase', 'cross-sale', 'information', 'partner'] as const
export type DealKind = (typeof DEAL_KINDS)[number]

/** Ten million 元: what is above was mistyped. Whole sums stay far below what a number holds exactly. */
export const DEAL_MAX_FEN = 1_000_000_000
export const DEAL_ITEMS_MAX = 12
export const QTY_MAX = 999
export const PRODUCT_NAME_MAX = 30
/** Undone without a word so long; later it is a refund. */
export const UNDO_WITHIN_MS = 24 * 3_600_000

/**
 * One line. amountFen, costFen: of the whole line, not of one piece. costFen: what it cost us, or what goes on to whose it
 * is; null: not known. theirs: somebody else's product (theirs the price, ours only what is left of it).
 */
export type DealItem = {
  productId: ProductId | null // null: typed by hand
  product: string
  qty: number
  amountFen: number
  costFen: number | null
  theirs: boolean
}

export type Deal = {
  _id: DealId
  repId: MemberId
  storeId: StoreId
  teamId: TeamId | null
  contactId: ContactId | null // null: nobody she knows, or imported without
  kind: DealKind
  items: DealItem[]
  at: number // when it was bought
  day: Day
  writtenAt: number
  source: 'rep' | 'import'
  orderNo: string | null // as the till or the shop names it
  noteIds: NoteId[] // the purchases in her notes that tell of this same deal
  talkDay: Day | null // of the talk that ended in it
  partnerId: PartnerId | null // who brought it
  verifiedAt: number | null // somebody else than the rep has seen it paid; an import of the till is
  verifiedBy: MemberId | null
  refundedAt: number | null // wholly; it never counts again
  droppedAt: number | null // a slip: undone, and kept so that a late repeat does not bring it back
  due?: number | null // since when it waits to be put down to what came before it; null: that is done
  credits?: DealCredit[] // by post and by way of meeting; nothing in it says when, or who
}

/** fen: what of the deal each way of dividing puts down to it (attribution.ts). */
export type DealCredit = { of: 'reading' | 'talk' | 'share'; postId: PostId | null; fen: Record<string, number> }

/** Does it count as sold? */
export const isSold = ({ refundedAt, droppedAt }: Pick<Deal, 'refundedAt' | 'droppedAt'>): boolean =>
  refundedAt === null && droppedAt === null

/** Only such a deal may pay anybody for having brought it. */
export const isVerified = (deal: Pick<Deal, 'refundedAt' | 'droppedAt' | 'verifiedAt'>): boolean =>
  isSold(deal) && deal.verifiedAt !== null

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/** What she paid. */
export const amountOf = ({ items }: Pick<Deal, 'items'>): number => sum(items.map(({ amountFen }) => amountFen))

/** What of it is ours: the price of ours; of theirs what is left after what goes on, nothing where that is not known. */
export const incomeOf = ({ items }: Pick<Deal, 'items'>): number =>
  sum(
    items.map(({ amountFen, costFen, theirs }) => {
      if (!theirs) return amountFen
      return costFen === null ? 0 : amountFen - costFen
    }),
  )

/** What ours cost us, as far as is known. */
export const goodsCostOf = ({ items }: Pick<Deal, 'items'>): number =>
  sum(items.map(({ costFen, theirs }) => (theirs ? 0 : (costFen ?? 0))))

const isWhole = (n: number, min: number, max: number): boolean => Number.isSafeInteger(n) && n >= min && n <= max

const isItem = ({ product, qty, amountFen, costFen }: DealItem): boolean =>
  product.trim() !== '' &&
  product.length <= PRODUCT_NAME_MAX &&
  isWhole(qty, 1, QTY_MAX) &&
  isWhole(amountFen, 0, DEAL_MAX_FEN) &&
  (costFen === null || isWhole(costFen, 0, DEAL_MAX_FEN))

export type DealDecision = { ok: true } | { ok: false; reason: 'missing' | 'bad-request'; field: 'items' }

export const mayRecordDeal = ({ items }: Pick<Deal, 'items'>): DealDecision => {
  if (items.length === 0) return { ok: false, reason: 'missing', field: 'items' }
  const isRight = items.length <= DEAL_ITEMS_MAX && items.every(isItem) && amountOf({ items }) <= DEAL_MAX_FEN
  return isRight ? { ok: true } : { ok: false, reason: 'bad-request', field: 'items' }
}

export type EndDecision =
  | { ok: true }
  | { ok: false; reason: 'not-yours' | 'deal-verified' | 'deal-too-old' | 'deal-over' }

/** A slip is taken back by her who made it, soon, and before somebody else has seen it paid. */
export const mayUndoDeal = (deal: Deal, repId: MemberId, now: number): EndDecision => {
  if (deal.repId !== repId) return { ok: false, reason: 'not-yours' }
  if (deal.refundedAt !== null) return { ok: false, reason: 'deal-over' }
  if (deal.verifiedAt !== null) return { ok: false, reason: 'deal-verified' }
  return now - deal.writtenAt <= UNDO_WITHIN_MS ? { ok: true } : { ok: false, reason: 'deal-too-old' }
}

export const mayRefundDeal = (deal: Deal, repId: MemberId): EndDecision => {
  if (deal.repId !== repId) return { ok: false, reason: 'not-yours' }
  return deal.droppedAt === null ? { ok: true } : { ok: false, reason: 'deal-over' }
}

/** A name as it is compared: 水光精华 and  水光 精华 are one product. */
export const productKey = (product: string): string => product.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** What a product is for; goods unless HQ says otherwise. */
export type ProductUse = 'goods' | 'information' | 'partner'

/** The kind as it is likely, for the rep to correct. before: what she is known to have bought earlier. */
export const guessKind = (
  items: readonly (Pick<DealItem, 'product'> & { use: ProductUse })[],
  before: readonly string[],
): DealKind => {
  const uses = items.map(({ use }) => use)
  if (uses.includes('partner')) return 'partner'
  if (uses.length > 0 && uses.every((use) => use === 'information')) return 'information'
  if (before.length === 0) return 'first'
  const had = new Set(before.map(productKey))
  return items.some(({ product }) => had.has(productKey(product))) ? 'repurchase' : 'cross-sale'
}
