// Which readings has the cloud not heard of yet? Whole running states, one per reading, kept on the phone until accepted.
import type { ReadingId } from '@shared/domain/ids'
import { REPORT_READINGS_MAX } from '@shared/domain/limits'
import type { ReadingReport } from '@shared/domain/reading'

/** closed: this reading will not grow any more. acceptedSeq: the last state the cloud has; 0 for none. */
export type Queued = { report: ReadingReport; acceptedSeq: number; closed: boolean }
export type Queue = readonly Queued[]

/** What the phone keeps of readings, without signal for weeks; the oldest go first. */
export const QUEUE_MAX = 60

/** The running state takes the place of an older one of the same reading. */
export const putReport = (queue: Queue, report: ReadingReport, closed: boolean): Queue => {
  const known = queue.find((each) => each.report.readingId === report.readingId)
  const others = queue.filter((each) => each !== known)
  return prune([...others, { report, acceptedSeq: known?.acceptedSeq ?? 0, closed }])
}

const isDue = (queued: Queued): boolean => queued.report.seq > queued.acceptedSeq

/** A closed reading that the cloud has whole is done with. */
const prune = (queue: Queue): Queue => queue.filter((each) => isDue(each) || !each.closed).slice(-QUEUE_MAX)

/** What to send in one call: this reading's own news first, so that it goes through when she leaves. */
export const pickDue = (queue: Queue, first: ReadingId | null = null): ReadingReport[] =>
  queue
    .filter(isDue)
    .map((each) => each.report)
    .sort((a, b) => Number(b.readingId === first) - Number(a.readingId === first))
    .slice(0, REPORT_READINGS_MAX)

/** After the cloud's answer: what it took is marked, what it did not take will never be and is dropped. */
export const settleReports = (
  queue: Queue,
  sent: readonly Pick<ReadingReport, 'readingId' | 'seq'>[],
  accepted: readonly string[],
): Queue => {
  const taken = new Set(accepted)
  const seqs = new Map(sent.map((report) => [report.readingId, report.seq]))
  const kept = queue.filter(({ report }) => !seqs.has(report.readingId) || taken.has(report.readingId))
  return prune(
    kept.map((each) => ({ ...each, acceptedSeq: Math.max(each.acceptedSeq, seqs.get(each.report.readingId) ?? 0) })),
  )
}

/** A reading that another run of the app left open is over. */
export const closeOthers = (queue: Queue, running: ReadonlySet<ReadingId>): Queue =>
  prune(queue.map((each) => (running.has(each.report.readingId) ? each : { ...each, closed: true })))
