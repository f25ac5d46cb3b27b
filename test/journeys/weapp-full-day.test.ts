// Is the fullest day she can have light enough for WeChat? Twelve talks, several reasons each, under a morning of posts.
import { dayAfter, dayOf } from '../../shared/domain/day'
import { TALKS_A_DAY_MAX } from '../../shared/domain/limits'
import { WEAPP } from '../../tools/budgets.data'
import { addRule, noteOf, promiseOf, purchaseOf, writeNote } from '../support/files-world'
import { oldContact, startDay } from '../support/rep-day'
import { publish, uploadImage } from '../support/scenes'
import { lin, type World } from '../support/world'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { createWeapp, type Weapp } from '../weapp/harness/weapp'
import { expectClean, SLOW_MS, until } from '../weapp/story'

jest.setTimeout(120_000)

const POSTS = 6
const DAY_MS = 86_400_000
const WORDS = '她说最近在看房，想换房，等定下来再来店里挑，先帮她留着，别催她，周末再问一句就好'

let world: World
let phone: Weapp

beforeAll(async () => {
  compileDist(builtDist())
  world = await startDay()
  await addRule(world, ['换房', '看房'])
  const imageIds = [(await uploadImage(world)).image.imageId]
  for (let n = 0; n < POSTS; n += 1) await publish(world, { imageIds })
  await world.ask('rep', 'talk.limit', { aDay: TALKS_A_DAY_MAX }, lin)
  for (let n = 0; n < TALKS_A_DAY_MAX; n += 1) {
    const contactId = await oldContact(world, `朝阳路的优优妈妈 ${n + 1}`)
    const dueDay = dayAfter(dayOf(Date.now()), -n)
    await world.ask('rep', 'promise.make', promiseOf(contactId, { text: WORDS.slice(0, 40), dueDay }), lin)
    await writeNote(world, { ...purchaseOf(contactId, '有机奶粉三段大罐装'), agoMs: 25 * DAY_MS })
    await writeNote(world, noteOf(contactId, { text: WORDS }))
  }
  await world.database.collection('talkdays').where({ repId: 'rep-lin' }).remove()
  phone = createWeapp({
    cloud: { url: world.emulator.url, openid: lin.openid },
    launch: { path: 'pages/today/index' },
  })
})
afterAll(async () => {
  phone?.dispose()
  await world?.stop()
})

const depthOf = (element: Element): number =>
  1 + [...element.children].reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0)
const weigh = () => {
  const { element } = phone.page()
  const all = [...element.querySelectorAll('*')]
  return {
    nodes: all.length,
    children: Math.max(...all.map(({ children }) => children.length)),
    depth: depthOf(element),
    setData: Math.max(...phone.setData.map(({ bytes }) => bytes)),
  }
}
const expectLight = () => {
  const { nodes, children, depth, setData } = weigh()
  expect(nodes).toBeLessThanOrEqual(WEAPP.pageNodes)
  expect(children).toBeLessThanOrEqual(WEAPP.nodeChildren)
  expect(depth).toBeLessThanOrEqual(WEAPP.nodeDepth)
  expect(setData).toBeLessThanOrEqual(WEAPP.setDataBytes)
  expectClean(phone)
}

test('twelve talks with their reasons are drawn in one light page', async () => {
  await phone.launch()
  await phone.waitFor(() => phone.$$('.talk').length === TALKS_A_DAY_MAX, SLOW_MS)
  await phone.tap('.today-list .fold-head')
  await phone.waitFor(() => phone.$$('.post').length === POSTS)
  const reasons = phone.$$('.talk').map((talk) => talk.querySelectorAll('.talk-clue').length)
  expect(Math.min(...reasons)).toBeGreaterThanOrEqual(3)
  expectLight()
})

test('told of one after another, the page stays light and each is told once', async () => {
  for (let left = TALKS_A_DAY_MAX; left > 0; left -= 1) {
    await phone.waitFor(() => phone.$$('.talk').length === left)
    await phone.tap('.talk-end')
    await phone.waitFor(() => phone.$$('.talk').length === left - 1)
    await new Promise((ready) => setTimeout(ready, 450))
  }
  await phone.waitFor('今天的都说过了')
  await until(async () => {
    const sheets = await world.docs('sheets')
    return sheets.every(
      ({ touches }) => (touches as { how: string }[]).filter(({ how }) => how === 'talked').length === 1,
    )
  })
  expectLight()
})
