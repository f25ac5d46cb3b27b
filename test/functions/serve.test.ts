// Does the door fail closed, log one plain line per call, and tell outsiders nothing?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { publish, reportOf, share } from '../support/scenes'
import { lin, mei, nobody, startWorld, type World } from '../support/world'

const linesOf = (world: World, fn: string): Record<string, unknown>[] =>
  readFileSync(path.join(world.dataDir, 'logs', `${fn}.log`), 'utf8')
    .split('\n')
    .filter((line) => line.includes('{'))
    .map((line) => JSON.parse(line.slice(line.indexOf('{'))))

describe('set up as it should be', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  test('one structured line per call, without payloads and identities', async () => {
    const { postId } = await publish(world)
    const token = await share(world, postId, lin)
    await world.ask('reader', 'reading.report', { readings: [reportOf({ postId, token })] }, mei)
    const refused = await world.refusal('reader', 'post.read', { postId: 'nope' }, nobody)
    await world.send('reader', { action: mei.openid, payload: { secret: mei.openid } }, mei)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const lines = linesOf(world, 'reader')
    expect(lines).toContainEqual(
      expect.objectContaining({
        action: 'reader/reading.report',
        callerKind: 'person',
        code: 'ok',
        ms: expect.any(Number),
      }),
    )
    expect(lines).toContainEqual(
      expect.objectContaining({
        action: 'reader/post.read',
        callerKind: 'visitor',
        code: 'not-found',
        trace: refused.trace,
      }),
    )
    for (const fn of ['reader', 'rep', 'hq']) {
      const log = JSON.stringify(linesOf(world, fn))
      for (const secret of [mei.openid, lin.openid, '公园', postId]) expect(log).not.toContain(secret)
    }
  })

  test('a push of WeChat’s, and one of somebody else’s, leave their line as any call', async () => {
    const push = (source: string) =>
      fetch(`${world.emulator.url}/v1/functions/wechat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-source': source },
        body: JSON.stringify({ MsgType: 'event', Event: 'another', trace_id: 'secret-trace' }),
      })
    await push('wx_unknown')
    await push('wx_client')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const lines = linesOf(world, 'wechat').filter(({ action }) => action === 'wechat/push')
    const line = { callerKind: 'wechat', ms: expect.any(Number), trace: expect.stringMatching(/^[0-9A-Za-z]{10}$/) }
    for (const code of ['not-for-us', 'forbidden'])
      expect(lines).toContainEqual(expect.objectContaining({ ...line, code }))
    expect(JSON.stringify(lines)).not.toContain('secret-trace')
  })

  test('a broken document is our fault, said without saying what broke', async () => {
    const { postId } = await publish(world)
    await world.database.collection('posts').doc(postId).update({ version: 'broken' })
    const error = await world.refusal('reader', 'post.read', { postId }, nobody, 'en')
    expect(error).toEqual({
      code: 'internal',
      message: 'Something went wrong. Please try again later.',
      trace: expect.any(String),
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const line = linesOf(world, 'reader').find(({ trace }) => trace === error.trace)
    expect(JSON.stringify(line)).toContain('version')
  })
})

describe('without its secret', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({}, {})
  })
  afterAll(() => world.stop())

  test('nobody becomes a person, and visitors read on', async () => {
    const postId = 'post-live'
    const article = { title: '周末遛娃清单', cover: null, sections: [] }
    const published = { state: 'live', version: 1, publishedAt: Date.now(), isAd: false }
    await world.add('posts', [{ _id: postId, article, ...published }])
    expect(await world.refusal('reader', 'post.read', { postId }, mei)).toMatchObject({ code: 'internal' })
    expect(await world.refusal('rep', 'me.see', {}, lin)).toMatchObject({ code: 'internal' })
    expect(await world.ask('reader', 'post.read', { postId }, nobody)).toMatchObject({ article: { postId } })
    const reading = reportOf({ postId, token: null })
    const told = { readings: [reading] }
    expect(await world.refusal('reader', 'reading.report', told, mei)).toMatchObject({ code: 'internal' })
    expect(await world.docs('readings')).toEqual([])
    expect(await world.ask('reader', 'reading.report', told, nobody)).toMatchObject({ accepted: [reading.readingId] })
    const tick = { Type: 'Timer', TriggerName: 'every-minute' }
    expect(await world.send('jobs', tick, mei)).toMatchObject({ error: { code: 'forbidden', reason: 'not-your-role' } })
    expect(await world.emulator.fireTimer('jobs')).toMatchObject({ ok: true })
  })
})
