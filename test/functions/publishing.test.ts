// Does nothing HQ writes get lost, and nothing go out that should not?
import { changePost } from '../../cloudfunctions/_kit/data/posts'
import type { Post } from '../../shared/domain/post'
import { draftOf, newId, publish, saveDraft } from '../support/scenes'
import { editor, editorOnPhone, lin, nobody, otherEditor, startWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const newPostId = () => `post-${newId(8)}`
const put = (
  postId: string,
  version: number,
  publishAt: number | null = null,
  as: typeof editor | typeof editorOnPhone = editor,
) => world.call('hq', 'post.publish', { postId, version, publishAt }, as)

test('a draft comes back as it was written', async () => {
  const draft = draftOf({ text: '', topics: [], storeIds: ['store-west'] })
  const saved = await world.ask('hq', 'post.save', { postId: newPostId(), baseVersion: 0, draft }, editor)
  expect(saved).toMatchObject({ version: 1, state: 'draft', draft })
  expect(await world.ask('hq', 'post.see', { postId: saved.postId }, otherEditor)).toEqual(saved)
  const { posts } = await world.ask('hq', 'post.list', {}, editor)
  expect(posts[0]).toMatchObject({ postId: saved.postId, title: '周末遛娃清单', state: 'draft' })
})

test('two editors at once: one saves, the other is told, nothing is lost', async () => {
  const postId = newPostId()
  await saveDraft(world, postId)
  const replies = await Promise.all(
    [editor, otherEditor].map((as, i) =>
      world.call('hq', 'post.save', { postId, baseVersion: 1, draft: draftOf({ column: `栏目${i}` }) }, as),
    ),
  )
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(replies.find(({ ok }) => !ok)).toMatchObject({
    error: { code: 'conflict', reason: 'stale-version', message: '别人刚保存过，请刷新后再改。' },
  })
  const winner = replies.findIndex(({ ok }) => ok)
  expect(await world.ask('hq', 'post.see', { postId }, editor)).toMatchObject({
    version: 2,
    draft: { column: `栏目${winner}` },
  })
  const both = newPostId()
  const firsts = await Promise.all(
    [editor, otherEditor].map((as, i) =>
      world.call('hq', 'post.save', { postId: both, baseVersion: 0, draft: draftOf({ column: `栏目${i}` }) }, as),
    ),
  )
  expect(firsts.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('the same save again answers as before; the same publishing, too', async () => {
  const postId = newPostId()
  const first = await saveDraft(world, postId)
  expect(await saveDraft(world, postId)).toEqual(first)
  const live = await put(postId, 1)
  expect(await put(postId, 1)).toEqual(live)
})

test('what is out is not changed in place', async () => {
  const { postId } = await publish(world)
  expect(
    await world.refusal('hq', 'post.save', { postId, baseVersion: 1, draft: draftOf({ column: '新' }) }, editor),
  ).toMatchObject({ reason: 'not-a-draft' })
  expect(await put(postId, 2)).toMatchObject({ error: { reason: 'stale-version' } })
  expect(
    await world.refusal(
      'hq',
      'post.recall',
      { postId: (await saveDraft(world, newPostId())).postId, reason: 'x' },
      editor,
    ),
  ).toMatchObject({ reason: 'not-published' })
})

test.each([
  ['text-missing', { text: ' ' }],
  ['title-missing', { article: { title: ' ', coverId: null, sections: [] } }],
  ['locked-word-missing', { lockedWords: ['不在文中'] }],
  ['unclosed', { text: '清单：{甲|乙' }],
  ['locked-word-in-choice', { text: '{清单|单子}在此' }],
])('not publishable: %s', async (reason, change) => {
  const { postId } = await saveDraft(world, newPostId(), change)
  const reply = await put(postId, 1)
  expect(reply).toMatchObject({ ok: false, error: { code: 'invalid', reason } })
  expect(await world.ask('hq', 'post.see', { postId }, editor)).toMatchObject({ state: 'draft' })
})

test('images and stores must exist', async () => {
  const asked = (change: object) => ({ postId: newPostId(), baseVersion: 0, draft: draftOf(change) })
  expect(await world.refusal('hq', 'post.save', asked({ imageIds: ['nope'] }), editor)).toMatchObject({
    reason: 'unknown-image',
    field: 'nope',
  })
  expect(await world.refusal('hq', 'post.save', asked({ storeIds: ['store-east', 'store-x'] }), editor)).toMatchObject({
    reason: 'unknown-store',
    field: 'store-x',
  })
})

test.each([
  ['more words than a phone draws at once', 'article-too-long', [['长'.repeat(8_000)]]],
  ['more paragraphs in a section', 'too-many-paragraphs', [Array(51).fill('短')]],
  ['more paragraphs in all', 'too-many-paragraphs', Array(11).fill(Array(11).fill('短'))],
])('an article is not stored with %s, and says so', async (_, reason, paragraphs) => {
  const sections = (paragraphs as string[][]).map((some, n) => ({
    id: `s${n}`,
    heading: '',
    paragraphs: some,
    imageId: null,
  }))
  const draft = draftOf({ article: { title: '题', coverId: null, sections } })
  const asked = { postId: newPostId(), baseVersion: 0, draft }
  expect(await world.refusal('hq', 'post.save', asked, editor)).toMatchObject({ code: 'invalid', reason })
})

test('WeChat is asked when an editor publishes from her phone, section by section', async () => {
  const checks = () => world.emulator.meter().wxApi['/wxa/msg_sec_check'] ?? 0
  const { postId } = await saveDraft(world, newPostId())
  const before = checks()
  expect(await put(postId, 1, null, editorOnPhone)).toMatchObject({ ok: true })
  expect(checks() - before).toBe(5)
  const long = { id: 's1', heading: '长', paragraphs: ['好'.repeat(3000), '违规测试词'], imageId: null }
  const risky = await saveDraft(world, newPostId(), { article: { title: '题', coverId: null, sections: [long] } })
  expect(await put(risky.postId, 1, null, editorOnPhone)).toMatchObject({
    error: { code: 'invalid', reason: 'unsafe-text' },
  })
  expect(await put(risky.postId, 1, null, editor)).toMatchObject({ ok: true })
})

test('a scheduled post goes live at its time, by the timer alone, however often it fires', async () => {
  const { postId } = await saveDraft(world, newPostId())
  expect(await put(postId, 1, Date.now() - 1)).toMatchObject({ error: { reason: 'past-time' } })
  const later = Date.now() + 600_000
  expect(await put(postId, 1, later)).toMatchObject({ data: { state: 'scheduled', publishAt: later } })
  expect(await world.refusal('reader', 'post.read', { postId }, nobody)).toMatchObject({ code: 'not-found' })
  expect(await world.emulator.fireTimer('jobs')).toMatchObject({ ok: true, data: { 'publish-due': { done: 0 } } })
  // ten minutes pass
  const publishAt = later - 600_001
  await world.database.collection('posts').doc(postId).update({ publishAt })
  const event = { Type: 'Timer', TriggerName: 'every-minute' }
  for (const as of [nobody, editor, lin])
    expect(await world.send('jobs', event, as)).toMatchObject({ error: { code: 'forbidden' } })
  const fired = await Promise.all([world.emulator.fireTimer('jobs'), world.emulator.fireTimer('jobs')])
  expect(fired).toContainEqual({ ok: true, data: expect.objectContaining({ 'publish-due': { done: 1 } }) })
  expect(fired).toContainEqual({ ok: true, data: expect.objectContaining({ 'publish-due': { done: 0 } }) })
  const live = await world.ask('hq', 'post.see', { postId }, editor)
  expect(live).toMatchObject({ state: 'live', publishedAt: publishAt, publishAt: null })
  await world.emulator.fireTimer('jobs')
  expect(await world.ask('hq', 'post.see', { postId }, editor)).toEqual(live)
})

test('a post put out again no longer says that it was taken down, and keeps what was dealt', async () => {
  const { postId } = await publish(world)
  const { text } = await world.ask('rep', 'kit.open', { postId }, lin)
  await world.ask('hq', 'post.recall', { postId, reason: '再看看' }, editor)
  expect(await put(postId, 1)).toMatchObject({ data: { state: 'live', recallReason: '', counts: { dealt: 1 } } })
  expect(await world.doc('posts', postId)).toMatchObject({ recalledAt: null, recallReason: '' })
  expect((await world.ask('rep', 'kit.open', { postId }, lin)).text).toBe(text)
})

test('a post put off while the timer runs waits for its new time', async () => {
  const { postId } = await saveDraft(world, newPostId())
  await put(postId, 1, Date.now() + 600_000)
  await world.database.collection('posts').doc(postId).update({ publishAt: 1 })
  const seen = await world.doc('posts', postId)
  const later = Date.now() + 900_000
  await put(postId, 1, later)
  // the timer read the post before it was put off, and goes on now
  expect(await changePost(seen as unknown as Post, { state: 'live' })).toBe(false)
  expect(await world.doc('posts', postId)).toMatchObject({ state: 'scheduled', publishAt: later })
})

test('a scheduled post can be called back before its time', async () => {
  const { postId } = await saveDraft(world, newPostId())
  await put(postId, 1, Date.now() + 600_000)
  await world.ask('hq', 'post.recall', { postId, reason: '再看看' }, editor)
  expect(await saveDraft(world, postId, {}, 1)).toMatchObject({ version: 2, state: 'draft', recallReason: '' })
})

test('lists are read page by page, nothing twice and nothing left out, also when many changed in the same instant', async () => {
  const at = Date.now() + 5_000
  const template = await world.doc('posts', (await saveDraft(world, newPostId())).postId)
  const ids = Array.from({ length: 70 }, (_, i) => `page-${String(i).padStart(3, '0')}`)
  await world.add(
    'posts',
    ids.map((_id, i) => ({ ...template, _id, updatedAt: at - Math.floor(i / 40) })),
  )
  const seen: string[] = []
  let next: string | null | undefined
  while (next !== null) {
    const page = await world.ask('hq', 'post.list', next === undefined ? {} : { cursor: next }, editor)
    expect(page.posts.length).toBeLessThanOrEqual(30)
    seen.push(...page.posts.map(({ postId }) => postId))
    next = page.next
  }
  expect(seen.filter((id) => id.startsWith('page-')).sort()).toEqual(ids)
  expect(new Set(seen).size).toBe(seen.length)
})
