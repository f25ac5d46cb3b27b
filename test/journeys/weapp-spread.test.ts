// Does the built mini program run the whole way: who passes a post on, whom she could introduce, what is sold through her and
// what she is paid for it; and does nothing show of the one in the chain who did not agree? HQ's desk is the browser's story.
import { newId, newReadingId, publish, report, reportOf } from '../support/scenes'
import {
  branchesTold,
  expectNothingOf,
  type Heard,
  letPass,
  listen,
  meet,
  newcomer,
  postAbout,
  sumUp,
  type Traces,
  tracesOf,
} from '../support/spread-story'
import { approver, editor, lin, READER_URL, startWorld, type World } from '../support/world'
import { type HeldClock, holdClock } from '../weapp/harness/clock'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { pause } from '../weapp/harness/hand'
import { createWeapp, type Weapp } from '../weapp/harness/weapp'
import { expectClean, parted, SLOW_MS, until } from '../weapp/story'

jest.setTimeout(180_000)

const CHAT_CARD_SCENE = 1007
const PAUSE_MS = 22_000 // closed within half a minute, a pause counts whole
const STRANGERS = 3
const [KOC, SILENT, OTHER, THIRD, NAMELESS] = ['王姐', '兰姐', '小许', '小方', '没有名字的'] as const
const PAY_NAME = '王秀英'
/** 3%, rounded down: 38.9997 are 38.99. */
const [YUAN, DUE_FEN, DUE] = ['1299.99', 3_899, '38.99'] as const

type Person = { openid: string; storage: Map<string, string> }
const person = (n: number): Person => ({ openid: `oOpenidOfCustomer${n}`.padEnd(28, '0'), storage: new Map() })
const people = Object.fromEntries([KOC, SILENT, OTHER, THIRD, NAMELESS].map((name, n) => [name, person(n)]))
const who = (name: string): Person => people[name] ?? person(99)

let world: World
const posts: string[] = []
const phones: Weapp[] = []
const heard: Heard[] = []
const said: Traces = { who: [SILENT], where: [] }
const known: string[] = []
const contacts = new Map<string, string>()
let traces: Traces = { who: [], where: [] }
let invitation = ''
let partnerId = ''
let code = ''
let dealId = ''

type Launch = { path: string; query?: Record<string, string>; scene?: number; clock?: HeldClock }
const open = async ({ openid, storage }: Person, { clock, ...launch }: Launch): Promise<Weapp> => {
  const cloud = { url: world.emulator.url, openid }
  const phone = createWeapp({ cloud, launch, storage, ...(clock ? { clock } : {}) })
  phones.push(phone)
  await phone.launch()
  return phone
}
const rep: Person = { openid: lin.openid, storage: new Map() }
const openRep = (path: string, query: Record<string, string> = {}): Promise<Weapp> => open(rep, { path, query })
const openCard = (path: string): Launch => ({ ...parted(path), scene: CHAT_CARD_SCENE })
const tokenOf = (path: string): string => parted(path).query.t ?? ''

/** What can be read on the page, and nothing of her is in it. */
const lookAt = (phone: Weapp): string => {
  for (const trace of [...traces.who, ...said.who]) expect(phone.text()).not.toContain(trace)
  return phone.text()
}
const row = (phone: Weapp, selector: string, words: string): Element => {
  const found = phone.$$(selector).find((one) => one.textContent?.includes(words))
  if (!found) throw new Error(`no ${selector} says ${words}: ${phone.text()}`)
  return found
}

/** A minute and more, with a scroll now and then. */
const read = async (name: string, path: string): Promise<{ phone: Weapp; clock: HeldClock }> => {
  const clock = holdClock(Date.now())
  const phone = await open(who(name), { ...openCard(path), clock })
  await phone.waitFor('最后锁住', SLOW_MS)
  await until(async () => {
    await clock.pass(20)
    return phone.log.some(({ api }) => /observe$/.test(api))
  })
  await pause(60)
  for (let n = 0; n < 4; n++) {
    await clock.pass(PAUSE_MS)
    await phone.scroll(phone.scrolled() + 1)
  }
  return { phone, clock }
}
const stored = async (path: string) =>
  (await world.docs('readings')).filter(({ token, personId }) => token === tokenOf(path) && personId !== null).length

/** spread: her own tick, off until she makes it. */
const join = async (name: string, path: string, spread: boolean): Promise<Weapp> => {
  const { phone } = await read(name, path)
  if (spread) await phone.tap('#consent-tags')
  await phone.tap('同意并告知顾问')
  await phone.waitFor('可以在隐私中心撤回', SLOW_MS)
  await phone.waitFor(() => phone.$('#spread-rep-lin')?.textContent?.includes('已关'), SLOW_MS)
  if (spread) {
    await phone.tap('#spread-rep-lin')
    await phone.waitFor(() => phone.$('#spread-rep-lin')?.textContent?.includes('已开'), SLOW_MS)
  }
  const { personId, contactId } = await newcomer(world, known)
  known.push(personId)
  contacts.set(name, contactId)
  return phone
}
const readAgain = async (name: string, path: string): Promise<Weapp> => {
  const before = await stored(path)
  const { phone } = await read(name, path)
  phone.background()
  await until(async () => (await stored(path)) === before + 1)
  phone.foreground()
  await pause(60) // Taro tells the page a moment later
  return phone
}
const passOn = async (phone: Weapp): Promise<string> => {
  const card = await phone.share()
  const path = card?.path ?? ''
  await until(async () => (await world.doc('shares', tokenOf(path))) !== null)
  return path
}
const name = (remark: string) =>
  world.ask('rep', 'contact.name', { eventId: newId(20), contactId: contacts.get(remark) ?? '', remark }, lin)

beforeAll(async () => {
  compileDist(builtDist())
  const env = { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL, RIPPLE_LIST_HOURS: '0-0' }
  world = await startWorld({ middleware: listen(heard) }, env)
  posts.push((await publish(world, postAbout('换季护肤，先把顺序做对'))).postId)
})
afterEach(() => {
  for (const phone of phones) expectClean(phone)
})
afterEach(() => {
  for (const phone of phones.splice(0)) phone.dispose()
})
afterAll(() => world?.stop())

test('a post is passed on from hand to hand; all but one tick that this may be known', async () => {
  const phone = await openRep('pages/today/index')
  await phone.waitFor('换季护肤，先把顺序做对', SLOW_MS)
  await phone.tap('转发给好友')
  const card = phone.shares.at(-1)?.path ?? ''
  await until(async () => (await world.doc('shares', tokenOf(card))) !== null)
  const hers = await passOn(await join(KOC, card, true))
  const theirs = await passOn(await join(SILENT, hers, false))
  said.where.push(tokenOf(theirs))
  expect((await world.doc('shares', tokenOf(theirs)))?.personId ?? null).toBeNull()
  expect((await world.doc('shares', tokenOf(hers)))?.personId).toBe(known[0])
  await join(NAMELESS, hers, true)
  await join(THIRD, hers, true)
  await join(OTHER, theirs, true)
  for (const one of [KOC, SILENT, OTHER, THIRD]) await name(one)
  await meet(world, contacts.get(KOC) ?? '')
  traces = await tracesOf(world, known[1] ?? '', said)
})

test('a week later the rep sends her a card meant for her, and it goes further still', async () => {
  await sumUp(world)
  await letPass(world, 7)
  posts.push((await publish(world, postAbout('秋天的面霜，一层就够'))).postId)
  const phone = await openRep('pkgs/rep/kit/index', { p: posts[1] ?? '' })
  await phone.tap('转发给某位客户')
  await phone.waitFor(() => phone.$('.pick-row'), SLOW_MS)
  await phone.tap(row(phone, '.pick-row', KOC))
  await phone.waitFor(`发给${KOC}`, SLOW_MS)
  await phone.tap('.for-contact button')
  const card = phone.shares.at(-1)?.path ?? ''
  const further = await passOn(await readAgain(KOC, card))
  await readAgain(NAMELESS, further)
  await readAgain(THIRD, further)
  await readAgain(NAMELESS, await passOn(await readAgain(OTHER, further)))
  const stranger = { postId: posts[1] ?? '', token: tokenOf(card) }
  for (let n = 0; n < STRANGERS; n++) await report(world, [reportOf(stranger, { readingId: newReadingId() })], null)
  traces = await tracesOf(world, known[1] ?? '', traces)
  await sumUp(world)
  await letPass(world, 6)
  traces = await tracesOf(world, known[1] ?? '', traces)
  await sumUp(world)
})

test('the rep sees who brings others and why, finds the way to one without a name, and takes it as a talk', async () => {
  const today = await openRep('pages/today/index')
  await today.waitFor(() => today.$('.talk'), SLOW_MS)
  const phone = await openRep('pages/me/index')
  await phone.tap('传播')
  await phone.waitFor(`${KOC} 最能带动别人。点她，看为什么、怎么聊`, SLOW_MS)
  lookAt(phone)
  await phone.tap('#spread-table')
  await phone.waitFor(() => phone.$('.spread-table .spread-row'), SLOW_MS)
  const rows = phone.$$('.spread-table .spread-row-who').map((one) => one.textContent ?? '')
  expect(rows[0]).toBe(KOC)
  expect(rows.map((who) => who.replace(/^新客户 .*/, '新客户')).sort()).toEqual([KOC, OTHER, THIRD, '新客户'].sort())
  expect(lookAt(phone)).toContain(`另有 ${STRANGERS} 位没同意的读者，只算人数`)
  await phone.tap(row(phone, '.spread-table .spread-row', KOC))
  await phone.waitFor('3 位认识的读者经她来，每人只算一次', SLOW_MS)
  await phone.waitFor('不是碰巧：2 篇内容、2 个星期都有人经她来', SLOW_MS)
  lookAt(phone)
  expect(branchesTold(heard).filter(({ people: n }) => n === 'few')).toHaveLength(1)
  await phone.tap('.sheet-close')
  await phone.tap(row(phone, '.spread-table .spread-row', '新客户'))
  await phone.waitFor(() => phone.$('.spread-way'), SLOW_MS)
  const ways = phone.$$('.spread-way').map((one) => one.textContent ?? '')
  expect(ways[0]).toMatch(new RegExp(`^我 → ${KOC} → 新客户`))
  expect(ways.some((way) => way.startsWith(`我 → ${OTHER} → 新客户`))).toBe(true)
  lookAt(phone)
  await phone.tap(`请${KOC}介绍`)
  await phone.waitFor('下一步', SLOW_MS)
  await phone.waitFor('请她介绍', SLOW_MS)
  await phone.tap('#to-today')
  await phone.waitFor(() => phone.page().path === 'pages/today/index' && phone.$('.talk'), SLOW_MS)
  const talk = row(phone, '.talk', KOC)
  expect(talk.textContent).toMatch(/从她那里看到的新客户/)
  lookAt(phone)
  const talked = [...talk.querySelectorAll('.talk-end')].find((one) => one.textContent === '聊了')
  await phone.tap(talked ?? '聊了')
  await until(async () => JSON.stringify(await world.docs('sheets')).includes('"talked"'))
})

test('she is asked to be a partner, reads the terms on her own phone, agrees, and has a code', async () => {
  const phone = await openRep('pages/me/index')
  await phone.tap('合伙人')
  await phone.waitFor('可以问问谁', SLOW_MS)
  const candidate = await phone.waitFor(
    () => phone.$$('.partners-card').find((one) => /王姐.*她传出去的 1 篇带来/.test(one.textContent ?? '')),
    SLOW_MS,
  )
  lookAt(phone)
  await phone.tap((candidate as Element).querySelector('.button') ?? '邀请做合伙人')
  await phone.waitFor('已邀请，等她答复', SLOW_MS)
  await phone.tap('把邀请发给她')
  invitation = phone.shares.at(-1)?.path ?? ''
  expect(parted(invitation)).toEqual({ path: 'pkgs/account/partner/index', query: { i: expect.any(String) } })
  partnerId = parted(invitation).query.i ?? ''

  const her = await open(who(KOC), openCard(invitation))
  await her.waitFor('林小满（东街店，东方母婴有限公司）邀请您做合伙人', SLOW_MS)
  await her.waitFor('转发、阅读、拉人都不付钱；介绍别人当合伙人也不付钱。只有一层', SLOW_MS)
  expect(her.$('#partner-yes')?.classList.contains('button-off')).toBe(true)
  await her.input('#pay-name', PAY_NAME)
  await her.tap('#partner-yes')
  await her.waitFor(() => her.$('.partner-code-text'), SLOW_MS)
  code = her.$('.partner-code-text')?.textContent?.trim() ?? ''
  expect(code).toMatch(/^[A-Z2-9]{6}$/)
  lookAt(her)
})

test('a sale at which the code was said is entered without signal, arrives later, and is claimed for her', async () => {
  const contactId = newId(20)
  await world.ask('rep', 'contact.create', { contactId, remark: '陈姐' }, lin)
  const phone = await openRep('pkgs/rep/deal/index', { c: contactId })
  await phone.waitFor('陈姐 · 记成交', SLOW_MS)
  phone.online(false)
  await phone.input('#other', '水光精华礼盒')
  await phone.tap('#add-other')
  await phone.input('#amount-0', YUAN)
  await phone.tap('#keep-deal')
  await phone.waitFor('记下了 ¥1,299.99，连上网就送出', SLOW_MS)
  expect(await world.docs('deals')).toEqual([])
  phone.online(true)
  await until(async () => (await world.docs('deals')).length === 1)
  dealId = String((await world.docs('deals'))[0]?._id)

  const partners = await openRep('pkgs/rep/partners/index')
  await partners.waitFor('客户报了代码', SLOW_MS)
  await partners.input('#partner-code', `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase())
  await partners.tap('记给她')
  await partners.waitFor('记好了，过了退货期会核实', SLOW_MS)
  lookAt(partners)
  expect(await world.docs('referrals')).toMatchObject([{ dealId, partnerId, state: 'claimed', fen: 0 }])
})

test('HQ verifies it; when the days are over it is due, is paid once, and she sees each step and the sum', async () => {
  await world.ask('hq', 'deal.verify', { dealId }, editor)
  for (const [days, state, due] of [
    [0, '等确认收款、过退货期', '¥0.00核实中'],
    [16, '已核实，等异议期结束', `¥${DUE}核实中`],
    [8, '应付，等下次付款', `¥${DUE}应付`],
  ] as const) {
    await letPass(world, days)
    await world.emulator.fireTimer('jobs')
    const her = await open(who(KOC), { path: 'pkgs/account/partner/index' })
    await her.waitFor(state, SLOW_MS)
    await her.waitFor(() => her.$$('.partner-due').some((one) => one.textContent === due), SLOW_MS)
    expect(lookAt(her)).not.toMatch(/陈姐|水光|1,?299/)
  }
  const payoutId = newId(20)
  expect(await world.ask('hq', 'payout.make', { payoutId }, editor)).toMatchObject({ people: 1, totalFen: DUE_FEN })
  await world.ask('hq', 'payout.approve', { payoutId }, approver)
  expect((await world.ask('hq', 'payout.export', { payoutId }, editor)).rows).toEqual([
    [payoutId, partnerId, PAY_NAME, DUE, 1, code],
  ])
  await world.ask('hq', 'payout.pay', { payoutId }, editor)
  expect(await world.ask('hq', 'ledger.verify', {}, approver)).toMatchObject({ partners: 1, transfers: 4, faults: [] })
  const her = await open(who(KOC), { path: 'pkgs/account/partner/index' })
  await her.waitFor(() => her.$$('.partner-due').some((one) => one.textContent === `¥${DUE}已付`), SLOW_MS)
  await her.waitFor('通过您来购买：不足 3 笔', SLOW_MS)
  const phone = await openRep('pkgs/rep/partners/index')
  await phone.waitFor(`一年内核实 1 笔，应付 ¥0.00，已付 ¥${DUE}`, SLOW_MS)
  lookAt(phone)
})

test('of who agreed to be known but not to that, no reply on the way said anything, and no way leads to her', async () => {
  const contactId = contacts.get(SILENT) ?? ''
  expect((await world.ask('rep', 'spread.paths', { contactId }, lin)).paths).toEqual([])
  expect((await world.ask('rep', 'spread.influence', { contactId }, lin)).spread).toBeNull()
  await world.ask('rep', 'spread.post', { postId: posts[0] ?? '' }, lin)
  await world.ask('hq', 'spread.see', { postId: posts[0] ?? '', per: 'store' }, editor)
  const asked = new Set(heard.map(({ fn, action }) => `${fn}/${action}`))
  for (const action of ['rep/spread.see', 'rep/spread.paths', 'rep/talk.list', 'rep/partner.list', 'hq/payout.export'])
    expect([...asked]).toContain(action)
  expectNothingOf(traces, heard)
  const file = await openRep('pkgs/rep/contact/index', { c: contactId })
  await file.waitFor(SILENT, SLOW_MS)
  expect(file.text()).not.toMatch(/经她|带来 |转发 \d|请她介绍/)
})
