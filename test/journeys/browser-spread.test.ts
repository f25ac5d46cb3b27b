// Does the whole way run in a browser: who passes a post on, whom she could introduce, what is sold through her, and what she
// is paid for it; and does nothing show of the one in the chain who did not agree?
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DESK, openBrowser, PHONE } from '../support/browser'
import { newId, newReadingId, publish, report, reportOf } from '../support/scenes'
import { Customers, tokenOf, until } from '../support/spread-customers'
import {
  branchesTold,
  expectNothingOf,
  type Heard,
  letPass,
  listen,
  meet,
  postAbout,
  sumUp,
  type Traces,
  tracesOf,
} from '../support/spread-story'
import { button, clipboard, openPerson, seen, shown } from '../support/web-pages'
import { lin, READER_URL, startWorld, type World } from '../support/world'

jest.setTimeout(180_000)

const PASSWORD = 'correct horse' // of every account of this world
const [KOC, SILENT, OTHER, THIRD] = ['王姐', '兰姐', '小许', '小方']
const PAY_NAME = '王秀英'
const STRANGERS = 3
const DEALS = [
  { yuan: '1299.99', fen: 129_999 },
  { yuan: '355.55', fen: 35_555 },
]
/** 3% of each, rounded down to the 分: 38.99 and 10.66. Of the sum it would be 49.66. */
const DUE = '49.65'

let world: World
let browser: Browser
let rep: Page
let editor: Page
let approver: Page
let customers: Customers
const posts: string[] = []
const heard: Heard[] = []
const said: Traces = { who: [SILENT], where: [] }
let traces: Traces = { who: [], where: [] }
let nameless = '' // contact of one who has no name
let silent = '' // and of who agreed to be known, not to stand in the chain
let partnerId = ''
let code = ''

const at = (place: string): string => `${world.emulator.url}/#${place}`
const go = async (page: Page, place: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(at(place))
}
const type = (page: Page, id: string, value: string): Promise<void> =>
  seen(page, `input#${id}, #${id} input`).fill(value)

/** What can be read on the page, and nothing of her is in it. */
const lookAt = async (page: Page): Promise<string> => {
  const text = await page.evaluate(() => document.body.innerText)
  for (const trace of [...traces.who, ...said.who]) expect(text).not.toContain(trace)
  return text
}

const signIn = async (username: string, next: string, viewport: typeof DESK): Promise<Page> => {
  const page = await openPerson(browser, at(`/pkgs/account/sign-in/index?next=${encodeURIComponent(next)}`), viewport)
  await type(page, 'username', username)
  await type(page, 'password', PASSWORD)
  await button(page, '登录').click()
  await page.waitForURL((url) => !url.hash.includes('sign-in'))
  return page
}

/** By the first whom she has no name for. */
const nameNewest = async (remark: string): Promise<void> => {
  await go(rep, '/pages/feed/index')
  await button(rep, '起个名').click()
  await rep.locator('#remark input').fill(remark)
  await button(rep, '记下').click()
  await shown(rep, remark).waitFor()
}
const name = (contactId: string, remark: string) =>
  world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark }, lin)

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('dist/h5 is missing: run `npm run build` first')
  const env = { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL, RIPPLE_LIST_HOURS: '0-0' }
  const cloud = { staticDir: path.resolve('dist/h5'), middleware: listen(heard) }
  ;[world, browser] = await Promise.all([startWorld(cloud, env), openBrowser()])
  posts.push((await publish(world, postAbout('换季护肤，先把顺序做对'))).postId)
  customers = new Customers(world, browser)
  rep = await signIn('account-lin', '/pages/today/index', PHONE)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

describe('a post is passed on from hand to hand', () => {
  let [hers, theirs] = ['', ''] // the links that two of them handed on

  it('who came by the rep’s link agrees, ticks that her passing-on may be known, and hands it on', async () => {
    await button(rep, '复制链接给好友').click()
    await shown(rep, '链接已复制').waitFor()
    const link = await clipboard(rep)
    await until(async () => (await world.doc('shares', tokenOf(link))) !== null)
    const contactId = await customers.join(KOC, link, true)
    hers = await customers.passOn(KOC)
    await nameNewest(KOC)
    await meet(world, contactId)
  })

  it('one of those who came by hers agrees to be known, not to that, and hands it on as well', async () => {
    silent = await customers.join(SILENT, hers, false)
    theirs = await customers.passOn(SILENT)
    said.where.push(tokenOf(theirs))
    await nameNewest(SILENT)
    traces = await tracesOf(world, customers.known[1] ?? '', said)
    expect((await world.doc('shares', tokenOf(theirs)))?.personId ?? null).toBeNull()
  })

  it('others came by either, and tick it too', async () => {
    nameless = await customers.join('nameless', hers, true)
    await name(await customers.join(THIRD, hers, true), THIRD)
    await name(await customers.join(OTHER, theirs, true), OTHER)
  })

  it('a week later the rep sends her another post, meant for her, and it goes further still', async () => {
    await sumUp(world)
    await letPass(world, 7)
    posts.push((await publish(world, postAbout('秋天的面霜，一层就够'))).postId)
    await go(rep, `/pkgs/rep/kit/index?p=${posts[1]}`)
    await button(rep, '转发给某位客户').click()
    await rep
      .getByRole('button', { name: new RegExp(`^${KOC} `) })
      .locator('visible=true')
      .first()
      .click()
    await shown(rep, `发给${KOC}`).waitFor()
    await rep.locator('.for-contact').getByText('复制链接给好友').click()
    await rep.locator('.for-contact').getByText('链接已复制').waitFor()
    const card = await clipboard(rep)
    await readAgainAndPass(card)
    traces = await tracesOf(world, customers.known[1] ?? '', traces)
    await sumUp(world)
    await letPass(world, 6)
    traces = await tracesOf(world, customers.known[1] ?? '', traces)
    await sumUp(world)
  })

  const readAgainAndPass = async (card: string): Promise<void> => {
    await customers.read(KOC, card)
    const further = await customers.passOn(KOC)
    await customers.readAgain('nameless', further)
    await customers.readAgain(THIRD, further)
    await customers.read(OTHER, further)
    await customers.readAgain('nameless', await customers.passOn(OTHER))
    const stranger = { postId: posts[1] ?? '', token: tokenOf(card) }
    for (let n = 0; n < STRANGERS; n++) await report(world, [reportOf(stranger, { readingId: newReadingId() })], null)
  }
})

describe('the rep sees whose passing-on brings others', () => {
  it('names her, with the reasons; who did not agree is a count', async () => {
    await go(rep, '/pages/today/index')
    await seen(rep, '.talk').waitFor({ timeout: 60_000 })
    await go(rep, '/pages/me/index')
    await rep
      .getByRole('button', { name: /^传播 / })
      .locator('visible=true')
      .click()
    await shown(rep, `${KOC} 最能带动别人。点她，看为什么、怎么聊`).waitFor()
    await lookAt(rep)
    await seen(rep, '#spread-table').click()
    await seen(rep, '.spread-table .spread-row').waitFor()
    const rows = await rep.locator('.spread-table .spread-row-who').locator('visible=true').allInnerTexts()
    expect(rows[0]).toBe(KOC)
    expect(rows.map((who) => who.replace(/^新客户 .*/, '新客户')).sort()).toEqual([KOC, OTHER, THIRD, '新客户'].sort())
    expect(await lookAt(rep)).toContain(`另有 ${STRANGERS} 位没同意的读者，只算人数`)
    await rep.locator('.spread-table .spread-row', { hasText: KOC }).locator('visible=true').click()
    await shown(rep, '3 位认识的读者经她来，每人只算一次').waitFor()
    await shown(rep, '不是碰巧：2 篇内容、2 个星期都有人经她来').waitFor()
    await lookAt(rep)
    await button(rep, '关上').click()
    const few = branchesTold(heard).filter(({ people: n }) => n === 'few')
    expect(few).toHaveLength(1)
  })

  it('finds the ways to one without a name, the surest first, and takes the first as a talk', async () => {
    await rep.locator('.spread-table .spread-row', { hasText: '新客户' }).locator('visible=true').click()
    await seen(rep, '.spread-way').waitFor()
    const ways = await rep.locator('.spread-way').locator('visible=true').allInnerTexts()
    expect(ways[0]).toMatch(new RegExp(`^我 → ${KOC} → 新客户`))
    expect(ways.some((way) => way.startsWith(`我 → ${OTHER} → 新客户`))).toBe(true)
    await lookAt(rep)
    await button(rep, `请${KOC}介绍`).first().click()
    await shown(rep, '下一步').waitFor()
    await shown(rep, '请她介绍').waitFor()
    await seen(rep, '#to-today').click()
    const talk = rep.locator('.talk', { hasText: KOC }).locator('visible=true')
    await talk.getByText(/从她那里看到的新客户/).waitFor()
    await lookAt(rep)
    await button(rep, `${KOC} 聊了`).click()
    await rep
      .getByRole('button', { name: new RegExp(`^${KOC} 聊了，`) })
      .locator('visible=true')
      .waitFor()
    await until(async () => JSON.stringify(await world.docs('sheets')).includes('"talked"'))
  })

  it('finds no way to her who did not agree, nor what she passed on', async () => {
    const contactId = silent
    const [ways, reach] = await Promise.all([
      world.ask('rep', 'spread.paths', { contactId }, lin),
      world.ask('rep', 'spread.influence', { contactId }, lin),
    ])
    expect([ways.paths, reach.spread]).toEqual([[], null])
    const { tree } = await world.ask('rep', 'spread.post', { postId: posts[0] ?? '' }, lin)
    // three came by hers, and she was one of them: with the two who are seen told as two or three, she would be the third
    expect(tree?.levels.map(({ opened }) => opened)).toEqual(['few', 'few', 'few'])
    await go(rep, `/pkgs/rep/contact/index?c=${contactId}`)
    await shown(rep, SILENT).waitFor()
    expect(await rep.evaluate(() => document.body.innerText)).not.toMatch(/经她|带来 |转发 \d|请她介绍/)
  })
})

describe('she becomes a partner', () => {
  it('asked by the rep, she reads the terms in her own browser, agrees, and has a code', async () => {
    await go(rep, '/pages/me/index')
    await rep
      .getByRole('button', { name: /^合伙人 / })
      .locator('visible=true')
      .click()
    const card = rep.locator('.partners-card', { hasText: KOC }).locator('visible=true').first()
    await card.getByText('她传出去的 1 篇带来').waitFor()
    await lookAt(rep)
    await button(rep, `${KOC} 邀请做合伙人`).click()
    await shown(rep, '已邀请，等她答复').waitFor()
    await button(rep, '复制邀请链接').click()
    await rep.locator('.partners-card').getByText('链接已复制').first().waitFor()
    const invitation = await clipboard(rep)
    partnerId = /[?&]i=([^&]+)/.exec(invitation)?.[1] ?? ''
    const her = await customers.open(KOC, invitation)
    await shown(her, '林小满（东街店，东方母婴有限公司）邀请您做合伙人').waitFor()
    await shown(her, '转发、阅读、拉人都不付钱；介绍别人当合伙人也不付钱。只有一层').waitFor()
    await shown(her, '现在是初始档').waitFor({ state: 'detached' })
    expect(await seen(her, '#partner-yes').getAttribute('aria-disabled')).toBe('true')
    await type(her, 'pay-name', PAY_NAME)
    await seen(her, '#partner-yes').click()
    code = await seen(her, '.partner-code-text').innerText()
    expect(code).toMatch(/^[A-Z2-9]{6}$/)
    await lookAt(her)
  })
})

describe('what is sold through her', () => {
  const enter = async ({ yuan }: (typeof DEALS)[number], product: string): Promise<void> => {
    await type(rep, 'other', product)
    await seen(rep, '#add-other').click()
    await type(rep, 'amount-0', yuan)
  }

  it('is entered without signal and arrives later; a second one with it', async () => {
    await go(rep, '/pages/contacts/index')
    await seen(rep, '#new').click()
    await type(rep, 'new-contact', '陈姐')
    await button(rep, '记下').click()
    await seen(rep, '#add-more').click()
    await seen(rep, '#add-deal').click()
    await shown(rep, '陈姐 · 记成交').waitFor()
    const [first, second] = DEALS as [(typeof DEALS)[number], (typeof DEALS)[number]]
    await rep.context().setOffline(true)
    await enter(first, '水光精华礼盒')
    await seen(rep, '#keep-deal').click()
    await shown(rep, '记下了 ¥1,299.99，连上网就送出').waitFor()
    expect(await world.docs('deals')).toEqual([])
    await rep.context().setOffline(false)
    await until(async () => (await world.docs('deals')).length === 1)
    await enter(second, '面霜')
    await seen(rep, '#keep-deal').click()
    await shown(rep, '记下了 ¥355.55').waitFor()
    expect(
      (await world.docs('deals')).map(({ items }) => (items as { amountFen: number }[])[0]?.amountFen).sort(),
    ).toEqual(DEALS.map(({ fen }) => fen).sort())
  })

  it('is named with the code that the buyer said', async () => {
    await go(rep, '/pkgs/rep/partners/index')
    await shown(rep, '客户报了代码').waitFor()
    await type(rep, 'partner-code', `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase())
    for (const { yuan } of DEALS) {
      await rep
        .getByRole('button', { name: new RegExp(`${yuan} 记给她$`) })
        .locator('visible=true')
        .click()
      await until(
        async () => (await world.docs('referrals')).length === DEALS.findIndex((one) => one.yuan === yuan) + 1,
      )
    }
    await shown(rep, '记好了，过了退货期会核实').waitFor()
    await lookAt(rep)
  })

  it('is verified by HQ, which sees no customer, and is due when the days for giving back and objecting are over', async () => {
    editor = await signIn('account-editor', '/pkgs/desk/home/index?at=deals&tab=books', DESK)
    const verified = async () => (await world.docs('deals')).filter(({ verifiedAt }) => verifiedAt !== null).length
    for (const [n, { yuan }] of DEALS.entries()) {
      const sale = editor.locator('#books tr', { hasText: yuan.slice(-6) }).locator('visible=true')
      await sale.waitFor()
      await lookAt(editor)
      await sale.getByRole('button').click()
      await until(async () => (await verified()) === n + 1)
    }
    await shown(editor, '没有要核实的').waitFor()
    const her = await customers.pageOf(KOC)
    for (const [days, state, part] of [
      [0, '等确认收款、过退货期', '核实中'],
      [16, '已核实，等异议期结束', '核实中'],
      [8, '应付，等下次付款', '应付'],
    ] as const) {
      await letPass(world, days)
      await world.emulator.fireTimer('jobs')
      await go(her, '/pkgs/account/partner/index')
      await shown(her, state).waitFor()
      const due = her.locator('.partner-due', { hasText: part }).locator('visible=true').first()
      expect(await due.innerText()).toContain(days === 0 ? '¥0.00' : `¥${DUE}`)
      expect(await lookAt(her)).not.toMatch(/陈姐|水光|1,?299/)
    }
  })
})

describe('HQ pays', () => {
  const desk = async (page: Page, place: string) => {
    await page.goto('about:blank')
    await page.goto(at(`/pkgs/desk/home/index?at=${place}`))
  }
  const row = (page: Page, text: string) => page.locator('tr', { hasText: text }).locator('visible=true').first()

  it('one makes the batch, another approves it, and the table holds her sum to the 分', async () => {
    await desk(editor, 'partners')
    await editor.locator('#payout-make').click()
    await row(editor, '待批准').getByText(`¥${DUE}`).waitFor()
    await row(editor, '待批准').getByText('等另一位审核人批准').waitFor()
    approver = await signIn('account-approver', '/pkgs/desk/home/index?at=partners', DESK)
    await row(approver, '待批准')
      .getByRole('button', { name: /批\s?准/ })
      .click()
    await row(approver, '已批准，待付款').waitFor()
    await lookAt(approver)
    await desk(editor, 'partners')
    const [download] = await Promise.all([
      editor.waitForEvent('download'),
      row(editor, '已批准，待付款').getByRole('button', { name: 'CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^payout-.*\.csv$/)
    const table = readFileSync(await download.path(), 'utf8')
    const [payout] = await world.docs('payouts')
    expect(table.split('\r\n').filter(Boolean)).toEqual([
      '\ufeff批次,合伙人编号,收款姓名,应付（元）,成交笔数,合伙人代码',
      `${payout?._id},${partnerId},${PAY_NAME},${DUE},${DEALS.length},${code}`,
    ])
  })

  it('once the bank has paid, every book says the same, and she sees each step and the sum', async () => {
    await row(editor, '已批准，待付款').getByRole('button', { name: '银行已付' }).click()
    await editor
      .locator('td', { hasText: /^已付$/ })
      .locator('visible=true')
      .waitFor()
    await desk(approver, 'partners')
    await approver.locator('#ledger-verify').click()
    await shown(approver, '1 位合伙人、6 笔账都对得上').waitFor()
    await row(approver, code).getByText(`¥${DUE}`).waitFor()
    await lookAt(approver)
    const her = await customers.pageOf(KOC)
    await go(her, '/pkgs/account/partner/index')
    const paid = her.locator('.partner-due', { hasText: '已付' }).locator('visible=true').first()
    await paid.getByText(`¥${DUE}`).waitFor()
    await shown(her, '通过您来购买：不足 3 笔').waitFor()
    const steps = await her.locator('.partner-row .partner-line').locator('visible=true').allInnerTexts()
    expect(steps.slice(-6)).toEqual(['付款', '进入付款批次', '转为应付', '转为应付', '核实一笔', '核实一笔'])
    const sums = (await world.docs('entries')).flatMap(({ lines }) => lines as { account: string; fen: number }[])
    const paidFen = sums.filter(({ account }) => account.endsWith(':paid')).reduce((sum, { fen }) => sum + fen, 0)
    expect(paidFen).toBe(Number(DUE.replace('.', '')))
    await go(rep, '/pkgs/rep/partners/index')
    await shown(rep, `一年内核实 ${DEALS.length} 笔，应付 ¥0.00，已付 ¥${DUE}`).waitFor()
    await desk(editor, 'spread')
    await shown(editor, '传播').waitFor()
    await lookAt(editor)
  })
})

it('of who agreed to be known but not to that, no reply on the way said anything', () => {
  const asked = new Set(heard.map(({ fn, action }) => `${fn}/${action}`))
  for (const action of ['rep/spread.see', 'rep/spread.paths', 'rep/talk.list', 'rep/partner.list', 'hq/payout.export'])
    expect([...asked]).toContain(action)
  expectNothingOf(traces, heard)
  expect(heard.some(({ text }) => text.includes(nameless))).toBe(true)
})
