// Which readings has the cloud not heard of yet? Whole running states, one per reading, kept on the phone until accepted.
import type { ReadingId } from '@shared/domain/ids'
import { REPORT_AGE_MAX_MS, REPORT_READINGS_MAX } from '@shared/domain/limits'
import type { ReadingReport } from '@shared/domain/reading'

/** A report as it waits: with this phone's instants, which become spans only when it is sent. */
export type Written = Omit<ReadingReport, 'agoMs' | 'spanMs'> & { openedAt: number; lastAt: number }

/** closed: this reading will not grow any more. acceptedSeq: the last state the cloud has; 0 for none. */
export type Queued = { report: Written; acceptedSeq: number; closed: boolean }
export type Queue = readonly Queued[]

/** What the phone keeps of readings, without signal for weeks; the oldest go first. */
export const QUEUE_MAX = 60
const SPAN_MAX_MS = 86_400_000 // what a report can say

/** The running state takes the place of an older one of the same reading. */
export const putReport = (queue: Queue, report: Written, closed: boolean): Queue => {
  const known = queue.find((each) => each.report.readingId === report.readingId)
  const others = queue.filter((each) => each !== known)
  return prune([...others, { report, acceptedSeq: known?.acceptedSeq ?? 0, closed }])
}

const isDue = (queued: Queued): boolean => queued.report.seq > queued.acceptedSeq

/** A closed reading that the cloud has whole is done with. */
const prune = (queue: Queue): Queue => queue.filter((each) => isDue(each) || !each.closed).slice(-QUEUE_MAX)

/** What to send in one call: this reading's own news first, so that it goes through when she leaves. */
export const pickDue = (queue: Queue, first: ReadingId | null = null): Written[] =>
  queue
    .filter(isDue)
    .map((each) => each.report)
    .sort((a, b) => Number(b.readingId === first) - Number(a.readingId === first))
    .slice(0, REPORT_READINGS_MAX)

export const isWaiting = (queue: Queue, id: ReadingId): boolean =>
  queue.some((each) => each.report.readingId === id && isDue(each))

const between = (low: number, ms: number, high: number): number => Math.max(low, Math.min(ms, high))

/** No instant crosses the wire: a phone's clock may be wrong by years. `now` by the same clock. */
export const toWire = ({ openedAt, lastAt, ...report }: Written, now: number): ReadingReport => ({
  ...report,
  agoMs: between(0, now - lastAt, REPORT_AGE_MAX_MS),
  spanMs: between(0, lastAt - openedAt, SPAN_MAX_MS),
})

/** What the cloud answered. In neither list: it will never take that one. */
export type Answered = { accepted: readonly string[]; later: readonly string[] }

/** After the cloud's answer: what it took is marked, what it wants later stays, the rest is dropped. */
export const settleReports = (
  queue: Queue,
  sent: readonly Pick<Written, 'readingId' | 'seq'>[],
  { accepted, later }: Answered,
): Queue => {
  const seqs = new Map(sent.map((report) => [report.readingId, report.seq]))
  const kept = queue.filter(
    ({ report: { readingId: id } }) => !seqs.has(id) || accepted.includes(id) || later.includes(id),
  )
  const takenSeq = (id: ReadingId): number => (accepted.includes(id) ? (seqs.get(id) ?? 0) : 0)
  return prune(
    kept.map((each) => ({ ...each, acceptedSeq: Math.max(each.acceptedSeq, takenSeq(each.report.readingId)) })),
  )
}

/** A reading that another run of the app left open is over. */
export const closeOthers = (queue: Queue, running: ReadonlySet<ReadingId>): Queue =>
  prune(queue.map((each) => (running.has(each.report.readingId) ? each : { ...each, closed: true })))
