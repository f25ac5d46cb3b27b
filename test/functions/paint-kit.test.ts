// Does a phone that cannot paint get the very pictures another would have painted, once, and only its own?
import sharp from 'sharp'
import { type Box, layoutPicture, type Size } from '../../shared/domain/picture-layout'
import type { Recipe } from '../../shared/domain/recipe'
import { variantSize } from '../../shared/painter/paint-variant'
import { publish, uploadImage } from '../support/scenes'
import { lin, startWorld, type World, wang, zhao } from '../support/world'

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8]
let world: World
let imageIds: string[]
let files: string[]
beforeAll(async () => {
  world = await startWorld()
  // each of a size of its own, so that it is known again by its size
  const taken = await Promise.all(
    ALL.map(async (n) => {
      const bytes = await sharp(`assets/demo/a0${n + 1}-1.jpg`)
        .resize(300 + 20 * n, 400)
        .jpeg()
        .toBuffer()
      return (await uploadImage(world, bytes)).image
    }),
  )
  imageIds = taken.map(({ imageId }) => imageId)
  files = taken.map(({ fileId }) => fileId)
})
afterAll(() => world.stop())

const paint = (postId: string, indexes: readonly number[], as = lin, rolls = 0) =>
  world.ask('render', 'kit.paint', { postId, version: 1, rolls, indexes }, as)
const fetchBytes = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())
const sizeOf = async (url: string) => {
  const { format, width, height } = await sharp(await fetchBytes(url)).metadata()
  return { format, width, height }
}
const dealt = async () => {
  const { postId } = await publish(world, { imageIds, orderFree: true })
  return { postId, kit: await world.ask('rep', 'kit.open', { postId }, lin) }
}

test('nine pictures, in the order she shows them, of the size her recipes ask for', async () => {
  const { postId, kit } = await dealt()
  expect(kit.images.map(({ image }) => image.imageId)).not.toEqual(imageIds)
  const { pictures } = await paint(postId, ALL)
  expect(pictures.map(({ index }) => index)).toEqual(ALL)
  const sizes = await Promise.all(pictures.map(({ url }) => sizeOf(url)))
  expect(sizes).toEqual(kit.images.map(({ image, recipe }) => ({ format: 'jpeg', ...variantSize(image, recipe) })))
  for (const [n, { fileId }] of pictures.entries())
    expect(fileId).toMatch(
      new RegExp(`/painted/${postId}/1/rep-lin/[0-9a-f]{16}-${kit.images[n]?.image.imageId}\\.jpg$`),
    )
})

test('another request paints nothing anew: it is answered although the originals are gone', async () => {
  const copies = await Promise.all(ALL.map(async () => (await uploadImage(world)).image))
  const { postId } = await publish(world, { imageIds: copies.slice(0, 2).map(({ imageId }) => imageId) })
  await world.ask('rep', 'kit.open', { postId }, lin)
  const first = await paint(postId, [1])
  await world.app.deleteFile({ fileList: copies.slice(0, 2).map(({ fileId }) => fileId) })
  const again = await paint(postId, [1, 1])
  expect(again.pictures.map(({ index, fileId }) => ({ index, fileId }))).toEqual(
    first.pictures.map(({ index, fileId }) => ({ index, fileId })),
  )
  expect((await sizeOf(again.pictures[0]?.url ?? '')).format).toBe('jpeg')
  const unpainted = { postId, version: 1, rolls: 0, indexes: [0] }
  expect(await world.refusal('render', 'kit.paint', unpainted, lin)).toMatchObject({ reason: 'picture-gone' })
})

test('asked for twice at once, both get the same file', async () => {
  const { postId } = await dealt()
  const [one, other] = await Promise.all([paint(postId, [3]), paint(postId, [3])])
  expect(one.pictures[0]?.fileId).toBe(other.pictures[0]?.fileId)
})

test('another name is another picture, on the one that carries the card alone', async () => {
  const { postId, kit } = await dealt()
  const before = await paint(postId, ALL)
  await world.database.collection('members').doc('rep-lin').update({ name: '林㛃🌿' })
  const after = await paint(postId, ALL)
  await world.database.collection('members').doc('rep-lin').update({ name: '林小满' })
  const changed = ALL.filter((n) => before.pictures[n]?.fileId !== after.pictures[n]?.fileId)
  expect(changed).toEqual(ALL.filter((n) => kit.images[n]?.recipe.card))
  expect(changed).toHaveLength(1)
})

test('another set is another nine pictures', async () => {
  const { postId } = await dealt()
  const before = await paint(postId, ALL)
  await world.ask('rep', 'kit.repaint', { postId, version: 1, rolls: 0 }, lin)
  const after = await paint(postId, ALL, lin, 1)
  const ids = [...before.pictures, ...after.pictures].map(({ fileId }) => fileId)
  expect(new Set(ids).size).toBe(18)
  const stale = { postId, version: 1, rolls: 0, indexes: [0] }
  expect(await world.refusal('render', 'kit.paint', stale, lin)).toMatchObject({ reason: 'stale-version' })
})

test('only hers, only of the version that is out, only what is there', async () => {
  const { postId } = await dealt()
  const asked = { postId, version: 1, rolls: 0, indexes: [0] }
  expect(await world.refusal('render', 'kit.paint', asked, wang)).toMatchObject({ reason: 'no-kit' })
  expect(await world.refusal('render', 'kit.paint', { ...asked, version: 2 }, lin)).toMatchObject({
    code: 'conflict',
    reason: 'stale-version',
  })
  const west = await publish(world, { imageIds, storeIds: ['store-west'] })
  await world.ask('rep', 'kit.open', { postId: west.postId }, zhao)
  expect(await world.refusal('render', 'kit.paint', { ...asked, postId: west.postId }, lin)).toMatchObject({
    reason: 'not-for-your-store',
  })
  const short = await publish(world, { imageIds: imageIds.slice(0, 2) })
  await world.ask('rep', 'kit.open', { postId: short.postId }, lin)
  expect(
    await world.refusal('render', 'kit.paint', { ...asked, postId: short.postId, indexes: [0, 2] }, lin),
  ).toMatchObject({ code: 'not-found', reason: 'no-such-picture', field: 'indexes' })
})

test('the photo in it is the original’s, pixel for pixel but for the tone', async () => {
  const { postId, kit } = await dealt()
  const plain = kit.images.findIndex(({ recipe }) => !recipe.card)
  const shown = kit.images[plain]
  const { pictures } = await paint(postId, [plain])
  const { source, photo } = layoutPicture(shown?.image as Size, shown?.recipe as Recipe)
  const meanOf = async (bytes: Buffer, { x, y, w, h }: Box) => {
    const area = { left: Math.round(x), top: Math.round(y), width: Math.floor(w) - 1, height: Math.floor(h) - 1 }
    const cut = await sharp(bytes).extract(area).png().toBuffer() // `stats` looks at the file, not at what was cut from it
    return (await sharp(cut).stats()).channels.slice(0, 3).map(({ mean }) => mean)
  }
  const original = files[imageIds.indexOf(shown?.image.imageId ?? '')] ?? ''
  const { fileList } = await world.app.getTempFileURL({ fileList: [original] })
  const [painted, taken] = await Promise.all([
    meanOf(await fetchBytes(pictures[0]?.url ?? ''), photo),
    meanOf(await fetchBytes(fileList[0]?.tempFileURL ?? ''), source),
  ])
  for (const [channel, mean] of painted.entries()) expect(Math.abs(mean - (taken[channel] ?? 0))).toBeLessThan(20)
})
