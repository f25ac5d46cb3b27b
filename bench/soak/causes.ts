// Why did functions fail? What their logs say of each error, told apart from the faults that were put in.
import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** How an injected fault looks from inside a function: refused, in conflict, hung up on, or a transaction that it ended. */
const INJECTED =
  /service is unavailable|WriteConflict|TransactionConflict|TRANSACTION_CONFLICT|socket hang up|ECONNRESET|TransactionNotExist|TRANSACTION_FAIL/

const FUNCTIONS = ['reader', 'rep', 'hq', 'render', 'jobs']
const SHOWN = 160

export type Causes = { injected: number; foreign: Record<string, number>; jobs: { runs: number; failed: number } }

const causeOf = (line: string): { action: string; why: string } | null => {
  if (!line.includes('"code":"internal"')) return null
  try {
    const { action, err } = JSON.parse(line) as { action: string; err?: { message?: string; stack?: string } }
    return { action, why: `${err?.message ?? ''} ${err?.stack ?? ''}` }
  } catch {
    return { action: 'unreadable', why: line }
  }
}

export const causesIn = async (dataDir: string): Promise<Causes> => {
  const causes: Causes = { injected: 0, foreign: {}, jobs: { runs: 0, failed: 0 } }
  for (const name of FUNCTIONS) {
    const file = path.join(dataDir, 'logs', `${name}.log`)
    if (!existsSync(file)) continue
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (name === 'jobs' && line.includes('"action":"jobs/')) causes.jobs.runs += 1
      const cause = causeOf(line)
      if (!cause) continue
      if (name === 'jobs') causes.jobs.failed += 1
      if (INJECTED.test(cause.why)) causes.injected += 1
      else {
        const why = `${cause.action}: ${cause.why.slice(0, SHOWN)}`
        causes.foreign[why] = (causes.foreign[why] ?? 0) + 1
      }
    }
  }
  return causes
}
