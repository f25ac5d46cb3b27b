// Is every word that HQ stored still there, whoever stored over it, and can it be brought back?
import fc from 'fast-check'
import { changePost, findPost } from '../../cloudfunctions/_kit/data/posts'
import type { PostId } from '../../shared/domain/ids'
import { draftOf, newId, publish, saveDraft, uploadImage } from '../support/scenes'
import { type As, type Doc, editor, lin, otherEditor, startWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const newPostId = () => `post-${newId(8)}`
const list = (postId: string) => world.ask('hq', 'version.list', { postId }, editor)
const see = (postId: string, version: number) => world.ask('hq', 'version.see', { postId, version }, editor)
const restore = (postId: string, version: number, baseVersion: number, as: As = editor) =>
  world.call('hq', 'version.restore', { postId, version, baseVersion }, as)

test('saves of one person shortly after each other are one version, told by what they changed', async () => {
  const postId = newPostId()
  await saveDraft(world, postId)
  await saveDraft(world, postId, { text: '改了文案' }, 1)
  await saveDraft(world, postId, { text: '改了文案', topics: ['亲子'], isAd: true }, 2)
  await saveDraft(world, postId, { text: '孙编辑写的', topics: ['亲子'], isAd: true }, 3, otherEditor)
  const { versions, next } = await list(postId)
  expect(next).toBeNull()
  expect(versions).toMatchObject([
    { version: 4, byName: '孙编辑', changes: ['text'], out: false, saves: [{ version: 4 }] },
    { version: 3, byName: '陈编辑', changes: ['text', 'topics', 'ad'], restoredFrom: null },
  ])
  expect(versions[1]?.saves.map(({ version }) => version)).toEqual([3, 2, 1])
  expect((await see(postId, 2)).draft).toMatchObject({ text: '改了文案', isAd: false })
})

test('a version brought back is a new one; what was there stays; asked twice it is done once', async () => {
  const postId = newPostId()
  const first = await saveDraft(world, postId)
  await saveDraft(world, postId, { text: '后来的' }, 1)
  const back = await restore(postId, 1, 2)
  expect(back).toMatchObject({ ok: true, data: { version: 3, state: 'draft', draft: first.draft } })
  expect(await restore(postId, 1, 2)).toEqual(back)
  expect(await restore(postId, 1, 1, otherEditor)).toMatchObject({ ok: false, error: { reason: 'stale-version' } })
  const { versions } = await list(postId)
  expect(versions.map(({ version, restoredFrom }) => [version, restoredFrom])).toEqual([
    [3, 1],
    [2, null],
  ])
  expect((await see(postId, 2)).draft.text).toBe('后来的')
  expect(await restore(postId, 9, 3)).toMatchObject({ ok: false, error: { reason: 'no-such-version' } })
})

test('what was let out is told, also after it was written anew', async () => {
  const { postId } = await publish(world)
  expect((await list(postId)).versions).toMatchObject([{ version: 1, out: true }])
  expect(await restore(postId, 1, 1)).toMatchObject({ ok: false, error: { reason: 'not-a-draft' } })
  await world.ask('hq', 'post.recall', { postId, reason: '活动结束' }, editor)
  await saveDraft(world, postId, { text: '再写' }, 1)
  expect((await list(postId)).versions).toMatchObject([
    { version: 2, out: false },
    { version: 1, out: true },
  ])
})

test('a post from before versions were kept has its text among them once it is written over', async () => {
  const postId = newPostId() as PostId
  await saveDraft(world, postId, { text: '早先的话' })
  const post = await findPost(postId)
  if (!post) throw new Error('it was stored')
  // as it was before there were versions, or as a crash leaves it right after the save
  await world.database.collection('postversions').doc(`${postId}.1`).remove()
  const { saved, ...before } = post
  await world.database.collection('posts').doc(postId).remove()
  await world.add('posts', [before])
  await saveDraft(world, postId, { text: '后来的话' }, 1, otherEditor)
  expect((await see(postId, 1)).draft.text).toBe('早先的话')
  expect((await list(postId)).versions).toMatchObject([
    { version: 2, byName: '孙编辑', changes: ['text'] },
    { version: 1, byName: '' },
  ])
})

test('a save whose version was not kept before a crash has it after the very same save again', async () => {
  const postId = newPostId() as PostId
  await saveDraft(world, postId)
  await saveDraft(world, postId, { text: '存了一半' }, 1)
  await world.database.collection('postversions').doc(`${postId}.2`).remove()
  await saveDraft(world, postId, { text: '存了一半' }, 1)
  expect((await see(postId, 2)).draft.text).toBe('存了一半')
})

test('older versions are asked for page by page, each told once', async () => {
  const postId = newPostId() as PostId
  await saveDraft(world, postId)
  const post = await findPost(postId)
  if (!post) throw new Error('it was stored')
  const [first] = await world.docs('postversions').then((docs) => docs.filter(({ _id }) => _id === `${postId}.1`))
  const HOUR = 3_600_000
  const many = Array.from({ length: 450 }, (_, i) => {
    const version = i + 2
    const run = version - (version % 3)
    return { ...first, _id: `${postId}.${version}`, version, run, runAt: run * HOUR, at: version * HOUR }
  })
  for (let i = 0; i < many.length; i += 100) await world.add('postversions', many.slice(i, i + 100))
  await changePost(post, { version: 451 })
  const told: number[] = []
  let before: number | undefined
  for (let page = 0; page < 10; page += 1) {
    const reply = await world.ask('hq', 'version.list', { postId, before }, editor)
    told.push(...reply.versions.flatMap(({ saves }) => saves.map(({ version }) => version)))
    if (reply.next === null) break
    before = reply.next
  }
  expect(told).toEqual(Array.from({ length: 451 }, (_, i) => 451 - i))
})

test('after so many saves of one sitting the oldest of them go, and those that ended one stay', async () => {
  const postId = newPostId() as PostId
  await saveDraft(world, postId)
  const post = await findPost(postId)
  const first = await world.doc('postversions', `${postId}.1`)
  if (!post || !first) throw new Error('it was stored')
  // 249 saves: one sitting that ended with the 10th, one of all the others
  const saves = Array.from({ length: 248 }, (_, i) => i + 2).map((version) => {
    const run = version <= 10 ? 1 : 11
    return { ...first, _id: `${postId}.${version}`, version, run, runAt: run, at: Date.now() - 250_000 + version }
  })
  for (let i = 0; i < saves.length; i += 100) await world.add('postversions', saves.slice(i, i + 100))
  await changePost(post, { version: 249 })
  await saveDraft(world, postId, { text: '第 250 次' }, 249)
  const kept = (await world.database.collection('postversions').where({ postId }).limit(1000).get()).data as Doc[]
  const versions = kept.map(({ version }) => Number(version)).sort((a, b) => a - b)
  expect(versions).toEqual([10, ...Array.from({ length: 200 }, (_, i) => 51 + i)])
})

test('pictures come with the version that named them, and what is kept of a child on one stays in the draft', async () => {
  const { imageId } = (await uploadImage(world)).image
  const postId = newPostId()
  const marked = { imageIds: [imageId], minors: [{ imageId, proof: '同意书 12 号' }] }
  const { images } = await saveDraft(world, postId, marked)
  expect(JSON.stringify(images)).not.toContain('同意书')
  await saveDraft(world, postId, {}, 1)
  expect((await list(postId)).versions[0]?.changes).toEqual(['images', 'marks'])
  const seen = await see(postId, 1)
  expect(seen.draft).toMatchObject(marked)
  expect(seen.images.map((image) => image.imageId)).toEqual([imageId])
})

test('only HQ sees versions', async () => {
  const { postId } = await publish(world)
  for (const action of ['version.list', 'version.see', 'version.restore', 'presence.keep'] as const)
    expect(await world.refusal('hq', action, { postId }, lin)).toMatchObject({ code: 'forbidden' })
})

type Step = { who: 0 | 1; act: 'type' | 'save' | 'save-twice' | 'look' | 'restore'; n: number }
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom<0 | 1>(0, 1),
  act: fc.constantFrom<Step['act']>('type', 'save', 'save', 'save-twice', 'look', 'restore'),
  n: fc.nat(999),
})

/** Two editors, each with her own copy; what each was told is stored is kept in `acknowledged`. */
const play = async (steps: readonly Step[]): Promise<void> => {
  const postId = newPostId()
  const people = [editor, otherEditor]
  await saveDraft(world, postId, { text: '开头' })
  const copies = people.map(() => ({ version: 1, text: '开头' }))
  const acknowledged = new Map([[1, '开头']])
  const save = async (who: 0 | 1) => {
    const copy = copies[who] ?? { version: 1, text: '' }
    const draft = draftOf({ text: copy.text })
    const asked = { postId, baseVersion: copy.version, draft }
    const reply = await world.call('hq', 'post.save', asked, people[who] ?? editor)
    if (!reply.ok) return
    acknowledged.set(reply.data.version, reply.data.draft.text)
    copies[who] = { version: reply.data.version, text: copy.text }
  }
  for (const { who, act, n } of steps) {
    const copy = copies[who]
    if (!copy) continue
    if (act === 'type') copy.text = `${who}写的${n}`
    if (act === 'save') await Promise.all([save(who), ...(n % 3 === 0 ? [save(who === 0 ? 1 : 0)] : [])])
    if (act === 'save-twice') await Promise.all([save(who), save(who)])
    if (act === 'look') {
      const seen = await world.ask('hq', 'post.see', { postId }, people[who] ?? editor)
      copies[who] = { version: seen.version, text: seen.draft.text }
    }
    if (act === 'restore') {
      const of = 1 + (n % copy.version)
      const reply = await restore(postId, of, copy.version, people[who])
      if (!reply.ok) continue
      acknowledged.set(reply.data.version, reply.data.draft.text)
      copies[who] = { version: reply.data.version, text: reply.data.draft.text }
    }
  }
  for (const [version, text] of acknowledged) expect((await see(postId, version)).draft.text).toBe(text)
}

test('whatever two editors do at once, every text they were told is stored can be seen again', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), play), { numRuns: 25 })
})
