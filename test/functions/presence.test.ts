// Is an editor told who else writes the post, and what was stored meanwhile?
import { PRESENCE_FADES_MS } from '../../shared/domain/presence'
import { newId, saveDraft } from '../support/scenes'
import { approver, editor, otherEditor, startWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const keep = (postId: string, as: typeof editor, leaving = false) =>
  world.ask('hq', 'presence.keep', { postId, leaving }, as)

test('each is told of the others, nobody of herself', async () => {
  const postId = `post-${newId(8)}`
  expect(await keep(postId, editor)).toEqual({ others: [], stored: null })
  expect((await keep(postId, otherEditor)).others).toEqual(['陈编辑'])
  expect((await keep(postId, editor)).others).toEqual(['孙编辑'])
  expect((await keep(postId, approver)).others.sort()).toEqual(['孙编辑', '陈编辑'].sort())
})

test('who leaves, or is not heard of any more, is no longer there', async () => {
  const postId = `post-${newId(8)}`
  await keep(postId, editor)
  await keep(postId, editor, true)
  expect((await keep(postId, otherEditor)).others).toEqual([])
  const faded = { heard: { 'editor-1': Date.now() - PRESENCE_FADES_MS } }
  await world.database.collection('presences').doc(postId).set(faded)
  expect((await keep(postId, otherEditor)).others).toEqual([])
})

test('what another stored is told with her name', async () => {
  const postId = `post-${newId(8)}`
  await saveDraft(world, postId)
  expect((await keep(postId, editor)).stored).toMatchObject({ version: 1, byName: '陈编辑', byMe: true })
  await saveDraft(world, postId, { text: '孙编辑改的' }, 1, otherEditor)
  expect((await keep(postId, editor)).stored).toMatchObject({ version: 2, byName: '孙编辑', byMe: false })
})
