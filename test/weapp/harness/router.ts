// Which page is in front? WeChat's page stack: who is loaded, shown, hidden and unloaded, and what is refused.
import type { Dict, Dist } from './compile'
import type { Engine, Mounted } from './engine'
import type { Realm } from './realm'
import { type Maker, Refused } from './wx/host'

const STACK_MAX = 10

export type StackPage = Mounted & { route: string }
export type Router = {
  readonly stack: StackPage[]
  current(): StackPage
  open(path: string, query: Dict): void
  apis(make: Maker): Dict
  closeAll(): void
}

/** '/pages/a/index?x=1' as a route and its options; WeChat does not decode the values. */
export const parsePath = (url: string): { route: string; options: Record<string, string> } => {
  const [before = '', after = ''] = url.split('?')
  const pairs = after.split('&').filter(Boolean)
  const options = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  ) as Record<string, string>
  return { route: before.replace(/^\//, ''), options }
}

export const createRouter = (dist: Dist, engine: Engine, realm: Realm, changed: () => void): Router => {
  const stack: StackPage[] = []
  const keptTabs = new Map<string, StackPage>()
  const run = (page: StackPage, lifecycle: string, ...args: unknown[]): void => {
    const method = page.instance[lifecycle]
    if (typeof method === 'function') method.apply(page.instance, args)
  }
  const isTab = (route: string): boolean => dist.tabs.includes(route)
  const current = (): StackPage => {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }
  const show = (page: StackPage): void => {
    page.element.removeAttribute('hidden')
    run(page, 'onShow')
  }
  const hide = (page: StackPage | undefined): void => {
    if (!page) return
    run(page, 'onHide')
    page.element.setAttribute('hidden', '')
  }
  const unload = (page: StackPage): void => {
    run(page, 'onUnload')
    page.release()
    if (keptTabs.get(page.route) === page) keptTabs.delete(page.route)
  }
  const load = (route: string, given: Dict): void => {
    const options = realm.into(given)
    const page: StackPage = { ...engine.mount(route, options), route }
    stack.push(page)
    if (isTab(route)) keptTabs.set(route, page)
    changed()
    run(page, 'onLoad', options)
    run(page, 'onShow')
    setTimeout(() => stack.includes(page) && run(page, 'onReady'), 0)
  }
  const existing = (url: unknown): ReturnType<typeof parsePath> => {
    const parsed = parsePath(String(url))
    if (!dist.pages.includes(parsed.route)) throw new Refused(`page "${parsed.route}" is not found`)
    return parsed
  }
  const noTab = (route: string, api: string): void => {
    if (isTab(route)) throw new Refused(`can not ${api} a tabbar page`)
  }

  const navigateTo = (url: unknown): void => {
    const { route, options } = existing(url)
    noTab(route, 'navigateTo')
    if (stack.length >= STACK_MAX) throw new Refused('webview count limit exceed')
    hide(stack.at(-1))
    load(route, options)
  }
  const redirectTo = (url: unknown): void => {
    const { route, options } = existing(url)
    noTab(route, 'redirectTo')
    const gone = stack.pop()
    if (gone) unload(gone)
    load(route, options)
  }
  const reLaunch = (url: unknown): void => {
    const { route, options } = existing(url)
    for (const page of new Set([...stack.splice(0).reverse(), ...keptTabs.values()])) unload(page)
    load(route, options)
  }
  const switchTab = (url: unknown): void => {
    const { route } = existing(url)
    if (!isTab(route)) throw new Refused('can not switch to no-tabBar page')
    const front = stack.at(-1)
    if (front?.route === route) return
    for (const page of stack.splice(0).reverse()) {
      if (keptTabs.get(page.route) !== page) unload(page)
      else if (page === front) hide(page)
    }
    const kept = keptTabs.get(route)
    if (kept) {
      stack.push(kept)
      changed()
      show(kept)
    } else load(route, {})
  }
  const navigateBack = (delta: unknown): void => {
    const steps = Math.min(typeof delta === 'number' ? delta : 1, stack.length - 1)
    if (steps < 1) return
    for (const page of stack.splice(-steps).reverse()) unload(page)
    changed()
    show(current())
  }
  return {
    stack,
    current,
    open: (path, query) => {
      const { route, options } = parsePath(path)
      if (!dist.pages.includes(route)) throw new Error(`page "${route}" is not found`)
      load(route, { ...options, ...query })
    },
    apis: (make) => ({
      navigateTo: make.async('navigateTo', ({ url }) => navigateTo(url)),
      redirectTo: make.async('redirectTo', ({ url }) => redirectTo(url)),
      reLaunch: make.async('reLaunch', ({ url }) => reLaunch(url)),
      switchTab: make.async('switchTab', ({ url }) => switchTab(url)),
      navigateBack: make.async('navigateBack', ({ delta }) => navigateBack(delta)),
    }),
    closeAll: () => {
      for (const page of new Set([...stack.splice(0).reverse(), ...keptTabs.values()])) unload(page)
    },
  }
}
