// What is to be known of a call once it is over? One line in the log, and what it adds to the sums.
import type { Outcome } from '@shared/domain/metrics'
import { now } from './clock'
import { countCall, requestsSoFar } from './counted'
import { log } from './log'
import { noteCall } from './metrics'

type Ended = {
  action: string
  callerKind: string
  trace: string
  code: string | number // ours, or HTTP's
  reason?: string | undefined
  done?: number // how much a job did
  err?: unknown // the cause of what nobody foresaw
}

const outcomeOf = ({ code }: Ended): Outcome =>
  code === 'ok' ? 'ok' : code === 'internal' || code === 500 ? 'failed' : 'refused'

/** Ended by what it gives: without input, identities or ids of persons, whatever happened. */
export const beginCall = (): ((ended: Ended) => void) => {
  const [started, before, cold] = [now(), requestsSoFar(), countCall()]
  return ({ err, ...ended }) => {
    const [ms, dbRequests] = [now() - started, requestsSoFar() - before]
    const line = { ...ended, ms, dbRequests, ...(cold && { cold }) }
    const outcome = outcomeOf(ended)
    if (outcome === 'failed') log.error({ ...line, err })
    else log.info(line)
    noteCall({ action: ended.action, outcome, ms, requests: dbRequests, cold })
  }
}
