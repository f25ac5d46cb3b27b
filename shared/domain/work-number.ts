// What may be shown of a count, and how sure is a rate? Counts of customers in fives, rates from what is shown, Wilson's interval.
import { FORMULAS, type FormulaId, type WorkPart } from './work'

/** Fewer customers than this are nobody's to count. */
export const K_ANONYMOUS = 5
export type Shown = number | 'few'
/** These count what reps did with their kits; everything else is of customers. */
const OF_REPS: readonly WorkPart[] = ['found', 'saved', 'posted']
export const isOfReps = (part: WorkPart): boolean => OF_REPS.includes(part)

/**
 * A count of customers as it is shown: in fives, rounded down. Whatever two such counts differ by (a region and its stores,
 * this month and this week) is a multiple of five again, behind which lie nine possible differences.
 */
export const toShown = (count: number): Shown => {
  if (count <= 0) return 0
  return count < K_ANONYMOUS ? 'few' : count - (count % K_ANONYMOUS)
}

export const showPart = (part: WorkPart, count: number): Shown => (isOfReps(part) ? Math.max(0, count) : toShown(count))

const Z = 1.96

/** Wilson's interval (95 %) of `won` among `all`; all > 0, need not be whole (an effective size). */
export const wilson = (won: number, all: number): { low: number; high: number } => {
  const rate = won / all
  const spread = Z * Math.sqrt((rate * (1 - rate)) / all + Z ** 2 / (4 * all ** 2))
  const [middle, scale] = [rate + Z ** 2 / (2 * all), 1 + Z ** 2 / all]
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}

/** What a count of things that happen may as well have been (95 %): the score interval of a Poisson count, n ≥ 0. */
export const poisson = (n: number): { low: number; high: number } => {
  const spread = Z * Math.sqrt(n + Z ** 2 / 4)
  return { low: Math.max(0, n + Z ** 2 / 2 - spread), high: n + Z ** 2 / 2 + spread }
}

export type WorkNumber = {
  formula: FormulaId
  value: number | null
  low: number | null
  high: number | null
  parts: { part: WorkPart; count: Shown }[]
}
export type PartCounts = Partial<Record<WorkPart, number>>

/** A share of fewer than this is no share yet. */
const SHARE_OF_MIN = 20
const PER_MIN = 1

const asNumber = (shown: Shown | undefined): number | null => (shown === undefined || shown === 'few' ? null : shown)

/**
 * Worked out from the parts as they are shown, so that anyone can reckon it again and it tells no more than they do. designed:
 * how many times wider than chance alone (family.ts); 1 where readings stand for themselves.
 */
export const numberOf = (formula: Exclude<FormulaId, 'board-score'>, counts: PartCounts, designed = 1): WorkNumber => {
  const { how, of } = FORMULAS[formula]
  const parts = of.map((part) => ({ part, count: showPart(part, counts[part] ?? 0) }))
  const [top, below] = [asNumber(parts[0]?.count), asNumber(parts[1]?.count)]
  const unknown = { formula, value: null, low: null, high: null, parts }
  if (top === null || below === null || below < (how === 'share' ? SHARE_OF_MIN : PER_MIN)) return unknown
  if (how === 'per') {
    const { low, high } = poisson(top)
    return { ...unknown, value: top / below, low: low / below, high: high / below }
  }
  const won = Math.min(top, below)
  return { ...unknown, value: won / below, ...wilson(won / designed, below / designed) }
}
