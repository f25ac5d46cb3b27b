// A deal being entered with one hand: which products, how many, for how much; what is typed counts over the list's price.
import type { Output } from '@shared/contracts'
import { DEAL_MAX_FEN, type DealKind, guessKind, type ProductUse, QTY_MAX } from '@shared/domain/deal'

export type Prepared = Output<'rep', 'deal.prepare'>
export type Line = {
  key: string
  productId: string | null
  product: string
  use: ProductUse
  theirs: boolean
  priceFen: number | null // null: no price is known
  qty: number
  typed: string // 元 of the whole line, '' as the price says
  cycleDays: number | null
}
export type Draft = { lines: Line[]; kind: DealKind | null; daysAgo: number } // kind null: as guessed

export const EMPTY: Draft = { lines: [], kind: null, daysAgo: 0 }

const FEN = 100
/** 分 out of what she typed; null: not an amount. */
export const fenOfTyped = (typed: string): number | null => {
  const found = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(typed.trim())
  if (!found) return null
  const fen = Number(found[1]) * FEN + Number((found[2] ?? '').padEnd(2, '0'))
  return fen <= DEAL_MAX_FEN ? fen : null
}

export const amountOfLine = ({ typed, priceFen, qty }: Line): number | null => {
  if (typed.trim() !== '') return fenOfTyped(typed)
  return priceFen === null ? null : priceFen * qty
}

/** null: something is not an amount yet. */
export const totalOf = ({ lines }: Draft): number | null => {
  const amounts = lines.map(amountOfLine)
  const total = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
  return amounts.includes(null) || total > DEAL_MAX_FEN ? null : total
}

export const kindOf = (draft: Draft, before: readonly string[]): DealKind =>
  draft.kind ?? guessKind(draft.lines, before)

const lineOf = (key: string, part: Partial<Line>): Line => ({
  ...{ key, productId: null, product: key, use: 'goods', theirs: false, priceFen: null, qty: 1, typed: '' },
  ...{ cycleDays: null, ...part },
})

/** A name she had before, or the list has: chosen, or chosen no longer. */
export const toggle = (draft: Draft, product: string, { products }: Pick<Prepared, 'products'>): Draft => {
  if (draft.lines.some(({ key }) => key === product))
    return { ...draft, lines: draft.lines.filter(({ key }) => key !== product) }
  const known = products.find(({ name }) => name === product)
  const { productId = null, use = 'goods', theirs = false, priceFen = null } = known ?? {}
  return { ...draft, lines: [...draft.lines, lineOf(product, { productId, use, theirs, priceFen })] }
}

export const addTyped = (draft: Draft, product: string, typed: string): Draft =>
  draft.lines.some(({ key }) => key === product)
    ? draft
    : { ...draft, lines: [...draft.lines, lineOf(product, { typed })] }

export const changeLine = (draft: Draft, key: string, part: Partial<Line>): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.key === key ? { ...line, ...part } : line)),
})

export const more = (draft: Draft, { key, qty }: Line, by: number): Draft =>
  changeLine(draft, key, { qty: Math.min(QTY_MAX, Math.max(1, qty + by)) })
