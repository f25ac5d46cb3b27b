// What do the customers of the spread story do, each in her own browser? Read for more than a minute, say to what they agree, and
// hand a link on.
import type { Browser, Page } from 'playwright-core'
import { PHONE } from './browser'
import { newcomer } from './spread-story'
import { button, clipboard, openPerson, seen, shown } from './web-pages'
import { READER_URL, type World } from './world'

const PAUSE_MS = 22_000 // closed within half a minute, a pause counts whole
const PAUSES = 4
const SETTLE_MS = 120 // a browser tells of scrolls in its own time
const WAIT_MS = 20_000

export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + WAIT_MS; !(await isSo()); await new Promise((ready) => setTimeout(ready, 100)))
    if (Date.now() > end) throw new Error(`it did not come true: ${isSo}`)
}

export const tokenOf = (link: string): string => /[?&]t=(\w+)/.exec(link)?.[1] ?? ''

export class Customers {
  /** Who agreed, in this order. */
  readonly known: string[] = []
  private readonly pages = new Map<string, Page>()

  constructor(
    private readonly world: World,
    private readonly browser: Browser,
  ) {}

  /** Her own browser; its clock can be moved on. */
  async pageOf(name: string): Promise<Page> {
    const before = this.pages.get(name)
    if (before) return before
    const page = await openPerson(this.browser, 'about:blank', PHONE)
    await page.clock.install({ time: Date.now() })
    this.pages.set(name, page)
    return page
  }

  /** Opens what was handed to her. */
  async open(name: string, link: string): Promise<Page> {
    const page = await this.pageOf(name)
    await page.goto('about:blank')
    await page.goto(link.replace(READER_URL, this.world.emulator.url))
    return page
  }

  /** A minute and more, with a scroll now and then. */
  async read(name: string, link: string): Promise<Page> {
    const page = await this.open(name, link)
    await shown(page, '先清洁').waitFor()
    for (let n = 0; n <= PAUSES; n++) {
      await page.mouse.wheel(0, 40)
      await page.waitForTimeout(SETTLE_MS)
      if (n < PAUSES) await page.clock.runFor(PAUSE_MS)
    }
    return page
  }

  /** She came by that link, reads it, and says to what she agrees. Gives the contact that she is. */
  async join(name: string, link: string, spread: boolean): Promise<string> {
    await this.agree(await this.read(name, link), spread)
    const { personId, contactId } = await newcomer(this.world, this.known)
    this.known.push(personId)
    return contactId
  }

  /** spread: a tick of its own, off until she makes it. */
  private async agree(page: Page, spread: boolean): Promise<void> {
    if (spread) await seen(page, '#consent-tags').click()
    await shown(page, '同意并告知顾问').click()
    const tick = seen(page, '#spread-rep-lin')
    await tick.waitFor()
    expect(await tick.getAttribute('aria-checked')).toBe('false')
    if (!spread) return
    await tick.click()
    await seen(page, '#spread-rep-lin[aria-checked=true]').waitFor()
  }

  /** Reads another one, which is known as hers by now. */
  async readAgain(name: string, link: string): Promise<void> {
    const arrived = async () =>
      (await this.world.docs('readings')).filter(({ token, personId }) => token === tokenOf(link) && personId !== null)
    const before = (await arrived()).length
    const page = await this.read(name, link)
    await page.goto('about:blank')
    await until(async () => (await arrived()).length === before + 1)
  }

  /** By the button below the article that she has open. */
  async passOn(name: string): Promise<string> {
    const page = await this.pageOf(name)
    await button(page, '转发给朋友').click()
    await shown(page, '链接已复制，粘贴给朋友就行').waitFor()
    const link = await clipboard(page)
    await until(async () => (await this.world.doc('shares', tokenOf(link))) !== null)
    return link
  }
}
