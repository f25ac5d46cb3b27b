// How does timer work run? The whole table at every tick, each job on its own: one that fails does not stop the next.
import type { Reply } from '@shared/contracts'
import { isTimer } from './caller'
import { now } from './clock'
import { refusal } from './errors'
import { log } from './log'
import { newTrace, toReply } from './reply'

/** Does what is due and says how much; running it twice, or twice at once, is harmless. */
export type Job = (now: number) => Promise<number>
type Outcome = { done: number } | { failed: string }

const runJob = async (name: string, job: Job, trace: string): Promise<Outcome> => {
  const started = now()
  const line = () => ({ action: `jobs/${name}`, callerKind: 'timer', ms: now() - started, trace })
  try {
    const done = await job(started)
    log.info({ ...line(), code: 'ok', done })
    return { done }
  } catch (error) {
    log.error({ ...line(), code: 'internal', err: error })
    return { failed: 'internal' }
  }
}

export const serveJobs =
  (jobs: Readonly<Record<string, Job>>) =>
  async (event: unknown, context: unknown): Promise<Reply<Record<string, Outcome>>> => {
    const trace = newTrace()
    if (!isTimer(event, context)) {
      log.warn({ action: 'jobs', callerKind: 'unknown', code: 'forbidden', trace })
      return toReply(refusal('not-your-role'), 'zh', trace)
    }
    const data: Record<string, Outcome> = {}
    for (const [name, job] of Object.entries(jobs)) data[name] = await runJob(name, job, trace)
    return { ok: true, data }
  }
