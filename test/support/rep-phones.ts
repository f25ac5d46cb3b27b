// Phones of one rep in a shop's basement: the app's own outbox and features on a storage of its own, against the real functions.
import type { World } from './world'

/** How the line is: 'lossy' brings each call to the cloud and loses its first answer; 'hangs' brings no answer at all. */
type Line = 'none' | 'good' | 'lossy' | 'hangs'
export type Reply = { action: string; data: Record<string, unknown> }

const load = () => ({
  ...(require('../../client/platform/outbox') as typeof import('../../client/platform/outbox')),
  ...(require('../../client/platform/refused') as typeof import('../../client/platform/refused')),
  ...(require('../../client/platform/queries') as typeof import('../../client/platform/queries')),
  ...(require('../../client/platform/call') as typeof import('../../client/platform/call')),
  ...(require('../../client/features/talk/use-day') as typeof import('../../client/features/talk/use-day')),
  ...(require('../../client/features/file/save-sheet') as typeof import('../../client/features/file/save-sheet')),
  ...(require('../../client/features/file/notes') as typeof import('../../client/features/file/notes')),
  ...(require('../../client/features/file/promises') as typeof import('../../client/features/file/promises')),
  ...(require('../../client/features/kit/use-kits') as typeof import('../../client/features/kit/use-kits')),
})
export type App = ReturnType<typeof load>

const opened: App[] = []

/** What they remember would keep the test waiting for a week. */
export const putAwayPhones = (): void => {
  for (const { queries } of opened.splice(0)) queries.clear()
}

/** Before any phone is made: `jest.mock('@tarojs/taro', () => Reflect.get(globalThis, 'phoneOfTest'))`. */
export class Phone {
  line: Line = 'good'
  readonly replies: Reply[] = []
  readonly sent: string[] = []
  app: App
  private readonly kept = new Map<string, unknown>()
  private readonly lost = new Set<string>()

  constructor(
    private readonly world: World,
    private readonly openid: string,
  ) {
    this.app = this.start()
  }

  /** The app is killed and opened again: what was stored is all that is left. */
  start(): App {
    const { kept } = this
    const storage = {
      getStorageSync: (key: string): unknown => kept.get(key) ?? '',
      setStorageSync: (key: string, value: unknown): void => void kept.set(key, value),
      removeStorageSync: (key: string): void => void kept.delete(key),
    }
    const taro = { ...storage, request: (asked: Asked) => this.request(asked) }
    const constants = {
      RIPPLE_API_BASE: '',
      RIPPLE_CLOUD_ENV: 'test',
      RIPPLE_LOCAL_CLOUD: 'here',
      RIPPLE_LOCAL_OPENID: '',
    }
    Object.assign(globalThis, constants, { phoneOfTest: { __esModule: true, default: taro, ...taro } })
    let app: App | null = null
    jest.isolateModules(() => {
      app = load()
      app.startQueries()
    })
    if (app === null) throw new Error('The app did not start')
    this.app = app
    opened.push(this.app)
    return this.app
  }

  private async request({ url, data }: Asked): Promise<{ data: unknown }> {
    if (this.line === 'none') throw { errMsg: 'request:fail' }
    const { action } = data
    this.sent.push(action)
    const fn = url.split('/').at(-1) ?? ''
    const reply = await this.world.send(fn, data, { openid: this.openid })
    if (this.line === 'hangs') return new Promise(() => undefined)
    const { agoMs: _, ...said } = data.payload
    const what = JSON.stringify({ action, said })
    if (this.line === 'lossy' && !this.lost.has(what)) {
      this.lost.add(what)
      throw { errMsg: 'request:fail timeout' }
    }
    if (reply.ok) this.replies.push({ action, data: reply.data as Record<string, unknown> })
    return { data: reply }
  }

  /** There is signal, and she looks again and again until nothing waits. */
  async comeBack(line: Line = 'good'): Promise<void> {
    this.line = line
    const most = 3 * (this.app.countWaiting() + 1)
    for (let looks = 0; this.app.countWaiting() > 0; looks++) {
      if (looks > most) throw new Error('It does not get through')
      await this.app.flushOutbox()
    }
  }
}

type Asked = { url: string; data: { action: string; payload: Record<string, unknown> } }
