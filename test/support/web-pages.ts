// How a browser journey opens a page, finds what is on it, and keeps what it sees.
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { DESK, PHONE } from './browser'

type Size = { width: number; height: number }

/** `npm run pictures` keeps what the journeys see; otherwise nobody looks, and only sizes change. */
const kept = process.env.RIPPLE_PICTURES !== undefined
const album = path.resolve('docs/pictures')

/** Before anything else: what the journey looks at is built, and its pictures have a place. */
export const openAlbum = (): void => {
  if (!existsSync('dist/h5/index.html')) throw new Error('dist/h5 is missing: run `npm run build` first')
  if (kept) mkdirSync(album, { recursive: true })
}

/** A person's own browser: nothing of it is known to another. */
export const openPerson = async (browser: Browser, url: string, viewport: Size): Promise<Page> => {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Keeps the page at phone and desk size, if pictures are kept; leaves it at the last of them. */
export const picture = async (page: Page, name: string, sizes = [DESK, PHONE], lang = 'zh'): Promise<void> => {
  for (const size of kept ? sizes : sizes.slice(-1)) {
    await page.setViewportSize(size)
    await page.waitForTimeout(400)
    if (!kept) continue
    await page.screenshot({ path: path.join(album, `${name}-${size.width}-${lang}.png`) })
  }
}

export const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

/** What is on the page now; Taro keeps the pages below it in the document. */
export const shown = (page: Page, text: string | RegExp): Locator =>
  page.getByText(text).locator('visible=true').first()
export const seen = (page: Page, selector: string): Locator => page.locator(selector).locator('visible=true').first()
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true }).locator('visible=true').first()

/** What a screen reader says of it, in its order. */
export const spoken = (page: Page, place: string): Promise<string> =>
  page.locator(place).locator('visible=true').first().ariaSnapshot()
/** All of it is said, in this order. */
export const inOrder = (text: string, words: readonly string[]): void => {
  const at = words.map((word) => text.indexOf(word))
  expect({ words, at, text }).toMatchObject({ at: [...at].sort((a, b) => a - b) })
  expect(Math.min(...at)).toBeGreaterThanOrEqual(0)
}
