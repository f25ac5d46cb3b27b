// Which index answers a query? Equality prefix, then $in, then one range; a plan also knows whether it sorts.

import { type Condition, conditionsOf, type End, type Stretch } from './conditions'
import type { Interval, Scan, StoredIndex } from './engine'
import { invert, successor } from './keys'
import { type Doc, isPlainObject } from './values'

export type Order = readonly (readonly [field: string, direction: 1 | -1])[]
export type Plan = {
  readonly scan: Scan
  readonly exact: boolean
  readonly sorted: boolean
  readonly multikey: boolean
  /** The key of the one document this can be, when _id was given. */
  readonly id?: Buffer
}

const MAX_INTERVALS = 2000
const EVERYTHING: Interval = { from: Buffer.alloc(0), to: Buffer.alloc(64, 0xff) }

const flip = ({ low, high }: Stretch): Stretch => ({
  low: { bytes: invert(high.bytes), after: !high.after },
  high: { bytes: invert(low.bytes), after: !low.after },
})

const edge = (prefix: Buffer, { bytes, after: past }: End): Buffer => {
  const whole = Buffer.concat([prefix, bytes])
  return past ? successor(whole) : whole
}

type Candidate = Pick<StoredIndex, 'keys' | 'multikey'> & { readonly name: string | undefined }

const isSorted = (index: Candidate, bound: number, single: boolean, order: Order): 1 | -1 | undefined => {
  if (index.multikey && order.length) return undefined
  const free = single ? index.keys.slice(bound) : index.keys
  const fixed = new Set(single ? index.keys.slice(0, bound).map(([field]) => field) : [])
  const wanted = order.filter(([field]) => !fixed.has(field))
  for (const way of [1, -1] as const) {
    if (wanted.every(([field, dir], i) => free[i]?.[0] === field && free[i]?.[1] === dir * way)) return way
  }
  return undefined
}

const planWith = (
  index: Candidate,
  conditions: readonly Condition[],
  rest: boolean,
  order: Order,
): Plan | undefined => {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let intervals: Interval[] | undefined
  const used = new Set<Condition>()
  let bound = 0
  for (const [field, direction] of index.keys) {
    const mine = conditions.filter((c) => c.field === field)
    const points = mine.find((c) => c.points && c.points.length * prefixes.length <= MAX_INTERVALS)
    if (points?.points) {
      const ends = direction === 1 ? points.points : points.points.map(flip).reverse()
      prefixes = prefixes.flatMap((prefix) => ends.map((p) => Buffer.concat([prefix, p.low.bytes])))
      used.add(points)
      bound++
      continue
    }
    // through a multikey index two bounds may be met by two different elements, so only one of them may be used
    const ranged = mine.find((c) => c.range && (!index.multikey || c.range.bounds === 1))
    if (ranged?.range) {
      const { low, high } = direction === 1 ? ranged.range : flip(ranged.range)
      intervals = prefixes.map((prefix) => ({ from: edge(prefix, low), to: edge(prefix, high) }))
      used.add(ranged)
    }
    break
  }
  const single = prefixes.length === 1
  const way = isSorted(index, bound, single, order)
  if (!used.size && !(order.length && way)) return undefined
  const whole = bound === 0 ? [EVERYTHING] : prefixes.map((from) => ({ from, to: successor(from) }))
  const exact = !rest && !index.multikey && used.size === conditions.length && conditions.every((c) => c.exact)
  const plan = {
    scan: { index: index.name, intervals: intervals ?? whole, reverse: way === -1 },
    exact,
    sorted: way !== undefined,
    multikey: index.multikey || !single,
  }
  const [id] = prefixes
  return index.name === undefined && single && bound === 1 && id ? { ...plan, id } : plan
}

const score = (index: Candidate, plan: Plan, conditions: readonly Condition[]): number => {
  let points = 0
  for (const [field] of index.keys) {
    const mine = conditions.filter((c) => c.field === field)
    if (mine.some((c) => c.points)) points += 10
    else {
      if (mine.some((c) => c.range)) points += 5
      break
    }
  }
  return points + (index.name === undefined ? points : 0) + (plan.sorted ? 3 : 0) + (plan.exact ? 1 : 0)
}

/** The best plan, or undefined when no index serves the filter or the order. */
export const planQuery = (indexes: readonly StoredIndex[], filter: Doc, order: Order): Plan | undefined => {
  const { conditions, rest } = conditionsOf(filter)
  const candidates: Candidate[] = [{ name: undefined, keys: [['_id', 1]], multikey: false }, ...indexes]
  let best: { plan: Plan; score: number } | undefined
  for (const index of candidates) {
    const plan = planWith(index, conditions, rest, order)
    if (!plan) continue
    const value = score(index, plan, conditions)
    const narrow = value >= 5
    // an index that only sorts is no answer to a filter
    if (conditions.length + Number(rest) > 0 && !narrow) continue
    if (!best || value > best.score) best = { plan, score: value }
  }
  return best?.plan ?? planBranches(indexes, filter)
}

/** `$or` is served when every branch is. */
const planBranches = (indexes: readonly StoredIndex[], filter: Doc): Plan | undefined => {
  const branches = Array.isArray(filter.$or) ? filter.$or.filter(isPlainObject) : []
  const plans = branches.map((branch) => planQuery(indexes, branch, []))
  const [first] = plans
  if (!first || plans.some((p) => p?.scan.index !== first.scan.index)) return undefined
  const intervals = plans.flatMap((p) => p?.scan.intervals ?? [])
  return { scan: { ...first.scan, intervals, reverse: false }, exact: false, sorted: false, multikey: true }
}

export const fullScan = (): Plan => ({
  scan: { index: undefined, intervals: [EVERYTHING], reverse: false },
  exact: false,
  sorted: false,
  multikey: false,
})
