// Do the results of images reach us in whatever order, and from WeChat alone?
import { mediaEvent } from '../../emulator/wechat/content-desk'
import { MEDIA_WAIT_MS } from '../../shared/domain/check'
import { type ChecksWorld, MINUTE, startChecksWorld } from '../support/checks-world'
import type { World } from '../support/world'

let lab: ChecksWorld
let world: World
beforeAll(async () => {
  lab = await startChecksWorld()
  world = lab.world
})
afterAll(() => lab.stop())
beforeEach(() => lab.clear())

const push = async (event: object, source = 'wx_unknown', headers: Record<string, string> = {}) => {
  const reply = await fetch(`${world.emulator.url}/v1/functions/wechat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-source': source, ...headers },
    body: JSON.stringify(event),
  })
  return reply.text()
}
const traceOf = async (id: string) => String((await lab.check(id)).traceId)
const asked = async (id: string) => {
  lab.script(({ kind }) => (kind === 'image' ? 'keep-back' : undefined))
  await lab.putImage(id)
  await lab.tick()
  return traceOf(id)
}

test('the result comes by push, as it does here by itself', async () => {
  await lab.putImage('post.own.1.0')
  await lab.tick()
  for (let n = 0; n < 100 && (await lab.check('post.own.1.0')).state !== 'done'; n++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await lab.check('post.own.1.0')).toMatchObject({ state: 'done', verdict: 'pass', label: 100 })
})

test('twice, and twice at once: the worst counts', async () => {
  const trace = await asked('post.twice.1.0')
  await Promise.all([
    push(mediaEvent(trace, 'pass')),
    push(mediaEvent(trace, 'risky')),
    push(mediaEvent(trace, 'pass')),
  ])
  expect(await lab.check('post.twice.1.0')).toMatchObject({ state: 'done', verdict: 'risky' })
  await push(mediaEvent(trace, 'pass'))
  expect(await lab.check('post.twice.1.0')).toMatchObject({ verdict: 'risky' })
})

test('never: after 45 minutes a person decides; late all the same, it counts', async () => {
  const trace = await asked('post.never.1.0')
  expect(await lab.tick()).toEqual({ done: 0 })
  await lab.letPass('post.never.1.0', MEDIA_WAIT_MS)
  await lab.tick()
  expect(await lab.check('post.never.1.0')).toMatchObject({ state: 'done', verdict: 'review', gaveUp: -1 })
  await push(mediaEvent(trace, 'pass'))
  expect(await lab.check('post.never.1.0')).toMatchObject({ state: 'done', verdict: 'pass', gaveUp: 0 })
})

test('before we have written down what it is about: kept, and found', async () => {
  await lab.putImage('post.early.1.0')
  let early: Promise<string> | undefined
  lab.script(({ kind }) => {
    const traceId = kind === 'image' ? lab.desk.log.at(-1)?.traceId : undefined
    if (traceId) early = push(mediaEvent(traceId, 'risky'))
    return 'keep-back'
  })
  await lab.tick()
  await early
  const found = await lab.check('post.early.1.0')
  expect(found).toMatchObject({ verdict: 'risky' })
  expect((await lab.checks()).every(({ state }) => state !== 'asked')).toBe(true)
})

test('an answer nobody asked for is kept for a day and changes nothing', async () => {
  expect(await push(mediaEvent('0123456789abcdef', 'risky'))).toContain('success')
  expect((await lab.checks()).map(({ state }) => state)).toEqual(['stray'])
  await lab.letPass('event.0123456789abcdef', 25 * 60 * MINUTE)
  await lab.tick()
  expect(await lab.checks()).toEqual([])
})

test.each<[string, string, Record<string, string>]>([
  ['a mini program', 'wx_client', { 'x-wx-openid': 'oOpenidOfSomebody00000000099' }],
  ['the web', 'web_client', {}],
  ['another function', 'wx_client,scf', {}],
  ['plain HTTP', 'wx_http', {}],
  ['nobody knows', '', {}],
])('%s cannot tell us a result', async (_, source, headers) => {
  const trace = await asked('post.forged.1.0')
  expect(await push(mediaEvent(trace, 'pass'), source, headers)).not.toContain('success')
  expect(await lab.check('post.forged.1.0')).toMatchObject({ state: 'asked', verdict: null })
})

test.each<[string, object]>([
  ['another event', { Event: 'user_enter_tempsession' }],
  ['no trace', { trace_id: undefined }],
  ['a trace that is no id', { trace_id: { $ne: null } }],
  ['an unknown verdict', { result: { suggest: 'fine', label: 100 } }],
])('%s changes nothing', async (_, change) => {
  const trace = await asked('post.odd.1.0')
  await push({ ...mediaEvent(trace, 'pass'), ...change })
  expect(await lab.check('post.odd.1.0')).toMatchObject({ state: 'asked', verdict: null })
  expect(await lab.checks()).toHaveLength(1)
})

test('an image that WeChat cannot fetch goes to a person', async () => {
  const trace = await asked('post.unread.1.0')
  await push({ ...mediaEvent(trace, 'pass'), errcode: -1008, result: undefined })
  expect(await lab.check('post.unread.1.0')).toMatchObject({ state: 'done', verdict: 'review' })
})
