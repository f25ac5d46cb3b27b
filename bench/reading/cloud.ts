// How does a bench get a cloud whose processor time can be told apart? In a process of its own, with the product's built functions.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { FunctionConfig, MeterReading } from '../../emulator'
import { buildFunctions } from '../../tools/build-functions'
import { cpuOfTreeMs } from '../cpu'
import type { Message, Questions } from './cloud-main'

const HOME = path.resolve('dist/bench')

/** Functions as deployed; cloud-main starts them without timers: what is measured is what is asked for. */
const functionConfigs = (): FunctionConfig[] => {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as { functions: FunctionConfig[] }
  const settings = {
    RIPPLE_PERSON_KEY: Buffer.alloc(32, 7).toString('base64'),
    RIPPLE_READER_URL: 'http://127.0.0.1',
    RIPPLE_RATE_TIMES: '1000', // everybody calls from one machine
    RIPPLE_LIST_HOURS: '0-24', // lists are made at whatever hour this runs
    RIPPLE_METRICS: 'off', // what is counted is what readers and jobs ask
  }
  return functions.map((one) => ({ ...one, envVariables: { ...one.envVariables, ...settings } }))
}

const bundle = async (): Promise<string> => {
  const outfile = path.join(HOME, 'cloud-main.cjs')
  await build({
    entryPoints: [path.resolve('bench/reading/cloud-main.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { '@shared': path.resolve('shared') },
    logLevel: 'warning',
  })
  return outfile
}

/** ms since the process began: of the local cloud's process alone, and of all function processes together. */
export type CloudCpu = { emulator: number; functions: number }

export class Cloud {
  private asked = 0
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()

  private constructor(
    private readonly child: ChildProcess,
    readonly dataDir: string,
  ) {
    child.on('message', (message) => {
      const { id, value, error } = message as { id: number; value?: unknown; error?: string }
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      if (error === undefined) waiting?.resolve(value)
      else waiting?.reject(new Error(error))
    })
    child.on('exit', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the cloud process ended'))
    })
  }

  /** Of the local cloud's process; those of the functions are its children. */
  get pid(): number {
    return this.child.pid ?? 0
  }

  url = ''
  adminEnv: Readonly<Record<string, string>> = {}

  /** A fresh cloud in dist/bench/<name>, or wherever else; timers: the jobs run by themselves, every minute. */
  static async open(name: string, instances = 2, other: { dataDir?: string; timers?: boolean } = {}): Promise<Cloud> {
    const { dataDir = path.join(HOME, name), timers = false } = other
    rmSync(dataDir, { recursive: true, force: true })
    mkdirSync(dataDir, { recursive: true })
    const functionsDir = await buildFunctions(path.join(HOME, 'functions'))
    const cloud = new Cloud(fork(await bundle(), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }), dataDir)
    const opening = { dataDir, functionsDir, functions: functionConfigs(), instances, timers }
    const { url, adminEnv } = await cloud.ask<{ url: string; adminEnv: Record<string, string> }>('open', opening)
    cloud.url = url
    cloud.adminEnv = adminEnv
    return cloud
  }

  ask<T>(ask: keyof Questions, given: Message['given'] = null): Promise<T> {
    const id = ++this.asked
    return new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.child.send({ id, ask, given })
    }) as Promise<T>
  }

  meter(): Promise<MeterReading> {
    return this.ask('meter')
  }

  async cpu(): Promise<CloudCpu> {
    const emulator = await this.ask<number>('cpu')
    return { emulator, functions: Math.max(0, cpuOfTreeMs(this.child.pid ?? 0) - emulator) }
  }

  /** Stops it; its data stays. */
  async close(): Promise<void> {
    await this.ask('stop')
    const gone = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.disconnect()
    await gone
  }
}
