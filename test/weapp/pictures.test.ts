// What does the built mini program ask of a phone's canvas, files and album for a kit of nine pictures?
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type { Output } from '../../shared/contracts'
import { FRAME_PAINT } from '../../shared/domain/picture-colors'
import { layoutPicture } from '../../shared/domain/picture-layout'
import { FRAME_COLORS, FRAME_STYLES, type Recipe } from '../../shared/domain/recipe'
import { demoKit, demoMe, noMarks } from '../support/rep-answers'
import { builtDist, compileDist } from './harness/compile'
import { createWeapp, type Weapp, type WeappOptions } from './harness/weapp'
import type { LogEntry } from './harness/wx/host'
import { type SmallCloud, startSmallCloud } from './small-cloud'
import { SLOW_MS } from './story'

jest.setTimeout(120_000)

const NINE = 9
const KIT = 'pkgs/rep/kit/index'
const LAUNCH = { path: KIT, query: { p: 'p1' } }
const QUALITY = 0.9
const PREVIEW_MOST = 480
const CACHE_AFTER_MS = 700 // answers are written down half a second after they came
const ALL_SAVED = '已存 9/9，文案已复制'
/** Tall, square and wide, as shops take them. */
const SHAPES = [
  [1080, 1440],
  [1080, 1080],
  [1440, 1080],
] as const
/** Apart enough to be told from each other after JPEG. */
const COLOURS = Array.from({ length: NINE }, (_, n) => ({ r: 20 + 24 * n, g: 220 - 20 * n, b: (n * 97) % 256 }))
const CARRIER = 4

type Kit = Output<'rep', 'kit.open'>
const recipeOf = (n: number): Recipe => ({
  crop: { x: 5 * n, y: 10, w: 980 - 5 * n, h: 970 },
  tone: { shade: 1, light: 0, x: 0, y: 0 },
  frame: {
    style: FRAME_STYLES[n % FRAME_STYLES.length] ?? 'line',
    width: 14 + n,
    color: FRAME_COLORS[n % FRAME_COLORS.length] ?? 'white',
    accent: 'pine',
  },
  card: n === CARRIER ? { position: 'bottom', height: 130, palette: 'jade' } : null,
})
const shapeOf = (n: number) => SHAPES[n % SHAPES.length] ?? SHAPES[0]

const plain = (n: number, long: number): Promise<Buffer> => {
  const [width, height] = shapeOf(n)
  const scale = long / Math.max(width, height)
  const background = COLOURS[n] ?? { r: 0, g: 0, b: 0 }
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  return sharp({ create: { ...size, channels: 3, background } })
    .jpeg()
    .toBuffer()
}
/** In an order that is not that of their names: what she is shown counts. */
const SHOWN = [0, 7, 2, 5, 4, 3, 6, 1, 8]

let cloud: SmallCloud
let kit: Kit
let disk = ''
const storage = new Map<string, string>()
const phones: Weapp[] = []

const open = async (more: Partial<WeappOptions> = {}): Promise<Weapp> => {
  const phone = createWeapp({ cloud: { url: cloud.url, openid: 'rep' }, launch: LAUNCH, ...more })
  phones.push(phone)
  await phone.launch()
  return phone
}
const srcs = (phone: Weapp): string[] => phone.$$('.photo-image').map((image) => image.getAttribute('src') ?? '')
const painted = (phone: Weapp) =>
  phone.waitFor(() => srcs(phone).filter((src) => src.startsWith('wxfile://')).length === NINE, SLOW_MS)

type Painting = { width: number; height: number; calls: LogEntry[] }

/** One painting: from the moment the canvas has its size to the moment it gives its pixels back. */
const paintingsOf = (phone: Weapp): Painting[] => {
  const paintings: Painting[] = []
  for (const entry of phone.log) {
    if (entry.api === 'canvas.node.width' && entry.args !== 1)
      paintings.push({ width: Number(entry.args), height: 0, calls: [] })
    const now = paintings.at(-1)
    if (!now) continue
    if (entry.api === 'canvas.node.height' && now.height === 0) now.height = Number(entry.args)
    else if (/^canvas/.test(entry.api)) now.calls.push(entry)
  }
  return paintings
}
const argsOf = ({ calls }: Painting, api: string): unknown[] =>
  calls.filter((one) => one.api === api).map((one) => one.args)

/** Which picture each file of the album shows, by the colour of its middle. */
const albumOf = (phone: Weapp): Promise<number[]> =>
  Promise.all(
    phone.album.map(async ({ bytes }) => {
      const { width, height } = await sharp(bytes).metadata()
      const middle = { left: Math.round(width / 2) - 20, top: Math.round(height / 2) - 20, width: 40, height: 40 }
      const [r = 0, g = 0, b = 0] = (await sharp(bytes).extract(middle).stats()).channels.map(({ mean }) => mean)
      const far = COLOURS.map((one) => Math.abs(one.r - r) + Math.abs(one.g - g) + Math.abs(one.b - b))
      return far.indexOf(Math.min(...far))
    }),
  )

beforeAll(async () => {
  compileDist(builtDist())
  cloud = await startSmallCloud()
  disk = mkdtempSync(path.join(os.tmpdir(), 'ripple-disk-'))
  const demo = demoKit(NINE)
  const images: Kit['images'] = []
  for (const n of SHOWN) {
    const [width, height] = shapeOf(n)
    const url = cloud.store(`${n}.jpg`, await plain(n, Math.max(width, height)))
    const thumbUrl = cloud.store(`${n}-thumb.jpg`, await plain(n, 320))
    const image = {
      imageId: `i${n}`,
      fileId: `cloud://${n}.jpg`,
      url,
      thumbUrl,
      width,
      height,
      kind: 'photo' as const,
      alt: '',
    }
    images.push({ image, recipe: recipeOf(n) })
  }
  kit = { ...demo, images }
  Object.assign(cloud.answers, {
    'kit.open': () => kit,
    'me.see': demoMe,
    'kit.mark': () => noMarks,
    'kit.paint': ({ indexes }: { indexes: number[] }) => ({
      pictures: indexes.map((index) => ({ index, fileId: `cloud://${SHOWN[index]}.jpg`, url: '' })),
    }),
  } satisfies Record<string, unknown>)
})
afterEach(() => {
  for (const phone of phones) expect(phone.errors).toEqual([])
  for (const phone of phones.splice(0)) phone.dispose()
})
afterAll(async () => {
  await cloud?.stop()
  rmSync(disk, { recursive: true, force: true })
})

test('nine previews are painted small from the thumbnails, one at a time', async () => {
  const phone = await open({ storage, disk })
  await painted(phone)
  const paintings = paintingsOf(phone)
  expect(paintings).toHaveLength(NINE)
  for (const one of paintings) {
    expect(Math.max(one.width, one.height)).toBeLessThanOrEqual(PREVIEW_MOST)
    expect(argsOf(one, 'canvasToTempFilePath')).toHaveLength(1)
  }
  expect(phone.log.filter(({ api }) => api === 'cloud.downloadFile')).toEqual([])
})

test('each picture is painted by its recipe at full size, exported, let go; nine land in the album as shown', async () => {
  const phone = await open({ storage, disk })
  await painted(phone)
  phone.log.length = 0
  await phone.tap('保存图文')
  await phone.waitFor(ALL_SAVED, SLOW_MS)
  const paintings = paintingsOf(phone)
  expect(paintings).toHaveLength(NINE)
  paintings.forEach((painting, place) => {
    const n = SHOWN[place] ?? -1
    const [width, height] = shapeOf(n)
    const recipe = recipeOf(n)
    const { source, photo, width: w, height: h } = layoutPicture({ width, height }, recipe)
    expect([painting.width, painting.height]).toEqual([w, h])
    expect(argsOf(painting, 'canvas.fillStyle')[0]).toBe(FRAME_PAINT[recipe.frame.color].fill)
    expect(argsOf(painting, 'canvas.fillRect')[0]).toEqual([0, 0, w, h])
    expect(argsOf(painting, 'canvas.drawImage')).toEqual([
      [{ width, height }, source.x, source.y, source.w, source.h, photo.x, photo.y, photo.w, photo.h],
    ])
    expect(argsOf(painting, 'canvas.fillText').map((args) => (args as unknown[])[0])).toEqual(
      n === CARRIER ? [kit.card.name, kit.card.store] : [],
    )
    const order = painting.calls.map(({ api }) => api)
    expect(order.indexOf('canvas.fillRect')).toBeLessThan(order.indexOf('canvas.drawImage'))
    expect(order.slice(-3)).toEqual(['canvasToTempFilePath', 'canvas.node.width', 'canvas.node.height'])
    expect(argsOf(painting, 'canvasToTempFilePath')).toEqual([
      expect.objectContaining({ width: w, height: h, destWidth: w, destHeight: h, fileType: 'jpg', quality: QUALITY }),
    ])
    expect(argsOf(painting, 'canvas.node.width')).toEqual([w, 1])
  })
  expect(await albumOf(phone)).toEqual(SHOWN)
  const saves = phone.log.filter(({ api }) => /^(saveImageToPhotosAlbum|setClipboardData)$/.test(api))
  expect(saves.map(({ api }) => api)).toEqual([...Array(NINE).fill('saveImageToPhotosAlbum'), 'setClipboardData'])
  const firstSaved = phone.log.findIndex(({ api }) => api === 'saveImageToPhotosAlbum')
  const exportsBefore = phone.log.slice(0, firstSaved).filter(({ api }) => api === 'canvasToTempFilePath')
  expect(exportsBefore).toHaveLength(1)
  await new Promise((ready) => setTimeout(ready, CACHE_AFTER_MS))
})

test('the same phone without signal: the same nine from what it kept, and nothing is painted', async () => {
  const phone = await open({ storage, disk, answers: { online: false } })
  await painted(phone)
  await phone.tap('再存一遍')
  await phone.waitFor(ALL_SAVED, SLOW_MS)
  expect(await albumOf(phone)).toEqual(SHOWN)
  expect(paintingsOf(phone)).toEqual([])
})

test.each(['is not there', 'has no context', 'gives no file'] as const)(
  'a canvas that %s: the cloud paints, and nine are saved as shown',
  async (canvas) => {
    const phone = await open({ answers: { canvas } })
    await phone.waitFor('保存图文')
    cloud.asked.length = 0
    await phone.tap('保存图文')
    await phone.waitFor(ALL_SAVED, SLOW_MS)
    expect(await albumOf(phone)).toEqual(SHOWN)
    const asked = cloud.asked
      .filter(({ action }) => action === 'kit.paint')
      .map(({ payload }) => payload.indexes as number[])
    expect(asked.flat().sort()).toEqual(SHOWN.map((_, index) => index))
  },
)
