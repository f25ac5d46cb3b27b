// Does what an editor marks on a picture reach the stored post, come back to her, and arrive with the rep?
import type { Post } from '../../shared/domain/post'
import { draftOf, newId, publish, saveDraft, uploadImage } from '../support/scenes'
import { editor, lin, startWorld, type World } from '../support/world'

let world: World
let first: string
let second: string
beforeAll(async () => {
  world = await startWorld()
  first = (await uploadImage(world)).image.imageId
  second = (await uploadImage(world)).image.imageId
})
afterAll(() => world.stop())

const PRICE = { x: 700, y: 800, w: 300, h: 200 }
const FACE = { x: 0, y: 0, w: 120, h: 160 }
const SUBJECT = { x: 250, y: 200, w: 500, h: 600 }
const mark = (imageId: string, focus: object | null, keepOut: object[] = []) => ({ imageId, focus, keepOut })
const stored = async (postId: string) => (await world.doc('posts', postId)) as unknown as Post
const newPostId = () => `post-${newId(8)}`

test('marks are stored with every place of a picture and come back to the editor', async () => {
  const [section] = draftOf().article.sections
  const change = {
    imageIds: [first, second],
    article: { title: '题', coverId: first, sections: [{ ...section, imageId: first }] },
    imageMarks: [mark(first, SUBJECT, [PRICE, FACE])],
    orderFree: true,
  }
  const saved = await saveDraft(world, newPostId(), change)
  expect(saved.draft).toMatchObject({ imageMarks: change.imageMarks, orderFree: true })
  expect(await world.ask('hq', 'post.see', { postId: saved.postId }, editor)).toEqual(saved)
  expect(saved.images[0]).toMatchObject({ imageId: first, focus: SUBJECT, keepOut: [PRICE, FACE] })
  const post = await stored(saved.postId)
  expect(post.orderFree).toBe(true)
  for (const image of [post.images[0], post.article.cover, post.article.sections[0]?.image])
    expect(image).toMatchObject({ imageId: first, focus: SUBJECT, keepOut: [PRICE, FACE] })
  expect(post.images[1]).not.toHaveProperty('focus')
})

test('a picture that only the article shows is marked, too', async () => {
  const change = {
    article: { ...draftOf().article, coverId: second },
    imageMarks: [mark(second, null, [FACE])],
  }
  const saved = await saveDraft(world, newPostId(), change)
  expect((await stored(saved.postId)).article.cover).toMatchObject({ focus: null, keepOut: [FACE] })
  expect(saved.draft.imageMarks).toEqual(change.imageMarks)
})

test('marks on pictures the draft does not name are dropped; of two on one picture the last counts', async () => {
  const { draft } = await saveDraft(world, newPostId(), {
    imageIds: [second],
    imageMarks: [mark(first, SUBJECT), mark(second, SUBJECT, [PRICE]), mark(second, null, [FACE])],
  })
  expect(draft.imageMarks).toEqual([mark(second, null, [FACE])])
})

test('empty marks are none', async () => {
  const { draft, images } = await saveDraft(world, newPostId(), { imageIds: [first], imageMarks: [mark(first, null)] })
  expect(draft).toMatchObject({ imageMarks: [], orderFree: false })
  expect(images[0]).not.toHaveProperty('focus')
})

test.each([
  ['a box that leaves the picture', mark('x', { x: 900, y: 0, w: 200, h: 100 })],
  ['a box without width', mark('x', { x: 0, y: 0, w: 0, h: 100 })],
  ['half a thousandth', mark('x', { x: 0.5, y: 0, w: 10, h: 10 })],
  ['nine boxes to keep out of', mark('x', null, Array(9).fill(FACE))],
])('%s is refused, and nothing is stored', async (_, one) => {
  const postId = newPostId()
  const asked = { postId, baseVersion: 0, draft: draftOf({ imageIds: [first], imageMarks: [one] }) }
  expect(await world.refusal('hq', 'post.save', asked, editor)).toMatchObject({ code: 'invalid' })
  expect(await world.doc('posts', postId)).toBeNull()
})

test('changed marks are a new version, the same ones again are not; taken away they are gone', async () => {
  const postId = newPostId()
  const [one, other] = [mark(first, SUBJECT, [PRICE]), mark(first, null, [PRICE, FACE])]
  const saved = await saveDraft(world, postId, { imageIds: [first], imageMarks: [one] })
  expect((await saveDraft(world, postId, { imageIds: [first], imageMarks: [one] })).version).toBe(saved.version)
  const changed = await saveDraft(world, postId, { imageIds: [first], imageMarks: [other] }, 1)
  expect(changed).toMatchObject({ version: 2, draft: { imageMarks: [other] } })
  const cleared = await saveDraft(world, postId, { imageIds: [first] }, 2)
  expect(cleared).toMatchObject({ version: 3, draft: { imageMarks: [] } })
  expect((await stored(postId)).images[0]).not.toHaveProperty('keepOut')
})

test('a post from before there were marks opens, is saved and goes out', async () => {
  const { postId } = await saveDraft(world, newPostId(), { imageIds: [first] })
  const { _id, orderFree, ...before } = await stored(postId)
  expect(orderFree).toBe(false)
  await world.database.collection('posts').doc(postId).set(before)
  const seen = await world.ask('hq', 'post.see', { postId }, editor)
  expect(seen.draft).toMatchObject({ imageMarks: [], orderFree: false })
  expect((await saveDraft(world, postId, { imageIds: [first] }, seen.version)).version).toBe(2)
})

test('the rep gets the marks with the pictures of her kit', async () => {
  const { postId } = await publish(world, { imageIds: [first, second], imageMarks: [mark(first, SUBJECT, [PRICE])] })
  const { images } = await world.ask('rep', 'kit.open', { postId }, lin)
  expect(images.find(({ image }) => image.imageId === first)?.image).toMatchObject({ focus: SUBJECT, keepOut: [PRICE] })
  expect(images.find(({ image }) => image.imageId === second)?.image).not.toHaveProperty('focus')
})
