// May a rep show herself on her name card? Her own upload only, checked, small, square, without metadata; and gone when she says.
import exifr from 'exifr'
import sharp from 'sharp'
import { photo } from '../support/scenes'
import { type As, editor, editorOnPhone, lin, linOnWeb, mei, startWorld, type World, wang } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  for (const as of [lin, wang]) await world.ask('render', 'avatar.take', { fileId: null }, as)
})

const plain = (width: number, height: number, background = '#3a7d5c') =>
  sharp({ create: { width, height, channels: 3, background } })

/** The id of the raw file. */
const upload = async (bytes: Buffer, as: As = lin): Promise<string> => {
  const { uploadUrl, headers, fileId } = await world.ask('render', 'avatar.prepare', {}, as)
  const put = await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  if (!put.ok) throw new Error(`the upload answered ${put.status}`)
  return fileId
}
const take = async (bytes: Buffer, as: As = lin) => {
  const { avatar } = await world.ask('render', 'avatar.take', { fileId: await upload(bytes, as) }, as)
  if (!avatar) throw new Error('nothing was taken')
  return avatar
}
const isThere = async (fileId: string): Promise<boolean> => {
  const { fileList } = await world.app.getTempFileURL({ fileList: [fileId] })
  return fileList[0]?.code === 'SUCCESS'
}
const seen = async (as: As = lin) => (await world.ask('rep', 'me.see', {}, as)).avatar
const bytesOf = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())

test('hers at once, on the phone and on the web; before that there is none', async () => {
  expect(await seen()).toBeNull()
  const { fileId, url } = await take(await photo(640, 480))
  expect(fileId).toMatch(/^cloud:\/\/[^/]+\/avatars\/rep-lin-[0-9a-f]{16}\.jpg$/)
  for (const as of [lin, linOnWeb]) expect(await seen(as)).toMatchObject({ fileId })
  expect(await bytesOf((await seen())?.url ?? '')).toEqual(await bytesOf(url))
  expect(await seen(wang)).toBeNull()
  expect(await world.doc('members', 'rep-lin')).toMatchObject({ avatarId: fileId, name: '林小满', tone: 'warm' })
})

test.each([
  ['wide', 1200, 300],
  ['tall', 300, 1200],
  ['smaller than the square', 90, 60],
  ['larger than any screen', 4000, 3000],
])('%s: 256 × 256 pixels', async (_, width, height) => {
  const { url } = await take(await plain(width, height).jpeg().toBuffer())
  const bytes = await bytesOf(url)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 256, height: 256, space: 'srgb' })
  expect(bytes.length).toBeLessThan(40_000)
})

test('upright, in sRGB, on white where it was clear, and without what the camera wrote into it', async () => {
  const exif = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1' } }
  const below = await plain(300, 150, '#0000ff').png().toBuffer()
  const sideways = await plain(300, 300, '#ff0000')
    .composite([{ input: below, gravity: 'south' }])
    .withExif(exif)
    .withMetadata({ orientation: 6 }) // to be turned clockwise: what is below comes to the left
    .jpeg()
    .toBuffer()
  expect(await exifr.parse(sideways)).toMatchObject({ Make: 'Phone' })
  const kept = await bytesOf((await take(sideways)).url)
  expect(await exifr.parse(kept, true)).toBeUndefined()
  const meta = await sharp(kept).metadata()
  expect([meta.exif, meta.icc, meta.xmp, meta.iptc, meta.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  const left = await sharp(kept).extract({ left: 20, top: 100, width: 40, height: 40 }).stats()
  expect(left.dominant.b).toBeGreaterThan(200)
  expect(left.dominant.r).toBeLessThan(60)
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const empty = await sharp({ create: { width: 50, height: 50, channels: 4, background: clear } })
    .png()
    .toBuffer()
  const { dominant } = await sharp(await bytesOf((await take(empty)).url)).stats()
  expect(dominant.r).toBeGreaterThan(240)
})

test('another one replaces it, and the first file is gone', async () => {
  const first = await take(await plain(300, 300, '#aa3322').jpeg().toBuffer())
  const second = await take(await plain(300, 300, '#2233aa').jpeg().toBuffer())
  expect(second.fileId).not.toBe(first.fileId)
  expect(await seen()).toMatchObject({ fileId: second.fileId })
  expect([await isThere(first.fileId), await isThere(second.fileId)]).toEqual([false, true])
})

test('taken away: no picture, no file; again, the same answer', async () => {
  const { fileId } = await take(await photo())
  for (let n = 0; n < 2; n += 1)
    expect(await world.ask('render', 'avatar.take', { fileId: null }, lin)).toEqual({ avatar: null })
  expect([await seen(), await isThere(fileId)]).toEqual([null, false])
  expect(await world.doc('members', 'rep-lin')).toMatchObject({ avatarId: null })
})

test('the same request again answers the same, and what she uploaded is gone', async () => {
  const raw = await upload(await photo())
  const first = await world.ask('render', 'avatar.take', { fileId: raw }, lin)
  const again = await world.ask('render', 'avatar.take', { fileId: raw }, lin)
  expect(again.avatar?.fileId).toBe(first.avatar?.fileId)
  expect([await isThere(raw), await isThere(first.avatar?.fileId ?? '')]).toEqual([false, true])
})

test('each upload has a place of its own: what came later is taken, whoever still shows what came before', async () => {
  const [first, second] = [
    await upload(await plain(300, 300, '#aa3322').jpeg().toBuffer()),
    await upload(await plain(300, 300, '#2233aa').jpeg().toBuffer()),
  ]
  for (const raw of [first, second]) expect(raw).toMatch(/\/raw\/rep-lin\/avatar-[0-9a-f]{16}$/)
  expect(second).not.toBe(first)
  const { avatar } = await world.ask('render', 'avatar.take', { fileId: second }, lin)
  const { dominant } = await sharp(await bytesOf(avatar?.url ?? '')).stats()
  expect(dominant.b).toBeGreaterThan(dominant.r)
  expect([await isThere(first), await isThere(second)]).toEqual([true, false])
})

test('the same picture chosen again stays', async () => {
  const picture = await photo()
  const first = await take(picture)
  expect((await take(picture)).fileId).toBe(first.fileId)
  expect(await isThere(first.fileId)).toBe(true)
})

test('several requests at the same time leave one picture, and its file is there', async () => {
  const before = await take(await plain(300, 300, '#777777').jpeg().toBuffer())
  const raw = await upload(await plain(300, 300, '#1188cc').jpeg().toBuffer())
  const answers = await Promise.all(
    [lin, linOnWeb, lin].map((as) => world.ask('render', 'avatar.take', { fileId: raw }, as)),
  )
  const kept = (await seen())?.fileId ?? ''
  expect(answers.map(({ avatar }) => avatar?.fileId)).toContain(kept)
  expect([await isThere(kept), await isThere(before.fileId)]).toEqual([true, false])
})

test.each([
  ['a text', 'not-an-image', async () => Buffer.from('这不是图片'.repeat(100))],
  ['GIF', 'image-kind-not-supported', () => plain(9, 9).gif().toBuffer()],
  ['a JPEG cut short', 'image-damaged', async () => (await photo(900, 900)).subarray(0, 2500)],
  ['51 megapixels', 'image-too-many-pixels', () => plain(8500, 6001).png({ compressionLevel: 9 }).toBuffer()],
  ['over 10 MB', 'image-too-big', async () => Buffer.concat([await photo(), Buffer.alloc(10 * 1024 * 1024)])],
])('%s is refused: %s; what she had stays, the upload goes', async (_, reason, make) => {
  const { fileId } = await take(await photo())
  const raw = await upload(await make())
  const refused = await world.refusal('render', 'avatar.take', { fileId: raw }, lin)
  expect(refused).toMatchObject({ code: 'invalid', reason, field: 'fileId' })
  expect(await seen()).toMatchObject({ fileId })
  expect([await isThere(raw), await isThere(fileId)]).toEqual([false, true])
})

test('only what she uploaded herself, as a picture of herself', async () => {
  const raw = await upload(await photo(), wang)
  const mine = await upload(await photo())
  const notHers = [
    raw,
    raw.replace('rep-wang', 'rep-wang/../rep-lin'),
    mine.replace('avatar-', 'image-'),
    mine.replace(/-[0-9a-f]{16}$/, ''),
    mine.slice(0, -1),
    `${mine}0`,
    `${mine}/x`,
    mine.replace(/^cloud:\/\/[^/]+/, 'http://127.0.0.1'),
  ]
  for (const fileId of notHers)
    expect(await world.refusal('render', 'avatar.take', { fileId }, lin)).toMatchObject({ reason: 'not-your-upload' })
  expect(await isThere(raw)).toBe(true)
  expect(await seen()).toBeNull()
})

test('only a rep: an editor, a reader and nobody have no name card', async () => {
  for (const action of ['avatar.prepare', 'avatar.take'] as const) {
    const payload = action === 'avatar.take' ? { fileId: null } : {}
    for (const as of [editor, editorOnPhone])
      expect(await world.refusal('render', action, payload, as)).toMatchObject({ code: 'forbidden' })
    for (const as of [mei, null])
      expect(await world.refusal('render', action, payload, as)).toMatchObject({ code: 'unauthenticated' })
  }
})
