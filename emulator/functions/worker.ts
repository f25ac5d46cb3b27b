// How does one function process live? Started at its first call, one call at a time, killed when it overruns.
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import { CloudError } from '../errors'
import { forEachLine } from './lines'
import type { LogFile } from './log-file'

export type CallContext = Readonly<Record<string, string | number>>
export type WorkerSpec = {
  readonly runner: string
  readonly entry: string
  readonly flags: readonly string[]
  /** Where compiled code is kept for the next process: another bundle, another place (V8 itself compares lengths only). */
  readonly compiled: () => string
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Takes what it prints, and what there is to say of it. */
  readonly log: LogFile
  /** How far the cloud's clock is ahead of the machine's. */
  readonly shiftMs: () => number
}
/** `fatal`: the process is about to exit and must not get another call. */
type Frame = { id: number; error?: { errorMessage: string; stackTrace: string }; fatal?: boolean }
type Pending = { readonly id: number; answer(frame: Frame, reply: string): void; fail(error: CloudError): void }
type Running = { readonly child: ChildProcess; readonly pipe: Duplex }

/** The stdio entry calls and answers travel through. */
const PIPE = 3

const exited = (how: string): CloudError =>
  new CloudError('FUNCTION_INVOCATION_FAILED', `function process exited (${how})`)

export class Worker {
  private running: Running | undefined
  private pending: Pending | undefined
  private calls = 0

  constructor(private readonly spec: WorkerSpec) {}

  get pid(): number | undefined {
    return this.running?.child.pid
  }

  /** The reply as JSON text; `event` is JSON text too. */
  async run(event: string, context: CallContext, environ: Readonly<Record<string, string>>): Promise<string> {
    const { pipe } = this.running ?? this.start()
    const id = ++this.calls
    const answered = new Promise<string>((resolve, reject) => {
      const answer = (frame: Frame, reply: string): void => {
        if (frame.fatal) this.stop()
        if (!frame.error) {
          resolve(reply)
          return
        }
        const { errorMessage, stackTrace } = frame.error
        if (stackTrace) this.spec.log.add(stackTrace)
        reject(new CloudError('FUNCTION_INVOCATION_FAILED', `User code exception caught: ${errorMessage}`))
      }
      this.pending = { id, answer, fail: reject }
    })
    const timer = setTimeout(() => this.overrun(), this.spec.timeoutMs)
    // a line feed may only stand between the tokens of JSON: as a blank it keeps the event on its line
    const line = event.includes('\n') ? event.replaceAll('\n', ' ') : event
    pipe.write(`${JSON.stringify({ id, context, environ, shiftMs: this.spec.shiftMs() })}\n${line}\n`)
    try {
      return await answered
    } finally {
      clearTimeout(timer)
    }
  }

  /** SIGKILL; a call under way fails. */
  stop(): void {
    this.running?.child.kill('SIGKILL')
    this.running = undefined
    this.fail(exited('SIGKILL'))
  }

  private overrun(): void {
    const seconds = this.spec.timeoutMs / 1000
    this.fail(new CloudError('FUNCTION_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`))
    this.stop()
  }

  private fail(error: CloudError): void {
    const { pending } = this
    this.pending = undefined
    pending?.fail(error)
  }

  private start(): Running {
    const { runner, entry, flags, env, log } = this.spec
    const child = spawn(process.execPath, [...flags, runner, entry, this.spec.compiled()], {
      cwd: path.dirname(entry),
      env: { ...env } as NodeJS.ProcessEnv,
      stdio: ['ignore', log.descriptor, log.descriptor, 'pipe'],
    })
    const pipe = child.stdio[PIPE] as Duplex
    let frame: Frame | undefined
    forEachLine(pipe, (line) => {
      if (frame === undefined) frame = JSON.parse(line) as Frame
      else {
        const { pending } = this
        if (pending?.id === frame.id) {
          this.pending = undefined
          pending.answer(frame, line)
        }
        frame = undefined
      }
    })
    const running = { child, pipe }
    const gone = (how: string): void => {
      if (this.running !== running) return
      this.running = undefined
      this.fail(exited(how))
    }
    child.on('error', (error) => {
      this.spec.log.add(String(error))
      gone(error.message)
    })
    child.on('exit', (code, signal) => gone(String(signal ?? code)))
    this.running = running
    return running
  }
}
