// What do this instance's calls add up to? Kept in memory, written at most once a minute after a reply is known: a write that
// is lost loses counts and nothing else, for the next one holds the quarter's total again.
import { type ActionSums, addSums, type OneCall, quarterOf, sumsOf } from '@shared/domain/metrics'
import { now } from './clock'
import { putMetrics } from './data/metrics'
import { log } from './log'
import { newTrace } from './reply'
import { metricsOn } from './settings'

const FLUSH_EACH_MS = 60_000
/** A caller waits for the write no longer than this, once a minute. */
const FLUSH_WITHIN_MS = 400

const instance = newTrace()
/** While nothing can be written, the oldest goes. */
const QUARTERS_MAX = 4
const quarters = new Map<number, Map<string, ActionSums>>()
let flushedAt = 0

export const noteCall = (call: OneCall): void => {
  if (!metricsOn()) return
  const from = quarterOf(now())
  const sums = quarters.get(from) ?? new Map<string, ActionSums>()
  const before = sums.get(call.action)
  sums.set(call.action, before ? addSums(before, sumsOf(call)) : sumsOf(call))
  quarters.set(from, sums)
  const [oldest] = quarters.keys()
  if (quarters.size > QUARTERS_MAX && oldest !== undefined) quarters.delete(oldest)
}

const flush = async (fn: string, from: number, sums: ReadonlyMap<string, ActionSums>): Promise<void> => {
  await putMetrics({ _id: `${fn}.${from}.${instance}`, span: 'quarter', fn, from, actions: [...sums.values()] })
  if (from < quarterOf(now())) quarters.delete(from) // it is over, and all of it is written
}

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FLUSH_WITHIN_MS).unref())

/** The oldest quarter first, so that a minute never costs more than one request. */
export const flushMetrics = async (fn: string): Promise<void> => {
  if (!metricsOn() || now() - flushedAt < FLUSH_EACH_MS) return
  const [oldest] = quarters
  if (!oldest) return
  flushedAt = now()
  const written = flush(fn, ...oldest).catch((error: unknown) => log.warn({ event: 'metrics-not-written', err: error }))
  await Promise.race([written, patience()])
}
