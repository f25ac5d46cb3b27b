// Handing waiting reports to the cloud; whatever goes wrong, nothing is lost and nothing counts twice.
import type { ReadingId } from '@shared/domain/ids'
import type { ReadingReport } from '@shared/domain/reading'
import { CallError, call } from '@/platform/call'
import { changeQueue, memoryGeneration, readQueue } from './memory'
import { pickDue, settleReports } from './report-queue'

/** refused: the cloud will never take this reading. */
export type Sent = { nextBeatMs: number | null; refused: readonly ReadingId[] }

const NOTHING: Sent = { nextBeatMs: null, refused: [] }

const settle = (sent: readonly ReadingReport[], accepted: readonly string[]): ReadingId[] => {
  changeQueue((queue) => settleReports(queue, sent, accepted))
  return sent.map((report) => report.readingId).filter((id) => !accepted.includes(id))
}

/** The call begins at once, before the first `await`: a page that is closing has no later. Offline reports stay. */
export const sendReports = async (first: ReadingId | null = null): Promise<Sent> => {
  const readings = pickDue(readQueue(), first)
  if (readings.length === 0) return NOTHING
  const generation = memoryGeneration()
  try {
    const reply = await call('reader', 'reading.report', { sentAt: Date.now(), readings })
    if (generation !== memoryGeneration()) return NOTHING
    return { nextBeatMs: reply.nextBeatMs, refused: settle(readings, reply.accepted) }
  } catch (error) {
    // a report the contract refuses would be refused for ever, and hold up all others
    if (error instanceof CallError && error.code === 'invalid')
      return { nextBeatMs: null, refused: settle(readings, []) }
    return NOTHING
  }
}

/** Sends on until nothing waits or a call does not come through. */
export const sendAllReports = async (): Promise<void> => {
  for (let waiting = pickDue(readQueue()).length; waiting > 0; ) {
    await sendReports()
    const left = pickDue(readQueue()).length
    if (left >= waiting) return
    waiting = left
  }
}
