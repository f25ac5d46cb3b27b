// How does a test hold a phone with Ripple on it? The production build, run by WeChat's engine, against a local cloud.
import { datasetOf, openTypeOf } from './builtins'
import { builtDist, compileDist, type Dict } from './compile'
import { createEngine } from './engine'
import { createHand, pause } from './hand'
import { layOut } from './layout'
import { AGREEABLE, NO_CLOUD, type Shared, type Weapp, type WeappOptions } from './phone'
import { createRealm, messageOf } from './realm'
import { createRouter, parsePath, type Router } from './router'
import { type Answers, type Host, type LogEntry, makerFor } from './wx/host'
import { createWx } from './wx/wx'

export type { Weapp, WeappOptions } from './phone'

type Lifecycles = Record<string, ((...args: unknown[]) => unknown) | undefined>

/** The phone without a person: app, engine, pages and wx, wired to each other. */
const assemble = (options: WeappOptions) => {
  const dist = compileDist(options.dist ?? builtDist())
  const log: LogEntry[] = []
  const errors: string[] = []
  const warnings: string[] = []
  const missing = new Set<string>()
  const { path, query = {}, scene = 1001, chatType } = options.launch
  const state = {
    alive: true,
    app: {} as Lifecycles,
    entry: { path: parsePath(path).route, query, scene, chatType, referrerInfo: {} } as Dict,
    looking: undefined as ReturnType<typeof setTimeout> | undefined,
  }
  const said = { error: (text: string) => void errors.push(text), warn: (text: string) => void warnings.push(text) }
  const realm = createRealm(dist, said, options.clock)
  const report = (error: unknown): void => void errors.push(messageOf(error))
  /** The layout may have changed: observers are told a moment later, as in WeChat. */
  const drawn = (): void => {
    state.looking ??= setTimeout(() => {
      state.looking = undefined
      if (state.alive && router.stack.length > 0) parts.views.look()
    }, 20)
  }
  const engine = createEngine(dist, realm, { drawn, report })
  const router: Router = createRouter(dist, engine, realm, () => {
    parts.place.scrollTop = 0
    parts.views.forgetGone()
  })
  const host: Host = {
    realm,
    engine,
    answers: { ...AGREEABLE, ...options.answers } satisfies Answers,
    storage: options.storage ?? new Map<string, string>(),
    cloud: { env: 'ripple-local', ...(options.cloud ?? NO_CLOUD) },
    entry: () => state.entry,
    log: (api, args) => void log.push({ api, args }),
    report,
    current: () => router.current(),
    isAlive: () => state.alive,
  }
  const method = (name: string): ((...args: unknown[]) => unknown) | undefined => {
    const { instance } = router.current()
    const own = instance[name]
    return typeof own === 'function' ? own.bind(instance) : undefined
  }
  const topOf = (selector: string): number => {
    const page = router.current().element
    const element = page.querySelector(selector)
    if (!element) throw new Error(`nothing to scroll to by "${selector}"`)
    return layOut(page).get(element)?.top ?? 0
  }
  const scroll = async (to: number | string): Promise<void> => {
    parts.place.scrollTop = typeof to === 'number' ? to : topOf(to)
    method('onPageScroll')?.(realm.into({ scrollTop: parts.place.scrollTop }))
    parts.views.look()
    await pause(10)
  }
  const make = makerFor(host)
  const pageScrollTo = make.async('pageScrollTo', ({ scrollTop, selector }) =>
    scroll(typeof selector === 'string' ? selector : Number(scrollTop ?? 0)),
  )
  const parts = createWx(host, { ...router.apis(make), pageScrollTo }, missing, options.disk)
  Object.assign(realm.globals, {
    wx: parts.wx,
    App: (config: Lifecycles) => {
      state.app = config
    },
    getApp: () => state.app,
    getCurrentPages: () => router.stack.map(({ instance }) => instance),
  })
  return { ...parts, state, host, realm, engine, router, method, scroll, log, errors, warnings, missing }
}
type Parts = ReturnType<typeof assemble>

const sharing = ({ method, realm, engine, permissions }: Parts) => {
  const shares: Shared[] = []
  const share = async (info: Dict): Promise<Shared | undefined> => {
    const given = method('onShareAppMessage')?.(realm.into(info)) as
      | (Shared & { promise?: Promise<Shared> })
      | undefined
    return given?.promise ? { ...given, ...(await given.promise) } : given
  }
  /** What WeChat does by itself after a tap on a button with open-type. */
  const afterTap = async (element: Element): Promise<void> => {
    const open = openTypeOf(element)
    if (open?.type === 'share') {
      const shared = await share({ from: 'button', target: { id: open.button.id, dataset: datasetOf(open.button) } })
      if (shared) shares.push(shared)
    } else if (open?.type === 'openSetting') {
      engine.fire(open.button, 'opensetting', { authSetting: permissions.settings(), errMsg: 'openSetting:ok' })
    } else if (open?.type.includes('agreePrivacyAuthorization')) {
      permissions.agreePrivacy()
      engine.fire(open.button, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
    }
  }
  return { shares, share, afterTap }
}

/** App and page come and go: launch, background, foreground, unload. */
const comingAndGoing = ({ state, realm, router, method, phone, wx }: Parts) => ({
  background: () => {
    method('onHide')?.()
    state.app.onHide?.(realm.into({ reason: 0 }))
    phone.appHide.tell({ reason: 0 })
  },
  foreground: (again: Dict = {}) => {
    state.entry = { ...state.entry, ...again }
    state.app.onShow?.(realm.into(state.entry))
    phone.appShow.tell(state.entry)
    method('onShow')?.()
  },
  unload: () => {
    if (router.stack.length > 1) (wx.navigateBack as () => unknown)()
    else router.closeAll()
  },
  back: async () => {
    await (wx.navigateBack as () => Promise<unknown>)()
  },
})

export const createWeapp = (options: WeappOptions): Weapp => {
  const parts = assemble(options)
  const { state, host, realm, engine, router, method, errors, permissions, phone } = parts
  const hand = createHand(engine, router, () => (errors.length > 0 ? `\nerrors: ${errors.join('\n')}` : ''))
  const { shares, share, afterTap } = sharing(parts)
  return {
    ...hand,
    ...comingAndGoing(parts),
    launch: async () => {
      realm.load('app.js')
      state.app.onLaunch?.(realm.into(state.entry))
      state.app.onShow?.(realm.into(state.entry))
      router.open(options.launch.path, options.launch.query ?? {})
      await hand.waitFor(() => router.current().element.querySelector('page > *'))
      await pause(5)
    },
    tap: async (target) => {
      const element = await hand.tap(target)
      await afterTap(element)
      return element
    },
    page: () => {
      const { route, instance, element } = router.current()
      return {
        path: route,
        options: { ...(instance.options as Dict) },
        element,
        stack: router.stack.map((one) => one.route),
      }
    },
    intersect: async (target, ratio) => parts.views.force(await hand.find(target), ratio),
    scroll: parts.scroll,
    scrolled: () => parts.place.scrollTop,
    share: () => share({ from: 'menu' }),
    shareTimeline: () => method('onShareTimeline')?.() as Shared | undefined,
    shares,
    pullDown: () => void method('onPullDownRefresh')?.(),
    call: async (api, args = {}) => (parts.wx[api] as (args: Dict) => unknown)(args),
    app: () => state.app,
    online: (isOnline) => {
      host.answers.online = isOnline
      phone.network.tell({ isConnected: isOnline, networkType: isOnline ? 'wifi' : 'none' })
    },
    answers: host.answers,
    log: parts.log,
    errors,
    warnings: parts.warnings,
    missing: parts.missing,
    apiNames: parts.apiNames,
    setData: engine.setData,
    storage: host.storage,
    album: permissions.saved,
    clipboard: permissions.clipboard,
    dispose: () => {
      state.alive = false
      clearTimeout(state.looking)
      realm.close()
      parts.net.close()
      parts.files.remove()
      engine.close()
    },
  }
}
