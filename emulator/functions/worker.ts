// How does one function process live? Started at its first call, one call at a time, killed when it overruns.
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { CloudError } from '../errors'

export type Outcome = { readonly reply: string; readonly ms: number }
export type CallContext = Readonly<Record<string, string | number>>
export type WorkerSpec = {
  readonly runner: string
  readonly entry: string
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly onLine: (line: string) => void
}
/** `fatal`: the process is about to exit and must not get another call. */
type Answer = { id: number; reply?: string; error?: { errorMessage: string; stackTrace: string }; fatal?: boolean }

const forEachLine = (stream: Readable | null, onLine: (line: string) => void): void => {
  if (stream) createInterface({ input: stream }).on('line', onLine)
}

export class Worker {
  private child: ChildProcess | undefined
  private calls = 0

  constructor(private readonly spec: WorkerSpec) {}

  async run(event: string, context: CallContext, environ: Readonly<Record<string, string>>): Promise<Outcome> {
    const child = this.child ?? this.start()
    const id = ++this.calls
    const began = performance.now()
    const answer = await this.ask(child, { id, event, context, environ })
    const ms = performance.now() - began
    if (answer.fatal) this.stop()
    if (answer.reply !== undefined) return { reply: answer.reply, ms }
    const { errorMessage, stackTrace } = answer.error ?? { errorMessage: 'no reply', stackTrace: '' }
    if (stackTrace) this.spec.onLine(stackTrace)
    throw new CloudError('FUNCTION_INVOCATION_FAILED', `User code exception caught: ${errorMessage}`)
  }

  stop(): void {
    this.child?.kill('SIGKILL')
    this.child = undefined
  }

  private ask(child: ChildProcess, call: { id: number; [field: string]: unknown }): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const settle = (work: () => void): void => {
        clearTimeout(timer)
        child.off('message', onMessage)
        child.off('exit', onExit)
        work()
      }
      const onMessage = (message: unknown): void => {
        const answer = message as Answer
        if (answer.id === call.id) settle(() => resolve(answer))
      }
      const onExit = (code: number | null, signal: string | null): void =>
        settle(() =>
          reject(new CloudError('FUNCTION_INVOCATION_FAILED', `function process exited (${signal ?? code})`)),
        )
      const timer = setTimeout(() => {
        this.stop()
        const seconds = this.spec.timeoutMs / 1000
        settle(() =>
          reject(new CloudError('FUNCTION_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`)),
        )
      }, this.spec.timeoutMs)
      child.on('message', onMessage)
      child.on('exit', onExit)
      child.send(call, (error) => {
        if (error) onExit(null, error.message)
      })
    })
  }

  private start(): ChildProcess {
    const child = fork(this.spec.runner, [this.spec.entry], {
      cwd: path.dirname(this.spec.entry),
      env: { ...this.spec.env } as NodeJS.ProcessEnv,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    forEachLine(child.stdout, this.spec.onLine)
    forEachLine(child.stderr, this.spec.onLine)
    child.on('error', (error) => this.spec.onLine(String(error)))
    child.on('exit', () => {
      if (this.child === child) this.child = undefined
    })
    this.child = child
    return child
  }
}
