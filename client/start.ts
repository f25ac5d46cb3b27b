// The very first script of the web app (written into index.html by config/first-page.cjs): fetches the app, at once or, where an
// article was opened for the first time, after what she sees of it first.

declare const RIPPLE_APP_FILES: readonly string[]
declare const RIPPLE_READ_FILES: readonly string[]

/** The app does not wait longer for the article's first screen: on slow 4G the cover is nearly there by then. */
const HOLD_MS = 800

const READS = /^#\/?pages\/read\//

const add = (name: 'link' | 'script', what: object): void => {
  document.head.appendChild(Object.assign(document.createElement(name), what))
}

const reads = READS.test(location.hash)
let started = false

const run = (): void => {
  for (const src of RIPPLE_APP_FILES) add('script', { src, async: false })
}

/** Again and again makes no difference. */
const start = (): void => {
  if (started) return
  started = true
  const scripts = reads ? RIPPLE_READ_FILES.filter((file) => /js$/.test(file)) : []
  for (const href of [...RIPPLE_APP_FILES, ...scripts]) add('link', { rel: 'preload', as: 'script', href })
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run)
  else run()
}

/** Who was here before has the app at hand, and what it remembers: it goes first. */
const isNew = (): boolean => {
  try {
    return localStorage.getItem('ripple.cache') === null
  } catch {
    return false
  }
}

if (reads) for (const href of RIPPLE_READ_FILES) if (/css$/.test(href)) add('link', { rel: 'stylesheet', href })
if (reads && isNew()) {
  ;(window as { rippleStart?: () => void }).rippleStart = start
  setTimeout(start, HOLD_MS)
} else start()

export {} // a file of its own, though nothing is taken from it
