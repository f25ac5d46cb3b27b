// How does the built code become a living page? WeChat's own component engine (glass-easel) over a jsdom of its own.
import { createRequire } from 'node:module'
import * as glass from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { JSDOM as JsdomWindow } from 'jsdom'
import { WEAPP } from '../../../tools/budgets.data'
import { plainEvent } from './builtins'
import type { Dict, Dist } from './compile'
import type { Realm } from './realm'

export type PageInstance = Dict & {
  route: string
  setData(data: Dict, done?: () => void): void
  data: Dict
}
export type SetData = { route: string; bytes: number }
export type Mounted = { instance: PageInstance; element: Element; release(): void }
export type Engine = {
  readonly document: Document
  readonly setData: SetData[]
  mount(route: string, options: Dict): Mounted
  fire(element: Element, type: string, detail: unknown, extra?: Dict): void
  close(): void
}
/** What the engine tells: something was drawn; a handler failed. */
type Heard = { drawn: () => void; report: (error: unknown) => void }
type Registered = Dict & { methods?: Dict; properties?: Dict }
type Bound = Element & { __wxElement?: glass.Element }

const READER_PAGE = 'pages/read/index'
const BUBBLING = /^(touch(start|move|end|cancel)|tap|longpress|longtap|transitionend|animation(start|iteration|end))$/

const openWindow = (): JsdomWindow => {
  const { JSDOM } = createRequire(require.resolve('jest-environment-jsdom'))('jsdom') as { JSDOM: typeof JsdomWindow }
  return new JSDOM('<!doctype html><html><body></body></html>')
}

const DOMLIKE = 3 // glass-easel's BackendMode.Domlike, a const enum

/** The engine draws into the given window; its own constructor would take the process's. */
const contextIn = (document: Document): glass.CurrentWindowBackendContext =>
  Object.assign(
    Object.create(glass.CurrentWindowBackendContext.prototype) as glass.CurrentWindowBackendContext,
    {
      mode: DOMLIKE,
      document,
      getRootNode: () => document.body,
      render: (done: (error: Error | null) => void) => void setTimeout(() => done(null), 0),
      setListenerStats: () => undefined, // events are dispatched straight to the engine
    } as never,
  )

/** `data-*` is to be found by selectors in tests too; the engine keeps it to itself. */
const showDatasets = (): void => {
  const proto = glass.Element.prototype as glass.Element & { showsDataset?: true }
  if (proto.showsDataset) return
  proto.showsDataset = true
  const kept = proto.setDataset
  proto.setDataset = function (name, value) {
    kept.call(this, name, value)
    const drawn = this.getBackendElement() as unknown as Element | null
    drawn?.setAttribute(`data-${name}`, String(value))
  }
}

const PLAIN_TYPES: Record<string, unknown> = { String, Number, Boolean, Object, Array }

/** `{ type: String }` written in the app's realm names the app's String; the engine knows only its own. */
const withOwnTypes = (properties: Dict): Dict => {
  const own = (type: unknown): unknown => (typeof type === 'function' ? (PLAIN_TYPES[type.name] ?? null) : type)
  const entries = Object.entries(properties).map(([name, given]) => {
    if (typeof given !== 'object' || given === null) return [name, own(given)]
    return [name, { ...given, type: own((given as { type?: unknown }).type) }]
  })
  return Object.fromEntries(entries) as Dict
}

/** In WeChat a handler gets a plain object, made in the app's own realm. */
const withPlainEvents = (realm: Realm, methods: Dict, report: (error: unknown) => void): Dict => {
  const wrapped: Dict = {}
  for (const [name, method] of Object.entries(methods)) {
    wrapped[name] =
      typeof method !== 'function'
        ? method
        : function (this: unknown, ...args: unknown[]): unknown {
            const [first] = args
            if (!(first instanceof glass.Event)) return method.apply(this, args)
            try {
              return method.call(this, realm.into(plainEvent(first)))
            } catch (error) {
              report(error)
            }
          }
  }
  return wrapped
}

const absolute = (route: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${route}`).pathname.slice(1)

export const createEngine = (dist: Dist, realm: Realm, heard: Heard): Engine => {
  const { drawn, report } = heard
  showDatasets()
  const dom = openWindow()
  const { document } = dom.window
  const env = new MiniProgramEnv()
  const backend = env.associateBackend(contextIn(document))
  const space = env.createCodeSpace('', true)
  const internal = space as unknown as {
    prepareComponentOptions(is: string, options?: unknown): [Dict, unknown]
  }
  const prepare = internal.prepareComponentOptions.bind(space)
  internal.prepareComponentOptions = (is, options) => {
    const [prepared, isolation] = prepare(is, options)
    return [{ ...prepared, idPrefixGenerator: null, writeIdToDOM: true }, isolation]
  }
  const setData: SetData[] = []
  const defined = new Set<string>()

  const define = (route: string): void => {
    if (defined.has(route)) return
    defined.add(route)
    const config = dist.config(route)
    const using = Object.entries(config.usingComponents ?? {}).map(([tag, at]) => [tag, absolute(route, at)] as const)
    for (const [, target] of using) define(target)
    const usingComponents = Object.fromEntries(using.map(([tag, target]) => [tag, `/${target}`]))
    space.addComponentStaticConfig(route, { ...config, usingComponents } as never)
    space.addCompiledTemplate(route, {
      groupList: dist.groups,
      content: dist.groups[route],
      fallbackListenerOnNativeNode: true, // `bindtap` without a colon
    } as never)
    let registered = false
    space.componentEnv(route, ({ Page, Component, Behavior }) => {
      realm.globals.Page = (page: Dict) => {
        registered = true
        Page({ ...withPlainEvents(realm, page, report), data: JSON.parse(JSON.stringify(page.data ?? {})) } as never)
      }
      realm.globals.Component = (component: Registered) => {
        registered = true
        const methods = withPlainEvents(realm, component.methods ?? {}, report)
        Component({ ...component, methods, properties: withOwnTypes(component.properties ?? {}) } as never)
      }
      realm.globals.Behavior = Behavior
      realm.load(`${route}.js`)
    })
    if (!registered) throw new Error(`${route}.js registers neither a Page nor a Component`)
  }

  const bounded = (route: string, instance: PageInstance): void => {
    const real = instance.setData.bind(instance)
    instance.setData = (data, done) => {
      const text = JSON.stringify(data)
      const bytes = Buffer.byteLength(text)
      setData.push({ route, bytes })
      const most = route === READER_PAGE ? WEAPP.readerSetDataBytes : WEAPP.setDataBytes
      if (bytes > most) throw new Error(`setData of ${route} is ${bytes} bytes; it may be ${most / 1024} kB`)
      real(JSON.parse(text) as Dict, done)
      drawn()
    }
  }

  const mount = (route: string, options: Dict): Mounted => {
    define(route)
    const root = backend.createRoot('page', space, route)
    const instance = root.get() as unknown as PageInstance
    Object.assign(instance, { route, __route__: route, options })
    bounded(route, instance)
    const holder = document.createElement('div')
    const place = document.createElement('div')
    holder.appendChild(place)
    document.body.appendChild(holder)
    root.attach(holder as never, place as never)
    return {
      instance,
      element: holder,
      release: () => {
        root.release()
        holder.remove()
      },
    }
  }

  const fire = (element: Element, type: string, detail: unknown, extra: Dict = {}): void => {
    let at: Bound | null = element as Bound
    while (at && !at.__wxElement) at = at.parentElement
    if (!at?.__wxElement) throw new Error(`<${element.tagName}> is not drawn by the mini program`)
    const bubbles = BUBBLING.test(type)
    const event = new glass.Event(type, detail, { bubbles, composed: bubbles, capturePhase: true, extraFields: extra })
    glass.Event.dispatchEvent(at.__wxElement, event)
  }
  return { document, setData, mount, fire, close: () => dom.window.close() }
}
