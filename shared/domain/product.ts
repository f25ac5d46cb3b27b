// What may be sold, ours or somebody else's, and how long one of it usually lasts?
import { DEAL_MAX_FEN, type ProductUse, productKey } from './deal'
import type { ProductId } from './ids'

export const PRODUCT_USES = ['goods', 'information', 'partner'] as const satisfies readonly ProductUse[]
export const CYCLE_DAYS = { min: 3, max: 730 } as const
export const PRODUCTS_MAX = 500

export type Product = {
  _id: ProductId
  name: string
  use: ProductUse
  theirs: boolean
  priceFen: number // of one
  costFen: number | null // of one; of theirs: what goes on to whose it is
  cycleDays: number | null // how long one lasts, as HQ says; null: bought once
  on: boolean // off: no longer offered, deals of it stay
  rev: number
}

export type ProductDecision =
  | { ok: true }
  | { ok: false; reason: 'stale-version' | 'product-name-taken' | 'too-many-products' | 'bad-request' }

/** others: all that there are; rev: the one the editor saw, 0 for a new one. */
export const maySaveProduct = (said: Product, others: readonly Product[], rev: number): ProductDecision => {
  const stored = others.find(({ _id }) => _id === said._id)
  if ((stored?.rev ?? 0) !== rev) return { ok: false, reason: 'stale-version' }
  if (!stored && others.length >= PRODUCTS_MAX) return { ok: false, reason: 'too-many-products' }
  const key = productKey(said.name)
  if (others.some(({ _id, name }) => _id !== said._id && productKey(name) === key))
    return { ok: false, reason: 'product-name-taken' }
  const isRight = [said.priceFen, said.costFen ?? 0].every((fen) => Number.isSafeInteger(fen) && fen <= DEAL_MAX_FEN)
  return isRight ? { ok: true } : { ok: false, reason: 'bad-request' }
}
