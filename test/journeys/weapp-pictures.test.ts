// Does the built mini program bring nine pictures of a published post into a rep's album: hers, in her order, with and without signal?
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Output } from '../../shared/contracts'
import { PICTURE_ROLLS_MAX } from '../../shared/domain/kit'
import { layoutPicture } from '../../shared/domain/picture-layout'
import { publish, uploadImage } from '../support/scenes'
import { lin, startWorld, type World, wang, zhao } from '../support/world'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { createWeapp, type Weapp, type WeappOptions } from '../weapp/harness/weapp'
import { SLOW_MS } from '../weapp/story'

jest.setTimeout(180_000)

const NINE = 9
const KIT = 'pkgs/rep/kit/index'
const TITLE = '九张图，一次存好'
const ALL_SAVED = '已存 9/9，文案已复制'
const CACHE_AFTER_MS = 700 // answers are written down half a second after they came
const LOOK = 16 // a picture is told by so many squares of colour each way

type Kit = Output<'rep', 'kit.open'>

let world: World
let postId = ''
let disk = ''
const storage = new Map<string, string>()
const phones: Weapp[] = []
/** By image id. */
const looks = new Map<string, Buffer>()

const open = async (as: { openid: string }, more: Partial<WeappOptions> = {}): Promise<Weapp> => {
  const launch = { path: KIT, query: { p: postId } }
  const phone = createWeapp({ cloud: { url: world.emulator.url, openid: as.openid }, launch, ...more })
  phones.push(phone)
  await phone.launch()
  return phone
}
const kitOf = (as: { openid: string }): Promise<Kit> => world.ask('rep', 'kit.open', { postId }, as)
const srcs = (phone: Weapp): string[] => phone.$$('.photo-image').map((image) => image.getAttribute('src') ?? '')
const painted = (phone: Weapp, not: readonly string[] = []) =>
  phone.waitFor(
    () => srcs(phone).filter((src) => src.startsWith('wxfile://') && !not.includes(src)).length === NINE,
    SLOW_MS,
  )
const save = async (phone: Weapp, button: string) => {
  await phone.tap(button)
  await phone.waitFor(ALL_SAVED, SLOW_MS)
}

const lookOf = (image: Sharp): Promise<Buffer> => image.resize(LOOK, LOOK, { fit: 'fill' }).raw().toBuffer()
const farOf = (a: Buffer, b: Buffer): number => a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0)

/** Which image the photo in each saved picture is nearest to, and whether the picture has its recipe's size. */
const albumOf = (phone: Weapp, { images }: Kit) =>
  Promise.all(
    phone.album.slice(-NINE).map(async ({ bytes }, place) => {
      const one = images[place]
      if (!one) throw new Error('more saved than shown')
      const { photo, ...size } = layoutPicture(one.image, one.recipe)
      const { width, height } = await sharp(bytes).metadata()
      const box = { left: photo.x, top: photo.y, width: photo.w, height: photo.h }
      const seen = await lookOf(sharp(bytes).extract(box))
      const near = [...looks].sort(([, a], [, b]) => farOf(a, seen) - farOf(b, seen))
      return { imageId: near[0]?.[0], sized: width === size.width && height === size.height }
    }),
  )
const asShown = ({ images }: Kit) => images.map(({ image: { imageId } }) => ({ imageId, sized: true }))

beforeAll(async () => {
  compileDist(builtDist())
  disk = mkdtempSync(path.join(os.tmpdir(), 'ripple-disk-'))
  world = await startWorld()
  const imageIds: string[] = []
  for (let n = 1; n <= NINE; n += 1) {
    const bytes = readFileSync(path.join(process.cwd(), `assets/demo/a0${n}-1.jpg`))
    const { image } = await uploadImage(world, bytes)
    imageIds.push(image.imageId)
    looks.set(image.imageId, await lookOf(sharp(bytes)))
  }
  const sections = [{ id: 's1', heading: '看图', paragraphs: ['九张都在这里。'], imageId: null }]
  const article = { title: TITLE, coverId: imageIds[0], sections }
  ;({ postId } = await publish(world, { imageIds, orderFree: true, article }))
})
afterEach(() => {
  for (const phone of phones) expect([phone.errors, [...phone.missing]]).toEqual([[], []])
  for (const phone of phones.splice(0)) phone.dispose()
})
afterAll(async () => {
  await world?.stop()
  rmSync(disk, { recursive: true, force: true })
})

test('nine land in her album by her recipes and in her order', async () => {
  const phone = await open(lin, { storage, disk })
  await painted(phone)
  await save(phone, '保存图文')
  const kit = await kitOf(lin)
  expect(await albumOf(phone, kit)).toEqual(asShown(kit))
  expect(kit.marks).toMatchObject({ savedImages: NINE })
  expect(phone.album).toHaveLength(NINE)
  await new Promise((ready) => setTimeout(ready, CACHE_AFTER_MS))
})

test('on the same phone without signal she saves the same nine again', async () => {
  const phone = await open(lin, { storage, disk, answers: { online: false } })
  await painted(phone)
  await save(phone, '再存一遍')
  phone.online(true)
  const kit = await kitOf(lin)
  expect(await albumOf(phone, kit)).toEqual(asShown(kit))
  expect(phone.log.filter(({ api }) => /^canvas/.test(api))).toEqual([])
})

test('another set, as often as she may: new pictures each time, none of them saved yet', async () => {
  const phone = await open(wang)
  const seen = new Set<string>()
  for (let roll = 0; ; roll += 1) {
    await painted(phone, [...seen])
    const kit = await kitOf(wang)
    expect(kit).toMatchObject({ pictureRolls: roll, pictureRollsLeft: PICTURE_ROLLS_MAX - roll })
    for (const src of srcs(phone)) seen.add(src)
    if (roll === PICTURE_ROLLS_MAX) break
    await phone.tap('换一套图')
  }
  expect(seen.size).toBe(NINE * (PICTURE_ROLLS_MAX + 1))
  expect(phone.text()).toContain('没有别的图了')
  await save(phone, '保存图文')
  const kit = await kitOf(wang)
  expect(await albumOf(phone, kit)).toEqual(asShown(kit))
})

test('a phone whose canvas gives nothing gets the same nine from the cloud', async () => {
  const phone = await open(zhao, { answers: { canvas: 'has no context' } })
  await phone.waitFor('保存图文', SLOW_MS)
  await phone.tap('保存图文')
  await phone.waitFor(ALL_SAVED, 60_000)
  const kit = await kitOf(zhao)
  expect(await albumOf(phone, kit)).toEqual(asShown(kit))
})
