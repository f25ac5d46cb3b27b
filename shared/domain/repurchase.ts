// When will she need it again, and how many come back? A person's own rhythm once it is known, else the product's.
import { type Day, dayAfter, dayOf, daysBetween } from './day'
import { CYCLE_DAYS } from './product'

/** One purchase of one product by one person. qty ≥ 1: two last twice as long. */
export type Buy = { at: number; qty: number }

/** From three purchases on (two gaps) her own median counts alone. */
export const OWN_BUYS_MIN = 3
/** What HQ says of a product weighs as much as so many gaps that were seen. */
const STATED_WEIGHT = 5
/** And the product's rhythm, beside one gap of her own, as much as so many of hers. */
const PRODUCT_WEIGHT = 3

export const medianOf = (all: readonly number[]): number | null => {
  const sorted = [...all].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Purchases of one day are one. */
const byDay = (buys: readonly Buy[]): { day: Day; qty: number }[] => {
  const days = new Map<Day, number>()
  for (const { at, qty } of buys) days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + qty)
  return [...days].map(([day, qty]) => ({ day, qty })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Days that one piece lasted, between each purchase and the next. */
export const gapsOf = (buys: readonly Buy[]): number[] => {
  const days = byDay(buys)
  return days.slice(1).map(({ day }, n) => {
    const before = days[n]
    return before ? daysBetween(before.day, day) / before.qty : 0
  })
}

/** Of a product: median of all gaps seen, and how many they were; statedDays: what HQ, or the rep, says. */
export type Rhythm = { medianDays: number | null; gaps: number; statedDays: number | null }

/** What is seen outweighs what is said the more of it there is. */
export const rhythmDays = ({ medianDays, gaps, statedDays }: Rhythm): number | null => {
  if (medianDays === null || gaps === 0) return statedDays
  if (statedDays === null) return medianDays
  return (gaps * medianDays + STATED_WEIGHT * statedDays) / (gaps + STATED_WEIGHT)
}

export type Cycle = { days: number; from: 'own' | 'both' | 'product' }
const clamp = (days: number): number => Math.min(CYCLE_DAYS.max, Math.max(CYCLE_DAYS.min, Math.round(days)))

/** How long one piece lasts her; null: nothing is known, or it is bought once. */
export const cycleOf = (buys: readonly Buy[], product: Rhythm): Cycle | null => {
  const gaps = gapsOf(buys)
  const own = medianOf(gaps)
  if (own !== null && gaps.length >= OWN_BUYS_MIN - 1) return { days: clamp(own), from: 'own' }
  const prior = rhythmDays(product)
  if (prior === null) return null
  if (own === null) return { days: clamp(prior), from: 'product' }
  return { days: clamp((own * gaps.length + PRODUCT_WEIGHT * prior) / (gaps.length + PRODUCT_WEIGHT)), from: 'both' }
}

/** Days from her last purchase until she needs it again: as long as all its pieces last. null as above. */
export const lastsDays = (buys: readonly Buy[], product: Rhythm): number | null => {
  const cycle = cycleOf(buys, product)
  const last = byDay(buys).at(-1)
  return cycle && last ? clamp(cycle.days * last.qty) : null
}

export const dueOf = (buys: readonly Buy[], product: Rhythm): Day | null => {
  const days = lastsDays(buys, product)
  const last = byDay(buys).at(-1)
  return days === null || !last ? null : dayAfter(last.day, days)
}

/** Again within so many days of the first purchase. */
export const AGAIN_WITHIN_DAYS = 90
/** Fewer customers are no cohort. */
export const COHORT_MIN = 5

/** young: bought first less than the window ago, so it is too early to count them either way. */
export type Cohort = { people: number; again: number; young: number; rate: number | null }

/** Each inner list: the instants at which one customer bought. Only who has had the whole window is counted. */
export const repurchaseRate = (customers: readonly (readonly number[])[], today: Day): Cohort => {
  const cohort = { people: 0, again: 0, young: 0 }
  for (const bought of customers) {
    const days = [...new Set(bought.map(dayOf))].sort()
    const [first, second] = days
    if (first === undefined) continue
    if (daysBetween(first, today) < AGAIN_WITHIN_DAYS) {
      cohort.young++
      continue
    }
    cohort.people++
    if (second !== undefined && daysBetween(first, second) <= AGAIN_WITHIN_DAYS) cohort.again++
  }
  return { ...cohort, rate: cohort.people < COHORT_MIN ? null : cohort.again / cohort.people }
}
