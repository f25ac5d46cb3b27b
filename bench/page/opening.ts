// One opening of the reader's page on a slow phone with an empty cache: when the text was painted, what was fetched before the app showed it too.
import type { Browser, Page } from 'playwright-core'
import { PHONE } from '../../test/support/browser'

/** Lighthouse's slow 4G, and a phone four times slower than this machine. */
export const SLOW = { cpu: 4, kbitPerSecond: 1_600, roundTripMs: 150 }
const SETTLES_MS = 2_500
const PATIENCE_MS = 60_000

type InPage = { textAt: number; appAt: number; paintedAt: number; painted: string; shift: number }
export type Opening = {
  scriptKb: number
  files: number
  textMs: number
  appMs: number
  largestPaintMs: number
  largest: string
  shift: number
}

/** Runs in the page before anything of it: notes when the text stands there, when the app's does, the largest paint, every shift. */
const watch = (): void => {
  const seen: InPage = { textAt: 0, appAt: 0, paintedAt: 0, painted: '', shift: 0 }
  ;(window as unknown as { seen: InPage }).seen = seen
  const hear = (type: string, note: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  hear('largest-contentful-paint', (entry) => {
    const { element } = entry as unknown as { element: Element | null }
    seen.paintedAt = entry.startTime
    seen.painted = element?.className || element?.tagName || ''
  })
  hear('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) seen.shift += value
  })
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.article-title')) return
    seen.textAt = seen.textAt || performance.now()
    if (!document.querySelector('#app .article-title')) return
    seen.appAt = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

const measure = (page: Page): Promise<Opening> =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: InPage }
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name, responseEnd }) => /\.js$/.test(name) && responseEnd <= seen.appAt,
    )
    return {
      scriptKb: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024,
      files: scripts.length,
      textMs: seen.textAt,
      appMs: seen.appAt,
      largestPaintMs: seen.paintedAt,
      largest: seen.painted,
      shift: seen.shift,
    }
  })

export const openOnce = async (browser: Browser, url: string): Promise<Opening> => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW.roundTripMs,
      downloadThroughput: (SLOW.kbitPerSecond * 1000) / 8,
      uploadThroughput: (SLOW.kbitPerSecond * 1000) / 8,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu })
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator('#app .article-title').waitFor()
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(SETTLES_MS)
    return await measure(page)
  } finally {
    await context.close()
  }
}
