// How are functions run? Each in its own few processes, one call at a time in each; a changed bundle gets fresh ones.
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import { newRequestId } from '../http'
import type { Meter } from '../meter'
import type { FunctionConfig } from '../options'
import { contextOf, type Environ, environOf } from './context'
import { LogFile } from './log-file'
import { Pool } from './pool'
import { runnerSource } from './runner-source'

/** The platform scales out to hundreds; two are enough to meet everything that running in parallel brings. */
const DEFAULT_INSTANCES = 2

/** Beside the functions: another bundle has another place. */
const compiledPlace = (entry: string): string => {
  const folder = path.join(entry, '../../.compiled')
  mkdirSync(folder, { recursive: true })
  const { mtimeMs, size } = statSync(entry)
  return path.join(folder, `${path.basename(path.dirname(entry))}-${Math.round(mtimeMs)}-${size}`)
}

/**
 * The heap that Node 20 allows itself in a container of so many MB (measured for 128 to 2,048). On a machine with much
 * memory it would let garbage lie until a function holds what its container never had.
 */
const heapFlags = (memoryMb: number): readonly string[] => [
  `--max-old-space-size=${Math.max(256, memoryMb / 2)}`,
  `--max-semi-space-size=${memoryMb <= 512 ? 1 : memoryMb / 256}`,
]

type Hosted = {
  readonly config: FunctionConfig
  readonly entry: string
  readonly log: LogFile
  pool: Pool | undefined
  builtAt: number
}
export type HostOptions = {
  readonly functions: readonly FunctionConfig[]
  readonly functionsDir: string
  readonly dataDir: string
  readonly envId: string
  readonly meter: Meter
  readonly clock: Clock
  readonly instances?: number | undefined
  /** Read at each start of a process: the port is known only once the server listens. */
  readonly env: () => Readonly<Record<string, string>>
}

export class FunctionHost {
  private readonly hosted = new Map<string, Hosted>()
  private readonly runner: string

  constructor(private readonly options: HostOptions) {
    const logs = path.join(options.dataDir, 'logs')
    mkdirSync(logs, { recursive: true })
    this.runner = path.join(options.dataDir, 'runner.cjs')
    writeFileSync(this.runner, runnerSource)
    for (const config of options.functions) {
      const entry = path.resolve(options.functionsDir, config.name, 'index.js')
      const log = new LogFile(path.join(logs, `${config.name}.log`))
      this.hosted.set(config.name, { config, entry, log, pool: undefined, builtAt: 0 })
    }
  }

  get clock(): Clock {
    return this.options.clock
  }

  get names(): string[] {
    return [...this.hosted.keys()]
  }

  config(name: string): FunctionConfig {
    return this.find(name).config
  }

  lines(name: string): readonly string[] {
    return this.find(name).log.latest
  }

  /** The processes of a function that are running now. */
  pids(name: string): number[] {
    return this.find(name).pool?.pids ?? []
  }

  crash(name: string): void {
    this.find(name).pool?.stop()
  }

  crashAll(): void {
    for (const name of this.names) this.crash(name)
  }

  /** The function's reply as JSON text; `event` is its event, `text` the same as JSON when the caller has it. */
  async call(name: string, event: unknown, caller: Environ, text = JSON.stringify(event ?? {})): Promise<string> {
    const hosted = this.find(name)
    const { config } = hosted
    const { envId, meter } = this.options
    return this.poolOf(hosted).use(async (worker) => {
      meter.tally('fnCalls', config.name)
      const action = (event as { action?: unknown } | null)?.action
      if (typeof action === 'string') meter.tally('fnActions', `${config.name}:${action}`)
      const environ = environOf(envId, config.name, caller)
      const began = performance.now()
      try {
        return await worker.run(text, contextOf(config, envId, newRequestId(), environ), environ)
      } finally {
        meter.add('gbs', ((config.memorySize / 1024) * Math.ceil(performance.now() - began)) / 1000)
      }
    })
  }

  stop(): void {
    for (const { pool, log } of this.hosted.values()) {
      pool?.stop()
      log.close()
    }
  }

  private poolOf(hosted: Hosted): Pool {
    const builtAt = statSync(hosted.entry, { throwIfNoEntry: false })?.mtimeMs
    if (builtAt === undefined) {
      throw new CloudError(
        'FUNCTION_NOT_FOUND',
        `function ${hosted.config.name} is not built: ${hosted.entry} is missing`,
      )
    }
    if (builtAt !== hosted.builtAt) {
      hosted.pool?.renew()
      hosted.builtAt = builtAt
    }
    hosted.pool ??= this.open(hosted)
    return hosted.pool
  }

  private open({ config, entry, log }: Hosted): Pool {
    const env = {
      PATH: process.env.PATH ?? '',
      TZ: 'Asia/Shanghai',
      LANG: 'C.UTF-8',
      ...this.options.env(),
      ...config.envVariables,
    }
    const limit = config.instances ?? this.options.instances ?? DEFAULT_INSTANCES
    const shiftMs = () => this.options.clock.shiftMs
    const [flags, compiled] = [heapFlags(config.memorySize), () => compiledPlace(entry)]
    const spec = { runner: this.runner, entry, flags, compiled, env, log, shiftMs }
    return new Pool(limit, { ...spec, timeoutMs: config.timeout * 1000 })
  }

  private find(name: string): Hosted {
    const hosted = this.hosted.get(name)
    if (!hosted) throw new CloudError('FUNCTION_NOT_FOUND', `[ResourceNotFound.Function] function not found: ${name}`)
    return hosted
  }
}
