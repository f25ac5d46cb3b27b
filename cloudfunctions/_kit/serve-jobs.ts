// How does timer work run? The whole table at every tick, each job on its own: one that fails does not stop the next.
import type { Reply } from '@shared/contracts'
import { type JobRun, ranNow } from '@shared/domain/job-run'
import { beginCall } from './begin-call'
import { isTimer } from './caller'
import { now } from './clock'
import { findRuns, putRuns } from './data/ops'
import { refusal } from './errors'
import { log } from './log'
import { flushMetrics } from './metrics'
import { newTrace, toReply } from './reply'
import { metricsOn } from './settings'

/** Does what is due and says how much; running it twice, or twice at once, is harmless. */
export type Job = (now: number) => Promise<number>
type Outcome = { done: number } | { failed: string }

const runJob = async (name: string, job: Job, trace: string): Promise<Outcome> => {
  const [started, ended] = [now(), beginCall()]
  const whose = { action: `jobs/${name}`, callerKind: 'timer', trace }
  try {
    const done = await job(started)
    ended({ ...whose, code: 'ok', done })
    return { done }
  } catch (error) {
    ended({ ...whose, code: 'internal', err: error })
    return { failed: 'internal' }
  }
}

/** Noted once all have run: a tick that is cut short leaves the note of the one before, and so all are late. */
const noteRuns = async (ran: readonly JobRun[]): Promise<void> => {
  if (!metricsOn()) return
  try {
    const before = await findRuns()
    await putRuns({ at: now(), jobs: ranNow(before?.jobs ?? [], ran) })
  } catch (error) {
    log.warn({ event: 'runs-not-noted', err: error })
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
    const ran: JobRun[] = []
    for (const [job, work] of Object.entries(jobs)) {
      const at = now()
      const outcome = await runJob(job, work, trace)
      data[job] = outcome
      const done = 'done' in outcome ? outcome.done : null
      ran.push({ job, at, ms: now() - at, done, okAt: done === null ? null : at })
    }
    await noteRuns(ran)
    await flushMetrics('jobs')
    return { ok: true, data }
  }
