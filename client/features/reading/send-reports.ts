// Handing waiting reports to the cloud; whatever goes wrong, nothing is lost and nothing counts twice.
import type { ReadingId } from '@shared/domain/ids'
import { CallError, call } from '@/platform/call'
import { changeQueue, memoryGeneration, readQueue } from './memory'
import { type Answered, pickDue, settleReports, toWire, type Written } from './report-queue'

/** refused: the cloud will never take this reading. */
export type Sent = { nextBeatMs: number | null; accepted: readonly string[]; refused: readonly ReadingId[] }

const NOTHING: Sent = { nextBeatMs: null, accepted: [], refused: [] }

const settle = (sent: readonly Written[], answered: Answered): ReadingId[] => {
  changeQueue((queue) => settleReports(queue, sent, answered))
  const known = [...answered.accepted, ...answered.later]
  return sent.map((report) => report.readingId).filter((id) => !known.includes(id))
}

const send = async (readings: readonly Written[]): Promise<Sent> => {
  const generation = memoryGeneration()
  try {
    const now = Date.now()
    const reply = await call('reader', 'reading.report', { readings: readings.map((each) => toWire(each, now)) })
    if (generation !== memoryGeneration()) return NOTHING
    return { nextBeatMs: reply.nextBeatMs, accepted: reply.accepted, refused: settle(readings, reply) }
  } catch (error) {
    if (!(error instanceof CallError && error.code === 'invalid') || generation !== memoryGeneration()) return NOTHING
    return readings.length > 1 ? sendSingly(readings) : { ...NOTHING, refused: settle(readings, NEVER) }
  }
}

const NEVER: Answered = { accepted: [], later: [] }

/** One that the contract refuses would be refused for ever and hold up all others: find it. */
const sendSingly = async (readings: readonly Written[]): Promise<Sent> => {
  let all = NOTHING
  for (const each of readings) {
    const { nextBeatMs, accepted, refused } = await send([each])
    all = {
      nextBeatMs: nextBeatMs ?? all.nextBeatMs,
      accepted: [...all.accepted, ...accepted],
      refused: [...all.refused, ...refused],
    }
  }
  return all
}

/** The call begins at once, before the first `await`: a page that is closing has no later. Offline reports stay. */
export const sendReports = async (first: ReadingId | null = null): Promise<Sent> => {
  const readings = pickDue(readQueue(), first)
  return readings.length === 0 ? NOTHING : send(readings)
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
