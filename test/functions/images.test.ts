// What is let in as an image? Judged by its content, stored without anything its maker did not mean to tell.
import exifr from 'exifr'
import sharp from 'sharp'
import { findModels, findPostImages } from '../../cloudfunctions/_kit/data/images'
import type { ImageId } from '../../shared/domain/ids'
import { flatWebp } from '../support/hostile-bytes'
import { newId, photo, uploadImage, uploadRaw } from '../support/scenes'
import { editor, editorOnPhone, lin, otherEditor, startWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const fetchBytes = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())
const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7d5c' } })

test('stored upright, in sRGB, small enough, and with no metadata', async () => {
  const exif = {
    IFD0: { Copyright: 'who', Make: 'Phone' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1' },
  }
  const bytes = await canvas(3000, 2000).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await exifr.parse(bytes)).toBeDefined()
  const { image, notes } = await uploadImage(world, bytes)
  expect(image).toMatchObject({ width: 960, height: 1440 })
  expect(notes).toEqual(['made-smaller'])
  const [large, thumb] = [await fetchBytes(image.url), await fetchBytes(image.thumbUrl)]
  expect(await sharp(large).metadata()).toMatchObject({ format: 'jpeg', width: 960, height: 1440, space: 'srgb' })
  expect(await sharp(thumb).metadata()).toMatchObject({ format: 'jpeg', width: 213, height: 320 })
  for (const file of [large, thumb]) {
    expect(await exifr.parse(file, true)).toBeUndefined()
    expect((await sharp(file).metadata()).icc).toBeUndefined()
  }
})

test('PNG with transparency, animated WebP and CMYK come in, with notes', async () => {
  const clear = await sharp({
    create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer()
  const { image } = await uploadImage(world, clear)
  const { dominant } = await sharp(await fetchBytes(image.url)).stats()
  expect(dominant.r).toBeGreaterThan(240)
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 16, height: 16, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer()
  const first = await uploadImage(world, moving)
  expect(first.notes).toEqual(['first-frame-only'])
  expect(first.image).toMatchObject({ width: 16, height: 16 })
  const cmyk = await canvas(40, 40).toColourspace('cmyk').jpeg().toBuffer()
  expect((await uploadImage(world, cmyk)).notes).toEqual(['colours-converted'])
})

test('the grey model is kept with the image and read only by whoever deals pictures', async () => {
  const pixels = await canvas(1500, 1000).jpeg().toBuffer()
  const { image } = await uploadImage(world, pixels)
  expect(image).not.toHaveProperty('model')
  const doc = await world.doc('images', image.imageId)
  expect(doc?.model).toMatchObject({ width: 180, height: 120 })
  const imageId = image.imageId as ImageId
  expect((await findPostImages([imageId])).get(imageId)).toEqual({
    imageId,
    ...{ fileId: image.fileId, thumbFileId: doc?.thumbFileId, width: 1440, height: 960, kind: 'photo', alt: '' },
  })
  const model = (await findModels([imageId])).get(imageId)
  expect(model).toMatchObject({ width: 180, height: 120 })
  expect(model?.grey).toHaveLength(180 * 120)
  // 0.299 · 0x3a + 0.587 · 0x7d + 0.114 · 0x5c, give or take what JPEG rounds
  for (const grey of model?.grey ?? []) expect(Math.abs(grey - 101)).toBeLessThanOrEqual(2)
})

test('an image from before there were models has none, and is shown all the same', async () => {
  const { image } = await uploadImage(world)
  const imageId = image.imageId as ImageId
  const { remove } = world.database.command
  await world.database.collection('images').doc(imageId).update({ model: remove() })
  expect((await findModels([imageId])).size).toBe(0)
  expect((await findPostImages([imageId])).size).toBe(1)
})

test('HEIC is refused with what to do on the phone, in both languages', async () => {
  const heic = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(200)])
  const say = async (lang: 'zh' | 'en') =>
    (await world.refusal('render', 'image.intake', await uploadRaw(world, heic), editor, lang)).message
  expect(await say('zh')).toContain('“设置-相机-格式”选“兼容性最佳”')
  expect(await say('en')).toContain('Settings > Camera > Formats > Most Compatible')
})

describe('refused, with what to do instead', () => {
  const heic = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(200)])
  const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
  const cases: [string, string, () => Promise<Buffer>][] = [
    ['a text', 'not-an-image', async () => Buffer.from('这不是图片'.repeat(100))],
    ['an empty-looking file', 'not-an-image', async () => Buffer.from(' ')],
    ['a PDF', 'not-an-image', async () => Buffer.from('%PDF-1.7 ...')],
    ['a web page', 'not-an-image', async () => Buffer.from('<html><body>hi</body></html>')],
    ['a program', 'not-an-image', async () => Buffer.from('7f454c4602010100', 'hex')],
    ['HEIC', 'heic-not-supported', async () => heic],
    ['GIF', 'image-kind-not-supported', () => canvas(9, 9).gif().toBuffer()],
    ['SVG', 'image-kind-not-supported', async () => svg],
    ['TIFF', 'image-kind-not-supported', () => canvas(9, 9).tiff().toBuffer()],
    ['AVIF', 'image-kind-not-supported', () => canvas(64, 64).avif().toBuffer()],
    ['a JPEG cut short', 'image-damaged', async () => (await photo(900, 900)).subarray(0, 2500)],
    ['a PNG cut short', 'image-damaged', async () => (await canvas(400, 400).png().toBuffer()).subarray(0, 300)],
    [
      'text with the first bytes of a JPEG',
      'image-damaged',
      async () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('x'.repeat(500))]),
    ],
    ['a picture one pixel high', 'image-too-thin', () => canvas(3000, 1).png().toBuffer()],
    ['a large picture to be held whole', 'image-too-heavy', () => flatWebp(7000, 7000)],
    ['51 megapixels', 'image-too-many-pixels', () => canvas(8500, 6001).png({ compressionLevel: 9 }).toBuffer()],
    ['over 10 MB', 'image-too-big', async () => Buffer.concat([await photo(), Buffer.alloc(10 * 1024 * 1024)])],
  ]
  test.each(cases)('%s: %s', async (_, reason, make) => {
    const raw = await uploadRaw(world, await make())
    const zh = await world.refusal('render', 'image.intake', raw, editor)
    expect(zh).toMatchObject({
      code: 'invalid',
      reason,
      field: 'fileId',
      message: expect.stringMatching(/[\u4e00-\u9fff].*。$/),
    })
    expect(await world.doc('images', raw.imageId)).toBeNull()
    expect(await world.refusal('render', 'image.intake', raw, editor)).toMatchObject({ reason: 'upload-missing' })
  })
})

test('the same intake again answers the same, and the raw file is gone', async () => {
  const raw = await uploadRaw(world, await photo())
  const first = await world.ask('render', 'image.intake', raw, editor)
  const again = await world.ask('render', 'image.intake', raw, editor)
  expect({ ...again.image, url: '', thumbUrl: '' }).toEqual({ ...first.image, url: '', thumbUrl: '' })
  const { fileList } = await world.app.getTempFileURL({ fileList: [raw.fileId] })
  expect(fileList[0]?.code).not.toBe('SUCCESS')
})

test('another picture under the same id never replaces a stored one, whoever was faster', async () => {
  const first = await world.ask('render', 'image.intake', await uploadRaw(world, await photo(30, 20)), editor)
  const { imageId } = first.image
  // the other intake had looked before this one stored its document
  const stored = await world.doc('images', imageId)
  await world.database.collection('images').doc(imageId).remove()
  const raw = await uploadRaw(world, await photo(20, 30), otherEditor, imageId)
  const second = await world.ask('render', 'image.intake', raw, otherEditor)
  expect(second.image.fileId).not.toBe(first.image.fileId)
  expect(await sharp(await fetchBytes(first.image.url)).metadata()).toMatchObject({ width: 30, height: 20 })
  expect(stored).toMatchObject({ fileId: first.image.fileId, memberId: 'editor-1' })
})

test('only her own uploads, only under her own ids', async () => {
  const raw = await uploadRaw(world, await photo())
  expect(await world.refusal('render', 'image.intake', raw, otherEditor)).toMatchObject({ reason: 'not-your-upload' })
  const asked = { ...raw, fileId: raw.fileId.replace(raw.imageId, '../editor-2/x') }
  expect(await world.refusal('render', 'image.intake', asked, editor)).toMatchObject({ reason: 'not-your-upload' })
  expect((await world.ask('render', 'image.intake', raw, editorOnPhone)).image.imageId).toBe(raw.imageId)
  const taken = await uploadRaw(world, await photo(), otherEditor, raw.imageId)
  expect(await world.refusal('render', 'image.intake', taken, otherEditor)).toMatchObject({ reason: 'image-id-taken' })
  expect(await world.refusal('render', 'image.prepare', { imageId: newId(8), bytes: 1 }, lin)).toMatchObject({
    code: 'forbidden',
  })
})
