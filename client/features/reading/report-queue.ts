// Which readings has the cloud not heard of yet? Whole running states, one per reading, kept on the phone until accepted.
import { REPORT_AGE_MAX_MS } from '@shared/domain/limits'
import type { ReadingReport } from '@shared/domain/reading'

/** As it goes over the wire; only how long ago it was is said when it is sent. lastAt: its last event, by this phone's clock. */
export type Written = Omit<ReadingReport, 'agoMs'> & { lastAt: number }
/** Oldest first. */
export type Queue = readonly Written[]

/** What the phone keeps of readings, without signal for weeks: of the longest articles a fifth of WeChat's 1 MB for one key. */
export const QUEUE_MAX = 60

/** The running state takes the place of an older one of the same reading. */
export const putReport = (queue: Queue, report: Written): Queue =>
  [...queue.filter((each) => each.readingId !== report.readingId), report].slice(-QUEUE_MAX)

/** No instant crosses the wire: a phone's clock may be wrong by years. `now` by the same clock. */
export const toWire = ({ lastAt, ...report }: Written, now: number): ReadingReport => ({
  ...report,
  agoMs: Math.max(0, Math.min(now - lastAt, REPORT_AGE_MAX_MS)),
})

/** What the cloud answered. In neither list: it will never take that one. */
export type Answer = { accepted: readonly string[]; later: readonly string[]; nextBeatMs?: number }

/** After the cloud's answer there stays what it wants later, and what has grown since it was sent; it is done with the rest. */
export const settleReports = (queue: Queue, sent: Queue, { accepted, later }: Answer): Queue =>
  queue.filter(({ readingId, seq }) => {
    const told = sent.find((each) => each.readingId === readingId)
    return !told || later.includes(readingId) || (accepted.includes(readingId) && seq > told.seq)
  })
