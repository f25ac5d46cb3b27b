// Is something amiss, and are the sums of calls in order? Writes down what is; who wants to know is told like of anything else.
import { findingsOf, watchOver } from '@shared/domain/alert'
import { hourStart, QUARTER_MS } from '@shared/domain/metrics'
import { insertHour, listQuartersBefore, removeMetricsBefore, removeQuarters } from '../_kit/data/metrics'
import { findAlerts, saveAlerts } from '../_kit/data/ops'
import { seeOps, sumsOfAll } from '../_kit/see-ops'
import type { Job } from '../_kit/serve-jobs'
import { metricsOn } from '../_kit/settings'

/** Instances write the rest of an hour until then. */
const LATE_WRITES_MS = QUARTER_MS
/** The last hour is shown by quarters: they stay that long. */
const QUARTERS_STAY_MS = 2 * 3_600_000

/** An hour is added up once and for all, and then its quarters go; cut short, they go the next time. */
const addUpHours = async (now: number): Promise<number> => {
  const over = (await listQuartersBefore(hourStart(now - QUARTERS_STAY_MS - LATE_WRITES_MS))).map((part) => ({
    ...part,
    hour: hourStart(part.from),
  }))
  const keys = [...new Set(over.map(({ fn, hour }) => `${fn}.${hour}`))]
  for (const _id of keys) {
    const parts = over.filter(({ fn, hour }) => `${fn}.${hour}` === _id)
    const [first] = parts
    if (!first) continue
    await insertHour({ _id, span: 'hour', fn: first.fn, from: first.hour, actions: sumsOfAll(parts) })
    for (const from of new Set(parts.map((part) => part.from))) await removeQuarters(first.fn, from)
  }
  if (keys.length > 0) await removeMetricsBefore(now)
  return keys.length
}

/** How many conditions are open. */
export const watchOps: Job = async (now) => {
  if (!metricsOn()) return 0
  await addUpHours(now)
  const [seen, before] = await Promise.all([seeOps(now), findAlerts()])
  const after = watchOver(before, findingsOf(seen, now), now)
  if (after && after !== before) await saveAlerts(before, after)
  return after?.open.length ?? 0
}
