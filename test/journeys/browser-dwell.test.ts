// Is the dwell exact in a real browser when the network goes and the tab is killed? The page's clock is in the test's hand.
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser, PHONE } from '../support/browser'
import { publish, share } from '../support/scenes'
import { startWorld, type World } from '../support/world'

jest.setTimeout(120_000)

const LONG = '先把脸打湿，再把洁面揉出泡来，从额头到下巴慢慢打圈，最后用温水冲净。'.repeat(8)
const SECTIONS = ['先清洁', '再补水', '最后锁住'].map((heading, index) => ({
  id: `s${index + 1}`,
  heading,
  paragraphs: [LONG, LONG, LONG],
  imageId: null,
}))
const FRAME_MS = 20
const SCROLL_EVERY_MS = 4_000

let world: World
let browser: Browser
let context: BrowserContext
let link = ''

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('dist/h5 is missing: run `npm run build` first')
  ;[world, browser] = await Promise.all([startWorld({ staticDir: path.resolve('dist/h5') }), openBrowser()])
  const { postId } = await publish(world, { article: { title: '护肤', coverId: null, sections: SECTIONS } })
  const token = await share(world, postId)
  link = `${world.emulator.url}/#/pages/read/index?p=${postId}&t=${token}`
  context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

type Kept = { spanMs: number; lastAt: number; sections: Record<string, number> }

/** What the phone has written down of its readings. Taro wraps what it stores. */
const keptBy = (page: Page): Promise<Kept[]> =>
  page.evaluate(() => {
    const raw = localStorage.getItem('ripple.readings')
    if (raw === null) return []
    const wrapped = JSON.parse(raw) as { data?: unknown } | string
    const text = typeof wrapped === 'string' ? wrapped : wrapped.data
    return (typeof text === 'string' ? JSON.parse(text) : text).queue
  })

const sectionsKept = async (page: Page) => (await keptBy(page)).at(-1)?.sections

const openAt = async (time: number): Promise<Page> => {
  const page = await context.newPage()
  await page.clock.install({ time })
  await page.goto(link)
  await page.locator('#app').getByText('先清洁').first().waitFor()
  await page.clock.pauseAt(time + 20_000)
  // the page's own article, which counts nothing, leaves within a few frames, and those are the clock's too
  for (let n = 0; n < 50 && (await page.locator('#early').count()) > 0; n++) await page.clock.runFor(FRAME_MS)
  return page
}

const now = (page: Page): Promise<number> => page.evaluate(() => Date.now())
/** The browser tells scrolls and what is in view in its own time. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150))

const nudge = async (page: Page): Promise<void> => {
  await page.mouse.wheel(0, 2)
  await settle()
}

const readOn = async (page: Page, ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= SCROLL_EVERY_MS) {
    await page.clock.runFor(Math.min(SCROLL_EVERY_MS, left))
    await nudge(page)
  }
}

const goTo = async (page: Page, section: string): Promise<void> => {
  await page.evaluate((id) => document.getElementById(`section-${id}`)?.scrollIntoView(), section)
  await settle()
}

/** Seconds pass until the phone has written down what is so far. */
const untilKept = async (page: Page, section: string, ms: number): Promise<void> => {
  for (let n = 0; n < 5 && (await sectionsKept(page))?.[section] !== ms; n++) await page.clock.runFor(1_000)
}

test('what was read before the signal went, without it, and up to the kill arrives whole with the next opening', async () => {
  const start = Date.now()
  const page = await openAt(start)
  await nudge(page)
  await readOn(page, 8_000)
  await goTo(page, 's2')
  const leftFirst = await now(page)
  await readOn(page, 12_000)
  await context.setOffline(true)
  await goTo(page, 's3')
  const leftSecond = await now(page)
  expect(leftSecond - leftFirst).toBe(12_000)
  await readOn(page, 9_000)
  await page.clock.runFor(3_000)
  const killedAt = await now(page)
  const [opened] = await keptBy(page)
  const openedAt = (opened?.lastAt ?? 0) - (opened?.spanMs ?? 0)
  await untilKept(page, 's3', killedAt - leftSecond)
  const kept = await sectionsKept(page)
  const firstMs = leftFirst - openedAt
  expect(kept).toEqual({ s1: expect.any(Number), s2: 12_000, s3: expect.any(Number) })
  // what is in view is known a moment after the article is there
  expect(kept?.s1).toBeGreaterThan(firstMs - 500)
  expect(kept?.s1).toBeLessThanOrEqual(firstMs)
  expect(kept?.s3).toBeGreaterThanOrEqual(12_000)

  const crash = await context.newCDPSession(page)
  void crash.send('Page.crash').catch(() => undefined)
  await page.waitForEvent('crash')
  await page.close() // what is left of it: the page itself is dead already
  await context.setOffline(false)
  const again = await openAt(start + 3_600_000)
  const arrived = async () => (await world.docs('readings')).map(({ sections }) => sections)
  for (let n = 0; n < 50 && !(await arrived()).some((one) => JSON.stringify(one) === JSON.stringify(kept)); n++)
    await settle()
  expect(await arrived()).toContainEqual(kept)

  await nudge(again)
  await goTo(again, 's2')
  const from = await now(again)
  await readOn(again, 6_000)
  await again.close({ runBeforeUnload: true })
  const second = async () =>
    (await world.docs('readings')).filter(({ sections }) => !JSON.stringify(sections).includes('s3'))
  for (let n = 0; n < 50 && Object((await second())[0]?.sections).s2 !== 6_000; n++) await settle()
  expect(from).toBeGreaterThan(start)
  expect(await second()).toEqual([expect.objectContaining({ sections: expect.objectContaining({ s2: 6_000 }) })])
  expect(await world.docs('readings')).toHaveLength(2)
})
