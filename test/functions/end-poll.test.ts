// A question at the end of an article: does it reach whoever reads, only while customers may answer it, and at no cost?
import { spent } from '../../emulator'
import { draftOf, newId, publish, saveDraft } from '../support/scenes'
import { editor, mei, nobody, otherEditor, startWorld, type World } from '../support/world'

const DAY_MS = 86_400_000
const question = '周末带孩子去哪儿'
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const newPostId = () => `post-${newId(8)}`
const write = async (change: object = {}) => {
  const pollId = `poll-${newId(8)}`
  const options = ['公园', '博物馆'].map((text, i) => ({ id: `o${i}`, text }))
  const said = { question, options, whoMayVote: 'customers', closesAt: Date.now() + 7 * DAY_MS, ...change }
  await world.ask('hq', 'poll.save', { pollId, rev: 0, ...said }, editor)
  return { pollId, closesAt: said.closesAt }
}
const ask = async (change: object = {}) => {
  const { pollId, closesAt } = await write(change)
  await world.ask('hq', 'poll.open', { pollId, rev: 1 }, editor)
  return { pollId, closesAt }
}
const read = (postId: string) => world.ask('reader', 'post.read', { postId }, nobody)
const put = (postId: string, publishAt: number | null = null) =>
  world.refusal('hq', 'post.publish', { postId, version: 1, publishAt }, editor)
const refusedSave = (pollId: string) => {
  const draft = draftOf({ pollId })
  return world.refusal('hq', 'post.save', { postId: newPostId(), baseVersion: 0, draft }, editor)
}

test('the editor chooses it, and the reader finds it at the end of the article, leading to its page', async () => {
  const { pollId, closesAt } = await ask()
  const { postId, draft, poll } = await publish(world, { pollId })
  expect(draft.pollId).toBe(pollId)
  expect(poll).toEqual({ pollId, question, closesAt })
  expect((await read(postId)).poll).toEqual({ pollId, question, closesAt })
  expect((await world.ask('reader', 'poll.see', { pollId }, mei)).poll.question).toBe(question)
})

test('a reading costs no request more for it', async () => {
  const plain = await publish(world)
  const asking = await publish(world, { pollId: (await ask()).pollId })
  const costOf = async (postId: string) => {
    await read(postId)
    const before = world.emulator.meter()
    await read(postId)
    const { dbRequests, docsRead } = spent(world.emulator.meter(), before)
    return { dbRequests, docsRead }
  }
  expect(await costOf(asking.postId)).toEqual(await costOf(plain.postId))
})

test('once its time is over the article stands without it', async () => {
  const { postId } = await publish(world, { pollId: (await ask()).pollId })
  await world.database
    .collection('posts')
    .doc(postId)
    .update({ 'poll.closesAt': Date.now() - 1 })
  expect(await read(postId)).not.toHaveProperty('poll')
})

test('an article that asks nothing, and one from before there was anything to ask, have none', async () => {
  const { postId, draft } = await publish(world)
  expect(draft.pollId).toBeNull()
  expect(await read(postId)).not.toHaveProperty('poll')
  await world.database.collection('posts').doc(postId).update({ poll: world.database.command.remove() })
  expect(await read(postId)).not.toHaveProperty('poll')
  expect(await world.ask('hq', 'post.see', { postId }, editor)).toMatchObject({ draft: { pollId: null } })
})

test('one for reps, one that nobody knows and one that never opened are not kept', async () => {
  expect(await refusedSave((await ask({ whoMayVote: 'reps' })).pollId)).toMatchObject({
    ...{ reason: 'poll-not-for-readers', field: 'pollId', message: '这个问题只问导购，客户看不到，不能放在文末。' },
  })
  expect(await refusedSave('poll-nobody')).toMatchObject({ reason: 'no-such-poll', field: 'pollId' })
  expect(await refusedSave((await write()).pollId)).toMatchObject({ reason: 'poll-not-open-then' })
})

test('one that is withdrawn, or over by then, keeps the article in; without it the article goes out', async () => {
  const [gone, soon] = [await ask(), await ask({ closesAt: Date.now() + DAY_MS })]
  const [postId, later] = [newPostId(), newPostId()]
  await saveDraft(world, postId, { pollId: gone.pollId })
  await world.ask('hq', 'poll.withdraw', { pollId: gone.pollId, rev: 2 }, editor)
  expect(await put(postId)).toMatchObject({ reason: 'poll-not-open-then', field: 'pollId' })
  await saveDraft(world, later, { pollId: soon.pollId })
  expect(await put(later, Date.now() + 2 * DAY_MS)).toMatchObject({ reason: 'poll-not-open-then' })
  await saveDraft(world, postId, { pollId: null }, 1)
  await world.ask('hq', 'post.publish', { postId, version: 2, publishAt: null }, editor)
  expect(await read(postId)).not.toHaveProperty('poll')
})

test('a version says that the article changed when its question did, and one from before there were any comes back', async () => {
  const postId = newPostId()
  const changes = async () => {
    const { versions } = await world.ask('hq', 'version.list', { postId }, editor)
    return versions.find(({ version }) => version === 2)?.changes
  }
  await saveDraft(world, postId)
  const versions = world.database.collection('postversions')
  await versions.doc(`${postId}.1`).update({ 'draft.pollId': world.database.command.remove() })
  await saveDraft(world, postId, { pollId: (await ask()).pollId }, 1, otherEditor)
  expect(await changes()).toEqual(['article'])
  const back = { postId, version: 1, baseVersion: 2 }
  const restored = await world.ask('hq', 'version.restore', back, editor)
  expect(restored).toMatchObject({ version: 3, draft: { pollId: null } })
  expect(await world.ask('hq', 'version.restore', back, editor)).toEqual(restored)
})

test('the desk is told of the open ones alone', async () => {
  const [open, draft] = [await ask(), await write()]
  const { polls, next } = await world.ask('hq', 'poll.list', { open: true }, editor)
  const ids = polls.map(({ pollId }) => pollId)
  expect(ids).toContain(open.pollId)
  expect(ids).not.toContain(draft.pollId)
  expect(polls.every(({ state }) => state === 'open')).toBe(true)
  expect(next).toBeNull()
})
