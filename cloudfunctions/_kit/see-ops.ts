// How is it going just now? What jobs, queues and calls are like, for whoever watches over them.
import { COUNTING_LATE_MS, type OpsSeen, QUEUES, type Queue, type QueueSeen } from '@shared/domain/alert'
import { type ActionSums, HOUR_MS, mergeSums, QUARTER_MS, quarterOf } from '@shared/domain/metrics'
import { SETTLED_AFTER_MS } from '@shared/domain/reading'
import { countDueChecks, oldestDueCheck } from './data/checks'
import { countWaitingDeliveries, oldestDueDelivery } from './data/deliveries'
import { listMetrics, type Metrics } from './data/metrics'
import { findRuns } from './data/ops'
import { countWaiting, someWaiting } from './data/readings'
import { countWaitingReps, longestWaiting } from './data/watches'

const readingSince = async (now: number): Promise<number | null> =>
  (await someWaiting(now - COUNTING_LATE_MS)) ?? (await someWaiting(now - SETTLED_AFTER_MS))

const SINCE: Record<Queue, (now: number) => Promise<number | null>> = {
  checks: oldestDueCheck,
  webhooks: oldestDueDelivery,
  notices: longestWaiting,
  readings: readingSince,
}
const WAITING: Record<Queue, (now: number) => Promise<number>> = {
  checks: countDueChecks,
  webhooks: countWaitingDeliveries,
  notices: countWaitingReps,
  readings: (now) => countWaiting(now - SETTLED_AFTER_MS),
}

const seeQueues = (now: number): Promise<QueueSeen[]> =>
  Promise.all(QUEUES.map(async (queue) => ({ queue, oldestAt: await SINCE[queue](now) })))

export const countQueues = (now: number): Promise<(QueueSeen & { waiting: number })[]> =>
  Promise.all(
    QUEUES.map(async (queue) => {
      const [oldestAt, waiting] = await Promise.all([SINCE[queue](now), WAITING[queue](now)])
      return { queue, oldestAt, waiting }
    }),
  )

export const sumsOfAll = (parts: readonly Metrics[]): ActionSums[] => mergeSums(parts.flatMap(({ actions }) => actions))

/** The quarters that reach into the last hour. */
export const lastHour = (now: number): Promise<Metrics[]> => listMetrics('quarter', quarterOf(now - HOUR_MS))

/** What alerts are drawn from: calls of this quarter of an hour and the one before. */
export const seeOps = async (now: number): Promise<OpsSeen> => {
  const [runs, quarters, queues] = await Promise.all([
    findRuns(),
    listMetrics('quarter', quarterOf(now - QUARTER_MS)),
    seeQueues(now),
  ])
  return { runs, queues, sums: sumsOfAll(quarters) }
}
