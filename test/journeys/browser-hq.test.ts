// Does HQ's week run in a real browser? Planned for 300 stores, a risky word mended, a second person, taken back, told.
import type { Browser, Page } from 'playwright-core'
import { openAdmin } from '../../tools/seed/admin'
import { DESK, openBrowser, PHONE } from '../support/browser'
import { type Demo, startDemo } from '../support/demo'
import { button, openAlbum, openPerson, picture, shown } from '../support/web-pages'

jest.setTimeout(180_000)

const OWN_PORTS = 19_000
const STORES = 300
const ACTIONS_MAX = 15
const TITLE = '春天的第一次野餐'
const RISKY = '最好用'
const SAFE = '很好'

let browser: Browser
let demo: Demo
let hq: Page
let approver: Page
let rep: Page

const desk = (page: Page, at: string) => page.goto(`${new URL(page.url()).origin}/#/pkgs/desk/home/index?at=${at}`)

/** The page as it stands at a PC and on a phone, in both languages. */
const inBoth = async (page: Page, name: string): Promise<void> => {
  await picture(page, name, [PHONE, DESK])
  await page.getByText('English', { exact: true }).locator('visible=true').first().click()
  await page.waitForTimeout(600)
  await picture(page, name, [PHONE, DESK], 'en')
  await page.getByText('中文', { exact: true }).locator('visible=true').first().click()
}

/** The demo has three stores; a firm of 300 has the others in as many towns. */
const openStores = async (): Promise<void> => {
  const admin = openAdmin(demo.emulator.adminEnv.TCB_ENV ?? '')
  const firm = { company: '澄屿好物生活用品有限公司', brand: '澄屿好物生活用品有限公司', kind: 'own' }
  for (let n = 4; n <= STORES; n += 1)
    await admin.set('stores', `store-${n}`, { ...firm, name: `第 ${n} 号店`, regionId: n % 2 ? 'hangzhou' : 'ningbo' })
}

beforeAll(async () => {
  openAlbum()
  ;[demo, browser] = await Promise.all([startDemo(OWN_PORTS), openBrowser()])
  await openStores()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

it('one editor plans a week for 300 stores in fewer than 15 actions', async () => {
  hq = await openPerson(browser, `${demo.hq}/demo`, DESK)
  await shown(hq, '新建内容').waitFor({ timeout: 30_000 })
  let actions = 0
  const act = async (what: () => Promise<unknown>): Promise<void> => {
    actions += 1
    await what()
  }
  await act(() => hq.getByRole('menuitem', { name: '日历' }).click())
  await shown(hq, '填满空档').waitFor()
  await act(() => button(hq, '下一周').click())
  await hq.waitForTimeout(1_000)
  const empty = await hq.locator('.cal-board').getByText('空着').count()
  expect(empty).toBeGreaterThan(3)
  await act(() => hq.getByRole('button', { name: '填满空档' }).click())
  const take = hq.getByRole('button', { name: /^排上这 \d 条$/ })
  await take.waitFor()
  const taken = Number(/\d/.exec(await take.innerText())?.[0])
  expect(taken).toBe(empty)
  await picture(hq, 'desk-calendar-fill', [DESK])
  await act(() => take.click())
  await take.waitFor({ state: 'hidden', timeout: 20_000 })
  const placed = hq.locator('.cal-entry')
  await placed.first().waitFor({ timeout: 20_000 })
  expect(await placed.count()).toBeGreaterThanOrEqual(taken)
  expect(await placed.getByText('全部门店').count()).toBeGreaterThanOrEqual(taken)
  // one of them goes to another hour, without a mouse: its menu, a day and an hour
  await act(() => placed.first().getByRole('button').click())
  await act(() => hq.getByRole('menuitem', { name: '移到…' }).click())
  await act(() => hq.locator('#cal-time').fill('21:15'))
  await act(() => hq.getByRole('button', { name: '排到这里' }).click())
  await hq.getByText('21:15').first().waitFor({ timeout: 20_000 })
  expect(actions).toBeLessThan(ACTIONS_MAX)
  await inBoth(hq, 'desk-calendar')
})

it('a risky word is stopped, and mended by the wording that is offered', async () => {
  await desk(hq, '')
  await shown(hq, '新建内容').click()
  await hq
    .locator('#post-text')
    .fill(
      `{周末天气好|这两天放晴}，{带上孩子|叫上朋友}去野餐吧。{小毯子|野餐垫}${RISKY}，{轻便|不占地方}，{三个人坐正好|一家人都坐得下}。去之前{看看天气|查一下天气}，{早点出门|趁早出发}，人少。`,
    )
  await hq.locator('#article-title').fill(TITLE)
  await hq.locator('#section-heading-1').fill('去之前')
  await hq.locator('#section-body-1').fill('看好天气，带一块垫子。早点出门，人少。')
  await hq.locator('#post-publish').click()
  await hq.locator('#publish-confirm').waitFor()
  expect(await hq.locator('#publish-confirm').isDisabled()).toBe(true)
  await picture(hq, 'desk-blocked', [DESK])
  await hq.getByRole('button', { name: '再看看' }).click()
  await hq
    .getByRole('button', { name: new RegExp(`“${RISKY}”(改成|换成)“${SAFE}”`) })
    .first()
    .click()
  expect(await hq.locator('#post-text').inputValue()).not.toContain(RISKY)
  await hq.waitForTimeout(800)
  await inBoth(hq, 'desk-editor-safe')
})

it('she hands it in; the approver gives it back with a note, then lets it out', async () => {
  await hq.locator('#post-publish').click()
  await hq.locator('#publish-second').check()
  await hq.locator('#publish-confirm').click()
  await hq.getByText('提交了，等审核').waitFor({ timeout: 20_000 })
  approver = await openPerson(browser, `${demo.approver}/demo`, DESK)
  await shown(approver, TITLE).click()
  await approver.locator('#review-notes').fill('加一句下雨改期')
  await approver.waitForTimeout(800)
  await inBoth(approver, 'desk-review')
  await approver.locator('#review-return').click()
  await approver.getByText('退回了，她会看到你写的').waitFor({ timeout: 20_000 })
  await hq.reload()
  await hq.getByText('加一句下雨改期').first().waitFor({ timeout: 30_000 })
  await hq.locator('#section-body-1').fill('看好天气，带一块垫子。早点出门，人少。下雨就改期。')
  await hq.locator('#post-publish').click()
  await hq.locator('#publish-second').check()
  await hq.locator('#publish-confirm').click()
  await hq.getByText('提交了，等审核').waitFor({ timeout: 20_000 })
  await approver.reload()
  await shown(approver, TITLE).click()
  await approver.locator('#review-approve').click()
  await approver.getByText('通过了，发出去了').waitFor({ timeout: 30_000 })
})

it('what is taken back reaches the rep who saved it, and HQ sees that she knows', async () => {
  rep = await openPerson(browser, `${demo.rep}/demo`, PHONE)
  await shown(rep, TITLE).waitFor({ timeout: 30_000 })
  await button(rep, '保存图文').click()
  await shown(rep, /文案已复制/).waitFor({ timeout: 30_000 })
  await hq.reload()
  await hq.locator('#post-recall').click({ timeout: 30_000 })
  await hq.locator('#recall-reason').fill('公园临时关闭')
  await hq.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await hq.getByText('已撤回：公园临时关闭').first().waitFor({ timeout: 20_000 })
  await rep.goto(`${demo.rep}/demo`)
  await shown(rep, `总部撤回了《${TITLE}》`).waitFor({ timeout: 30_000 })
  await picture(rep, 'today-recalled', [PHONE])
  await button(rep, '知道了').click()
  await shown(rep, `总部撤回了《${TITLE}》`).waitFor({ state: 'hidden', timeout: 20_000 })
  await hq.reload()
  await hq.getByText('1 位点了“知道了”').first().waitFor({ timeout: 30_000 })
})

it('the log holds every step, and tells when one was changed behind its back', async () => {
  await desk(approver, 'audit')
  await approver.locator('#audit-verify').waitFor({ timeout: 30_000 })
  await approver.locator('#audit-verify').click()
  await approver
    .getByText(/条都在，没有人改过/)
    .first()
    .waitFor({ timeout: 30_000 })
  await inBoth(approver, 'desk-audit')
  const admin = openAdmin(demo.emulator.adminEnv.TCB_ENV ?? '')
  await admin.update('audits', '000000000002', { byName: '别人' })
  await approver.locator('#audit-verify').click()
  await approver
    .getByText(/处不对，有人动过数据库/)
    .first()
    .waitFor({ timeout: 30_000 })
})

it('a manager sees her own stores only, and nothing to write', async () => {
  const manager = await openPerson(browser, `${demo.manager}/demo`, DESK)
  await shown(manager, '漏斗').waitFor({ timeout: 30_000 })
  await desk(manager, 'people')
  await shown(manager, '许婉清').waitFor({ timeout: 30_000 })
  expect(await manager.getByText('江北天地店').locator('visible=true').count()).toBe(0)
  await manager.close()
})

it('every place of the desk stands at a PC and on a phone, in both languages', async () => {
  const places: Record<string, string | RegExp> = {
    ...{ effect: '漏斗', fit: /该不该做/, people: '许婉清', exchange: /导出/ },
  }
  for (const [place, words] of Object.entries(places)) {
    await desk(hq, place)
    await shown(hq, words).waitFor({ timeout: 30_000 })
    await hq.waitForTimeout(1_200)
    await inBoth(hq, `desk-${place}`)
  }
  for (const tab of ['curve', 'habit', 'families', 'boards', 'shelf', 'health']) {
    await desk(hq, `effect&tab=${tab}`)
    await hq.waitForTimeout(1_800)
    await inBoth(hq, `desk-effect-${tab}`)
  }
})
