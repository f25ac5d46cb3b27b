// Can an editor with only her phone write a post with a picture, publish it to the reps and call it back?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { editorOnPhone, lin, startWorld, type World } from '../support/world'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { createWeapp, type Weapp } from '../weapp/harness/weapp'
import { COLOURS, expectClean, plainPicture, SLOW_MS } from '../weapp/story'

jest.setTimeout(90_000)

const TEXT = '{今天|刚刚}到店的燕麦围巾，¥129一条。{想摸摸看的来店里|路过可以来试}。'
const TITLE = '围巾怎么洗不起球'
const album = mkdtempSync(path.join(os.tmpdir(), 'ripple-album-'))

let world: World
const phones: Weapp[] = []
const open = async (as: { openid: string }, at: string): Promise<Weapp> => {
  const phone = createWeapp({ cloud: { url: world.emulator.url, openid: as.openid }, launch: { path: at } })
  phones.push(phone)
  await phone.launch()
  return phone
}

beforeAll(async () => {
  compileDist(builtDist())
  world = await startWorld()
})
afterEach(() => {
  for (const phone of phones) expectClean(phone)
  for (const phone of phones.splice(0)) phone.dispose()
})
afterAll(async () => {
  await world?.stop()
  rmSync(album, { recursive: true, force: true })
})

test('from the closed door of the guides to a post that is out, and back', async () => {
  const picture = path.join(album, 'scarf.jpg')
  writeFileSync(picture, await plainPicture(COLOURS[0] ?? { r: 0, g: 0, b: 0 }))
  const editor = await open(editorOnPhone, 'pages/today/index')
  await editor.tap('我是总部编辑，去写内容')
  await editor.tap('新建内容')
  await editor.input('#post-text', TEXT)
  editor.answers.media = [picture]
  await editor.tap('加图片')
  await editor.waitFor('移走第 1 张', SLOW_MS)
  await editor.input('#article-title', TITLE)
  await editor.tap('这是广告') // it names a price and where to get it
  await editor.tap('存草稿')
  await editor.tap('现在发布')
  await editor.waitFor(() => editor.text().includes('发布这条内容'), SLOW_MS)
  await editor.tap('.sheet .button-primary')
  await editor.waitFor('撤回', SLOW_MS)
  const [post] = await world.docs('posts')
  expect(post).toMatchObject({ state: 'live', text: TEXT, images: [{ width: 640, height: 480 }] })
  expect(world.emulator.meter().wxApi['/wxa/msg_sec_check']).toBeGreaterThan(0)

  const rep = await open(lin, 'pages/today/index')
  await rep.waitFor(TITLE, SLOW_MS)

  await editor.waitFor('撤回', SLOW_MS)
  await editor.tap('撤回')
  await editor.input('.field-input', '价格写错了')
  await editor.tap('.sheet .button-danger')
  await editor.waitFor(() => editor.text().includes('已撤回：价格写错了'), SLOW_MS)
  await rep.pullDown()
  await rep.waitFor(() => !rep.text().includes(TITLE), SLOW_MS)
})
