// Is a kit dealt once, to one rep, and hers for good?
import { newToken, publish, saveDraft, share } from '../support/scenes'
import { editor, lin, linOnWeb, startWorld, type World, wang, zhao } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const open = (postId: string, as = lin) => world.ask('rep', 'kit.open', { postId }, as)

test('the same after a restart, and different between colleagues', async () => {
  const { postId } = await publish(world)
  const [hers, wangs, zhaos] = [await open(postId), await open(postId, wang), await open(postId, zhao)]
  expect(new Set([hers.text, wangs.text, zhaos.text]).size).toBe(3)
  await world.restart()
  expect((await open(postId)).text).toBe(hers.text)
  expect((await world.ask('rep', 'kit.open', { postId }, linOnWeb)).images).toEqual(hers.images)
})

test('opened twice at once it is one kit', async () => {
  for (let round = 0; round < 5; round++) {
    const { postId } = await publish(world)
    const opened = await Promise.all([open(postId), open(postId), open(postId), open(postId, wang), open(postId, wang)])
    expect(new Set(opened.slice(0, 3).map(({ text }) => text)).size).toBe(1)
    expect(new Set(opened.map(({ text }) => text)).size).toBe(2)
    expect((await world.docs('kits')).filter((kit) => kit.postId === postId)).toHaveLength(2)
  }
})

test('only live posts, and only those for her store', async () => {
  const west = await publish(world, { storeIds: ['store-west'] })
  const listed = await world.ask('rep', 'kit.list', {}, lin)
  expect(listed.posts.map(({ postId }) => postId)).not.toContain(west.postId)
  const asked = { postId: west.postId, token: newToken(), channel: 'link' }
  expect(await world.refusal('rep', 'kit.open', { postId: west.postId }, lin)).toMatchObject({
    code: 'forbidden',
    reason: 'not-for-your-store',
  })
  expect(await world.refusal('rep', 'share.record', asked, lin)).toMatchObject({ code: 'forbidden' })
  expect(await world.refusal('rep', 'poster.code', { postId: west.postId, token: newToken() }, lin)).toMatchObject({
    code: 'forbidden',
  })
  expect((await open(west.postId, zhao)).title).toBe('周末遛娃清单')
  const draft = await saveDraft(world, 'only-a-draft')
  expect(await world.refusal('rep', 'kit.open', { postId: draft.postId }, lin)).toMatchObject({ code: 'gone' })
})

test('a share belongs to one rep and one post', async () => {
  const [a, b] = [await publish(world), await publish(world)]
  const token = await share(world, a.postId, lin)
  const again = (postId: string, as: typeof lin) =>
    world.call('rep', 'share.record', { token, postId, channel: 'link' }, as)
  expect(await again(a.postId, lin)).toEqual({ ok: true, data: { token } })
  for (const reply of [await again(a.postId, wang), await again(b.postId, lin)])
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict', reason: 'token-taken' } })
})

test('marks grow, and 已发布 can be taken back', async () => {
  const { postId } = await publish(world)
  await open(postId)
  const mark = (m: object, as = lin) => world.ask('rep', 'kit.mark', { postId, version: 1, mark: m }, as)
  const many = await Promise.all([1, 3, 2].map((images) => mark({ mark: 'saved', images })))
  expect(many).toHaveLength(3)
  expect(await mark({ mark: 'posted' })).toMatchObject({ savedImages: 3, postedAt: expect.any(Number) })
  expect(await mark({ mark: 'unposted' })).toMatchObject({ savedImages: 3, postedAt: null })
  const { posts } = await world.ask('rep', 'kit.list', {}, lin)
  expect(posts.find((post) => post.postId === postId)?.marks).toMatchObject({ savedImages: 3, postedAt: null })
  const notHers = { postId, version: 1, mark: { mark: 'posted' } }
  expect(await world.refusal('rep', 'kit.mark', notHers, wang)).toMatchObject({ reason: 'no-kit' })
})

test('a new version is dealt anew', async () => {
  const { postId } = await publish(world)
  const first = await open(postId)
  await world.ask('hq', 'post.recall', { postId, reason: '改一下' }, editor)
  const text = '新的文案：{早上|上午}好，{清单|清单}在此，{想看|要看}的说一声～'
  await saveDraft(world, postId, { text, lockedWords: [] }, 1)
  await world.ask('hq', 'post.publish', { postId, version: 2, publishAt: null }, editor)
  const second = await open(postId)
  expect(second).toMatchObject({ version: 2, marks: { savedAt: null } })
  expect(second.text).not.toBe(first.text)
})
