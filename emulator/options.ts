// What does one tell the local cloud, and what does one get back?
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Collection } from '../shared/schema'
import type { Faults } from './faults'
import type { MeterReading } from './meter'

export type TimerTrigger = {
  readonly name: string
  readonly type: 'timer'
  /** Seven fields `s m h D M W Y`, UTC+8. */
  readonly config: string
}

/** As in cloudbaserc.json; `timeout` in seconds, `memorySize` in MB. */
export type FunctionConfig = {
  readonly name: string
  readonly timeout: number
  readonly memorySize: number
  readonly triggers?: readonly TimerTrigger[]
  readonly envVariables?: Readonly<Record<string, string>>
  /** How many processes may run its calls in parallel; each takes one call at a time. Default: EmulatorOptions.instances. */
  readonly instances?: number
}

export type EmulatorOptions = {
  /** Folder of the database file, uploaded files and logs; ':memory:' keeps everything until stop(). */
  readonly dataDir: string
  /** The same server listens on each; the first is the main one; 0 is any free port. Default [8787]. */
  readonly ports?: readonly number[]
  /** Where the bundles are: `${functionsDir}/${name}/index.js`. */
  readonly functionsDir: string
  readonly functions: readonly FunctionConfig[]
  readonly schema: readonly Collection[]
  /** HTTP access: which function answers below which path, e.g. { '/open': 'open' }. Default: none. */
  readonly httpPaths?: Readonly<Record<string, string>>
  /** A built H5 client, served at /. */
  readonly staticDir?: string
  readonly envId?: string
  readonly timers?: boolean
  /** Processes per function, started when calls come in parallel. Default 2. */
  readonly instances?: number
  /** Refuses what production would let pass at a cost: un-indexed queries, emptied filters. Default true. */
  readonly strict?: boolean
  /** Looks at every HTTP request first; true means it has answered. */
  readonly middleware?: (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<boolean>
  /** What a local mini program code contains. Default `http://127.0.0.1:PORT/#/${page}?scene=${scene}`. */
  readonly codeText?: (scene: string, page: string) => string
  /** Words the local content check calls risky. */
  readonly riskyWords?: readonly string[]
}

export type NewUser = { readonly uid: string; readonly username: string; readonly password: string }

export type Emulator = {
  readonly ports: readonly number[]
  /** http://127.0.0.1:PORT of the first port. */
  readonly url: string
  /** Environment that points an unmodified @cloudbase/node-sdk of any process here. */
  readonly adminEnv: Readonly<Record<string, string>>
  stop(): Promise<void>
  /** The cloud's clock, for its functions too. Waits of processes are not shortened. */
  readonly clock: {
    now(): number
    /** Every timer that falls due on the way runs, in its order: an hour of a timer of every minute is sixty calls. */
    moveTo(at: number): Promise<void>
    /** No timer runs on the way. */
    jumpTo(at: number): void
  }
  /** Keeps database, accounts and files under a name until the data folder goes. */
  snapshot(name: string): void
  /** Back to what was kept: transactions end, processes start anew. */
  restore(name: string): void
  /** Runs a timer now and resolves to the function's reply. */
  fireTimer(functionName: string, triggerName?: string): Promise<unknown>
  meter(): MeterReading
  /** Asked before every request of database, storage, functions and WeChat; tests make requests fail with it. */
  faults: Faults | undefined
  /** SIGKILL for every process of a function, now: calls under way fail, the next call starts a process. */
  crash(functionName: string): void
  /** Puts many new documents into the store past the protocol and the meter, as a benchmark seeds; returns how many. */
  load(collection: string, docs: Iterable<Readonly<Record<string, unknown>>>): number
  /** Bytes of the database file with documents, index keys and everything. */
  storedBytes(): number
  /** Bytes of one collection's documents and keys alone, without what pages and rows cost. */
  estimateBytes(collection: string): number
  createUser(user: NewUser): Promise<void>
}
