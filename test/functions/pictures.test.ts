// Are a rep's pictures dealt once, hers for good, in an order of her own where HQ lets it, and may she have others?
import sharp from 'sharp'
import type { ImageDoc } from '../../cloudfunctions/_kit/data/images'
import { Printer } from '../../shared/domain/picture-model'
import { readRecipe } from '../../shared/domain/recipe'
import { simHashText } from '../../shared/domain/variant/simhash'
import { publish, saveDraft, uploadImage } from '../support/scenes'
import { editor, lin, startWorld, type World, wang, zhao } from '../support/world'

let world: World
let images: string[]
beforeAll(async () => {
  world = await startWorld()
  const demo = ['a01-1', 'a02-1', 'a05-2', 'a09-1', 'a12-2']
  const small = demo.map((name) => sharp(`assets/demo/${name}.jpg`).resize(360).jpeg().toBuffer())
  const taken = await Promise.all(small.map(async (bytes) => uploadImage(world, await bytes)))
  images = taken.map(({ image }) => image.imageId)
})
afterAll(() => world.stop())

const open = (postId: string, as = lin) => world.ask('rep', 'kit.open', { postId }, as)
const repaint = (postId: string, rolls: number, as = lin) =>
  world.ask('rep', 'kit.repaint', { postId, version: 1, rolls }, as)
const recipesOf = (kit: { images: { recipe: unknown }[] }) => kit.images.map(({ recipe }) => JSON.stringify(recipe))
const idsOf = (kit: { images: { image: { imageId: string } }[] }) => kit.images.map(({ image }) => image.imageId)

test('publishing deals everyone of its stores; opening twice at once or after a restart gives the same', async () => {
  const { postId } = await publish(world, { imageIds: images })
  const dealt = (await world.docs('picturedealings')).filter(({ _id }) => _id.startsWith(`${postId}.`))
  expect(dealt.flatMap(({ entries }) => (entries as { repId: string }[]).map(({ repId }) => repId)).sort()).toEqual([
    'rep-lin',
    'rep-wang',
    'rep-zhao',
  ])
  const [hers, again, wangs] = await Promise.all([open(postId), open(postId), open(postId, wang)])
  expect([idsOf(again), recipesOf(again)]).toEqual([idsOf(hers), recipesOf(hers)])
  for (const [n, recipe] of recipesOf(wangs).entries()) expect(recipe).not.toBe(recipesOf(hers)[n])
  await world.restart()
  expect(recipesOf(await open(postId))).toEqual(recipesOf(hers))
})

test('what is stored of a picture is its recipe of at most 80 bytes, which is read as it was', async () => {
  const { postId } = await publish(world, { imageIds: images })
  const kit = await open(postId)
  const stored = (await world.docs('kits')).find((doc) => doc.postId === postId)?.pictures as { recipes: string[] }
  expect(stored.recipes).toHaveLength(5)
  for (const [n, text] of stored.recipes.entries()) {
    expect(text.length).toBeLessThanOrEqual(80)
    expect(readRecipe(text)).toEqual(kit.images[n]?.recipe)
  }
})

const printOf = async (imageId: string, recipe: string): Promise<string> => {
  const { width, height, model } = (await world.doc('images', imageId)) as unknown as ImageDoc
  const grey = new Uint8Array(Buffer.from(model?.grey ?? '', 'base64'))
  const printer = new Printer({ width, height }, { width: model?.width ?? 0, height: model?.height ?? 0, grey })
  return simHashText(printer.print(readRecipe(recipe)))
}

test.each([1, 2, 5])('of %i images she gets the pictures that the ledger took care of', async (count) => {
  const { postId } = await publish(world, { imageIds: images.slice(0, count) })
  const dealt = (await world.docs('picturedealings')).filter(({ _id }) => _id.startsWith(`${postId}.`))
  const entries = dealt.flatMap(({ entries }) => entries as { repId: string; prints: string }[])
  for (const [as, repId] of [[lin, 'rep-lin'] as const, [wang, 'rep-wang'] as const, [zhao, 'rep-zhao'] as const]) {
    await open(postId, as)
    const kit = (await world.docs('kits')).find((doc) => doc.postId === postId && doc.repId === repId)
    const { recipes } = (kit?.pictures ?? { recipes: [] }) as { recipes: string[] }
    const prints = await Promise.all(recipes.map((recipe, n) => printOf(images[n] ?? '', recipe)))
    expect(prints.join('')).toBe(entries.find((entry) => entry.repId === repId)?.prints)
  }
})

test('a crowd that is dealt at the same moment after publishing gets what nobody else has', async () => {
  const { postId } = await publish(world, { imageIds: images.slice(0, 2) })
  const names = Array.from({ length: 8 }, (_, n) => `rep-late-${n}`)
  const phone = (name: string) => ({ openid: `oOpenidOf${name.replace(/-/g, '')}000000` })
  await world.add(
    'members',
    names.map((_id) => ({ _id, name: '新来的', role: 'rep', storeId: 'store-east', tone: 'warm' })),
  )
  await world.add(
    'identities',
    names.map((name) => ({ _id: `wx:${phone(name).openid}`, memberId: name })),
  )
  const kits = await Promise.all(names.map((name) => open(postId, phone(name))))
  expect(new Set(kits.map((kit) => recipesOf(kit).join())).size).toBe(8)
})

test('images keep the order that HQ gave them; set free, each rep has her own and the first stays first', async () => {
  const fixed = await publish(world, { imageIds: images })
  const free = await publish(world, { imageIds: images, orderFree: true })
  const orders = await Promise.all([lin, wang, zhao].map(async (as) => idsOf(await open(free.postId, as))))
  expect(idsOf(await open(fixed.postId))).toEqual(images)
  for (const order of orders) {
    expect(order[0]).toBe(images[0])
    expect([...order].sort()).toEqual([...images].sort())
  }
  expect(new Set(orders.map(String)).size).toBeGreaterThan(1)
  expect(idsOf(await open(free.postId))).toEqual(orders[0])
})

test('another set is another one, asked for three times; the same request twice deals once', async () => {
  const { postId } = await publish(world, { imageIds: images })
  const first = await open(postId)
  expect(first).toMatchObject({ pictureRolls: 0, pictureRollsLeft: 3 })
  const [second, same] = await Promise.all([repaint(postId, 0), repaint(postId, 0)])
  expect(recipesOf(same)).toEqual(recipesOf(second)) // addresses are signed by whoever answered
  expect(second).toMatchObject({ pictureRolls: 1, pictureRollsLeft: 2 })
  expect(recipesOf(second)).not.toEqual(recipesOf(first))
  expect(recipesOf(await open(postId))).toEqual(recipesOf(second))
  await repaint(postId, 1)
  expect(await repaint(postId, 2)).toMatchObject({ pictureRolls: 3, pictureRollsLeft: 0 })
  const more = { postId, version: 1, rolls: 3 }
  expect(await world.refusal('rep', 'kit.repaint', more, lin)).toMatchObject({ reason: 'rolls-used-up' })
  expect(await world.refusal('rep', 'kit.repaint', { ...more, rolls: 1 }, lin)).toMatchObject({ code: 'conflict' })
  expect((await open(postId)).text).toBe(first.text)
})

test('a rep who joins later is dealt then, and nobody else is dealt anew', async () => {
  const { postId } = await publish(world, { imageIds: images })
  const before = recipesOf(await open(postId))
  const newcomer = { openid: 'oOpenidOfANewRep0000000000009' }
  await world.add('members', [
    { _id: `rep-new-${postId}`, name: '新来的', role: 'rep', storeId: 'store-east', tone: 'warm' },
  ])
  await world.add('identities', [{ _id: `wx:${newcomer.openid}`, memberId: `rep-new-${postId}` }])
  const hers = recipesOf(await open(postId, newcomer))
  expect(hers).not.toEqual(before)
  expect(recipesOf(await open(postId))).toEqual(before)
  expect(recipesOf(await open(postId, newcomer))).toEqual(hers)
})

test('a kit from before the ledger, and images from before there were models, have pictures all the same', async () => {
  const { postId } = await publish(world, { imageIds: images.slice(0, 2) })
  await open(postId)
  const _ = world.database.command
  const kits = world.database.collection('kits').where({ postId })
  await kits.update({ pictures: _.remove(), pictureRolls: _.remove() })
  for (const name of ['picturesets', 'picturedealings'])
    for (const { _id } of (await world.docs(name)).filter(({ _id }) => _id.startsWith(`${postId}.`)))
      await world.database.collection(name).doc(_id).remove()
  await world.database
    .collection('images')
    .doc(images[0] ?? '')
    .update({ model: _.remove() })
  const old = await open(postId)
  expect(old.images).toHaveLength(2)
  expect(await open(postId)).toEqual(old)
  expect(recipesOf(await repaint(postId, 0))).not.toEqual(recipesOf(old))
})

test('a new version is dealt anew, by what HQ marks', async () => {
  const { postId } = await publish(world, { imageIds: images })
  await world.ask('hq', 'post.recall', { postId, reason: '改一下' }, editor)
  const whole = { x: 0, y: 0, w: 1_000, h: 1_000 }
  const marked = { imageIds: images, imageMarks: [{ imageId: images[1], focus: null, keepOut: [whole] }] }
  await saveDraft(world, postId, marked, 1)
  await world.ask('hq', 'post.publish', { postId, version: 2, publishAt: null }, editor)
  for (const as of [lin, wang, zhao]) expect((await open(postId, as)).images[1]?.recipe).toMatchObject({ crop: whole })
})
