// A rep's day in the built mini program: her talks, a word that means business, an hour in the basement and a killed phone.
import { dayAfter, dayOf } from '../../shared/domain/day'
import { promiseOf } from '../support/files-world'
import { agreedReader, LONG_POST, oldContact, startDay } from '../support/rep-day'
import { newId, publish } from '../support/scenes'
import { editor, hua, lin, mei, type World } from '../support/world'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { pause } from '../weapp/harness/hand'
import { createWeapp, type Weapp, type WeappOptions } from '../weapp/harness/weapp'
import { expectClean, parted, SLOW_MS, until } from '../weapp/story'

jest.setTimeout(120_000)

const TODAY = 'pages/today/index'
const CONTACT = 'pkgs/rep/contact/index'
const READER = '小美'
const PROMISED = '李姐'
const LONG_AGO = '王姐'
const NOTE = '喜欢淡一点的香味'
const TALK_OF_RULE = '聊聊新家的采光和收纳'
const STILL_MS = 450 // the list takes no second tap until then
const CACHE_AFTER_MS = 700 // answers are written down half a second after they came
const KEPT_AFTER_MS = 100 // and what she did herself at once
const IN_GROUP_CHAT = { scene: 1044, chatType: 3 }
const GROUP_ID = 'oGid-as-wechat-names-it'

let world: World
let postId = ''
let token = ''
const ids: Record<string, string> = {}
const storage = new Map<string, string>() // her phone's
const phones: Weapp[] = []

const open = async (as: { openid: string }, path: string, more: Partial<WeappOptions> = {}): Promise<Weapp> => {
  const phone = createWeapp({ cloud: { url: world.emulator.url, openid: as.openid }, launch: { path }, ...more })
  phones.push(phone)
  await phone.launch()
  return phone
}
const openHers = (path: string, more: Partial<WeappOptions> = {}) => open(lin, path, { storage, ...more })
const goTo = async (phone: Weapp, tab: string) => {
  await phone.call('switchTab', { url: `/${tab}` })
  await phone.waitFor(() => phone.page().path === tab)
}

const openTalks = (phone: Weapp): string[] => phone.$$('.talk-name').map((name) => name.textContent ?? '')
const told = (phone: Weapp): string[] => phone.$$('.told').map((line) => line.textContent ?? '')
const cardOf = async (phone: Weapp, who: string): Promise<Element> => {
  const find = () => phone.$$('.talk').find((card) => card.querySelector('.talk-name')?.textContent === who)
  await phone.waitFor(find, SLOW_MS)
  return find() as Element
}
const tell = async (phone: Weapp, who: string, end: string, stillMs = STILL_MS) => {
  const ends = [...(await cardOf(phone, who)).querySelectorAll('.talk-end')]
  await phone.tap(ends.find((one) => one.textContent === end) as Element)
  await pause(stillMs)
}
const openFile = async (phone: Weapp, who: string) => {
  await phone.tap((await cardOf(phone, who)).querySelector('.talk-who') as Element)
  await phone.waitFor(() => phone.page().path === CONTACT && phone.$('#add-words'), SLOW_MS)
}
/** One entry of what happened with her. */
const entryOf = (phone: Weapp, words: string): string | undefined =>
  phone
    .$$('.entry-head')
    .map((head) => head.parentElement?.textContent ?? '')
    .find((entry) => entry.includes(words))
/** What was asked of the cloud since `from`, by action. */
const askedSince = (phone: Weapp, from = 0): string[] =>
  phone.log.slice(from).flatMap(({ api, args }) => {
    const { data } = (args ?? {}) as { data?: { action?: string } }
    return api === 'cloud.callFunction' && data?.action ? [data.action] : []
  })
const touchesOf = async (who: string) =>
  ((await world.doc('sheets', ids[who] ?? ''))?.touches as { how: string }[] | undefined)?.map(({ how }) => how)
const ACTS = ['talk.tell', 'note.write', 'promise.keep']

beforeAll(async () => {
  compileDist(builtDist())
  world = await startDay()
  ;({ postId } = await publish(world, LONG_POST))
  const rule = { name: '换房', words: ['换房', '看房'], except: ['不换房'], talk: TALK_OF_RULE, days: 14, on: true }
  await world.ask('hq', 'signal.save', { ruleId: newId(16), ...rule }, editor)
  ids[READER] = await agreedReader(world, mei, postId, READER)
  ids[PROMISED] = await oldContact(world, PROMISED)
  const promise = promiseOf(ids[PROMISED], { text: '留一罐试用', dueDay: dayAfter(dayOf(Date.now()), -2) })
  await world.ask('rep', 'promise.make', promise, lin)
  ids[LONG_AGO] = await oldContact(world, LONG_AGO)
})
afterEach(() => {
  for (const phone of phones) expectClean(phone)
  for (const phone of phones.splice(0)) phone.dispose()
})
afterAll(() => world?.stop())

test('in the morning she sees with whom to talk and why; an outcome is one tap, and is taken back by one', async () => {
  const rep = await openHers(TODAY)
  await rep.waitFor('今天和谁聊')
  await cardOf(rep, READER)
  const listed = (await world.ask('rep', 'talk.list', {}, lin)).talks.map(({ remark }) => remark)
  expect(openTalks(rep)).toEqual(listed)
  expect([...listed].sort()).toEqual([READER, PROMISED, LONG_AGO].sort())
  expect((await cardOf(rep, READER)).textContent).toMatch(/刚读过.*读了《周末遛娃清单》/)
  expect((await cardOf(rep, PROMISED)).textContent).toMatch(/承诺到期.*你答应过：留一罐试用，过了 2 天/)
  expect((await cardOf(rep, LONG_AGO)).textContent).toMatch(/好久没聊/)

  await tell(rep, READER, '聊了')
  expect(openTalks(rep)).toEqual(listed.filter((who) => who !== READER))
  expect(told(rep)).toEqual([expect.stringMatching(/小美.*聊了，\d\d:\d\d.*撤销/)])
  expect(rep.text()).toContain('还有 2 位')
  await until(async () => JSON.stringify(await world.doc('sheets', ids[READER] ?? '')).includes('"how":"talked"'))
  await rep.tap('.undo-act')
  await rep.waitFor(() => told(rep).length === 0)
  expect(openTalks(rep)).toHaveLength(3)
  await until(async () => !JSON.stringify(await world.doc('sheets', ids[READER] ?? '')).includes('"how":"talked"'))
})

test('a pasted word that means business is told at once, and the talk stands on the list for it', async () => {
  const rep = await openHers(TODAY)
  await openFile(rep, PROMISED)
  await rep.waitFor('留一罐试用')
  await rep.tap('#add-words')
  await rep.input('#note-text', '最近想换房，看了几处')
  await rep.tap('#keep-note')
  await rep.waitFor('商机：换房', SLOW_MS)
  expect(rep.text()).toContain('因为说到“换房”')
  expect(rep.text()).toContain(`可以聊：${TALK_OF_RULE}`)
  expect(rep.text()).toContain('她还没同意，原话没有保存，只记下命中的词')
  await rep.tap('去今日沟通')
  await rep.waitFor(() => rep.page().path === TODAY)
  await rep.waitFor(() => openTalks(rep)[0] === PROMISED && rep.$('.talk')?.textContent?.includes('商机'), SLOW_MS)
  const { talks } = await world.ask('rep', 'talk.list', {}, lin)
  expect(openTalks(rep)).toEqual(talks.map(({ remark }) => remark))
  expect((await cardOf(rep, PROMISED)).textContent).toMatch(/你记的话里有‘换房’/)
  expect(JSON.stringify(await world.docs('notes'))).not.toContain('看了几处')
  await pause(CACHE_AFTER_MS)
})

test('what she says without signal is shown, outlives the app, and arrives once', async () => {
  const basement = await openHers(TODAY, { answers: { online: false } })
  await tell(basement, READER, '约了')
  expect(told(basement)).toEqual([expect.stringMatching(/小美.*约了/)])
  await openFile(basement, PROMISED)
  await basement.tap('#add-note')
  await basement.input('#note-text', NOTE)
  await basement.tap('#keep-note')
  await basement.waitFor('记下了，连上网就送出')
  await basement.waitFor(() => entryOf(basement, NOTE)?.includes('等网络'))
  await basement.tap('.promise-tick')
  await basement.waitFor(() => basement.$$('.promise').length === 0)
  await pause(CACHE_AFTER_MS)
  expectClean(basement)
  phones.splice(phones.indexOf(basement), 1)
  basement.dispose()
  expect(await world.doc('promises', String((await world.docs('promises'))[0]?._id))).toMatchObject({ keptAt: null })

  const rep = await openHers(TODAY, { answers: { online: false } })
  await rep.waitFor(() => told(rep).length === 1)
  expect(told(rep)).toEqual([expect.stringMatching(/小美.*约了/)])
  await openFile(rep, PROMISED)
  await rep.waitFor(NOTE)
  expect(entryOf(rep, NOTE)).toContain('等网络')
  expect(rep.$$('.promise')).toEqual([])
  expect(rep.text()).toMatch(/做到了.*留一罐试用/)
  await goTo(rep, 'pages/me/index')
  await rep.waitFor('有 3 条记录还没送到')

  const from = rep.log.length
  rep.online(true)
  await until(async () => !rep.text().includes('还没送到'))
  const day = (await world.ask('rep', 'talk.list', {}, lin)).talks
  expect(day.find(({ remark }) => remark === READER)?.outcome).toMatchObject({ end: 'booked' })
  expect(await world.doc('sheets', ids[READER] ?? '')).toMatchObject({ touches: [{ how: 'booked' }] })
  expect((await world.docs('notes')).filter(({ text }) => text === NOTE)).toEqual([
    expect.objectContaining({ contactId: ids[PROMISED], kind: 'note' }),
  ])
  expect(await world.docs('promises')).toEqual([expect.objectContaining({ keptAt: expect.any(Number) })])
  rep.background()
  rep.foreground()
  await pause(CACHE_AFTER_MS)
  const sent = askedSince(rep, from).filter((action) => ACTS.includes(action))
  expect(sent).toEqual([...new Set(sent)])
  await goTo(rep, TODAY)
  await rep.waitFor(() => told(rep).length === 1)
  expect(told(rep)).toEqual([expect.stringMatching(/小美.*约了/)])
})

test('killed as soon as she tapped, with signal and without, nothing is forgotten and nothing is told twice', async () => {
  const kill = (phone: Weapp) => {
    expectClean(phone)
    phones.splice(phones.indexOf(phone), 1)
    phone.dispose()
  }
  const online = await openHers(TODAY)
  await tell(online, LONG_AGO, '没回', KEPT_AFTER_MS)
  kill(online) // while it is on its way
  const basement = await openHers(TODAY, { answers: { online: false } })
  await basement.waitFor(() => told(basement).length === 2)
  await tell(basement, PROMISED, '成交', KEPT_AFTER_MS)
  kill(basement) // before the list was written down
  const rep = await openHers(TODAY, { answers: { online: false } })
  await rep.waitFor(() => told(rep).length === 3)
  rep.online(true)
  await until(async () => (await world.ask('rep', 'talk.list', {}, lin)).talks.every(({ outcome }) => outcome !== null))
  expect(await touchesOf(LONG_AGO)).toEqual(['silent'])
  expect(await touchesOf(PROMISED)).toEqual(['dealt'])
})

test.each([
  ['提醒事项', 'reminders', /提醒事项/],
  ['商机', 'signals', /最近听到的.*换房/],
  ['群', 'groups', /记下一个群/],
  ['套路', 'playbooks', /套路.*成长/],
])('from 我的 she comes to %s', async (name, page, words) => {
  const rep = await openHers('pages/me/index')
  const place = () => rep.$$('.place').find((one) => one.querySelector('.place-name')?.textContent === name)
  await rep.waitFor(place)
  await rep.tap(place() as Element)
  await rep.waitFor(() => rep.page().path === `pkgs/rep/${page}/index`)
  await rep.waitFor(() => words.test(rep.text()) && rep.$$('.skeleton').length === 0, SLOW_MS)
})

test('she writes down a group and sends it a card', async () => {
  const rep = await openHers('pkgs/rep/groups/index')
  await rep.tap('#new-group')
  await rep.input('#group-name', '早安妈妈群')
  await rep.tap('.group-form .button-primary')
  await until(async () => (await world.docs('groups')).length === 1)
  const kit = await openHers('pkgs/rep/kit/index', { launch: { path: 'pkgs/rep/kit/index', query: { p: postId } } })
  await kit.tap('发到群里')
  await kit.tap('发到群：早安妈妈群')
  await kit.waitFor('发进这个群就好')
  await kit.tap('.for-contact .share-button')
  ;({ t: token = '' } = parted(kit.shares[0]?.path).query)
  expect(await world.doc('shares', token)).toMatchObject({ groupId: (await world.docs('groups'))[0]?._id })
})

test('opened in a chat of two the card asks WeChat for no group; opened in the group it passes the ticket alone', async () => {
  const path = 'pages/read/index'
  const query = { p: postId, t: token }
  const alone = await open(hua, path, { launch: { path, query, scene: 1007, chatType: 1 } })
  await alone.waitFor('河边')
  expect(alone.log.map(({ api }) => api)).not.toContain('getGroupEnterInfo')
  expect(await world.docs('groups')).toEqual([expect.objectContaining({ hash: null })])

  const reader = await open(hua, path, { launch: { path, query, ...IN_GROUP_CHAT }, answers: { group: GROUP_ID } })
  await reader.waitFor('河边')
  const reads = reader.log.filter(({ args }) => JSON.stringify(args ?? null).includes('"post.read"'))
  expect(reads[0]?.args).toMatchObject({ data: { groupCard: '[Ticket]' } })
  await until(async () => (await world.docs('groups'))[0]?.hash !== null)
  const stored = JSON.stringify(await Promise.all(['groups', 'shares', 'readings'].map((name) => world.docs(name))))
  expect(stored).not.toContain(GROUP_ID)
  const groupId = String((await world.docs('groups'))[0]?._id)
  const at = 'pkgs/rep/groups/index'
  const rep = await openHers(at, { launch: { path: at, query: { g: groupId } } })
  await rep.waitFor('在这个群里打开的卡片，认得出是这个群', SLOW_MS)
})
