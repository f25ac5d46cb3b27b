// What a page of the web app keeps in its own address (#/page?name=value), so that it can be reloaded, shared and left by Back.
// Browser only: the mini program has no address bar.

export type Address = Record<string, string>

const parts = (): { path: string; query: string } => {
  const [path = '', query = ''] = window.location.hash.slice(1).split('?')
  return { path, query }
}

export const readAddress = (): Address => Object.fromEntries(new URLSearchParams(parts().query))

/** Empty values are left out. */
export const writeAddress = (address: Address, how: 'push' | 'replace'): void => {
  const filled = Object.entries(address).filter(([, value]) => value !== '')
  const query = new URLSearchParams(filled).toString()
  const url = `#${parts().path}${query ? `?${query}` : ''}`
  if (url === window.location.hash) return
  if (how === 'push') window.history.pushState(window.history.state, '', url)
  else window.history.replaceState(window.history.state, '', url)
}

type Watcher = (event: Event) => void
const watchers = new Set<Watcher>()
const hear: Watcher = (event) => {
  for (const watcher of watchers) watcher(event)
}
// app.tsx loads this file before Taro starts its router: on a window, whoever came first hears first
if (process.env.TARO_ENV === 'h5') {
  window.addEventListener('popstate', hear)
  window.addEventListener('hashchange', hear)
}

/**
 * Back and Forward within this page come to `onMove` and not to Taro's router, which would build the page anew.
 * Leaving for another page is the router's. Returns what stops it.
 */
export const watchAddress = (onMove: (address: Address) => void): (() => void) => {
  const home = parts().path
  const moved: Watcher = (event) => {
    if (parts().path !== home) return
    event.stopImmediatePropagation()
    if (event.type === 'popstate') onMove(readAddress())
  }
  watchers.add(moved)
  return () => void watchers.delete(moved)
}

/** While `isUnsaved` says so, closing the window asks first. */
export const askBeforeClosing = (isUnsaved: () => boolean): (() => void) => {
  const ask = (event: BeforeUnloadEvent): void => {
    if (!isUnsaved()) return
    event.preventDefault()
    event.returnValue = ''
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
