// Does the built mini program run the story? A rep saves and hands on, a customer reads and agrees, the rep is told.
import sharp from 'sharp'
import { schema } from '../../shared/schema'
import { publish, uploadImage } from '../support/scenes'
import { type Doc, lin, mei, startWorld, type World, wang, zhao } from '../support/world'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { createWeapp, type Weapp, type WeappOptions } from '../weapp/harness/weapp'
import { askedOf, COLOURS, coloursOf, expectClean, parted, plainPicture, readFor, SLOW_MS, until } from '../weapp/story'

jest.setTimeout(120_000)

const CHAT_CARD_SCENE = 1007
const TITLE = '换季护肤，先把顺序做对'
const READ_MS = 4_000
const TRIES = 3 // how often one picture is tried before it counts as failed
const ALL_SAVED = '已存 3/3，文案已复制'
const KIT = 'pkgs/rep/kit/index'
const LONG = '先把脸打湿，再把洁面揉出泡来，从额头到下巴慢慢打圈，最后用温水冲净。'.repeat(6)
const SECTIONS = ['先清洁', '再补水', '最后锁住'].map((heading, index) => ({
  id: `s${index + 1}`,
  heading,
  paragraphs: [LONG, LONG],
  imageId: null,
}))

let world: World
let postId = ''
let token = ''
const herPhone = new Map<string, string>() // what the customer's phone remembers
const phones: Weapp[] = []

const open = async (as: { openid: string }, path: string, more: Partial<WeappOptions> = {}): Promise<Weapp> => {
  const phone = createWeapp({ cloud: { url: world.emulator.url, openid: as.openid }, launch: { path }, ...more })
  phones.push(phone)
  await phone.launch()
  return phone
}

const totalOf = (reading: Doc): number =>
  Object.values(reading.sections as Record<string, number>).reduce((sum, ms) => sum + ms, 0)

/** Every document of the cloud, to look for what must not be there. */
const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all(schema.map(({ name }) => world.docs(name))))

beforeAll(async () => {
  compileDist(builtDist())
  world = await startWorld()
  const imageIds: string[] = []
  for (const colour of COLOURS) imageIds.push((await uploadImage(world, await plainPicture(colour))).image.imageId)
  const article = { title: TITLE, coverId: imageIds[0], sections: SECTIONS }
  ;({ postId } = await publish(world, { imageIds, article }))
})
afterEach(() => {
  for (const phone of phones) expectClean(phone)
})
afterEach(() => {
  for (const phone of phones.splice(0)) phone.dispose()
})
afterAll(() => world?.stop())

test('a rep saves the pictures in their order, then has her own text, and hands the post on', async () => {
  const rep = await open(lin, 'pages/today/index')
  await rep.waitFor(TITLE)
  await rep.tap('转发给好友')
  expect(rep.shares).toEqual([expect.objectContaining({ title: TITLE, path: expect.stringContaining(`p=${postId}`) })])

  await rep.tap('保存图文')
  await rep.waitFor(ALL_SAVED, SLOW_MS)
  expect(rep.page().path).toBe(KIT)
  const asked = askedOf(rep)
  expect(asked.slice(0, 4)).toEqual(['requirePrivacyAuthorize', 'popup.privacy', 'authorize', 'popup.scope'])
  expect(asked.indexOf('cloud.downloadFile')).toBeLessThan(asked.indexOf('saveImageToPhotosAlbum'))
  expect(asked.at(-1)).toBe('setClipboardData')
  expect(await coloursOf(rep)).toEqual([0, 1, 2])
  const kit = await world.ask('rep', 'kit.open', { postId }, lin)
  expect(rep.clipboard()).toBe(kit.text)
  expect(kit.marks).toMatchObject({ savedImages: 3, savedAt: expect.any(Number) })

  await rep.tap('.sheet-close')
  await rep.tap('海报')
  await rep.tap('保存海报')
  await rep.waitFor('海报已存')
  const poster = await sharp(rep.album.at(-1)?.bytes).metadata()
  expect(poster).toMatchObject({ format: 'jpeg', width: expect.any(Number) })
  expect(poster.height).toBeGreaterThan(poster.width)

  const card = await rep.share()
  expect(card).toMatchObject({ title: TITLE, imageUrl: expect.stringContaining('http') })
  token = parted(card?.path).query.t ?? ''
  expect(parted(card?.path)).toEqual({ path: 'pages/read/index', query: { p: postId, t: token } })
  await until(async () => (await world.docs('shares')).some(({ _id }) => _id === token))
})

test('a customer reads at once and unnamed; when she agrees, the rep is told how long and what longest', async () => {
  const launch = { path: 'pages/read/index', query: { p: postId, t: token }, scene: CHAT_CARD_SCENE }
  const reader = await open(mei, launch.path, { launch, storage: herPhone })
  await reader.waitFor('最后锁住')
  expect(reader.text()).toMatch(/林小满 · 东街店\s?发给您/)
  expect(reader.$('.photo-image')?.getAttribute('src')).toMatch(/^http/)
  expect(reader.$('#consent-bar')).not.toBeNull()
  await readFor(reader, READ_MS, '#section-s2')
  reader.background()
  expect(reader.log.filter(({ api }) => /^popup|showModal|authorize|login|profile/i.test(api))).toEqual([])
  await until(async () => (await world.docs('readings')).length === 1)
  const unnamed = { personId: null, known: false, scene: CHAT_CARD_SCENE, token }
  expect(await world.docs('readings')).toEqual([expect.objectContaining(unnamed)])
  expect(await world.docs('contacts')).toEqual([])

  const before = await open(lin, 'pages/feed/index')
  await before.waitFor(() => /少于\s?3\s?次/.test(before.text()))
  expect(before.$$('.reading')).toEqual([])

  reader.foreground()
  await reader.tap('同意并告知顾问')
  await reader.waitFor('可以在隐私中心撤回')
  expect(reader.$('#consent-bar')).toBeNull()
  await readFor(reader, READ_MS, '#section-s2')
  reader.background()
  await until(async () => (await world.docs('readings')).every((one) => one.known && totalOf(one) > 1.5 * READ_MS))
  expect(await everything()).not.toContain(mei.openid)

  const after = await open(lin, 'pages/feed/index')
  await after.waitFor(() => after.$('.reading'))
  expect(after.text()).toMatch(/新客户.*读.*《换季护肤，先把顺序做对》/)
  expect(after.text()).toMatch(/‘再补水’最久，\d+\s?秒/)
  await after.tap('.reading-open')
  await after.waitFor(() => after.page().path === 'pkgs/rep/contact/index' && after.text().includes('再补水'))
})

test('what she agreed to is in her own hands: she takes it back, and the rep sees it no more', async () => {
  const reader = await open(mei, 'pages/privacy/index', { storage: herPhone })
  await reader.waitFor('林小满')
  expect(reader.text()).toContain(TITLE)
  await reader.tap('撤回同意')
  await reader.tap('#privacy-yes')
  await reader.waitFor('已撤回')
  const rep = await open(lin, 'pages/feed/index')
  await rep.waitFor(() => /少于\s?3\s?次|还没有读者/.test(rep.text()))
  expect(rep.$$('.reading')).toEqual([])
})

test('a closed album has a way back, and a picture that failed is saved by the next tap', async () => {
  const launch = { path: KIT, query: { p: postId } }
  const rep = await open(zhao, KIT, { launch, answers: { scope: () => false } })
  await rep.tap('保存图文')
  await rep.waitFor('相册还没打开', SLOW_MS)
  expect(askedOf(rep)).toEqual(['requirePrivacyAuthorize', 'popup.privacy', 'authorize', 'popup.scope'])
  expect(rep.album).toEqual([])

  rep.answers.setting = { 'scope.writePhotosAlbum': true }
  rep.answers.save = (nth) => (nth >= 2 && nth <= 1 + TRIES ? 'disk full' : null)
  await rep.tap('去打开')
  await rep.waitFor('第 2 张没存上，点这里再试', SLOW_MS)
  expect(rep.log.map(({ api }) => api)).toContain('popup.settings')
  expect(rep.clipboard()).not.toBe('')
  await rep.tap('第 2 张没存上，点这里再试')
  await rep.waitFor(ALL_SAVED, SLOW_MS)
  expect(await coloursOf(rep)).toEqual([0, 2, 1])
})

test('who refuses the privacy notice keeps everything as it was, and may try again', async () => {
  const launch = { path: KIT, query: { p: postId } }
  const rep = await open(wang, KIT, { launch, answers: { privacy: 'disagree' } })
  await rep.tap('保存图文')
  await rep.waitFor('还没同意隐私说明', SLOW_MS)
  expect(askedOf(rep)).toEqual(['requirePrivacyAuthorize', 'popup.privacy'])
  expect(rep.album).toEqual([])
  expect(rep.clipboard()).toBe('')
})
