// What is the local cloud? CloudBase on a laptop at the SDK's wire protocol: database, files, functions, sign-in, timers.
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { claim, refuseSecond, release } from './claim'
import { Clock } from './clock'
import type { Cloud } from './cloud'
import type { Engine } from './database/engine'
import { openDatabase } from './database/open'
import { SqliteEngine } from './database/sqlite'
import { Escapes } from './escapes'
import { FaultSwitch } from './faults'
import { FunctionHost } from './functions/host'
import { fire, Timers } from './functions/timers'
import { Users } from './gateway/users'
import { Meter } from './meter'
import type { Emulator, EmulatorOptions } from './options'
import { listen } from './server'
import { restoreSnapshot, takeSnapshot } from './snapshots'
import { Storage } from './storage/storage'

export { type FaultRule, faultsOf } from './fault-rules'
export type { Fault, FaultRequest, Faults } from './faults'
export { type MeterReading, spent } from './meter'
export type { Emulator, EmulatorOptions, FunctionConfig, NewUser, TimerTrigger } from './options'

const IN_MEMORY = ':memory:'

const adminEnvOf = (url: string, envId: string): Record<string, string> => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  // without it the SDK looks for Tencent's metadata service at every call
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: envId,
  TCB_ENV: envId,
})

/** Kept with the data, so that addresses signed before a restart stay good. */
const storageSecret = (engine: Engine): string => {
  const secrets = engine.facts('secret')
  const known = secrets.get('storage') ?? randomBytes(32).toString('hex')
  secrets.set('storage', known)
  return known
}

const placeOf = (dataDir: string): { home: string; file: string; leave: () => void } => {
  if (dataDir !== IN_MEMORY) {
    mkdirSync(dataDir, { recursive: true })
    return { home: dataDir, file: path.join(dataDir, 'database.sqlite'), leave: () => {} }
  }
  const home = mkdtempSync(path.join(os.tmpdir(), 'local-cloud-'))
  return { home, file: IN_MEMORY, leave: () => rmSync(home, { recursive: true, force: true }) }
}

const build = (
  options: EmulatorOptions,
  home: string,
  engine: Engine,
  adminEnv: () => Record<string, string>,
): Cloud => {
  const { envId = 'ripple-local', functions, functionsDir, instances } = options
  const meter = new Meter()
  const clock = new Clock()
  const { now } = clock
  const strict = options.strict ?? true
  const database = openDatabase(engine, { meter, name: envId, strict, now })
  return {
    options,
    home: path.resolve(home),
    envId,
    url: '',
    hosts: new Set(),
    meter,
    clock,
    database,
    storage: new Storage(path.join(home, 'files'), envId, storageSecret(engine), now),
    functions: new FunctionHost({
      functions,
      functionsDir,
      dataDir: path.resolve(home),
      envId,
      meter,
      clock,
      instances,
      env: adminEnv,
    }),
    faults: new FaultSwitch(),
    escapes: new Escapes((id) => database.transactions.isRunning(id)),
    users: new Users(engine, now),
  }
}

export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  const { home, file, leave } = placeOf(options.dataDir)
  await refuseSecond(home)
  const engine = new SqliteEngine(file)
  engine.applySchema(options.schema)
  const cloud: Cloud = build(options, home, engine, () => adminEnvOf(cloud.url, cloud.envId))
  const { ports, close } = await listen(options.ports ?? [8787], () => cloud)
  cloud.url = `http://127.0.0.1:${ports[0]}`
  cloud.hosts = new Set(ports.flatMap((port) => [`127.0.0.1:${port}`, `localhost:${port}`]))
  claim(home, cloud.url)
  cloud.timers = new Timers(cloud.functions, cloud.clock, options.timers === false ? [] : options.functions)
  return {
    ports,
    url: cloud.url,
    adminEnv: adminEnvOf(cloud.url, cloud.envId),
    clock: {
      now: cloud.clock.now,
      moveTo: (at) => cloud.timers?.moveTo(at) ?? Promise.resolve(),
      jumpTo: (at) => cloud.timers?.jumpTo(at),
    },
    snapshot: (name) => takeSnapshot(cloud, name),
    restore: (name) => restoreSnapshot(cloud, name),
    fireTimer: (name, trigger) => fire(cloud.functions, name, trigger),
    meter: () => cloud.meter.read(),
    get faults() {
      return cloud.faults.current
    },
    set faults(faults) {
      cloud.faults.current = faults
    },
    load: (collection, docs) => engine.load(collection, docs),
    storedBytes: () => engine.storedBytes(),
    estimateBytes: (collection) => engine.estimateBytes(collection),
    crash: (name) => cloud.functions.crash(name),
    createUser: async (user) => cloud.users.create(user),
    stop: async () => {
      cloud.timers?.stop()
      cloud.functions.stop()
      cloud.database.transactions.stop()
      await close()
      engine.close()
      release(home)
      leave()
    },
  }
}
