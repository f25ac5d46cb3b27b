// Handing waiting reports to the cloud; whatever goes wrong, nothing is lost and nothing counts twice.
import { REPORT_READINGS_MAX } from '@shared/domain/limits'
import { CallError, call } from '@/platform/call'
import { changeQueue, readQueue } from './memory'
import { type Answer, type Queue, settleReports, toWire } from './report-queue'

const NEVER: Answer = { accepted: [], later: [] }

/** The answer for the newest of them; null if none came. */
const send = async (sent: Queue): Promise<Answer | null> => {
  const now = Date.now()
  const answer: Answer | null = await call('reader', 'reading.report', {
    readings: sent.map((each) => toWire(each, now)),
  }).catch((error) => (error instanceof CallError && error.code === 'invalid' ? NEVER : null))
  // one that the contract refuses would be refused for ever and hold up all others: each goes alone
  if (answer === NEVER && sent.length > 1)
    return (await Promise.all(sent.map((each) => send([each])))).slice(-1)[0] ?? null
  if (answer) changeQueue((queue) => settleReports(queue, sent, answer))
  return answer
}

/**
 * Newest first, on until nothing waits or an answer leaves as much as before. The first call begins at once: a page that is
 * closing has no later. Resolves to the answer for the newest.
 */
export const sendAllReports = async (): Promise<Answer | null> => {
  const queue = readQueue()
  if (queue.length === 0) return null
  const answer = await send(queue.slice(-REPORT_READINGS_MAX))
  if (readQueue().length < queue.length) await sendAllReports()
  return answer
}
