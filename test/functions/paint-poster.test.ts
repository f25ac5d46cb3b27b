// Does a phone that cannot paint get her poster, with a code that leads to her share?
import jsQR from 'jsqr'
import sharp from 'sharp'
import { newToken, publish, uploadImage } from '../support/scenes'
import { lin, linOnWeb, startWorld, type World, wang } from '../support/world'

let world: World
let postId: string
let token: string
beforeAll(async () => {
  world = await startWorld()
  const { image } = await uploadImage(world, await sharp('assets/demo/a01-1.jpg').jpeg().toBuffer())
  const article = { title: '周末遛娃清单🌿', coverId: image.imageId, sections: [] }
  postId = (await publish(world, { article })).postId
  await world.ask('rep', 'kit.open', { postId }, lin)
  token = (await world.ask('rep', 'poster.code', { postId, token: newToken() }, linOnWeb)).token
})
afterAll(() => world.stop())

const DESIGNS = ['paper', 'leaf', 'night'] as const
const asked = (change: object = {}) => ({
  postId,
  version: 1,
  design: 'paper' as const,
  kind: 'qr' as const,
  lang: 'zh' as const,
  ...change,
})
const pixelsOf = async (url: string) => {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
}

test.each(DESIGNS)('%s: of the right size, and its code leads to her share', async (design) => {
  const { fileId, url } = await world.ask('render', 'poster.paint', asked({ design }), lin)
  expect(fileId).toMatch(new RegExp(`/painted/${postId}/1/rep-lin/[0-9a-f]{16}-poster-${design}\\.jpg$`))
  const { width, height, data } = await pixelsOf(url)
  expect([width, height]).toEqual([1080, 1440])
  expect(jsQR(data, width, height)?.data).toContain(token)
})

test('painted once: the same file again, though its photo is gone', async () => {
  const first = await world.ask('render', 'poster.paint', asked(), lin)
  const photo = (await world.docs('images'))[0]?.fileId as string
  await world.app.deleteFile({ fileList: [photo] })
  expect((await world.ask('render', 'poster.paint', asked(), lin)).fileId).toBe(first.fileId)
})

test('without the code of that kind there is none', async () => {
  const mini = await world.refusal('render', 'poster.paint', asked({ kind: 'mini-code' }), lin)
  expect(mini).toMatchObject({ code: 'conflict', reason: 'no-code' })
  expect(mini.message).toMatch(/码/)
  await world.ask('rep', 'kit.open', { postId }, wang)
  expect(await world.refusal('render', 'poster.paint', asked(), wang)).toMatchObject({ reason: 'no-code' })
})

test('only of the version that is out', async () => {
  expect(await world.refusal('render', 'poster.paint', asked({ version: 3 }), lin)).toMatchObject({
    reason: 'stale-version',
  })
})

test('a post without any picture has a poster too', async () => {
  const plain = await publish(world)
  await world.ask('rep', 'kit.open', { postId: plain.postId }, lin)
  await world.ask('rep', 'poster.code', { postId: plain.postId, token: newToken() }, linOnWeb)
  const { url } = await world.ask('render', 'poster.paint', asked({ postId: plain.postId }), lin)
  expect(await pixelsOf(url)).toMatchObject({ width: 1080, height: 1440 })
})
