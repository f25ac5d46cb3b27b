// How fast are actions, how often do they fail, and what do they cost? Small sums that can be added up in any order. Names of
// actions and numbers alone: nothing of who called or what was said.

/** Each bucket reaches a fourth of a doubling further: 1 ms is the first, and the last takes what is longer than 92 s. */
const BUCKETS_A_DOUBLING = 4
export const BUCKETS = 68
/** What a quantile says is at most so many times too much or too little (below 1 ms: it says 1 ms). */
export const QUANTILE_FACTOR = 2 ** (1 / (2 * BUCKETS_A_DOUBLING))

/** Sums are kept by the quarter of an hour, then by the hour. */
export const QUARTER_MS = 900_000
export const HOUR_MS = 3_600_000
export const METRICS_KEPT_MS = 14 * 86_400_000

/** How often which bucket was met, in order. */
export type Times = readonly (readonly [bucket: number, n: number])[]
export type Outcome = 'ok' | 'refused' | 'failed'
export type ActionSums = {
  action: string
  calls: number
  refused: number // a no that a rule foresaw
  failed: number // nobody foresaw it
  cold: number // the first call of an instance
  requests: number // to the database
  ms: number
  maxMs: number
  times: Times
}
export type OneCall = { action: string; outcome: Outcome; ms: number; requests: number; cold: boolean }

export const bucketTop = (bucket: number): number => 2 ** (bucket / BUCKETS_A_DOUBLING)

export const bucketOf = (ms: number): number => {
  if (!(ms > 1)) return 0
  const near = Math.ceil(Math.log2(ms) * BUCKETS_A_DOUBLING)
  // logarithms round: what is no longer than the bucket below belongs there
  return Math.min(BUCKETS - 1, ms <= bucketTop(near - 1) ? near - 1 : near)
}

export const sumsOf = ({ action, outcome, ms, requests, cold }: OneCall): ActionSums => ({
  ...{ action, calls: 1, refused: outcome === 'refused' ? 1 : 0, failed: outcome === 'failed' ? 1 : 0 },
  ...{ cold: cold ? 1 : 0, requests, ms, maxMs: ms, times: [[bucketOf(ms), 1]] },
})

const addTimes = (a: Times, b: Times): Times => {
  const counts = new Map<number, number>()
  for (const [bucket, n] of [...a, ...b]) counts.set(bucket, (counts.get(bucket) ?? 0) + n)
  return [...counts].sort(([one], [other]) => one - other)
}

/** Both of the same action; in whatever order and grouping, the result is the same. */
export const addSums = (a: ActionSums, b: ActionSums): ActionSums => ({
  ...{ action: a.action, calls: a.calls + b.calls, refused: a.refused + b.refused, failed: a.failed + b.failed },
  ...{ cold: a.cold + b.cold, requests: a.requests + b.requests, ms: a.ms + b.ms },
  ...{ maxMs: Math.max(a.maxMs, b.maxMs), times: addTimes(a.times, b.times) },
})

/** One line for each action, by name. */
export const mergeSums = (all: readonly ActionSums[]): ActionSums[] => {
  const byAction = new Map<string, ActionSums>()
  for (const one of all) {
    const before = byAction.get(one.action)
    byAction.set(one.action, before ? addSums(before, one) : one)
  }
  return [...byAction.values()].sort((a, b) => (a.action < b.action ? -1 : 1))
}

/** So many of a hundred calls were no longer than this; null where there was none. q in (0, 1]. */
export const quantileMs = ({ times, maxMs }: Pick<ActionSums, 'times' | 'maxMs'>, q: number): number | null => {
  const total = times.reduce((sum, [, n]) => sum + n, 0)
  if (total === 0) return null
  let left = Math.max(1, Math.ceil(q * total))
  for (const [bucket, n] of times) {
    left -= n
    if (left > 0) continue
    // the last bucket has no end
    if (bucket >= BUCKETS - 1) return maxMs
    return bucket === 0 ? 1 : Math.min(Math.max(maxMs, 1), bucketTop(bucket) / QUANTILE_FACTOR)
  }
  return null
}

export const quarterOf = (at: number): number => Math.floor(at / QUARTER_MS) * QUARTER_MS
export const hourStart = (at: number): number => Math.floor(at / HOUR_MS) * HOUR_MS

/** Of one opened article, in requests to the database; null below so many openings, where jobs that idle are most of it. */
export const COST_FROM = 50
export const readingCost = (all: readonly ActionSums[]): { readers: number; jobs: number; openings: number } | null => {
  const sumOf = (begin: string) =>
    all.filter(({ action }) => action.indexOf(begin) === 0).reduce((sum, { requests }) => sum + requests, 0)
  const opened = all.find(({ action }) => action === 'reader/post.read')
  const openings = opened ? opened.calls - opened.refused - opened.failed : 0
  if (openings < COST_FROM) return null
  return { openings, readers: sumOf('reader/') / openings, jobs: sumOf('jobs/') / openings }
}
