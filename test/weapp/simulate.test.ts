/** @jest-environment jsdom */
// Does WeChat's older engine (exparser, by miniprogram-simulate with the official compiler) draw a built page too?
import path from 'node:path'
import { builtDist, compileDist, type Dict } from './harness/compile'

type Lifecycle = (this: unknown, ...args: unknown[]) => unknown
type PageConfig = Dict & { data?: Dict; onReady?: Lifecycle }
type Rendered = {
  attach(host: Element): void
  instance: Dict & { onLoad: Lifecycle; onShow: Lifecycle; onReady?: unknown }
  dom?: Element
}
type Simulate = {
  load(file: string, name: string, options: Dict): string
  render(id: string): Rendered | undefined
}
type Register = (config: Dict) => void
type Shims = {
  wx: Dict
  App: (config: Dict) => void
  getApp: () => unknown
  getCurrentPages: () => unknown[]
  Page: (config: PageConfig) => void
  Component: Register
}

const WAIT_MS = 5000
const dist = compileDist(builtDist()).dir
const world = globalThis as unknown as Shims
const nothing = (): void => undefined

/** What the engine does not bring: the app, the page stack, and the few APIs that Taro's start needs. */
const shim = (stack: unknown[]): { app(): Dict } => {
  let app: Dict = {}
  world.wx = {
    request: () => ({ abort: nothing }),
    getStorageSync: () => '',
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    createSelectorQuery: () => ({ select: () => ({ fields: nothing }), exec: nothing }),
    createIntersectionObserver: () => ({ relativeToViewport: () => ({ observe: nothing }), disconnect: nothing }),
    cloud: { init: nothing, callFunction: () => new Promise(nothing) },
    onNetworkStatusChange: nothing,
    offNetworkStatusChange: nothing,
    onAppShow: nothing,
    onAppHide: nothing,
    offAppShow: nothing,
    offAppHide: nothing,
  }
  world.App = (config) => {
    app = config
  }
  world.getApp = () => app
  world.getCurrentPages = () => stack
  return { app: () => app }
}

/** Pages are components to this engine; class names stay as written. */
const shimComponents = (onPage: (config: PageConfig) => void): void => {
  const real = world.Component
  world.Component = (config) => real({ ...config, options: { ...(config.options as Dict), classPrefix: '' } })
  world.Page = (config) => {
    onPage(config)
    const methods = Object.fromEntries(Object.entries(config).filter(([, value]) => typeof value === 'function'))
    world.Component({ data: JSON.parse(JSON.stringify(config.data ?? {})) as Dict, methods })
  }
}

const classes = (host: Element): number => host.querySelectorAll('[class]').length

beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation(nothing) // a warning here prints a frame of minified code
})

test('a built page draws itself by the older engine', async () => {
  const stack: unknown[] = []
  const { app } = shim(stack)
  const simulate = require('miniprogram-simulate') as Simulate
  let config: PageConfig = {}
  shimComponents((page) => {
    config = page
  })
  const entry = { path: 'pages/privacy/index', query: {}, scene: 1001 }
  require(path.join(dist, 'app.js'))
  ;(app().onLaunch as Lifecycle | undefined)?.call(app(), entry)
  ;(app().onShow as Lifecycle | undefined)?.call(app(), entry)
  const id = simulate.load(path.join(dist, entry.path), 'page', { compiler: 'official', rootPath: dist })
  const page = simulate.render(id)
  if (!page) throw new Error('miniprogram-simulate rendered nothing')
  const { instance } = page
  Object.assign(instance, { route: entry.path, __route__: entry.path, options: {}, onReady: config.onReady })
  stack.push(instance)
  const host = document.createElement('div')
  document.body.append(host)
  page.attach(host)
  instance.onLoad({})
  instance.onShow()
  const until = Date.now() + WAIT_MS
  while (classes(host) < 2 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(classes(host)).toBeGreaterThan(1)
  expect(host.textContent?.trim()).not.toBe('')
}, 20_000)
