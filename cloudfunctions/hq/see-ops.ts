// How does it run? Jobs, queues, calls and their cost, for whoever may let things out.
import { isJobLate, isQueueOld } from '@shared/domain/alert'
import { type ActionSums, HOUR_MS, hourStart, mergeSums, quantileMs, readingCost } from '@shared/domain/metrics'
import { now } from '../_kit/clock'
import { listMetrics, type Metrics } from '../_kit/data/metrics'
import { findAlerts, findRuns } from '../_kit/data/ops'
import { countQueues, lastHour, sumsOfAll } from '../_kit/see-ops'
import type { Handler } from '../_kit/serve'
import { metricsOn } from '../_kit/settings'
import { version } from '../_kit/version'

const DAY_MS = 24 * HOUR_MS

const show = (sums: ActionSums) => ({
  ...{ action: sums.action, calls: sums.calls, refused: sums.refused, failed: sums.failed, cold: sums.cold },
  ...{ p50: quantileMs(sums, 0.5), p95: quantileMs(sums, 0.95), requests: sums.requests / sums.calls },
})

const curveOf = (parts: readonly Metrics[]) =>
  [...new Set(parts.map(({ from }) => hourStart(from)))].map((from) => {
    const sums = sumsOfAll(parts.filter((part) => hourStart(part.from) === from))
    const times = mergeSums(sums.map((one) => ({ ...one, action: 'all' })))[0]
    return { from, calls: times?.calls ?? 0, failed: times?.failed ?? 0, p95: times ? quantileMs(times, 0.95) : null }
  })

/** Hours that are added up, and the quarters since: of an hour that is being added up only one of both. */
const listDay = async (at: number): Promise<Metrics[]> => {
  const [hours, quarters] = await Promise.all([
    listMetrics('hour', hourStart(at - DAY_MS)),
    listMetrics('quarter', hourStart(at - DAY_MS)),
  ])
  const done = new Set(hours.map(({ _id }) => _id))
  return [...hours, ...quarters.filter(({ fn, from }) => !done.has(`${fn}.${hourStart(from)}`))].sort(
    (a, b) => a.from - b.from,
  )
}

export const seeOps: Handler<'hq', 'ops.see'> = async () => {
  const at = now()
  const [runs, alerts, queues, quarters, day] = await Promise.all([
    ...([findRuns(), findAlerts(), countQueues(at), lastHour(at), listDay(at)] as const),
  ])
  const whole = sumsOfAll(day)
  return {
    ...{ at, version, isOn: metricsOn(), tickAt: runs?.at ?? null },
    jobs: (runs?.jobs ?? []).map((run) => ({ ...run, isLate: isJobLate(run, at) })),
    queues: queues.map((one) => ({ ...one, isOld: isQueueOld(one, at) })),
    alerts: (alerts?.open ?? []).map(({ kind, of, value, since }) => ({ kind, of, value, since })),
    ...{ hour: sumsOfAll(quarters).map(show), day: whole.map(show), curve: curveOf(day), cost: readingCost(whole) },
  }
}
