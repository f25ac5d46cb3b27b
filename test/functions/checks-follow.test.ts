// Does what WeChat finds risky stay in or come down, on the record, and does a person decide where WeChat cannot?
import { type ChecksWorld, newPostId, startChecksWorld } from '../support/checks-world'
import { newId, publish, saveDraft } from '../support/scenes'
import { approver, editor, lin, linOnWeb, type World } from '../support/world'

let lab: ChecksWorld
let world: World
beforeAll(async () => {
  lab = await startChecksWorld()
  world = lab.world
})
afterAll(() => lab.stop())
beforeEach(() => lab.clear())

const risky = (word: string) => lab.script(({ content }) => (content.includes(word) ? 'risky' : undefined))
const acts = async (of: string) =>
  (await world.docs('audits')).filter((entry) => entry.of === of).map(({ act, byName }) => `${act} ${byName}`)

test('risky before it is out: it stays in, and the editor hears what and where', async () => {
  const postId = newPostId()
  await saveDraft(world, postId, { firstComment: '这是坏话' })
  await world.ask('hq', 'check.ask', { of: 'post', id: postId, version: 1 }, editor)
  risky('坏话')
  await lab.tick()
  expect(await world.refusal('hq', 'post.publish', { postId, version: 1, publishAt: null }, editor)).toMatchObject({
    reason: 'check-risky',
    field: 'firstComment',
    message: '微信检查认为有风险（违法犯罪），改掉再发。',
  })
  expect(await lab.stateOf(postId)).toBe('draft')
  await saveDraft(world, postId, { firstComment: '这是好话' }, 1)
  await world.ask('hq', 'post.publish', { postId, version: 2, publishAt: null }, editor)
})

test('risky when it is out: taken down at once, with why, on the record', async () => {
  const { postId } = await publish(world, {
    text: `${'周末去河边走走，'.repeat(3)}坏话{一|二}{三|四}{五|六}`,
    lockedWords: [],
  })
  risky('坏话')
  await lab.tick()
  expect(await world.ask('hq', 'post.see', { postId }, editor)).toMatchObject({
    state: 'recalled',
    recallReason: '微信检查认为文案有风险（违法犯罪），已自动下架',
  })
  expect(await acts(`post.${postId}`)).toContain('post.held 微信内容检查')
  expect(await world.refusal('rep', 'kit.open', { postId }, lin)).toMatchObject({ reason: 'not-published' })
  await lab.tick()
  expect((await acts(`post.${postId}`)).filter((act) => act.startsWith('post.held'))).toHaveLength(1)
})

test('what was risky in a version that is no longer out takes nothing down', async () => {
  const { postId } = await publish(world)
  await world.ask('hq', 'post.recall', { postId, reason: '换图' }, editor)
  await saveDraft(world, postId, { firstComment: '改过了' }, 1)
  await world.ask('hq', 'post.publish', { postId, version: 2, publishAt: null }, editor)
  await lab.put(`post.${postId}.1.99`, { state: 'judged', verdict: 'risky', label: 20002 })
  await lab.tick()
  expect(await lab.stateOf(postId)).toBe('live')
})

test('the database fails while it is taken down: the next timer does it', async () => {
  const { postId } = await publish(world)
  await lab.drop(`post.${postId}.1`)
  await lab.put(`post.${postId}.1.0`, { state: 'judged', verdict: 'risky', label: 20002 })
  world.emulator.faults = ({ action, collection }) =>
    action === 'database.modifyDocument' && collection === 'posts' ? 'refuse' : 'none'
  await lab.tick()
  expect(await lab.check(`post.${postId}.1.0`)).toMatchObject({ state: 'judged' })
  world.emulator.faults = undefined
  await lab.tick()
  expect(await lab.stateOf(postId)).toBe('recalled')
  expect(await lab.check(`post.${postId}.1.0`)).toMatchObject({ state: 'done' })
})

describe('what WeChat wants a person to look at', () => {
  const toLookAt = async () => {
    const postId = newPostId()
    await saveDraft(world, postId)
    await world.ask('hq', 'check.ask', { of: 'post', id: postId, version: 1 }, editor)
    lab.script(({ content }) => (content.includes('清单') && content.includes('姐妹') ? 'review' : undefined))
    await lab.tick()
    const checkId = `post.${postId}.1.1`
    return { postId, checkId, of: { of: 'post', id: postId, version: 1, checkId } }
  }
  const out = (postId: string) => world.call('hq', 'post.publish', { postId, version: 1, publishAt: null }, editor)

  test('does not go out before one did', async () => {
    const { postId, of } = await toLookAt()
    expect(await out(postId)).toMatchObject({ error: { reason: 'check-review' } })
    expect(await world.refusal('hq', 'check.decide', { ...of, ok: true }, editor)).toMatchObject({
      code: 'forbidden',
    })
    const shown = await world.ask('hq', 'check.decide', { ...of, ok: true }, approver)
    expect(shown).toMatchObject({ standing: 'pass', mayDecide: true })
    expect(shown.checks[1]?.decided).toMatchObject({ name: '周主任', ok: true })
    expect(await out(postId)).toMatchObject({ ok: true })
    expect(await acts(`post.${postId}`)).toContain('check.decided 周主任')
    expect(await world.refusal('hq', 'check.decide', { ...of, ok: false }, approver)).toMatchObject({
      reason: 'check-decided',
    })
  })

  test('that is not fine stays in; out already, it comes down in her name', async () => {
    const { postId, of } = await toLookAt()
    await world.ask('hq', 'check.decide', { ...of, ok: false }, approver)
    expect(await out(postId)).toMatchObject({ error: { reason: 'check-risky' } })
    const { postId: live } = await publish(world)
    await lab.drop(`post.${live}.1`)
    await lab.put(`post.${live}.1.0`, { state: 'done', verdict: 'review', nextAt: null })
    const ofLive = { of: 'post', id: live, version: 1, checkId: `post.${live}.1.0`, ok: false }
    await world.ask('hq', 'check.decide', ofLive, approver)
    expect(await lab.stateOf(live)).toBe('recalled')
    expect(await acts(`post.${live}`)).toContain('post.held 周主任')
  })

  test('a check of another post is not decided by its number', async () => {
    const { of } = await toLookAt()
    expect(await world.refusal('hq', 'check.decide', { ...of, id: 'other', ok: true }, approver)).toMatchObject({
      reason: 'no-such-check',
    })
  })
})

test('a playbook that turns out risky is retired', async () => {
  const playbookId = `play-${newId(6)}`
  const words = {
    ...{ name: '好久没聊', scene: 'comeback', kinds: [], relation: null, value: null, goal: '问个好' },
    ...{ steps: [{ name: '开口', say: ['坏话连篇'], minutes: null }], dos: [], donts: [], lockedWords: [] },
  }
  await world.ask('hq', 'playbook.save', { playbookId, baseVersion: 0, words }, editor)
  await world.ask('hq', 'playbook.publish', { playbookId, version: 1 }, editor)
  risky('坏话')
  await lab.tick()
  expect(await world.doc('playbooks', playbookId)).toMatchObject({ state: 'retired' })
  expect(await acts(`playbook.${playbookId}`)).toEqual(['post.held 微信内容检查'])
  expect(await world.refusal('hq', 'playbook.publish', { playbookId, version: 1 }, editor)).toMatchObject({
    reason: 'check-risky',
  })
})

describe('a rep’s own wording', () => {
  const editOf = async (as: typeof lin | typeof linOnWeb) => {
    const { postId } = await publish(world)
    const { text } = await world.ask('rep', 'kit.open', { postId }, as)
    return { postId, text, edit: { postId, version: 1, text: `${text}\n路上慢慢走` } }
  }
  test('is checked at once on her phone', async () => {
    const { edit } = await editOf(lin)
    risky('慢慢走')
    expect(await world.refusal('rep', 'kit.edit', edit, lin)).toMatchObject({ reason: 'unsafe-text' })
  })
  test('on the web later, and taken back then: the dealt text is hers again', async () => {
    const { postId, text, edit } = await editOf(linOnWeb)
    risky('慢慢走')
    expect((await world.ask('rep', 'kit.edit', edit, linOnWeb)).text).toBe(edit.text)
    await lab.tick()
    expect((await world.ask('rep', 'kit.open', { postId }, linOnWeb)).text).toBe(text)
  })
  test('that she has written anew since is left alone', async () => {
    const { postId, edit } = await editOf(linOnWeb)
    await world.ask('rep', 'kit.edit', edit, linOnWeb)
    const newer = { ...edit, text: edit.text.replace('慢慢走', '小心') }
    await world.ask('rep', 'kit.edit', newer, linOnWeb)
    risky('慢慢走')
    await lab.tick()
    expect((await world.ask('rep', 'kit.open', { postId }, linOnWeb)).text).toBe(newer.text)
  })
})

const setPost = (postId: string, change: object) => world.database.collection('posts').doc(postId).update(change)

test('WeChat is not sure, and nobody has said yet: what was scheduled stays in until somebody does', async () => {
  const { postId } = await publish(world)
  await setPost(postId, { state: 'scheduled', publishAt: Date.now() - 1_000, publishedAt: null })
  await lab.drop(`post.${postId}.1`)
  await lab.put(`post.${postId}.1.0`, { state: 'done', verdict: 'review', label: 20002 })
  await lab.tick()
  expect(await lab.stateOf(postId)).toBe('scheduled')
  const decide = { of: 'post' as const, id: postId, version: 1, checkId: `post.${postId}.1.0`, ok: true }
  await world.ask('hq', 'check.decide', decide, approver)
  await lab.tick()
  expect(await lab.stateOf(postId)).toBe('live')
})

test('what comes again is asked about again, and comes down when WeChat objects', async () => {
  const { postId } = await publish(world, { coolDays: 1 })
  await setPost(postId, { plannedAt: Date.now() - 1_000 })
  await lab.tick()
  expect((await lab.checks()).map(({ subject }) => subject as string)).toContain(`post.${postId}.2`)
  expect(await lab.stateOf(postId)).toBe('live')
  await lab.put(`post.${postId}.2.99`, { state: 'judged', verdict: 'risky', label: 20002 })
  await lab.tick()
  expect(await lab.stateOf(postId)).toBe('recalled')
})
