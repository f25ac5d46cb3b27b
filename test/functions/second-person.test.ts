// May what was handed in be taken back, is a check decided by somebody who did not write it, does what comes again keep its
// proof, and is everything that comes twice logged twice?
import { draftOf, newId, publish, saveDraft } from '../support/scenes'
import { type As, approver, editor, lin, otherEditor, startWorld, type World } from '../support/world'

const DAY_MS = 86_400_000
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const RISKY = { text: `${draftOf().text}\n睡一晚脖子不酸。` }
const risksOf = async (postId: string): Promise<string[]> => {
  const { findings } = await world.ask('hq', 'pool.see', { postId, version: 1 }, editor)
  return findings.filter(({ severity }) => severity === 'sign').map(({ id }) => id)
}
const signed = async (postId: string) => ({
  ...{ postId, version: 1, publishAt: null, signed: await risksOf(postId), reason: '有检测报告' },
})
const submitted = async (change: object = RISKY, as: As = editor): Promise<string> => {
  const postId = `post-${newId(8)}`
  await saveDraft(world, postId, change, 0, as)
  await world.ask('hq', 'post.submit', await signed(postId), as)
  return postId
}
const withdraw = (postId: string, as: As = editor) => world.call('hq', 'post.withdraw', { postId, version: 1 }, as)
const acts = async (of: string) => (await world.docs('audits')).filter((one) => one.of === of).map(({ act }) => act)

describe('what was handed in', () => {
  test('is taken back by who handed it in, once, on the record, and is then nobody’s to decide', async () => {
    const postId = await submitted()
    expect(await withdraw(postId)).toMatchObject({ ok: true, data: { review: null, state: 'draft' } })
    expect(await withdraw(postId)).toMatchObject({ ok: true, data: { review: null } })
    expect((await acts(`post.${postId}`)).filter((act) => act === 'post.withdrawn')).toHaveLength(1)
    expect(await world.refusal('hq', 'post.approve', { postId, version: 1, publishAt: null }, approver)).toMatchObject({
      reason: 'not-submitted',
    })
    // and handed in again
    expect(await world.ask('hq', 'post.submit', await signed(postId), editor)).toMatchObject({
      review: { state: 'submitted' },
    })
  })

  test('stays for a colleague who had no hand in it', async () => {
    const postId = await submitted()
    expect(await withdraw(postId, otherEditor)).toMatchObject({ error: { reason: 'not-handed-in-by-you' } })
  })

  test('is as it was given back when it is taken back after that: it does not go out alone', async () => {
    const postId = await submitted({})
    await world.ask('hq', 'post.return', { postId, version: 1, notes: '补一张图' }, approver)
    await world.ask('hq', 'post.submit', await signed(postId), editor)
    expect(await withdraw(postId)).toMatchObject({ data: { review: { state: 'returned', notes: '补一张图' } } })
    expect(await world.refusal('hq', 'post.publish', await signed(postId), editor)).toMatchObject({
      reason: 'needs-approval',
    })
  })

  test('cannot be taken back once it was decided', async () => {
    const postId = await submitted()
    await world.ask('hq', 'post.approve', { postId, version: 1, publishAt: null }, approver)
    expect(await withdraw(postId)).toMatchObject({ error: { reason: 'not-submitted' } })
  })
})

test('who may approve is told by name, without those who had a hand in it and those who left', async () => {
  await world.add('members', [
    { _id: 'approver-2', name: '郑主任', role: 'approver', storeId: null, tone: 'warm' },
    { _id: 'approver-3', name: '钱主任', role: 'approver', storeId: null, tone: 'warm', leftAt: 1 },
  ])
  const postId = `post-${newId(8)}`
  const ask = async (of: object) => (await world.ask('hq', 'review.approvers', of, editor)).names.sort()
  expect(await ask({})).toEqual(['周主任', '郑主任'].sort())
  await saveDraft(world, postId, RISKY, 0, approver)
  expect(await ask({ postId })).toEqual(['郑主任'])
  expect(await world.refusal('hq', 'review.approvers', {}, lin)).toMatchObject({ code: 'forbidden' })
})

test('an approver does not decide what WeChat was unsure of in her own post', async () => {
  const postId = `post-${newId(8)}`
  await saveDraft(world, postId, {}, 0, approver)
  const checkId = `post.${postId}.1.0`
  await world.add('checks', [
    {
      ...{ _id: checkId, subject: `post.${postId}.1`, kind: 'text', place: 'text', content: '周末去河边' },
      ...{ state: 'done', verdict: 'review', label: 100, word: '', traceId: null, tries: 1, nextAt: null },
      ...{ queuedAt: 1, askedAt: 1, doneAt: 1, gaveUp: 0, decided: null },
    },
  ])
  const of = { of: 'post', id: postId, version: 1 }
  expect(await world.ask('hq', 'check.see', of, approver)).toMatchObject({ mayDecide: false })
  expect(await world.refusal('hq', 'check.decide', { ...of, checkId, ok: true }, approver)).toMatchObject({
    reason: 'own-work',
  })
  expect((await world.docs('checks')).find(({ _id }) => _id === checkId)?.decided).toBeNull()
})

test('what comes again comes with a proof of its own version that says who answered for the words', async () => {
  const { postId } = await publish(world, { coolDays: 7 })
  const posts = world.database.collection('posts').doc(postId)
  await posts.update({ publishedAt: Date.now() - 8 * DAY_MS, plannedAt: Date.now() - 1000 })
  await Promise.all([world.emulator.fireTimer('jobs'), world.emulator.fireTimer('jobs')])
  const proofs = (await world.docs('signoffs')).filter((one) => one.postId === postId)
  const [first, again] = proofs.sort((a, b) => Number(a.version) - Number(b.version))
  expect(proofs).toHaveLength(2)
  if (!first) throw new Error('no proof at all')
  const { memberId, memberName, findings, wordsVersion } = first
  expect(again).toMatchObject({ version: 2, memberId, memberName, findings, wordsVersion, signedVersion: 1 })
})

test('a team that is made, dropped, made and dropped again under one id is in the log four times', async () => {
  const made = { teamId: 'team-again', rev: 0, name: '一组', storeId: 'store-east' }
  for (let n = 0; n < 2; n++) {
    await world.ask('hq', 'team.save', made, editor)
    await world.ask('hq', 'team.drop', { teamId: 'team-again' }, editor)
  }
  const region = { regionId: 'region-again', rev: 0, name: '华东', parentId: null }
  for (let n = 0; n < 2; n++) {
    await world.ask('hq', 'region.save', region, editor)
    await world.ask('hq', 'region.drop', { regionId: 'region-again' }, editor)
  }
  expect(await acts('team.team-again')).toEqual(['team.saved', 'team.dropped', 'team.saved', 'team.dropped'])
  expect(await acts('region.region-again')).toEqual([
    ...['region.saved', 'region.dropped', 'region.saved', 'region.dropped'],
  ])
})
