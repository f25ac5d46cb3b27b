// Which requests fail on purpose? A switch for tests: what the real service cannot be asked to do, request by request.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Params } from './database/requests'
import { CloudError, transactionConflict } from './errors'

/**
 * `refuse` answers with an error and does nothing, `quota` with the error of a used-up plan, `{code}` with any error;
 * `lose` does it and hangs up without an answer; `timeout` does nothing and never answers; `duplicate` does it twice, as
 * a network delivers twice; `conflict` is another writer's fault: nothing is done, and the transaction it belongs to has
 * ended; `delayMs` waits first. `kill` is SIGKILL for the whole local cloud before it is done, `kill-after` once it is done
 * and nobody knows: only for one that runs in a process of its own.
 */
export type Fault =
  | 'none'
  | 'refuse'
  | 'quota'
  | 'lose'
  | 'timeout'
  | 'duplicate'
  | 'conflict'
  | 'kill'
  | 'kill-after'
  | { readonly delayMs: number }
  | { readonly code: string; readonly message?: string }
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
/** The answer never comes: the line stays open until the client gives up. */
export class Silent extends Lost {}

/** MongoDB's code 112, as the platform passes database errors on. */
const writeConflict = (): CloudError =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation] (WriteConflict) WriteConflict error: this operation conflicted with another operation. Please retry your operation or multi-document transaction.',
  )

/** Documented: docs.cloudbase.net/error-code/basic/EXCEED_REQUEST_LIMIT. */
const quotaUsedUp = (): CloudError =>
  new CloudError('EXCEED_REQUEST_LIMIT', '[LimitExceeded.OutOfRequestQuota] The requests of this plan are used up.')

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

/** The error this fault answers with, before anything is done. */
const errorOf = (fault: Fault, action: string, end: (() => void) | undefined): Error | undefined => {
  if (typeof fault === 'object')
    return 'code' in fault ? new CloudError(fault.code, fault.message ?? 'as told') : undefined
  switch (fault) {
    case 'refuse':
      return refusalOf(action)
    case 'quota':
      return quotaUsedUp()
    case 'timeout':
      return new Silent()
    case 'conflict':
      end?.()
      if (end) return transactionConflict()
      return action.startsWith('database.') ? writeConflict() : refusalOf(action)
  }
  return undefined
}

const die = (): void => void process.kill(process.pid, 'SIGKILL')

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
    const error = errorOf(fault, request.action, end)
    if (error) throw error
    if (fault === 'kill') die()
    if (typeof fault === 'object' && 'delayMs' in fault) await sleep(fault.delayMs)
    // a file that is put twice is the same file
    if (fault === 'duplicate' && request.action !== 'storage.putFile') await work()
    if (fault !== 'lose' && fault !== 'kill-after') return work()
    // even an error of its own would not have arrived
    await Promise.resolve(work()).catch(() => undefined)
    if (fault === 'kill-after') die()
    throw new Lost()
  }
}
