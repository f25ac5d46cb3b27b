// Does the built mini program run the story? A rep saves and hands on, a customer reads and agrees, the rep is told.
import sharp from 'sharp'
import { schema } from '../../shared/schema'
import { publish, uploadImage } from '../support/scenes'
import { type Doc, lin, mei, startWorld, type World, wang, zhao } from '../support/world'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { pause } from '../weapp/harness/hand'
import { createWeapp, type Weapp } from '../weapp/harness/weapp'
import type { Answers } from '../weapp/harness/wx/host'

jest.setTimeout(120_000)

const CHAT_CARD_SCENE = 1007
const TITLE = '换季护肤，先把顺序做对'
const READ_MS = 4_000
const SLOW_MS = 20_000
const TRIES = 3 // how often one picture is tried before it counts as failed
const ASKS = [
  'requirePrivacyAuthorize',
  'authorize',
  'cloud.downloadFile',
  'saveImageToPhotosAlbum',
  'setClipboardData',
]
const LONG = '先把脸打湿，再把洁面揉出泡来，从额头到下巴慢慢打圈，最后用温水冲净。'.repeat(6)
const SECTIONS = ['先清洁', '再补水', '最后锁住'].map((heading, index) => ({
  id: `s${index + 1}`,
  heading,
  paragraphs: [LONG, LONG],
  imageId: null,
}))
/** One plain picture per colour, so that the order in the album can be read off. */
const COLOURS = [
  { r: 200, g: 40, b: 40 },
  { r: 40, g: 160, b: 60 },
  { r: 40, g: 60, b: 200 },
]

let world: World
let postId = ''
const phones: Weapp[] = []

const open = async (
  as: { openid: string },
  launch: { path: string; query?: Record<string, string>; scene?: number },
  more: { storage?: Map<string, string>; answers?: Partial<Answers> } = {},
): Promise<Weapp> => {
  const phone = createWeapp({ cloud: { url: world.emulator.url, openid: as.openid }, launch, ...more })
  phones.push(phone)
  await phone.launch()
  return phone
}

const plainPicture = (background: { r: number; g: number; b: number }): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()

/** Which of the colours a saved picture is mostly made of. */
const colourOf = async (bytes: Buffer): Promise<number> => {
  const [r = 0, g = 0, b = 0] = (await sharp(bytes).stats()).channels.map(({ mean }) => mean)
  return r > g && r > b ? 0 : g > b ? 1 : 2
}

/** The calls of saving, runs of the same call told once. */
const order = (phone: Weapp, from = 0): string[] =>
  phone.log
    .slice(from)
    .map(({ api }) => api)
    .filter((api) => ASKS.includes(api) || /^popup\.(privacy|scope|settings)/.test(api))
    .filter((api, at, all) => api !== all[at - 1])

/** Reads the part that begins at `start` as a person does: a little scroll now and then. */
const readFor = async (phone: Weapp, ms: number, start: string): Promise<void> => {
  await phone.scroll(start)
  const top = phone.scrolled()
  for (const end = Date.now() + ms; Date.now() < end; ) {
    await pause(400)
    await phone.scroll(top + Math.round((end - Date.now()) / 100))
  }
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + SLOW_MS; !(await isSo()); await pause(100))
    if (Date.now() > end) throw new Error(`it did not come true: ${isSo}`)
}

const totalOf = (reading: Doc): number =>
  Object.values(reading.sections as Record<string, number>).reduce((sum, ms) => sum + ms, 0)

/** Every document of the cloud, to look for what must not be there. */
const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all(schema.map(({ name }) => world.docs(name))))

const parted = (path: string): { path: string; query: Record<string, string> } => {
  const [page = '', query = ''] = path.replace(/^\//, '').split('?')
  return { path: page, query: Object.fromEntries(new URLSearchParams(query)) }
}

beforeAll(async () => {
  compileDist(builtDist())
  world = await startWorld()
  const imageIds: string[] = []
  for (const colour of COLOURS) imageIds.push((await uploadImage(world, await plainPicture(colour))).image.imageId)
  const article = { title: TITLE, coverId: imageIds[0], sections: SECTIONS }
  ;({ postId } = await publish(world, { imageIds, article }))
})
afterEach(() => {
  for (const phone of phones.splice(0)) phone.dispose()
})
afterAll(() => world?.stop())

test('a rep saves and hands on, a customer reads, agrees and reads on, the rep is told', async () => {
  const rep = await open(lin, { path: 'pages/today/index' })
  await rep.waitFor('换季护肤')
  await rep.tap('保存图文')
  await rep.waitFor('已存 3/3，文案已复制', SLOW_MS)
  expect(rep.page().path).toBe('pkgs/rep/kit/index')

  const asked = order(rep)
  expect(asked.slice(0, 4)).toEqual(['requirePrivacyAuthorize', 'popup.privacy', 'authorize', 'popup.scope'])
  expect(asked.indexOf('cloud.downloadFile')).toBeLessThan(asked.indexOf('saveImageToPhotosAlbum'))
  expect(asked.at(-1)).toBe('setClipboardData')
  expect(await Promise.all(rep.album.map(({ bytes }) => colourOf(bytes)))).toEqual([0, 1, 2])
  const kit = await world.ask('rep', 'kit.open', { postId }, lin)
  expect(rep.clipboard()).toBe(kit.text)
  expect(kit.marks).toMatchObject({ savedImages: 3, savedAt: expect.any(Number) })

  const card = await rep.share()
  expect(card).toMatchObject({ title: TITLE, imageUrl: expect.stringContaining('http') })
  const { path, query } = parted(card?.path ?? '')
  expect(path).toBe('pages/read/index')
  await until(async () => (await world.docs('shares')).some((share) => share._id === query.t))

  const reader = await open(mei, { path, query, scene: CHAT_CARD_SCENE })
  await reader.waitFor(SECTIONS[2]?.heading ?? '')
  expect(reader.text()).toMatch(/林小满 · 东街店\s?发给您/)
  expect(reader.$('#consent-bar')).not.toBeNull()
  expect(reader.log.filter(({ api }) => /^popup|showModal|authorize/i.test(api))).toEqual([])
  await readFor(reader, READ_MS, '#section-s2')
  reader.background()
  await until(async () => (await world.docs('readings')).length === 1)
  expect(await world.docs('readings')).toEqual([expect.objectContaining({ personId: null, known: false, scene: 1007 })])
  expect(await world.docs('contacts')).toEqual([])
  expect(await everything()).not.toContain(mei.openid)

  const before = await open(lin, { path: 'pages/feed/index' })
  await before.waitFor(() => /少于\s?3\s?次/.test(before.text()))
  expect(before.$$('.reading')).toEqual([])

  reader.foreground()
  await reader.tap('同意并告知顾问')
  await reader.waitFor(() => /您已同意\s?林小满/.test(reader.text()))
  await readFor(reader, READ_MS, '#section-s2')
  reader.background()
  await until(async () => (await world.docs('readings')).every((one) => totalOf(one) > 1.5 * READ_MS))
  expect(await everything()).not.toContain(mei.openid)

  const after = await open(lin, { path: 'pages/feed/index' })
  await after.waitFor(() => after.$('.reading'))
  expect(after.text()).toMatch(/新读者.*读.*《换季护肤，先把顺序做对》/)
  expect(after.text()).toMatch(/‘再补水’最久，\d+\s?秒/)
  for (const phone of phones) {
    expect(phone.errors).toEqual([])
    expect([...phone.missing]).toEqual([])
  }
})

test('a closed album has a way back, and a picture that failed is saved by the next tap', async () => {
  const rep = await open(
    zhao,
    { path: 'pkgs/rep/kit/index', query: { p: postId } },
    { answers: { scope: () => false } },
  )
  await rep.tap('保存图文')
  await rep.waitFor('相册还没打开', SLOW_MS)
  expect(order(rep)).toEqual(['requirePrivacyAuthorize', 'popup.privacy', 'authorize', 'popup.scope'])
  expect(rep.album).toEqual([])

  rep.answers.setting = { 'scope.writePhotosAlbum': true }
  rep.answers.save = (nth) => (nth >= 2 && nth <= 1 + TRIES ? 'disk full' : null)
  await rep.tap('去打开')
  await rep.waitFor('第 2 张没存上，点这里再试', SLOW_MS)
  expect(rep.log.map(({ api }) => api)).toContain('popup.settings')
  expect(rep.clipboard()).not.toBe('')
  await rep.tap('第 2 张没存上，点这里再试')
  await rep.waitFor('已存 3/3，文案已复制', SLOW_MS)
  expect(await Promise.all(rep.album.map(({ bytes }) => colourOf(bytes)))).toEqual([0, 2, 1])
  expect(rep.errors).toEqual([])
})

test('who refuses the privacy notice keeps everything as it was, and may try again', async () => {
  const rep = await open(
    wang,
    { path: 'pkgs/rep/kit/index', query: { p: postId } },
    { answers: { privacy: 'disagree' } },
  )
  await rep.tap('保存图文')
  await rep.waitFor('还没同意隐私说明', SLOW_MS)
  expect(order(rep)).toEqual(['requirePrivacyAuthorize', 'popup.privacy'])
  expect(rep.album).toEqual([])
  expect(rep.clipboard()).toBe('')
})
