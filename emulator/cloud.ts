// What is the running local cloud made of? The parts every request handler shares.
import type { Clock } from './clock'
import type { Database } from './database/open'
import type { Escapes } from './escapes'
import type { FaultSwitch } from './faults'
import type { FunctionHost } from './functions/host'
import type { Timers } from './functions/timers'
import type { Users } from './gateway/users'
import type { Meter } from './meter'
import type { EmulatorOptions } from './options'
import type { Storage } from './storage/storage'

export type Cloud = {
  readonly options: EmulatorOptions
  /** The folder of everything that is kept. */
  readonly home: string
  readonly envId: string
  /** http://127.0.0.1:PORT of the main port. */
  url: string
  /** Hosts (host:port) under which our own pages are served. */
  hosts: ReadonlySet<string>
  readonly database: Database
  readonly storage: Storage
  readonly functions: FunctionHost
  readonly users: Users
  readonly meter: Meter
  readonly faults: FaultSwitch
  readonly escapes: Escapes
  readonly clock: Clock
  /** Running once the server listens. */
  timers?: Timers
}
