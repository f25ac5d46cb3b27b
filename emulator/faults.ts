// Which requests fail on purpose? A switch for tests: what the real service cannot be asked to do, request by request.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Params } from './database/requests'
import { CloudError, transactionConflict } from './errors'

/**
 * `refuse` answers with an error and does nothing; `lose` does it and hangs up without an answer; `conflict` is another
 * writer's fault: nothing is done, and the transaction it belongs to has ended; `delayMs` waits first.
 */
export type Fault = 'none' | 'refuse' | 'lose' | 'conflict' | { readonly delayMs: number }
export type FaultRequest = {
  /** As in the admin protocol, `functions.invokeFunction` for a phone's call too; files: storage.putFile, storage.getFile. */
  readonly action: string
  readonly collection?: string
  readonly function?: string
  /** 1 for the first request since the switch was set. */
  readonly count: number
}
export type Faults = (request: FaultRequest) => Fault

/** The answer gets lost: whoever answers hangs up instead. */
export class Lost extends Error {}

/** MongoDB's code 112, as the platform passes database errors on. */
const writeConflict = (): CloudError =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation] (WriteConflict) WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.',
  )

const REFUSALS: Readonly<Record<string, string>> = {
  database: 'DATABASE_REQUEST_FAILED',
  storage: 'STORAGE_REQUEST_FAIL',
  functions: 'FUNCTION_INVOCATION_FAILED',
}

const refusalOf = (action: string): CloudError =>
  new CloudError(
    REFUSALS[action.split('.')[0] ?? ''] ?? 'SYS_ERR',
    '[ResourceUnavailable] The service is unavailable. Please check your request, but if the problem persists, contact us.',
  )

const optional = (name: string, value: unknown): object => (typeof value === 'string' ? { [name]: value } : {})

export const requestOf = (params: Params): Omit<FaultRequest, 'count'> => ({
  action: String(params.action),
  ...optional('collection', params.collectionName),
  ...optional('function', params.function_name),
})

export class FaultSwitch {
  private faults: Faults | undefined
  private count = 0

  get current(): Faults | undefined {
    return this.faults
  }

  set current(faults: Faults | undefined) {
    this.faults = faults
    this.count = 0
  }

  /** Does the work, or lets it fail as the switch says; `end` is called when a transaction dies of a conflict. */
  async around<T>(request: Omit<FaultRequest, 'count'>, work: () => T | Promise<T>, end?: () => void): Promise<T> {
    const fault = this.faults?.({ ...request, count: ++this.count }) ?? 'none'
    if (fault === 'none') return work()
    if (fault === 'refuse') throw refusalOf(request.action)
    if (fault === 'conflict') {
      end?.()
      if (end) throw transactionConflict()
      throw request.action.startsWith('database.') ? writeConflict() : refusalOf(request.action)
    }
    if (fault === 'lose') {
      // even an error of its own would not have arrived
      await Promise.resolve(work()).catch(() => undefined)
      throw new Lost()
    }
    await sleep(fault.delayMs)
    return work()
  }
}
