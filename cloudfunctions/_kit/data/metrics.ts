// Which sums of calls are kept? An instance puts its own total of a quarter of an hour, as often as it likes; hours are added
// up from them once they are over.
import { type ActionSums, METRICS_KEPT_MS } from '@shared/domain/metrics'
import { above, below, collection, FIND_MAX } from '../collection'

/** _id is `${fn}.${from}.${instance}` for a quarter, `${fn}.${from}` for an hour. */
export type Metrics = { _id: string; span: 'quarter' | 'hour'; fn: string; from: number; actions: ActionSums[] }

const metrics = collection<Metrics>('metrics')

export const putMetrics = (whole: Metrics): Promise<void> => metrics.put(whole)

/** Those that began at `from` or later, the oldest first; a thousand at most. */
export const listMetrics = (span: Metrics['span'], from: number): Promise<Metrics[]> =>
  metrics.find({ span, from: above(from - 1) }, { order: [['from', 'asc']], limit: FIND_MAX })

/** The oldest quarters that began before. */
export const listQuartersBefore = (at: number): Promise<Metrics[]> =>
  metrics.find({ span: 'quarter', from: below(at) }, { order: [['from', 'asc']], limit: FIND_MAX })

/** False: it has been added up before, and what comes late is left out. */
export const insertHour = (hour: Metrics): Promise<boolean> => metrics.insertIfAbsent(hour)

export const removeQuarters = (fn: string, from: number): Promise<number> =>
  metrics.remove({ span: 'quarter', fn, from })
export const removeMetricsBefore = (now: number): Promise<number> =>
  metrics.remove({ span: 'hour', from: below(now - METRICS_KEPT_MS) })
