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

/**
 * Back and Forward within this page come to `onMove` and not to Taro's router, which would build the page anew.
 * Leaving for another page is the router's. Returns what stops it.
 */
export const watchAddress = (onMove: (address: Address) => void): (() => void) => {
  const home = parts().path
  const moved = (event: Event): void => {
    if (parts().path !== home) return
    event.stopImmediatePropagation()
    if (event.type === 'popstate') onMove(readAddress())
  }
  window.addEventListener('popstate', moved, true)
  window.addEventListener('hashchange', moved, true)
  return () => {
    window.removeEventListener('popstate', moved, true)
    window.removeEventListener('hashchange', moved, true)
  }
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
