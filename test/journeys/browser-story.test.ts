// Does the whole story run in a real browser, from HQ's desk to the rep's feed and back out of it?
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESK, openBrowser, PHONE } from '../support/browser'
import { type Demo, startDemo } from '../support/demo'
import { button, clipboard, openAlbum, openPerson, picture, shown } from '../support/web-pages'

jest.setTimeout(180_000)

const PRICE = '¥269'
const OLD_CONTACT = '三楼王姐'
const TITLE = '换季护肤，先把顺序做对'
const TEXT = `{降温了|天凉了|转凉了}，{皮肤容易干|脸上容易起皮}。水光精华液到店价${PRICE}，{想试的来店里|想了解的来问我|路过可以来试}。`

let browser: Browser
let demo: Demo
let hq: Page
let rep: Page
let colleague: Page
let reader: Page
let readerContext: BrowserContext
let link = ''
let file = '' // the address of a contact's file
const texts: Record<string, string> = {}

const open = (url: string, viewport: typeof DESK): Promise<Page> => openPerson(browser, url, viewport)

/** Reads for a while as a person does: a little scroll now and then. */
const readOn = async (page: Page, seconds: number): Promise<void> => {
  for (let n = 0; n < seconds * 2; n++) {
    await page.mouse.wheel(0, 60)
    await page.waitForTimeout(500)
  }
}

const saveKit = async (page: Page): Promise<string[]> => {
  const saved: string[] = []
  page.on('download', (download) => saved.push(download.suggestedFilename()))
  await button(page, '保存图文').click()
  await shown(page, /已存 2\/2，文案已复制/).waitFor({ timeout: 30_000 })
  return saved
}

beforeAll(async () => {
  openAlbum()
  ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

it('HQ writes a post with choices, two pictures and an article, and publishes it', async () => {
  hq = await open(`${demo.hq}/demo`, DESK)
  await hq.getByText('新建内容').first().waitFor()
  await hq.waitForTimeout(1500)
  await picture(hq, 'desk-list', [PHONE, DESK])
  await hq.getByText('新建内容').first().click()
  await hq.locator('#post-text').fill(TEXT)
  await hq.locator('#post-ad').click() // it names a price and how to get it
  await hq.locator('#post-images').setInputFiles(['assets/demo/a01-1.jpg', 'assets/demo/a01-2.jpg'])
  await hq.locator('#image-alt-2').waitFor({ timeout: 30_000 })
  await hq.locator('#article-title').fill(TITLE)
  for (const [n, [heading, body]] of [
    ['第一步：先补水再封油', '洗完脸先用水，再用精华，最后用面霜。顺序反了，后面的很难吃进去。\n\n每一步等半分钟。'],
    ['第二步：看天气增减', '湿度低于四成的日子，早晚各多一层。出汗的日子少一层。\n\n换季头两周不加新品。'],
  ].entries()) {
    if (!(await hq.locator(`#section-heading-${n + 1}`).isVisible()))
      await hq.getByRole('button', { name: '加一节' }).click()
    await hq.locator(`#section-heading-${n + 1}`).fill(heading ?? '')
    await hq.locator(`#section-body-${n + 1}`).fill(body ?? '')
  }
  await hq.locator('#post-text').focus()
  await hq.waitForTimeout(1000)
  await picture(hq, 'desk-editor', [PHONE, DESK])
})

it('HQ marks what the first picture is about, so that nobody cuts or covers it', async () => {
  await hq.getByRole('button', { name: '第 1 张标要紧处' }).click()
  await hq.getByRole('button', { name: '放一个框' }).click()
  await hq.waitForTimeout(800)
  await picture(hq, 'desk-marks', [PHONE, DESK])
  await hq.getByRole('button', { name: '标好了' }).click()
  await hq.getByRole('button', { name: '标好了' }).waitFor({ state: 'hidden' })
})

it('HQ looks at the texts before it lets them out: how far apart, which words vary, and that they may go', async () => {
  await hq.getByRole('button', { name: '看样稿' }).click()
  await hq.getByText('哪些词会变').waitFor({ timeout: 30_000 })
  await hq.waitForTimeout(500)
  await picture(hq, 'desk-pool', [PHONE, DESK])
  await hq.getByRole('button', { name: '这版样稿可以用' }).click()
  await hq.getByText('看过样稿，可以用').first().waitFor({ timeout: 20_000 })
  await hq.goBack()
  await hq.locator('#post-publish').click()
  await hq.getByText('看过样稿，可以用').first().waitFor({ timeout: 20_000 })
  await picture(hq, 'desk-publish', [DESK])
  await hq.locator('#publish-confirm').click()
  await hq.getByText('发出去了').waitFor({ timeout: 20_000 })
})

it('two reps take it: each her own words and pictures, the fact the same', async () => {
  rep = await open(`${demo.rep}/demo`, PHONE)
  await shown(rep, TITLE).waitFor()
  await picture(rep, 'today')
  expect(await saveKit(rep)).toEqual(['01.jpg', '02.jpg'])
  texts.rep = await clipboard(rep)
  await picture(rep, 'saved')
  await button(rep, '关上').click()
  await rep.waitForTimeout(500)
  await picture(rep, 'kit')
  colleague = await open(`${demo.colleague}/demo`, PHONE)
  await shown(colleague, TITLE).waitFor()
  await saveKit(colleague)
  texts.colleague = await clipboard(colleague)
  expect(texts.rep).not.toBe(texts.colleague)
  for (const text of Object.values(texts)) expect(text).toContain(`水光精华液到店价${PRICE}`)
})

it('she may have another text and word it herself, but no fact gets lost', async () => {
  await button(rep, '换一版').click()
  await shown(rep, '还能换 4 次').waitFor({ timeout: 20_000 })
  await button(rep, '复制文案').click()
  await rep.waitForTimeout(300)
  const another = await clipboard(rep)
  expect([texts.rep, texts.colleague]).not.toContain(another)
  expect(another).toContain(`水光精华液到店价${PRICE}`)
  await shown(rep, '这版怎么来的').click()
  await picture(rep, 'kit-origin')
  await button(rep, '自己改改').click()
  const area = rep.getByRole('textbox', { name: '你的文案' }).locator('visible=true').first()
  await area.fill(another.replace(PRICE, '¥199'))
  await shown(rep, /先改好标出的/).waitFor({ timeout: 10_000 })
  await picture(rep, 'kit-edit')
  await area.fill(`${another}\n我在店里等大家～`)
  await button(rep, '存好').click()
  await shown(rep, '你改过').waitFor({ timeout: 20_000 })
  await button(rep, '复制文案').click()
  await rep.waitForTimeout(300)
  texts.rep = await clipboard(rep)
  expect(texts.rep).toBe(`${another}\n我在店里等大家～`)
})

it('she may have other pictures, is asked first as these are saved, and saves the new ones', async () => {
  await button(rep, '换一套图').click()
  await shown(rep, '这套已经存过了').waitFor()
  await button(rep, '换掉').click()
  await shown(rep, '还能换 2 套').waitFor({ timeout: 20_000 })
  await rep.waitForTimeout(1500)
  await picture(rep, 'kit-another')
  expect(await saveKit(rep)).toEqual(['01.jpg', '02.jpg'])
  await button(rep, '关上').click()
})

it('her words are the same after a reload', async () => {
  await rep.reload()
  await shown(rep, TITLE).waitFor()
  await button(rep, '复制文案').click()
  await rep.waitForTimeout(300)
  expect(await clipboard(rep)).toBe(texts.rep)
})

it('she hands it on by a link, and has a poster with a code', async () => {
  await button(rep, '海报').click()
  await shown(rep, '保存海报').waitFor({ timeout: 30_000 })
  await picture(rep, 'poster')
  for (const [design, name] of Object.entries({ leaf: '青叶', night: '夜色' })) {
    await button(rep, name).click()
    await rep.waitForTimeout(1500)
    await picture(rep, `poster-${design}`, [PHONE])
  }
  await button(rep, '关上').click()
  await button(rep, '复制链接给好友').click()
  await rep.waitForTimeout(800)
  link = await clipboard(rep)
  expect(link).toContain(`${demo.reader}/#/pages/read/index?p=`)
})

it('the customer reads at once, without sign-in; nothing says who she is', async () => {
  reader = await open(link, PHONE)
  readerContext = reader.context()
  await shown(reader, '第一步：先补水再封油').waitFor()
  await shown(reader, '同意并告知顾问').waitFor()
  expect(await reader.evaluate(() => localStorage.getItem('ripple.session'))).toBeNull()
  await picture(reader, 'read')
  await readOn(reader, 7)
  const feed = rep
  await feed.goto(`${demo.rep}/#/pages/feed/index`)
  await shown(feed, '少于 3 次').waitFor({ timeout: 20_000 })
  expect(await shown(feed, TITLE).isVisible()).toBe(true)
})

it('she agrees, reads on, and her rep sees what she read and how long', async () => {
  await shown(reader, '同意并告知顾问').click()
  await shown(reader, '同意并告知顾问').waitFor({ state: 'detached' })
  await readOn(reader, 12)
  await reader.goto('about:blank')
  await rep.reload()
  await button(rep, '起个名').waitFor({ timeout: 20_000 })
  await shown(rep, new RegExp(TITLE)).waitFor()
  await picture(rep, 'feed')
})

it('the rep names her with one tap and finds her timeline', async () => {
  await button(rep, '起个名').click()
  await rep.locator('#remark input').fill('爱问顺序的林姐')
  await button(rep, '记下').click()
  await shown(rep, '爱问顺序的林姐').waitFor()
  await rep.goto(`${demo.rep}/#/pages/contacts/index`)
  await shown(rep, '爱问顺序的林姐').waitFor()
  await picture(rep, 'contacts')
  await shown(rep, '爱问顺序的林姐').click()
  await shown(rep, '第一步：先补水再封油').waitFor()
  await picture(rep, 'contact')
})

it('a contact of longer standing has tags with their evidence, and a post its readers', async () => {
  await rep.goto(`${demo.rep}/#/pages/contacts/index`)
  await shown(rep, OLD_CONTACT).click()
  await shown(rep, /关注什么/).waitFor()
  await shown(rep, /\d+\s?篇/).waitFor()
  file = rep.url()
  await picture(rep, 'contact-file')
  const postId = /[?&]p=([^&]+)/.exec(link)?.[1] ?? ''
  await rep.goto(`${demo.rep}/#/pkgs/rep/readers/index?p=${postId}`)
  await shown(rep, '爱问顺序的林姐').waitFor()
  await picture(rep, 'readers')
})

it('HQ sees how long each section is read', async () => {
  const postId = /[?&]p=([^&]+)/.exec(demo.sharePath)?.[1] ?? ''
  const editor = await open(`${demo.hq}/demo`, DESK)
  await editor.goto(`${demo.hq}/#/pkgs/desk/home/index?post=${postId}&view=heat&days=30`)
  await editor.reload()
  await shown(editor, /读者/).waitFor({ timeout: 20_000 })
  await editor.waitForTimeout(1000)
  await picture(editor, 'heat', [PHONE, DESK])
  await editor.goto(`${demo.hq}/#/pkgs/desk/home/index?at=effect&tab=heat`)
  await editor.reload()
  await shown(editor, /已发布/).waitFor({ timeout: 20_000 })
  await editor.waitForTimeout(1000)
  await picture(editor, 'effect', [PHONE, DESK])
  await editor.close()
})

it('she sees what is kept, takes it back, and her rep no longer sees her', async () => {
  const page = await readerContext.newPage()
  await page.goto(`${demo.reader}/#/pages/privacy/index`)
  await shown(page, TITLE).waitFor()
  await picture(page, 'privacy')
  await button(page, '撤回同意').click()
  await page.locator('#privacy-yes').click()
  await shown(page, '您没有同意记录').waitFor({ timeout: 20_000 })
  await rep.goto(`${demo.rep}/#/pages/feed/index`)
  await rep.reload()
  await shown(rep, '谁读了什么').waitFor()
  await rep.getByText('爱问顺序的林姐').first().waitFor({ state: 'detached' })
})

it('every screen stands in English too', async () => {
  const english = async (page: Page, url: string, name: string, ready: string | RegExp, sizes = [DESK, PHONE]) => {
    await page.evaluate(() => localStorage.setItem('ripple.lang', JSON.stringify({ data: '"en"' })))
    await page.goto('about:blank')
    await page.goto(url)
    await shown(page, ready).waitFor()
    await page.waitForTimeout(1000)
    await picture(page, name, sizes, 'en')
  }
  const postId = /[?&]p=([^&]+)/.exec(link)?.[1] ?? ''
  await english(rep, `${demo.rep}/#/pages/today/index`, 'today', 'Save post')
  await english(rep, `${demo.rep}/#/pkgs/rep/kit/index?p=${postId}`, 'kit', TITLE)
  await english(rep, `${demo.rep}/#/pages/feed/index`, 'feed', 'Who read what')
  await english(rep, `${demo.rep}/#/pages/contacts/index`, 'contacts', OLD_CONTACT)
  await english(rep, file, 'contact-file', OLD_CONTACT)
  await english(rep, `${demo.rep}/#/pkgs/rep/readers/index?p=${postId}`, 'readers', TITLE)
  await english(rep, `${demo.rep}/#/pages/me/index`, 'me', 'English')
  await english(hq, `${demo.hq}/#/pkgs/desk/home/index`, 'desk-list', 'New post', [PHONE, DESK])
  await english(hq, `${demo.hq}/#/pkgs/desk/home/index?at=effect&tab=heat`, 'effect', /Readers|Posted/, [PHONE, DESK])
  const visitor = await open(`${demo.reader}/#${demo.sharePath}`, PHONE)
  await visitor.waitForTimeout(1500)
  await picture(visitor, 'article')
  await english(visitor, `${demo.reader}/#${demo.sharePath}`, 'article', 'Not now')
  await rep.evaluate(() => localStorage.removeItem('ripple.lang'))
  await hq.evaluate(() => localStorage.removeItem('ripple.lang'))
  await hq.goto(`${demo.hq}/#/pkgs/desk/home/index?post=${postId}`)
  await hq.reload()
  await hq.locator('#post-recall').waitFor()
})

it('HQ recalls it: the rep is told once and no longer finds it, the link says so kindly', async () => {
  await hq.setViewportSize(DESK)
  await hq.locator('#post-recall').click()
  await hq.locator('#recall-reason').fill('价格写错了')
  await hq.getByRole('dialog').getByRole('button', { name: /撤回/ }).last().click()
  await hq.getByText('撤回了，改好可以再发').waitFor()
  await rep.goto(`${demo.rep}/#/pages/today/index`)
  await rep.reload()
  await shown(rep, `总部撤回了《${TITLE}》`).waitFor()
  await shown(rep, '原因：价格写错了').waitFor()
  await shown(rep, '知道了').click()
  await rep.getByText(TITLE).first().waitFor({ state: 'detached' })
  await shown(rep, '保存图文').waitFor()
  const late = await open(link, PHONE)
  await shown(late, /下架/).waitFor()
})
