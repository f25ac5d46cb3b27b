// Does a rep's day run in a real browser: whom to talk with and why, what she writes down, an hour without signal, HQ's desk?
import type { Browser, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../tools/seed/people'
import { DESK, openBrowser, PHONE } from '../support/browser'
import { type Demo, startDemo } from '../support/demo'
import { button, clipboard, inOrder, openAlbum, openPerson, picture, seen, shown, spoken } from '../support/web-pages'

jest.setTimeout(180_000)

const OWN_PORTS = 18_820 // the story runs on others, at the same time
const TAB_BAR = 50 // CSS px at the foot of a phone's page
const ENDS = ['聊了', '没回', '约了', '成交', '不合适', '稍后']
const NEW_CONTACT = '新来的周姐'
const HEARD = '她说想换房，这周末去看房'
const NOTE = '喜欢淡一点的香味，别拿浓的给她试'
const OFFLINE_NOTE = '地下一层没信号时记的：下次带小样'

let browser: Browser
let demo: Demo
let rep: Page
let file = '' // the address of the file of the last contact on the list
const cloud = '**/v1/functions/**'

const go = async (page: Page, place: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(`${demo.rep}/#${place}`)
}
const today = async (page = rep): Promise<void> => {
  await go(page, '/pages/today/index')
  await shown(page, '今天和谁聊').waitFor()
  await seen(page, '.talk, .told').waitFor({ timeout: 20_000 })
}

/** Whom the list names, from the top, without those she has told of. */
const names = (page = rep): Promise<string[]> => page.locator('.talk-name').locator('visible=true').allInnerTexts()
const told = (page: Page, who: string, end: string) =>
  page.getByRole('button', { name: new RegExp(`^${who} ${end}，`) }).locator('visible=true')
const tell = (who: string, end: string): Promise<void> => button(rep, `${who} ${end}`).click()

const write = async (what: string, text: string): Promise<void> => {
  await rep.locator(`#add-${what}`).locator('visible=true').click()
  await seen(rep, '#note-text textarea, textarea#note-text').fill(text)
  await seen(rep, '#keep-note').click()
}

beforeAll(async () => {
  openAlbum()
  ;[demo, browser] = await Promise.all([startDemo(OWN_PORTS), openBrowser()])
  rep = await openPerson(browser, `${demo.rep}/demo`, PHONE)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

it('in the morning the first screen tells one whole talk: with whom, why, about what', async () => {
  await shown(rep, '今天和谁聊').waitFor()
  await shown(rep, '聊什么').waitFor()
  const line = await seen(rep, '.talk-line').boundingBox()
  expect((line?.y ?? PHONE.height) + (line?.height ?? 0)).toBeLessThan(PHONE.height - TAB_BAR)
  expect((await names()).length).toBeGreaterThan(1)
  await picture(rep, 'day-list')
})

it('a screen reader hears who, why, what, how and then the buttons, each with the name it is about', async () => {
  for (const [n, who] of (await names()).entries()) {
    const heard = await rep.locator('.talk').locator('visible=true').nth(n).ariaSnapshot()
    inOrder(heard, [
      `button "${who}`,
      '为什么',
      '聊什么',
      '怎么聊',
      '为了',
      ...ENDS.map((end) => `button "${who} ${end}"`),
    ])
  }
  const buttons = await rep.locator('.talks [role=button]').evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))
  expect(buttons).toEqual([...new Set(buttons)])
  expect(buttons).not.toContain('')
})

it('she takes the line along with a tap', async () => {
  const line = await seen(rep, '.talk-say').innerText()
  await seen(rep, '.talk-line').click()
  await shown(rep, '已复制').waitFor()
  expect(await clipboard(rep)).toBe(line)
})

it('one tap tells how it went: the next moves up, what was told stands below, and it can be taken back', async () => {
  const before = await names()
  const [first = '', ...others] = before
  await tell(first, '聊了')
  await told(rep, first, '聊了').waitFor()
  expect(await names()).toEqual(others)
  await shown(rep, `还有 ${others.length} 位`).waitFor()
  await picture(rep, 'day-told', [PHONE])
  await rep.waitForTimeout(500) // the half second in which a second tap tells nothing
  await button(rep, '撤销').click()
  await told(rep, first, '聊了').waitFor({ state: 'detached' })
  expect(await names()).toEqual(before)
  await rep.waitForTimeout(500)
  await tell(first, '聊了')
  await told(rep, first, '聊了').waitFor()
  await today()
  await told(rep, first, '聊了').waitFor()
  expect(await names()).toEqual(others)
})

it('whom to leave alone today is folded, with the reason', async () => {
  const other = await openPerson(browser, `${demo.reader}/#/pkgs/account/sign-in/index`, PHONE)
  await other.locator('input#username, #username input').first().fill('luxiaoman')
  await other.locator('input#password, #password input').first().fill(DEMO_PASSWORD)
  await button(other, '登录').click()
  const head = other.getByRole('button', { name: '今天别打扰，1 位' }).locator('visible=true')
  await head.click()
  await button(other, '林林妈妈 二胎 今天说过先别打扰。等她先开口').waitFor()
  expect(await head.getAttribute('aria-expanded')).toBe('true')
  await head.scrollIntoViewIfNeeded()
  await picture(other, 'day-rest', [PHONE])
  await other.context().close()
})

it('the contact file says the next step: why, about what, with which words', async () => {
  const who = (await names()).at(-1) ?? ''
  await rep
    .getByRole('button', { name: new RegExp(`^${who.slice(0, 4)}.*(认出|可能|写下|记下)`) })
    .locator('visible=true')
    .first()
    .click()
  await shown(rep, '下一步').waitFor()
  file = new URL(rep.url()).hash.slice(1)
  const heard = await spoken(rep, '.file')
  inOrder(heard, ['heading "', 'heading "下一步"', '去今日记录'])
  inOrder(heard, ['button "备忘"', 'button "她说的"', 'button "承诺"', 'button "更多"'])
  await picture(rep, 'day-file')
})

it('she adds a note, a promise and a special day, each in a few taps', async () => {
  await write('note', NOTE)
  await shown(rep, NOTE).waitFor()
  await seen(rep, '#add-promise').click()
  await seen(rep, 'input#promise-text, #promise-text input').fill('把新到的小样留一份给她')
  await picture(rep, 'day-promise', [PHONE])
  await rep.locator('#keep-promise').click()
  await shown(rep, '把新到的小样留一份给她').waitFor()
  await seen(rep, '#add-more').click()
  await seen(rep, '#add-occasion').click()
  await rep.locator('#calendar-lunar').click()
  await picture(rep, 'day-occasion', [PHONE])
  await rep.locator('#keep-occasion').click()
  await shown(rep, '记下了，到日子提醒你').waitFor()
  await shown(rep, /农历正月初一/).waitFor()
})

it('what a new contact said rings at once, says why, and stands on the list', async () => {
  await go(rep, '/pages/contacts/index')
  await seen(rep, '#new').click()
  await seen(rep, '#new-contact input, input#new-contact').fill(NEW_CONTACT)
  await button(rep, '记下').click()
  await shown(rep, '她说的').waitFor()
  await write('words', HEARD)
  await shown(rep, '商机：换房').waitFor()
  await shown(rep, /因为说到“(换房|看房)”/).waitFor()
  await shown(rep, '她还没同意，原话没有保存，只记下命中的词').waitFor()
  await picture(rep, 'day-signal', [PHONE])
  await button(rep, '去今日沟通').click()
  await rep.locator('.talk', { hasText: NEW_CONTACT }).locator('visible=true').getByText('商机').first().waitFor()
  expect(await names()).toContain(NEW_CONTACT)
})

it('an hour without signal: what she says is shown, survives the app being killed, and arrives later', async () => {
  const who = (await names()).find((one) => one !== NEW_CONTACT) ?? ''
  await go(rep, file)
  await shown(rep, '把新到的小样留一份给她').waitFor()
  await today()
  const context = rep.context()
  await context.setOffline(true)
  await tell(who, '没回')
  await told(rep, who, '没回').waitFor()
  await rep.evaluate((place) => window.location.assign(`#${place}`), file)
  await write('note', OFFLINE_NOTE)
  await shown(rep, OFFLINE_NOTE).waitFor()
  await button(rep, '做到了：把新到的小样留一份给她').click()
  await button(rep, '做到了：把新到的小样留一份给她').waitFor({ state: 'detached' })
  await picture(rep, 'day-offline', [PHONE])

  await rep.close() // killed; a browser cannot load the page itself without a network, so only the cloud stays away
  await context.route(cloud, (route) => route.abort('internetdisconnected'))
  await context.setOffline(false)
  rep = await context.newPage()
  await today()
  await told(rep, who, '没回').waitFor()
  await go(rep, file)
  await shown(rep, OFFLINE_NOTE).waitFor()
  expect(await button(rep, '做到了：把新到的小样留一份给她').count()).toBe(0)
  await go(rep, '/pages/me/index')
  await shown(rep, '等网络').waitFor()
  await picture(rep, 'day-waiting', [PHONE])

  await context.unroute(cloud)
  await button(rep, '现在再送').click()
  await shown(rep, '等网络').waitFor({ state: 'detached' })
  const other = await openPerson(browser, `${demo.rep}/demo`, PHONE)
  await told(other, who, '没回').waitFor()
  await go(other, file)
  await shown(other, OFFLINE_NOTE).waitFor()
  await shown(other, NOTE).waitFor()
  expect(await button(other, '做到了：把新到的小样留一份给她').count()).toBe(0)
  await other.context().close()
})

it('a reminder is put off by three days', async () => {
  await go(rep, '/pkgs/rep/reminders/index')
  const first = rep.getByRole('button', { name: /推迟$/ }).locator('visible=true').first()
  await first.waitFor()
  await picture(rep, 'day-reminders')
  await first.click()
  await rep.locator('#put-off-3').click()
  await shown(rep, '推迟了 3 天').waitFor()
  await shown(rep, '推迟到这天').waitFor()
})

it('a text is looked through for business before it is kept', async () => {
  await go(rep, '/pkgs/rep/signals/index')
  await seen(rep, '#paste textarea, textarea#paste').fill(HEARD)
  await shown(rep, '商机：换房').waitFor()
  await shown(rep, NEW_CONTACT).waitFor()
  await picture(rep, 'day-signals')
})

it('a group: what to do today, how it reads, and a session led by the clock', async () => {
  await go(rep, '/pkgs/rep/groups/index')
  await shown(rep, '万象城早八点').waitFor()
  await picture(rep, 'day-groups', [PHONE])
  await shown(rep, '万象城早八点').click()
  await shown(rep, '今天的安排，还有 3 件').waitFor()
  await shown(rep, '这个群读得怎么样').waitFor()
  await shown(rep, '只有次数，没有名单。不到 3 次的不显示，也不算进总数').waitFor()
  await picture(rep, 'day-group')
  await seen(rep, '[id^=tick-]').click()
  await shown(rep, '今天的安排，还有 2 件').waitFor()
  await button(rep, /打开套路$/).click()
  await seen(rep, '#start-session').click()
  await shown(rep, '还剩').waitFor()
  expect(await rep.locator('.group-line').locator('visible=true').allInnerTexts()).not.toContainEqual(
    expect.stringMatching(/[{}]/),
  )
  await picture(rep, 'day-session', [PHONE])
  await seen(rep, '#next-step').click()
  await shown(rep, /^第 2 步/).waitFor()
  await seen(rep, '#stop-session').click()
  await seen(rep, '#start-session').waitFor()
})

it('a playbook: a line to take along, and a place among those at hand', async () => {
  await go(rep, '/pkgs/rep/playbooks/index')
  await seen(rep, '.play-row').waitFor()
  await picture(rep, 'day-playbooks')
  await seen(rep, '.play-row').click()
  const line = await seen(rep, '.say-text').innerText()
  await button(rep, '复制这句').click()
  await shown(rep, /^已复制/).waitFor()
  expect(await clipboard(rep)).toBe(line)
  await seen(rep, '#play-star').click()
  await shown(rep, /★ 已收藏/).waitFor()
  await picture(rep, 'day-playbook', [PHONE])
  await go(rep, '/pkgs/rep/playbooks/index')
  await shown(rep, '✓ 收藏').waitFor()
  expect(await rep.locator('.play-row').locator('visible=true').count()).toBe(1)
})

it('her own page leads to all of these, and says that nothing waits', async () => {
  await go(rep, '/pages/me/index')
  for (const place of ['提醒事项', '商机', '群', '套路']) await shown(rep, new RegExp(`^${place}$`)).waitFor()
  expect(await rep.getByText('等网络').locator('visible=true').count()).toBe(0)
  await picture(rep, 'day-me', [PHONE])
})

it('HQ sees which reasons work, and keeps playbooks, signals, plans and people', async () => {
  const hq = await openPerson(browser, `${demo.hq}/demo`, DESK)
  await shown(hq, '新建内容').waitFor({ timeout: 30_000 })
  const places = {
    ...{ 'effect&tab=reasons': /^管用 =/, playbooks: '套路', signals: '换季护肤' },
    ...{ plans: '早八点护肤', people: '许婉清' },
  } satisfies Record<string, string | RegExp>
  for (const [place, words] of Object.entries(places)) {
    await hq.goto('about:blank')
    await hq.goto(`${demo.hq}/#/pkgs/desk/home/index?at=${place}`)
    await shown(hq, words).waitFor({ timeout: 30_000 })
    await shown(hq, words).scrollIntoViewIfNeeded()
    await hq.waitForTimeout(800)
    const name = `desk-${place.replace('effect&tab=', '')}`
    await picture(hq, name, [PHONE, DESK])
    await hq.getByText('English', { exact: true }).locator('visible=true').first().click()
    await shown(hq, 'English').waitFor()
    await picture(hq, name, [PHONE, DESK], 'en')
    await hq.getByText('中文', { exact: true }).locator('visible=true').first().click()
  }
  await hq.close()
})

it('every screen of the day stands in English too', async () => {
  await rep.evaluate(() => localStorage.setItem('ripple.lang', JSON.stringify({ data: '"en"' })))
  const places: Record<string, [string, string]> = {
    'day-list': ['/pages/today/index', 'With whom to talk today'],
    'day-file': [file, 'Named by you'],
    'day-reminders': ['/pkgs/rep/reminders/index', 'Reminders'],
    'day-signals': ['/pkgs/rep/signals/index', 'Heard lately'],
    'day-groups': ['/pkgs/rep/groups/index', '万象城早八点'],
    'day-playbooks': ['/pkgs/rep/playbooks/index', 'Playbooks'],
    'day-me': ['/pages/me/index', 'English'],
  }
  for (const [name, [place, ready]] of Object.entries(places)) {
    await go(rep, place)
    await shown(rep, ready).waitFor({ timeout: 20_000 })
    await rep.waitForTimeout(800)
    await picture(rep, name, [DESK, PHONE], 'en')
  }
})
