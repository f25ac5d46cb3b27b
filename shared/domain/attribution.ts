// What came before a deal, and how much of it may be put down to what? Four ways of dividing, side by side, to the 分.
// All of them say what came together, none what caused what.
import type { DealCredit } from './deal'
import type { PostId } from './ids'

/** What she met before she bought: a post she read, a talk, a card passed on to her by hand. id: the same for the same one. */
export type Point = { id: string; of: 'reading' | 'talk' | 'share'; postId: PostId | null; at: number }

export const MODELS = ['first', 'last', 'linear', 'time-decay'] as const
export type Model = (typeof MODELS)[number]

const DAY_MS = 86_400_000
export const WINDOW_DAYS = 30
/** Time-decay: a week earlier weighs half. */
export const HALF_LIFE_MS = 7 * DAY_MS
/** Weights as whole numbers up to this: times the largest deal (DEAL_MAX_FEN) it is 10^15, which a number holds exactly. */
const WEIGHT_ONE = 1_000_000

/**
 * A sum divided by weights: whole 分, together exactly the sum (largest remainder; of equal ones the earlier gets it).
 * totalFen: 0 to DEAL_MAX_FEN, weights ≥ 0; where all weigh nothing nobody gets anything and the result adds up to 0.
 */
export const splitFen = (totalFen: number, weights: readonly number[]): number[] => {
  const most = Math.max(0, ...weights)
  if (most === 0) return weights.map(() => 0)
  const whole = weights.map((weight) => Math.round((weight / most) * WEIGHT_ONE))
  const all = whole.reduce((sum, one) => sum + one, 0)
  const shares = whole.map((weight, at) => {
    const product = totalFen * weight
    const rest = product % all
    return { at, fen: (product - rest) / all, rest }
  })
  let left = totalFen - shares.reduce((sum, { fen }) => sum + fen, 0)
  const fen = shares.map((share) => share.fen)
  for (const { at } of [...shares].sort((a, b) => b.rest - a.rest || a.at - b.at)) {
    if (left === 0) break
    fen[at] = (fen[at] ?? 0) + 1
    left--
  }
  return fen
}

/** Each once, the earliest first; only what came before the deal and within the window. */
export const pointsBefore = (points: readonly Point[], dealAt: number, windowDays = WINDOW_DAYS): Point[] =>
  [...new Map(points.map((point) => [point.id, point])).values()]
    .filter(({ at }) => at <= dealAt && dealAt - at < windowDays * DAY_MS)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

const weigh: Record<Model, (points: readonly Point[], dealAt: number) => number[]> = {
  first: (points) => points.map((_, n) => (n === 0 ? 1 : 0)),
  last: (points) => points.map((_, n) => (n === points.length - 1 ? 1 : 0)),
  linear: (points) => points.map(() => 1),
  'time-decay': (points, dealAt) => points.map(({ at }) => 2 ** -((dealAt - at) / HALF_LIFE_MS)),
}

/** fen: of the deal's amount, in each way of dividing. */
export type Credit = Pick<Point, 'of' | 'postId'> & { id: string; at: number; fen: Record<Model, number> }
/** noneFen: the whole amount where nothing is known to have come before, else 0. */
export type Attribution = { credits: Credit[]; noneFen: number }

/** Of each way: the credits and noneFen together are the amount, to the 分. */
export const attribute = (amountFen: number, points: readonly Point[], dealAt: number): Attribution => {
  const before = pointsBefore(points, dealAt)
  if (before.length === 0) return { credits: [], noneFen: amountFen }
  const shares = Object.fromEntries(
    MODELS.map((model) => [model, splitFen(amountFen, weigh[model](before, dealAt))]),
  ) as Record<Model, number[]>
  const fenAt = (n: number) =>
    Object.fromEntries(MODELS.map((model) => [model, shares[model][n] ?? 0])) as Record<Model, number>
  return { credits: before.map(({ id, of, postId, at }, n) => ({ id, of, postId, at, fen: fenAt(n) })), noneFen: 0 }
}

/** What is kept of it with the deal: together by post and way of meeting, without instants. */
export const keptCredits = ({ credits }: Attribution): DealCredit[] => {
  const kept = new Map<string, DealCredit & { fen: Record<Model, number> }>()
  for (const { of, postId, fen } of credits) {
    const key = `${of}.${postId ?? ''}`
    const had = kept.get(key)?.fen
    const together = MODELS.map((model) => [model, (had?.[model] ?? 0) + fen[model]])
    kept.set(key, { of, postId, fen: Object.fromEntries(together) as Record<Model, number> })
  }
  return [...kept.values()]
}
