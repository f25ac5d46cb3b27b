// Does a recall reach the reps who had saved the post, and does HQ see how many know?
import { publish } from '../support/scenes'
import { editor, lin, startWorld, type World, wang, zhao } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const told = async (as: typeof lin) => (await world.ask('rep', 'kit.list', {}, as)).recalled
const take = async (postId: string, as: typeof lin, mark: object) => {
  await world.ask('rep', 'kit.open', { postId }, as)
  await world.ask('rep', 'kit.mark', { postId, version: 1, mark }, as)
}

test('who saved it is told why, who only looked is not; HQ sees how many know', async () => {
  const { postId } = await publish(world)
  await take(postId, lin, { mark: 'saved', images: 1 })
  await take(postId, wang, { mark: 'posted' })
  await world.ask('rep', 'kit.open', { postId }, zhao)
  expect(await told(lin)).toEqual([])
  await world.ask('hq', 'post.recall', { postId, reason: '价格写错了' }, editor)
  expect(await told(lin)).toMatchObject([{ postId, version: 1, reason: '价格写错了', posted: false }])
  expect(await told(wang)).toMatchObject([{ postId, posted: true }])
  expect(await told(zhao)).toEqual([])
  const gone = await world.refusal('rep', 'kit.open', { postId }, lin)
  expect(gone).toMatchObject({ reason: 'kit-recalled', message: '总部撤回了这篇：价格写错了。发过的请去朋友圈删掉。' })
  expect(await world.ask('hq', 'recall.see', { postId }, editor)).toMatchObject({
    recall: { reason: '价格写错了', saved: 1, posted: 1, known: 0 },
  })
  const first = await world.ask('rep', 'recall.know', { postId, version: 1 }, lin)
  const again = await world.ask('rep', 'recall.know', { postId, version: 1 }, lin)
  expect(again.knownAt).toBeGreaterThanOrEqual(first.knownAt)
  expect(await told(lin)).toEqual([])
  expect(await told(wang)).toHaveLength(1)
  expect(await world.ask('hq', 'recall.see', { postId }, editor)).toMatchObject({ recall: { known: 1 } })
  const audits = await world.docs('audits')
  expect(audits.filter(({ act, of }) => act === 'post.recalled' && of === `post.${postId}`)).toHaveLength(1)
})

test('who has no kit of it has nothing to know', async () => {
  const { postId } = await publish(world)
  expect(await world.refusal('rep', 'recall.know', { postId, version: 1 }, zhao)).toMatchObject({ reason: 'no-kit' })
})

test('out again as it was, nothing is told; written anew, the old one still is; taken back twice, it is told twice', async () => {
  const { postId } = await publish(world)
  await take(postId, lin, { mark: 'saved', images: 1 })
  const recall = (reason: string) => world.ask('hq', 'post.recall', { postId, reason }, editor)
  const mine = async () => (await told(lin)).filter((each) => each.postId === postId)
  await recall('再看看')
  expect(await mine()).toHaveLength(1)
  await world.ask('rep', 'recall.know', { postId, version: 1 }, lin)
  await world.ask('hq', 'post.publish', { postId, version: 1, publishAt: null }, editor)
  expect(await mine()).toEqual([])
  expect(await world.ask('hq', 'recall.see', { postId }, editor)).toEqual({ recall: null })
  await recall('还是不对')
  expect(await mine()).toMatchObject([{ reason: '还是不对', version: 1 }])
  expect(await world.ask('hq', 'recall.see', { postId }, editor)).toMatchObject({ recall: { known: 0 } })
  const { draft } = await world.ask('hq', 'post.see', { postId }, editor)
  await world.ask('hq', 'post.save', { postId, baseVersion: 1, draft: { ...draft, firstComment: '改好了' } }, editor)
  await world.ask('hq', 'post.publish', { postId, version: 2, publishAt: null }, editor)
  expect(await mine()).toMatchObject([{ version: 1 }])
})

test('what was called back before its time is told to nobody', async () => {
  const { postId } = await publish(world)
  await world.database
    .collection('posts')
    .doc(postId)
    .update({ state: 'scheduled', publishAt: Date.now() + 60_000 })
  await world.ask('hq', 'post.recall', { postId, reason: '改期' }, editor)
  expect(await world.ask('hq', 'recall.see', { postId }, editor)).toEqual({ recall: null })
})
