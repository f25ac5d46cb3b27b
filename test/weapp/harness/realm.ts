// Where does the built code run? In a realm of its own: plain language, no DOM, no Node, no eval; as inside WeChat.
import path from 'node:path'
import vm from 'node:vm'
import type { HeldClock, HeldTimer } from './clock'
import type { Dict, Dist } from './compile'

type Timer = ReturnType<typeof setTimeout> | HeldTimer
type Loaded = { exports: unknown }
export type Realm = {
  /** What the app sees as global: wx, App, Page… */
  readonly globals: Dict
  /** Loads a file of the build once and returns its exports. `file` is relative to the build. */
  load(file: string): unknown
  /** A plain value as the app's own: JSON only, as everything that crosses from WeChat. */
  into<T>(value: T): T
  bytes(content: Uint8Array): ArrayBuffer
  close(): void
}

/** What a mini program has beside the language. Everything else (window, fetch, URL, crypto…) must be missing. */
const timersInto = (sandbox: Dict, report: (error: unknown) => void, clock: HeldClock | undefined): (() => void) => {
  const timers = new Set<Timer>()
  let closed = false
  const guarded = (work: () => void) => () => {
    if (closed) return
    try {
      work()
    } catch (error) {
      report(error)
    }
  }
  const clear = (timer: Timer | undefined): void => {
    if (timer && 'held' in timer) clock?.stop(timer)
    else clearTimeout(timer)
    if (timer) timers.delete(timer)
  }
  const start = (make: typeof setTimeout | typeof setInterval, repeats: boolean) => {
    return (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): Timer => {
      const run = guarded(() => {
        if (!repeats) timers.delete(timer)
        work(...args)
      })
      const timer: Timer = clock?.start(run, ms ?? 0, repeats) ?? make(run, ms)
      timers.add(timer)
      if (closed) clear(timer) // an answer that came late wants to remember it for a week
      return timer
    }
  }
  sandbox.setTimeout = start(setTimeout, false)
  sandbox.setInterval = start(setInterval, true)
  sandbox.clearTimeout = clear
  sandbox.clearInterval = clear
  return () => {
    closed = true
    for (const timer of [...timers]) clear(timer)
  }
}

export type Said = { error: (text: string) => void; warn: (text: string) => void }

const quietConsole = ({ error, warn }: Said): Dict => {
  const nothing = (): void => undefined
  const to =
    (say: (text: string) => void) =>
    (...args: unknown[]): void =>
      say(args.map((arg) => messageOf(arg)).join(' '))
  return {
    log: nothing,
    info: nothing,
    debug: nothing,
    time: nothing,
    timeEnd: nothing,
    warn: to(warn),
    error: to(error),
  }
}

/** Errors come from another realm, so `instanceof Error` says nothing. */
export const messageOf = (error: unknown): string => {
  const { message, stack } = (error ?? {}) as { message?: unknown; stack?: unknown }
  if (typeof message !== 'string') return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error))
  const place = typeof stack === 'string' ? (stack.split('\n').find((line) => line.includes('    at ')) ?? '') : ''
  return `${message}${place.slice(0, 200)}`
}

/** `new Date()` and Date.now() tell the held time; every other date is as it was. */
const HELD_DATE = `(now) => {
  const Real = Date
  globalThis.Date = class Date extends Real {
    constructor(...given) { given.length === 0 ? super(now()) : super(...given) }
    static now() { return now() }
  }
}`

export const createRealm = (dist: Dist, said: Said, clock?: HeldClock): Realm => {
  const sandbox: Dict = { console: quietConsole(said) }
  const closeTimers = timersInto(sandbox, (error) => said.error(messageOf(error)), clock)
  const context = vm.createContext(sandbox, { codeGeneration: { strings: false, wasm: false } })
  const run = <T>(code: string): T => vm.runInContext(code, context) as T
  run('delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics')
  if (clock) run<(now: () => number) => void>(HELD_DATE)(clock.now)
  const parse = run<(text: string) => unknown>('(text) => JSON.parse(text)')
  const buffer = run<(size: number) => ArrayBuffer>('(size) => new ArrayBuffer(size)')
  const loaded = new Map<string, Loaded>()

  const load = (file: string): unknown => {
    const known = loaded.get(file)
    if (known) return known.exports
    const source = dist.script(file)
    if (source === null) throw new Error(`module not found in the build: ${file}`)
    const module: Loaded = { exports: {} }
    loaded.set(file, module)
    const near = (name: string): unknown => {
      const joined = path.posix.join(path.posix.dirname(file), name)
      return load(joined.endsWith('.js') ? joined : `${joined}.js`)
    }
    const wrapper = vm.compileFunction(source, ['module', 'exports', 'require'], {
      parsingContext: context,
      filename: file,
    })
    wrapper(module, module.exports, near)
    return module.exports
  }
  return {
    globals: sandbox,
    load,
    into: <T>(value: T): T => (value === undefined ? value : (parse(JSON.stringify(value) ?? 'null') as T)),
    bytes: (content) => {
      const target = buffer(content.byteLength)
      new Uint8Array(target).set(content)
      return target
    },
    close: closeTimers,
  }
}
