// Which sums of calls are kept? An instance puts its own total of a quarter of an hour, as often as it likes; hours are added
// up from them once they are over.
import { type ActionSums, METRICS_KEPT_MS } from '@shared/domain/metrics'
import { above, below, collection } from '../collection'
import { pageOldest, readAll } from '../page'

/** _id is `${fn}.${from}.${instance}` for a quarter, `${fn}.${from}` for an hour. */
export type Metrics = { _id: string; span: 'quarter' | 'hour'; fn: string; from: number; actions: ActionSums[] }

const metrics = collection<Metrics>('metrics')

/** A function of a hundred actions writes some 40 KB: so many stay below the platform's 1 MB a reply. */
const PORTION = 20
const WHOLE = ['span', 'fn', 'from', 'actions'] as const

export const putMetrics = (whole: Metrics): Promise<void> => metrics.put(whole)

/** All that began at `from` or later, the oldest first; one request while they are few. */
export const listMetrics = async (span: Metrics['span'], from: number): Promise<Metrics[]> => {
  const order = [
    ['from', 'asc'],
    ['_id', 'asc'],
  ] as const
  const all: Metrics[] = []
  let portion = await metrics.find({ span, from: above(from - 1) }, { order, limit: PORTION })
  for (;;) {
    all.push(...portion)
    const last = portion.at(-1)
    if (!last || portion.length < PORTION) return all
    const after = { by: 'from', at: last.from, id: last._id, size: PORTION, fields: WHOLE } as const
    portion = await pageOldest(metrics, { span }, after)
  }
}

/** When the oldest quarter began that began before; null: none did. */
export const oldestQuarterBefore = async (at: number): Promise<number | null> => {
  const [oldest] = await metrics.find(
    { span: 'quarter', from: below(at) },
    { order: [['from', 'asc']], limit: 1, fields: ['from'] },
  )
  return oldest?.from ?? null
}

/** What every instance counted in this quarter of an hour. */
export const listQuarter = (from: number): Promise<Metrics[]> =>
  readAll(metrics, { span: 'quarter', from }, WHOLE, PORTION)

/** False: it has been added up before, and what comes late is left out. */
export const insertHour = (hour: Metrics): Promise<boolean> => metrics.insertIfAbsent(hour)

export const removeQuarter = (from: number): Promise<number> => metrics.remove({ span: 'quarter', from })
export const removeMetricsBefore = (now: number): Promise<number> =>
  metrics.remove({ span: 'hour', from: below(now - METRICS_KEPT_MS) })
