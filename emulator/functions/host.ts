// How are functions run? Each has its own process and queue; a changed bundle gets a fresh process.
import { appendFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../errors'
import { newRequestId } from '../http'
import type { Meter } from '../meter'
import type { FunctionConfig } from '../options'
import { contextOf, type Environ, environOf } from './context'
import { runnerSource } from './runner-source'
import { Worker } from './worker'

const KEPT_LINES = 200

type Hosted = {
  readonly config: FunctionConfig
  readonly entry: string
  readonly lines: string[]
  worker: Worker | undefined
  builtAt: number
  queue: Promise<unknown>
}
export type HostOptions = {
  readonly functions: readonly FunctionConfig[]
  readonly functionsDir: string
  readonly dataDir: string
  readonly envId: string
  readonly meter: Meter
  /** Read at each start of a process: the port is known only once the server listens. */
  readonly env: () => Readonly<Record<string, string>>
}

export class FunctionHost {
  private readonly hosted = new Map<string, Hosted>()
  private readonly runner: string
  private readonly logs: string

  constructor(private readonly options: HostOptions) {
    this.logs = path.join(options.dataDir, 'logs')
    mkdirSync(this.logs, { recursive: true })
    this.runner = path.join(options.dataDir, 'runner.cjs')
    writeFileSync(this.runner, runnerSource)
    for (const config of options.functions) {
      const entry = path.resolve(options.functionsDir, config.name, 'index.js')
      this.hosted.set(config.name, {
        config,
        entry,
        lines: [],
        worker: undefined,
        builtAt: 0,
        queue: Promise.resolve(),
      })
    }
  }

  get names(): string[] {
    return [...this.hosted.keys()]
  }

  config(name: string): FunctionConfig {
    return this.find(name).config
  }

  lines(name: string): readonly string[] {
    return this.find(name).lines
  }

  /** The function's reply as JSON text; calls of one function wait for each other, as in one instance. */
  async call(name: string, event: unknown, caller: Environ): Promise<string> {
    const hosted = this.find(name)
    const turn = hosted.queue.then(() => this.run(hosted, event, caller))
    hosted.queue = turn.catch(() => undefined)
    return turn
  }

  stop(): void {
    for (const { worker } of this.hosted.values()) worker?.stop()
  }

  private async run(hosted: Hosted, event: unknown, caller: Environ): Promise<string> {
    const { config } = hosted
    const { envId, meter } = this.options
    const worker = this.workerOf(hosted)
    meter.tally('fnCalls', config.name)
    const action = (event as { action?: unknown } | null)?.action
    if (typeof action === 'string') meter.tally('fnActions', `${config.name}:${action}`)
    const environ = environOf(envId, caller)
    const began = performance.now()
    try {
      const context = contextOf(config, envId, newRequestId(), environ)
      const { reply } = await worker.run(JSON.stringify(event ?? {}), context, environ)
      return reply
    } finally {
      meter.add('gbs', ((config.memorySize / 1024) * Math.ceil(performance.now() - began)) / 1000)
    }
  }

  private workerOf(hosted: Hosted): Worker {
    const builtAt = statSync(hosted.entry, { throwIfNoEntry: false })?.mtimeMs
    if (builtAt === undefined) {
      throw new CloudError(
        'FUNCTION_NOT_FOUND',
        `function ${hosted.config.name} is not built: ${hosted.entry} is missing`,
      )
    }
    if (builtAt !== hosted.builtAt) {
      hosted.worker?.stop()
      hosted.worker = undefined
      hosted.builtAt = builtAt
    }
    hosted.worker ??= this.start(hosted)
    return hosted.worker
  }

  private start({ config, entry, lines }: Hosted): Worker {
    const file = path.join(this.logs, `${config.name}.log`)
    const onLine = (line: string): void => {
      lines.push(line)
      if (lines.length > KEPT_LINES) lines.splice(0, lines.length - KEPT_LINES)
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`)
    }
    const env = {
      PATH: process.env.PATH ?? '',
      TZ: 'Asia/Shanghai',
      LANG: 'C.UTF-8',
      ...this.options.env(),
      ...config.envVariables,
    }
    return new Worker({ runner: this.runner, entry, env, timeoutMs: config.timeout * 1000, onLine })
  }

  private find(name: string): Hosted {
    const hosted = this.hosted.get(name)
    if (!hosted) throw new CloudError('FUNCTION_NOT_FOUND', `[ResourceNotFound.Function] function not found: ${name}`)
    return hosted
  }
}
