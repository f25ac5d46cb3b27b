// Is something amiss, and are the sums of calls in order? Writes down what is; who wants to know is told like of anything else.
import { findingsOf, watchOver } from '@shared/domain/alert'
import { HOUR_MS, hourStart, QUARTER_MS } from '@shared/domain/metrics'
import { insertHour, listQuarter, oldestQuarterBefore, removeMetricsBefore, removeQuarter } from '../_kit/data/metrics'
import { findAlerts, saveAlerts } from '../_kit/data/ops'
import { seeOps, sumsOfAll } from '../_kit/see-ops'
import type { Job } from '../_kit/serve-jobs'
import { metricsOn } from '../_kit/settings'

/** Instances write the rest of an hour until then. */
const LATE_WRITES_MS = QUARTER_MS
/** The last hour is shown by quarters: they stay that long. */
const QUARTERS_STAY_MS = 2 * HOUR_MS

/** After a standstill there are many; a minute later come the next. */
const HOURS_A_TICK = 6

/** Once and for all, and then its quarters go; cut short, they go the next time. */
const addUpHour = async (from: number): Promise<void> => {
  const starts = Array.from({ length: HOUR_MS / QUARTER_MS }, (_, n) => from + n * QUARTER_MS)
  const parts = (await Promise.all(starts.map(listQuarter))).flat()
  for (const fn of new Set(parts.map((part) => part.fn))) {
    const actions = sumsOfAll(parts.filter((part) => part.fn === fn))
    await insertHour({ _id: `${fn}.${from}`, span: 'hour', fn, from, actions })
  }
  for (const start of starts) await removeQuarter(start)
}

const addUpHours = async (now: number): Promise<void> => {
  const before = hourStart(now - QUARTERS_STAY_MS - LATE_WRITES_MS)
  for (let done = 0; done < HOURS_A_TICK; done++) {
    const oldest = await oldestQuarterBefore(before)
    if (oldest === null) break
    await addUpHour(hourStart(oldest))
    await removeMetricsBefore(now)
  }
}

/** How many conditions are open. */
export const watchOps: Job = async (now) => {
  if (!metricsOn()) return 0
  const [seen, before] = await Promise.all([seeOps(now), findAlerts()])
  const after = watchOver(before, findingsOf(seen, now), now)
  if (after && after !== before) await saveAlerts(before, after)
  await addUpHours(now) // last: what is amiss is told even if this fails
  return after?.open.length ?? 0
}
