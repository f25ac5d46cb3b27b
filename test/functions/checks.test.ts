// Does WeChat see what goes out, whatever fails on the way?
import { HERE_FOR_MS, LIMIT_REST_MS } from '../../shared/domain/check'
import { type ChecksWorld, MINUTE, newPostId, startChecksWorld } from '../support/checks-world'
import { publish, saveDraft } from '../support/scenes'
import { editor, editorOnPhone, lin, nobody, type World } from '../support/world'

let lab: ChecksWorld
let world: World
beforeAll(async () => {
  lab = await startChecksWorld()
  world = lab.world
})
afterAll(() => lab.stop())
beforeEach(() => lab.clear())

describe('what is asked', () => {
  test('every text of what is published on the web, in the name of who was there', async () => {
    const { postId } = await publish(world)
    expect(await lab.see(postId)).toMatchObject({ standing: 'waiting', reachable: true, mayDecide: false })
    const before = lab.desk.log.length
    expect(await lab.tick()).toEqual({ done: 5 })
    const asked = lab.desk.log.slice(before)
    expect(new Set(asked.map(({ openid }) => openid))).toEqual(new Set([editorOnPhone.openid]))
    const { standing, checks: shown } = await lab.see(postId)
    expect(standing).toBe('pass')
    expect(shown.map(({ place }) => place)).toEqual(['text', 'firstComment', 'title', 'section.s1', 'section.s2'])
    expect(shown.every(({ label, doneAt }) => label === 100 && doneAt !== null)).toBe(true)
    expect(await lab.tick()).toEqual({ done: 0 })
  })

  test('a draft, when the editor asks; asking twice asks WeChat once', async () => {
    const postId = newPostId()
    await saveDraft(world, postId)
    const asked = { of: 'post', id: postId, version: 1 }
    expect((await lab.see(postId)).standing).toBe('unasked')
    await Promise.all([world.ask('hq', 'check.ask', asked, editor), world.ask('hq', 'check.ask', asked, editor)])
    expect(await lab.checks()).toHaveLength(5)
    expect(await world.refusal('hq', 'check.ask', { ...asked, version: 2 }, editor)).toMatchObject({
      reason: 'stale-version',
    })
  })

  test('with nobody there it waits, however long, and says so; somebody who comes is enough', async () => {
    await lab.seen(Date.now() - HERE_FOR_MS - MINUTE)
    await lab.put('post.wait.1.0')
    expect(await lab.tick()).toEqual({ done: 0 })
    expect(await lab.check('post.wait.1.0')).toMatchObject({ state: 'due', tries: 0 })
    expect((await lab.see('wait')).reachable).toBe(false)
    world.emulator.crash('hq') // it remembers for ten minutes whom it has written down
    await world.ask('hq', 'me.see', {}, editorOnPhone)
    expect((await lab.see('wait')).reachable).toBe(true)
    expect(await lab.tick()).toEqual({ done: 1 })
  })

  test('a rep on her phone is nobody of HQ; nor is an editor who has left', async () => {
    await lab.seen(null)
    await world.ask('rep', 'me.see', {}, lin)
    expect(await world.doc('identities', `wx:${lin.openid}`)).not.toHaveProperty('seenAt')
    await lab.seen(Date.now())
    await world.database.collection('members').doc('editor-1').update({ leftAt: 1 })
    await lab.put('post.left.1.0')
    expect(await lab.tick()).toEqual({ done: 0 })
    await world.database.collection('members').doc('editor-1').update({ leftAt: null })
  })
})

describe('what fails', () => {
  test('61010: she is not there after all; the next one is asked for, and nothing is counted as a try', async () => {
    lab.script(() => ({ errcode: 61010 }))
    await lab.put('post.gone.1.0')
    expect(await lab.tick()).toEqual({ done: 0 })
    expect(await lab.check('post.gone.1.0')).toMatchObject({ state: 'due', tries: 0 })
    expect((await lab.see('gone')).reachable).toBe(false)
  })

  test('45009: too many; the portion ends, all rest ten minutes', async () => {
    lab.script(() => ({ errcode: 45009 }))
    for (let n = 0; n < 12; n++) await lab.put(`post.many.1.${n}`)
    const before = lab.desk.log.length
    await lab.tick()
    expect(lab.desk.log.length - before).toBe(10)
    const rested = await lab.checks()
    expect(rested.filter(({ nextAt }) => (nextAt ?? 0) > Date.now() + LIMIT_REST_MS - MINUTE)).toHaveLength(10)
    expect(rested.every(({ tries }) => tries === 0)).toBe(true)
  })

  test('-1: asked again after a minute, two, four …, then a person decides', async () => {
    lab.script(() => ({ errcode: -1 }))
    await lab.put('post.busy.1.0')
    await lab.tick()
    expect(await lab.check('post.busy.1.0')).toMatchObject({ state: 'due', tries: 1 })
    expect(await lab.tick()).toEqual({ done: 0 })
    for (let n = 0; n < 7; n++) {
      await lab.letPass('post.busy.1.0', 61 * MINUTE)
      await lab.tick()
    }
    expect(await lab.check('post.busy.1.0')).toMatchObject({ state: 'done', verdict: 'review', gaveUp: -1, tries: 8 })
    expect((await lab.see('busy')).checks[0]).toMatchObject({ verdict: 'review', gaveUp: true })
  })

  test('no answer at all: asked again, and the others were asked in the meantime', async () => {
    lab.script(({ content }) => (content === '静' ? 'silence' : undefined))
    await lab.put('post.still.1.0', { content: '静' })
    await lab.put('post.still.1.1')
    await lab.tick()
    expect(await lab.check('post.still.1.0')).toMatchObject({ state: 'due', tries: 1 })
    expect(await lab.check('post.still.1.1')).toMatchObject({ state: 'done', verdict: 'pass' })
  })

  test('the timer dies while asking: a second one asks again, once its claim has passed', async () => {
    lab.script(({ content }) => (content === '静' ? 'silence' : undefined))
    await lab.put('post.crash.1.0', { content: '静' })
    const dying = world.emulator.fireTimer('jobs').catch(() => 'died')
    for (let n = 0; n < 100 && !lab.desk.log.some(({ content }) => content === '静'); n++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    world.emulator.crash('jobs')
    await dying
    lab.script(() => undefined)
    expect(await lab.tick()).toEqual({ done: 0 })
    await lab.letPass('post.crash.1.0', 3 * MINUTE)
    expect(await lab.tick()).toEqual({ done: 1 })
    expect(await lab.check('post.crash.1.0')).toMatchObject({ state: 'done', verdict: 'pass' })
  })
})

test('who is not of HQ sees no checks', async () => {
  for (const as of [lin, nobody])
    expect(await world.call('hq', 'check.see', { of: 'post', id: 'x', version: 1 }, as)).toMatchObject({ ok: false })
})
