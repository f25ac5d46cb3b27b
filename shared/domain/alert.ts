// What is amiss, and who has been told? Each condition is told once when it begins and once when it is over.
import type { JobRun } from './job-run'
import type { ActionSums } from './metrics'

const MINUTE_MS = 60_000
/** Jobs run every minute; so long without going well is late. */
export const JOB_LATE_MS = 15 * MINUTE_MS
/** Of at least so many calls in the last quarter of an hour and the one before, this share may fail. */
export const CALLS_FROM = 40
export const FAILED_SHARE_MAX = 0.05
/** What waits in a queue longer than that is stuck. */
export const QUEUE_OLD_MS = 30 * MINUTE_MS
/** Readings rest before they are counted, and are counted in batches: later than that the counting lags. */
export const COUNTING_LATE_MS = 90 * MINUTE_MS
/** A phone that was offline brings readings of days ago, which the next tick counts: only what lasts so long is amiss. */
export const COUNTING_HOLD_MS = 10 * MINUTE_MS
/** So long a condition must be gone before it is over: what comes and goes is told once. */
export const QUIET_MS = 5 * MINUTE_MS
const CLEARED_KEPT_MS = 86_400_000
/** More at once say the same: all is amiss. */
const OPEN_MAX = 40

export const ALERT_KINDS = ['timer-late', 'job-late', 'failing', 'queue-old', 'counting-late'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]
export const QUEUES = ['checks', 'webhooks', 'notices', 'readings'] as const
export type Queue = (typeof QUEUES)[number]
/** oldestAt: since when the one that waits longest is due; null where nothing waits. */
export type QueueSeen = { queue: Queue; oldestAt: number | null }

/** of: which job, action or queue; '' for the timer. value: minutes late, or of a hundred calls so many failed. */
export type Finding = { kind: AlertKind; of: string; value: number }
export type OpenAlert = Finding & { since: number; seenAt: number }
export type ClearedAlert = Finding & { since: number; clearedAt: number }
export type MaybeAlert = Finding & { since: number }
/** maybe: seen, but not for long enough to be told. */
export type AlertState = { rev: number; open: OpenAlert[]; cleared: ClearedAlert[]; maybe: MaybeAlert[] }

/** runs: null where none are noted yet. sums: of the last two quarters. */
export type OpsSeen = {
  runs: { at: number; jobs: readonly JobRun[] } | null
  sums: readonly ActionSums[]
  queues: readonly QueueSeen[]
}

const minutes = (ms: number): number => Math.floor(ms / MINUTE_MS)

export const isJobLate = ({ okAt }: Pick<JobRun, 'okAt'>, now: number): boolean =>
  okAt === null || now - okAt > JOB_LATE_MS

const lateJobs = ({ runs }: OpsSeen, now: number): Finding[] => {
  if (runs === null) return []
  // where no tick came to its end, each job is late for the same reason
  if (now - runs.at > JOB_LATE_MS) return [{ kind: 'timer-late', of: '', value: minutes(now - runs.at) }]
  return runs.jobs
    .filter((run) => isJobLate(run, now))
    .map(({ job, okAt, at }) => ({ kind: 'job-late', of: job, value: minutes(now - (okAt ?? at)) }))
}

const failing = ({ sums }: OpsSeen): Finding[] =>
  sums
    .filter(({ calls, failed }) => calls >= CALLS_FROM && failed / calls > FAILED_SHARE_MAX)
    .map(({ action, calls, failed }) => ({ kind: 'failing', of: action, value: Math.round((100 * failed) / calls) }))

export const isQueueOld = ({ queue, oldestAt }: QueueSeen, now: number): boolean =>
  oldestAt !== null && now - oldestAt > (queue === 'readings' ? COUNTING_LATE_MS : QUEUE_OLD_MS)

const oldQueues = ({ queues }: OpsSeen, now: number): Finding[] =>
  queues
    .filter((seen) => isQueueOld(seen, now))
    .map(({ queue, oldestAt }) => ({
      kind: queue === 'readings' ? 'counting-late' : 'queue-old',
      of: queue,
      value: minutes(now - (oldestAt ?? now)),
    }))

export const findingsOf = (seen: OpsSeen, now: number): Finding[] =>
  [...lateJobs(seen, now), ...failing(seen), ...oldQueues(seen, now)].slice(0, OPEN_MAX)

const isSame = (a: Finding, b: Finding): boolean => a.kind === b.kind && a.of === b.of

const NOTHING: AlertState = { rev: 0, open: [], cleared: [], maybe: [] }
const holdOf = ({ kind }: Finding): number => (kind === 'counting-late' ? COUNTING_HOLD_MS : 0)

/** What is open from now on; the state itself where nothing has changed that is worth writing. */
export const watchOver = (seen: AlertState | null, findings: readonly Finding[], now: number): AlertState | null => {
  const before = { ...NOTHING, ...seen }
  if (before.open.length + before.maybe.length + findings.length === 0) return seen
  const going = before.open.map((one) => {
    const again = findings.find((finding) => isSame(finding, one))
    return again ? { ...one, value: again.value, seenAt: now } : one
  })
  const isOver = ({ seenAt }: OpenAlert) => now - seenAt >= QUIET_MS
  const fresh = findings
    .filter((finding) => !before.open.some((one) => isSame(one, finding)))
    .map((finding) => ({ ...finding, since: before.maybe.find((one) => isSame(one, finding))?.since ?? now }))
  const isHeld = (one: MaybeAlert) => now - one.since < holdOf(one)
  const over = going.filter(isOver).map(({ kind, of, value, since }) => ({ kind, of, value, since, clearedAt: now }))
  return {
    rev: before.rev + 1,
    open: [
      ...going.filter((one) => !isOver(one)),
      ...fresh.filter((one) => !isHeld(one)).map((one) => ({ ...one, seenAt: now })),
    ],
    cleared: [...before.cleared.filter(({ clearedAt }) => now - clearedAt < CLEARED_KEPT_MS), ...over].slice(-OPEN_MAX),
    maybe: fresh.filter(isHeld),
  }
}
