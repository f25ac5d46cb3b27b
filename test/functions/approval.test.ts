// Does nothing risky go out by one person alone, and does everything else still go as easily as before?
import type { Output } from '../../shared/contracts'
import { draftOf, newId, saveDraft } from '../support/scenes'
import {
  type As,
  approver,
  editor,
  editorOnPhone,
  lin,
  nobody,
  otherEditor,
  startWorld,
  type World,
} from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.emulator.createUser({ uid: 'account-approver-2', username: 'account-approver-2', password: PASSWORD })
  await world.add('members', [
    { _id: 'approver-2', name: '郑主任', role: 'approver', storeId: null, tone: 'warm', leftAt: null },
  ])
  await world.add('identities', [{ _id: 'uid:account-approver-2', memberId: 'approver-2' }])
})
afterAll(() => world.stop())

const PASSWORD = 'correct horse'
const approver2 = { uid: 'account-approver-2' }
const newPostId = () => `post-${newId(8)}`
/** A claim that somebody has to answer for. */
const RISKY = { text: `${draftOf().text}\n睡一晚脖子不酸。` }

const risksOf = async (postId: string, version = 1): Promise<string[]> => {
  const { findings } = await world.ask('hq', 'pool.see', { postId, version }, editor)
  return findings.filter(({ severity }) => severity === 'sign').map(({ id }) => id)
}
const signedFor = async (postId: string, version = 1) => ({
  ...{ postId, version, publishAt: null as number | null },
  ...{ signed: await risksOf(postId, version), reason: '有检测报告' },
})
const saveRisky = async (as: As = editor): Promise<string> => {
  const postId = newPostId()
  await saveDraft(world, postId, RISKY, 0, as)
  return postId
}
const submitted = async (publishAt: number | null = null, by: As = editor): Promise<string> => {
  const postId = await saveRisky(by)
  await world.ask('hq', 'post.submit', { ...(await signedFor(postId)), publishAt }, by)
  return postId
}
const see = (postId: string) => world.ask('hq', 'post.see', { postId }, editor)
const queue = async (tab: string, as: As = approver) => (await world.ask('hq', 'review.list', { tab }, as)).reviews
const inQueue = async (postId: string, tab = 'submitted', as: As = approver) =>
  (await queue(tab, as)).find((row) => row.postId === postId)
const actsOn = async (postId: string): Promise<Output<'hq', 'audit.list'>['entries']> =>
  (await world.ask('hq', 'audit.list', { of: `post.${postId}` }, editor)).entries.reverse()
const later = () => Date.now() + 3_600_000

test('without a risk an editor publishes alone, as ever', async () => {
  const postId = newPostId()
  await saveDraft(world, postId)
  const live = await world.ask('hq', 'post.publish', { postId, version: 1, publishAt: null }, editor)
  expect(live).toMatchObject({ state: 'live', review: null })
  expect(await actsOn(postId)).toMatchObject([{ act: 'post.published', byName: '陈编辑', facts: { version: 1 } }])
})

test('with a risk nobody publishes alone, not even an approver, signed or not', async () => {
  const postId = await saveRisky()
  for (const as of [editor, otherEditor, editorOnPhone, approver]) {
    const refused = await world.refusal('hq', 'post.publish', await signedFor(postId), as)
    expect(refused).toMatchObject({ code: 'conflict', reason: 'needs-approval' })
  }
  expect(await world.refusal('hq', 'post.publish', { postId, version: 1, publishAt: null }, editor)).toMatchObject({
    reason: 'words-unsigned',
  })
  expect(await see(postId)).toMatchObject({ state: 'draft' })
  expect(await actsOn(postId)).toEqual([])
})

test('handed in, given back, changed, handed in again, approved, live: every step by name, and both names on the proof', async () => {
  const postId = await submitted()
  expect(await see(postId)).toMatchObject({
    state: 'draft',
    review: { state: 'submitted', byName: '陈编辑', reason: '有检测报告', publishAt: null },
  })
  expect(await inQueue(postId)).toMatchObject({ own: false, risks: [{ severity: 'sign' }] })
  expect(await inQueue(postId, 'submitted', editor)).toMatchObject({ own: true })
  const back = { postId, version: 1, notes: '写上报告编号' }
  const returned = await world.ask('hq', 'post.return', back, approver)
  expect(returned.review).toMatchObject({ state: 'returned', notes: '写上报告编号', decidedByName: '周主任' })
  expect(await world.ask('hq', 'post.return', back, approver)).toEqual(returned)
  expect(await inQueue(postId)).toBeUndefined()
  expect(await inQueue(postId, 'returned')).toMatchObject({ review: { notes: '写上报告编号' } })

  const saved = await saveDraft(world, postId, { ...RISKY, firstComment: '报告编号 A-1' }, 1)
  expect(saved).toMatchObject({ version: 2, review: null })
  expect(await inQueue(postId, 'returned')).toBeUndefined()
  expect(await world.refusal('hq', 'post.approve', { postId, version: 2, publishAt: null }, approver)).toMatchObject({
    reason: 'not-submitted',
  })
  const again = await signedFor(postId, 2)
  const handedIn = await world.ask('hq', 'post.submit', again, editor)
  expect(await world.ask('hq', 'post.submit', again, editor)).toEqual(handedIn)

  const live = await world.ask('hq', 'post.approve', { postId, version: 2, publishAt: null }, approver)
  expect(live).toMatchObject({ state: 'live', version: 2, review: { state: 'approved', decidedByName: '周主任' } })
  expect(await world.ask('hq', 'post.approve', { postId, version: 2, publishAt: null }, approver)).toEqual(live)
  expect((await world.ask('hq', 'pool.see', { postId, version: 2 }, editor)).approved).toMatchObject({ name: '周主任' })
  expect(await world.ask('rep', 'kit.open', { postId }, lin)).toMatchObject({ postId })
  expect((await world.docs('signoffs')).filter((one) => one.postId === postId)).toMatchObject([
    { memberName: '陈编辑', approvedName: '周主任', approvedBy: 'approver-1', reason: '有检测报告', version: 2 },
  ])
  expect((await actsOn(postId)).map(({ act, byName }) => [act, byName])).toEqual([
    ['post.submitted', '陈编辑'],
    ['post.returned', '周主任'],
    ['post.submitted', '陈编辑'],
    ['post.approved', '周主任'],
  ])
})

test('approved for a time it waits for it; the time may be moved, and after a recall it is looked at anew', async () => {
  const at = later()
  const postId = await submitted(at)
  expect((await inQueue(postId))?.review).toMatchObject({ publishAt: at })
  const waiting = await world.ask('hq', 'post.approve', { postId, version: 1, publishAt: at }, approver)
  expect(waiting).toMatchObject({ state: 'scheduled', publishAt: at })
  const asked = { ...(await signedFor(postId)), publishAt: at + 60_000 }
  expect(await world.ask('hq', 'post.publish', asked, editor)).toMatchObject({ publishAt: at + 60_000 })
  await world.ask('hq', 'post.recall', { postId, reason: '再看看' }, editor)
  expect(await world.refusal('hq', 'post.publish', asked, editor)).toMatchObject({ reason: 'needs-approval' })
})

test('whoever wrote, saved or handed in a version cannot be its second person', async () => {
  const own = await submitted(null, approver)
  const decide = (postId: string, as: As, version = 1) =>
    world.call('hq', 'post.approve', { postId, version, publishAt: null }, as)
  expect(await decide(own, approver)).toMatchObject({ error: { code: 'forbidden', reason: 'own-work' } })
  expect(await world.refusal('hq', 'post.return', { postId: own, version: 1, notes: 'x' }, approver)).toMatchObject({
    reason: 'own-work',
  })
  // an approver changed what an editor wrote, and the editor handed that in
  const changed = await saveRisky()
  await saveDraft(world, changed, { ...RISKY, column: '睡眠' }, 1, approver)
  await world.ask('hq', 'post.submit', await signedFor(changed, 2), editor)
  expect(await decide(changed, approver, 2)).toMatchObject({ error: { reason: 'own-work' } })
  for (const [postId, version] of [
    [own, 1],
    [changed, 2],
  ] as const)
    expect(await decide(postId, approver2, version)).toMatchObject({ data: { state: 'live' } })
})

test('two approvers at the same moment: one decides, and the log says who was too late', async () => {
  const postId = await submitted()
  const replies = await Promise.all([
    world.call('hq', 'post.approve', { postId, version: 1, publishAt: null }, approver),
    world.call('hq', 'post.return', { postId, version: 1, notes: '换个说法' }, approver2),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const post = await see(postId)
  expect([post.state, post.review?.state]).toEqual(replies[0]?.ok ? ['live', 'approved'] : ['draft', 'returned'])
  const acts = (await actsOn(postId)).map(({ act }) => act)
  const done = acts.filter((act) => act === 'post.approved' || act === 'post.returned').length
  expect(done - acts.filter((act) => act === 'act.lost').length).toBe(1)
  expect(await world.ask('hq', 'audit.verify', {}, editor)).toMatchObject({ faults: [] })
})

test('what is approved is the very version that was seen', async () => {
  const postId = await submitted()
  const [saved, approved] = await Promise.all([
    world.call('hq', 'post.save', { postId, baseVersion: 1, draft: draftOf({ ...RISKY, column: '新' }) }, otherEditor),
    world.call('hq', 'post.approve', { postId, version: 1, publishAt: null }, approver),
  ])
  expect([saved.ok, approved.ok].filter(Boolean)).toHaveLength(1)
  const post = await see(postId)
  expect([post.state, post.version]).toEqual(approved.ok ? ['live', 1] : ['draft', 2])
  const stale = await saveRisky()
  await saveDraft(world, stale, { ...RISKY, column: '新' }, 1)
  await world.ask('hq', 'post.submit', await signedFor(stale, 2), editor)
  expect(
    await world.refusal('hq', 'post.submit', await signedFor(stale, 2).then((s) => ({ ...s, version: 1 })), editor),
  ).toMatchObject({ reason: 'stale-version' })
  expect(
    await world.refusal('hq', 'post.approve', { postId: stale, version: 1, publishAt: null }, approver),
  ).toMatchObject({ code: 'conflict', reason: 'stale-version' })
})

test('while it waits nobody sends it out beside the review; handing it in once more changes the wish', async () => {
  const postId = newPostId()
  await saveDraft(world, postId)
  const plain = { postId, version: 1, publishAt: null }
  await world.ask('hq', 'post.submit', plain, editor)
  expect(await world.refusal('hq', 'post.publish', plain, editor)).toMatchObject({ reason: 'under-review' })
  const at = later()
  expect(await world.ask('hq', 'post.submit', { ...plain, publishAt: at }, editor)).toMatchObject({
    review: { publishAt: at },
  })
  await world.ask('hq', 'post.return', { postId, version: 1, notes: '缺图' }, approver)
  expect(await world.refusal('hq', 'post.publish', plain, editor)).toMatchObject({ reason: 'needs-approval' })
})

test.each([
  ['an unfinished one', { text: ' ' }, {}, 'text-missing'],
  ['a barred word', { text: `${draftOf().text}全网最低价。` }, { signed: ['x'], reason: '已核对' }, 'words-blocked'],
  ['one nobody answers for', RISKY, { signed: [], reason: '' }, 'words-unsigned'],
  ['a time that has passed', {}, { publishAt: 1_600_000_000_000 }, 'past-time'],
])('cannot be handed in: %s', async (_, change, asked, reason) => {
  const postId = newPostId()
  await saveDraft(world, postId, change)
  expect(
    await world.refusal('hq', 'post.submit', { postId, version: 1, publishAt: null, ...asked }, editor),
  ).toMatchObject({ reason })
})

test('only an approver decides; a risky text that WeChat stops stays where it is', async () => {
  const postId = await submitted()
  for (const as of [editor, otherEditor, lin, nobody])
    for (const action of ['post.approve', 'post.return'] as const) {
      const asked = action === 'post.approve' ? { publishAt: null } : { notes: 'x' }
      const { code } = await world.refusal('hq', action, { postId, version: 1, ...asked }, as)
      expect(code).toBe(as === nobody ? 'unauthenticated' : 'forbidden')
    }
  expect(await see(postId)).toMatchObject({ state: 'draft', review: { state: 'submitted' } })
})

test('the queue: who waits longest first, page by page, nothing twice', async () => {
  const template = await world.doc('posts', await submitted())
  const review = template?.review as { at: number }
  const ids = Array.from({ length: 45 }, (_, i) => `queue-${String(i).padStart(2, '0')}`)
  await world.add(
    'posts',
    ids.map((_id, i) => ({ ...template, _id, review: { ...review, at: 1_000 + Math.floor(i / 7) } })),
  )
  const seen: string[] = []
  let next: string | null | undefined
  while (next !== null) {
    const page = await world.ask('hq', 'review.list', { tab: 'submitted', ...(next && { cursor: next }) }, approver)
    seen.push(...page.reviews.map((row) => row.postId))
    next = page.next
  }
  expect(seen.slice(0, 45)).toEqual(ids)
  expect(new Set(seen).size).toBe(seen.length)
})
