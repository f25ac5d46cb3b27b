// One simulated phone: the product's own client code without its screens, with a clock, a storage and a network of ours.
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import type { Random } from '../reading/random'
import type { Clock } from './clock'

type Parts = typeof import('./phone-parts')
type Request = { url: string; method: string; data: unknown; header: Record<string, string>; timeout: number }

/** Carries one request; rejects when no answer came. */
export type Network = (request: Request) => Promise<{ data: unknown }>

/** What WeChat gives, and what of the product would draw in its screens: languages, sign-in of browsers, pages. */
const STUBS: Readonly<Record<string, string>> = {
  '@tarojs/taro': 'export default phone.taro',
  lang: "export const currentLang = () => 'zh'",
  idle: 'export const liveSession = () => null',
  session: 'export const refreshSession = async () => null',
  lifecycle: 'export const onSignal = (hear) => phone.onSignal(hear)',
}

const stubbed: Plugin = {
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(@tarojs\/taro|\.\/(lang|idle|session|lifecycle))$/ }, (args) => ({
      path: args.path.replace('./', ''),
      namespace: 'stub',
    }))
    onLoad({ filter: /.*/, namespace: 'stub' }, (args) => ({ contents: STUBS[args.path] ?? '', loader: 'js' }))
  },
}

type Made = (
  phone: object,
  date: object,
  timers: [unknown, unknown, unknown, unknown],
  outside: [globalThis: object, math: object],
) => Parts

/** Built once; each call of what it returns is a phone of its own. */
export const buildPhones = async (): Promise<Made> => {
  const { outputFiles } = await build({
    entryPoints: [path.resolve('bench/soak/phone-parts.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'parts',
    target: 'es2019',
    platform: 'neutral',
    alias: { '@': path.resolve('client'), '@shared': path.resolve('shared') },
    define: {
      'process.env.TARO_ENV': '"weapp"',
      RIPPLE_LOCAL_CLOUD: 'phone.url',
      RIPPLE_LOCAL_OPENID: 'phone.openid',
      RIPPLE_API_BASE: '""',
      RIPPLE_CLOUD_ENV: '""',
    },
    plugins: [stubbed],
    logLevel: 'warning',
  })
  const names = ['phone', 'Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'globalThis', 'Math']
  const make = new Function(...names, `${outputFiles[0]?.text ?? ''}\nreturn parts`)
  return (phone, date, timers, outside) => make(phone, date, ...timers, ...outside) as Parts
}

/** Intervals and timeouts of one running app; all of them end with it. */
const timersOn = (clock: Clock) => {
  const running = new Map<number, () => void>()
  let last = 0
  const once = (act: () => void, ms = 0): number => {
    const id = ++last
    running.set(
      id,
      clock.after(ms, () => {
        running.delete(id)
        act()
      }),
    )
    return id
  }
  const stop = (id?: number): void => {
    running.get(id ?? 0)?.()
    running.delete(id ?? 0)
  }
  const every = (act: () => void, ms: number): number => {
    const id = ++last
    const again = (): void => {
      running.set(
        id,
        clock.after(ms, () => {
          again()
          act()
        }),
      )
    }
    again()
    return id
  }
  const stopAll = (): void => {
    for (const callOff of running.values()) callOff()
    running.clear()
  }
  return { functions: [every, stop, once, stop] as [unknown, unknown, unknown, unknown], stopAll }
}

export type PhoneOf = { made: Made; clock: Clock; random: Random; network: Network; url: string; openid: string }

export class Phone {
  signal = true
  /** The running app; another one after it was killed. */
  parts: Parts
  private readonly stored = new Map<string, string>()
  private hears: () => void = () => undefined
  private end: () => void = () => undefined

  constructor(readonly of: PhoneOf) {
    this.parts = this.start()
  }

  /** WeChat closes it without a word: what was not written down is lost, and no answer is heard any more. */
  kill(): void {
    this.end()
    this.parts = this.start()
  }

  /** Without signal for so long; then the phone notices. */
  loseSignal(ms: number): void {
    this.signal = false
    this.of.clock.after(ms, () => this.findSignal())
  }

  findSignal(): void {
    if (this.signal) return
    this.signal = true
    this.hears()
  }

  private start(): Parts {
    const { made, clock, random, url, openid } = this.of
    let alive = true
    const timers = timersOn(clock)
    this.end = () => {
      alive = false
      timers.stopAll()
    }
    const heard = <T>(answer: Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        answer.then(
          (value) => alive && resolve(value),
          (error: unknown) => alive && reject(error),
        )
      })
    const taro = {
      getStorageSync: (key: string) => this.stored.get(key) ?? '',
      setStorageSync: (key: string, value: string) => void this.stored.set(key, value),
      removeStorageSync: (key: string) => void this.stored.delete(key),
      request: (request: Request) =>
        this.signal ? heard(this.of.network(request)) : Promise.reject(new Error('no signal')),
    }
    const onSignal = (hear: () => void): void => {
      this.hears = hear
    }
    const math = Object.assign(Object.create(Math) as object, { random: random.unit })
    const parts = made({ url, openid, taro, onSignal }, { now: clock.now }, timers.functions, [{}, math])
    parts.startOutbox()
    return parts
  }
}
