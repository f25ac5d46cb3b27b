// Does a rep hear that her customers read: once, at the right time, and never twice, whatever fails?
import { spent } from '../../emulator'
import { startWechatApi, type WechatApi } from '../../emulator/wechat/api-server'
import { deskOf, type MessageDesk } from '../../emulator/wechat/messages'
import { dayOf, instantOf, timeOf } from '../../shared/domain/day'
import type { MemberId } from '../../shared/domain/ids'
import { newWatch } from '../../shared/domain/notice'
import { agree, newId, publish, report, reportOf, share } from '../support/scenes'
import { type As, hua, lin, mei, READER_URL, startWorld, type World, wang } from '../support/world'

const APP = { appId: 'wx-app', secret: 'top-secret' }
let world: World
let api: WechatApi
let subscribed: MessageDesk
let postId: string
let tokens: { lin: string; wang: string }

beforeAll(async () => {
  api = await startWechatApi(APP)
  world = await startWorld(
    {},
    {
      RIPPLE_PERSON_KEY: 'a-key-for-tests-only',
      RIPPLE_READER_URL: READER_URL,
      RIPPLE_SUBSCRIBE_TEMPLATE: 'SUB,thing4,thing5,time6',
      RIPPLE_EMPLOYEE_TEMPLATE: 'EMP',
      RIPPLE_APP_ID: APP.appId,
      RIPPLE_APP_SECRET: APP.secret,
      RIPPLE_WX_API: api.url,
    },
  )
  subscribed = deskOf(world.dataDir)
  postId = (await publish(world)).postId
  tokens = { lin: await share(world, postId, lin), wang: await share(world, postId, wang) }
  await agree(world, tokens.lin, mei)
  await agree(world, tokens.lin, hua)
  await agree(world, tokens.wang, mei)
})
afterAll(async () => {
  await world.stop()
  await api.stop()
})

const read = (as: As, change: object = {}, token = tokens.lin) =>
  report(world, [reportOf({ postId, token }, change)], as)
const grant = (as: As = lin, change: object = {}) =>
  world.ask('rep', 'notice.grant', { grantId: newId(20), channel: 'subscribe', accepted: true, ...change }, as)
const hour = Number(timeOf(Date.now()).slice(0, 2))
/** Never quiet, whenever these tests run. */
const switchOn = (as: As = lin, change: object = {}) =>
  world.ask('rep', 'notice.set', { on: true, quietFrom: hour, quietTo: hour, ...change }, as)
const tick = () => world.emulator.fireTimer('jobs') as Promise<{ data: Record<string, object> }>
const sentTo = ({ openid }: { openid: string }) => subscribed.log.filter(({ touser }) => touser === openid)
const watchOf = (rep: string) => world.database.collection('watches').doc(rep)
/** As if everything in her watch had happened so much earlier. */
const letPass = async (rep: string, ms: number) => {
  const { inc } = world.database.command
  await watchOf(rep).update({ sentAt: inc(-ms), waitingSince: 0 })
}
const MINUTE = 60_000

test('off until she wants it; a tap buys one message, and its repeat none', async () => {
  expect(await world.ask('rep', 'notice.see', {}, lin)).toEqual({
    ...{ on: false, quietFrom: 21, quietTo: 9, quota: 0, employee: false, sent: [] },
    templates: { subscribe: 'SUB', employee: 'EMP' },
  })
  const tap = { grantId: 'tap-1', channel: 'subscribe', accepted: true }
  for (let i = 0; i < 3; i++) expect(await world.ask('rep', 'notice.grant', tap, lin)).toMatchObject({ quota: 1 })
  await read(mei)
  await tick()
  expect(sentTo(lin)).toEqual([])
})

test('one reading is one message with the post and how long, and nobody’s name', async () => {
  await switchOn()
  await tick()
  expect(sentTo(lin)).toEqual([]) // what was read before is no news
  await read(mei, { spanMs: 320_000, sections: { s1: 305_000 } })
  expect((await tick()).data['send-notices']).toEqual({ done: 1 })
  expect(sentTo(lin)).toEqual([
    {
      kind: 'subscribe',
      touser: lin.openid,
      templateId: 'SUB',
      page: 'pages/feed/index',
      data: {
        thing4: '《周末遛娃清单》',
        thing5: '1 位客户刚读了 5 分钟',
        time6: expect.stringMatching(/^\d{4}年\d+月\d+日 \d\d:\d\d$/),
      },
      errcode: 0,
    },
  ])
  const { quota, sent } = await world.ask('rep', 'notice.see', {}, lin)
  expect(quota).toBe(0)
  expect(sent).toEqual([
    { at: expect.any(Number), channel: 'subscribe', outcome: 'delivered', readings: 1, digest: false },
  ])
})

test('the job run again and again, and twice at once, sends nothing twice', async () => {
  const before = sentTo(lin).length
  await Promise.all([tick(), tick()])
  await letPass('rep-lin', 20 * MINUTE)
  await Promise.all([tick(), tick()])
  expect(sentTo(lin)).toHaveLength(before)
})

test('without quota readings are gathered, and told together when it comes back', async () => {
  const before = sentTo(lin).length
  await letPass('rep-lin', 20 * MINUTE)
  await read(mei)
  await read(hua)
  await read(hua, { sections: { s1: 3_000 } }) // a glance
  await tick()
  expect(sentTo(lin)).toHaveLength(before)
  expect((await watchOf('rep-lin').get()).data[0]).toMatchObject({ waitingSince: null })
  await grant()
  await Promise.all([tick(), tick()])
  expect(sentTo(lin)).toHaveLength(before + 1)
  expect(sentTo(lin).at(-1)?.data.thing5).toBe('2 位客户读了 2 次')
})

test('at most one in ten minutes; what comes in between waits', async () => {
  await grant()
  const before = sentTo(lin).length
  await read(mei)
  await tick()
  expect(sentTo(lin)).toHaveLength(before)
  await letPass('rep-lin', 11 * MINUTE)
  await tick()
  expect(sentTo(lin)).toHaveLength(before + 1)
})

test('what she has seen in her feed is no news', async () => {
  await grant()
  await letPass('rep-lin', 11 * MINUTE)
  const before = sentTo(lin).length
  await read(mei)
  await world.ask('rep', 'feed.see', { at: Date.now() }, lin)
  await tick()
  expect(sentTo(lin)).toHaveLength(before)
})

test('in quiet hours nothing is sent, and her watch rests until they end', async () => {
  const until = (hour + 2) % 24
  await switchOn(lin, { quietFrom: hour, quietTo: until })
  await letPass('rep-lin', 11 * MINUTE)
  const before = sentTo(lin).length
  await read(hua)
  await tick()
  expect(sentTo(lin)).toHaveLength(before)
  const [watch] = (await watchOf('rep-lin').get()).data as { waitingSince: number }[]
  expect(timeOf(watch?.waitingSince ?? 0)).toBe(`${String(until).padStart(2, '0')}:00`)
  expect(watch?.waitingSince).toBeLessThan(instantOf(dayOf(Date.now()), '00:00') + 2 * 86_400_000)
  await switchOn()
  await tick()
  expect(sentTo(lin)).toHaveLength(before + 1)
})

test('WeChat says none is left: quota is none, and nothing is lost', async () => {
  await grant()
  await grant()
  await letPass('rep-lin', 11 * MINUTE)
  const before = sentTo(lin).length
  await read(mei)
  subscribed.script = () => 43101
  await tick()
  subscribed.script = () => 0
  const seen = await world.ask('rep', 'notice.see', {}, lin)
  expect([seen.quota, seen.sent[0]?.outcome]).toEqual([0, 'exhausted'])
  await grant()
  await tick()
  expect(
    sentTo(lin)
      .map(({ errcode }) => errcode)
      .slice(before),
  ).toEqual([43101, 0])
})

test('a job that dies between claiming and sending never sends that one, and says so', async () => {
  await grant()
  await letPass('rep-lin', 11 * MINUTE)
  const before = sentTo(lin).length
  await read(mei)
  world.emulator.faults = ({ action }) => {
    if (action !== 'wx.api') return 'none'
    world.emulator.crash('jobs')
    return 'refuse'
  }
  await tick().catch(() => undefined)
  world.emulator.faults = undefined
  await tick()
  expect(sentTo(lin)).toHaveLength(before)
  const { sent } = await world.ask('rep', 'notice.see', {}, lin)
  expect(sent[0]).toMatchObject({ outcome: 'unknown', readings: 1 })
  // whoever claimed it cannot be alive any more
  const { inc } = world.database.command
  for (const { _id } of await world.docs('notices'))
    await world.database
      .collection('notices')
      .doc(_id)
      .update({ at: inc(-3 * MINUTE) })
  await tick()
  await letPass('rep-lin', 11 * MINUTE)
  await tick()
  expect(sentTo(lin)).toHaveLength(before)
  await grant()
  await read(hua)
  await tick()
  expect(sentTo(lin)).toHaveLength(before + 1)
  expect(sentTo(lin).at(-1)?.data.thing5).toContain('1 位客户')
})

test('an answer that is lost is not asked for again', async () => {
  await grant()
  await letPass('rep-lin', 11 * MINUTE)
  const before = sentTo(lin).length
  await read(mei)
  world.emulator.faults = ({ action }) => (action === 'wx.api' ? 'lose' : 'none')
  await tick()
  world.emulator.faults = undefined
  await letPass('rep-lin', 11 * MINUTE)
  await tick()
  expect(sentTo(lin)).toHaveLength(before + 1)
  expect((await world.ask('rep', 'notice.see', {}, lin)).sent[0]).toMatchObject({ outcome: 'unknown' })
})

describe('work messages', () => {
  beforeAll(async () => {
    await switchOn(wang)
    await grant(wang)
    await grant(wang, { channel: 'employee' })
  })

  test('go first, cost no quota, and share one token between them', async () => {
    await read(mei, {}, tokens.wang)
    await tick()
    await letPass('rep-wang', 11 * MINUTE)
    await read(mei, {}, tokens.wang)
    await tick()
    expect(api.desk.log.map(({ touser, templateId }) => [touser, templateId])).toEqual([
      [wang.openid, 'EMP'],
      [wang.openid, 'EMP'],
    ])
    expect([api.tokens, sentTo(wang).length]).toEqual([1, 0])
    expect(await world.ask('rep', 'notice.see', {}, wang)).toMatchObject({ quota: 1, employee: true })
  })

  test('a token that is no longer good is fetched anew, at once', async () => {
    api.expireTokens()
    await letPass('rep-wang', 11 * MINUTE)
    await read(mei, {}, tokens.wang)
    await tick()
    expect([api.desk.log.length, api.tokens]).toEqual([3, 2])
  })

  test.each([40256, 50001, 43104])(
    'refused with %i they end, and the next minute a one-time message goes',
    async (errcode) => {
      await grant(wang)
      await grant(wang, { channel: 'employee' })
      await letPass('rep-wang', 11 * MINUTE)
      const before = sentTo(wang).length
      await read(mei, {}, tokens.wang)
      api.desk.script = () => errcode
      await tick()
      api.desk.script = () => 0
      const seen = await world.ask('rep', 'notice.see', {}, wang)
      expect([seen.employee, seen.sent[0]?.outcome]).toEqual([false, 'unbound'])
      await tick()
      expect(sentTo(wang)).toHaveLength(before + 1)
    },
  )
})

test('she who withdrew is in no message', async () => {
  await grant()
  await letPass('rep-lin', 11 * MINUTE)
  const before = sentTo(lin).length
  await read(hua)
  await world.ask('reader', 'consent.withdraw', {}, hua)
  await tick()
  expect(sentTo(lin)).toHaveLength(before)
})

test('two hundred and fifty reps with nothing to hear cost six requests more than none', async () => {
  const requests = async () => {
    const before = world.emulator.meter()
    await tick()
    const { dbRequests, docsExamined, docsWritten } = spent(world.emulator.meter(), before)
    return { requests: Object.values(dbRequests).reduce((n, count) => n + count, 0), docsExamined, docsWritten }
  }
  for (const as of [lin, wang]) await world.ask('rep', 'notice.set', { on: false, quietFrom: 21, quietTo: 9 }, as)
  await tick()
  const none = await requests()
  const idle = Array.from({ length: 250 }, (_, i) => ({
    ...newWatch(`idle-${i}` as MemberId),
    ...{ on: true, quota: 1, quietFrom: 0, quietTo: 0, waitingSince: 1, notifiedAt: Date.now() - 86_400_000 },
  }))
  await world.add('watches', idle)
  const some = await requests()
  expect(some.requests - none.requests).toBe(6)
  expect(some.docsExamined - none.docsExamined).toBe(500)
  expect(some.docsWritten).toBe(none.docsWritten)
})

test('where more reps want notices than a minute allows, all have their turn', async () => {
  const idle = Array.from({ length: 750 }, (_, i) => ({
    ...newWatch(`more-${i}` as MemberId),
    ...{ on: true, quota: 1, quietFrom: 0, quietTo: 0, waitingSince: 1, notifiedAt: Date.now() - 86_400_000 },
  }))
  for (let from = 0; from < idle.length; from += 250) await world.add('watches', idle.slice(from, from + 250))
  await switchOn(wang)
  await grant(wang)
  await letPass('rep-wang', 11 * MINUTE)
  await watchOf('rep-wang').update({ waitingSince: 2 })
  const before = sentTo(wang).length
  await read(mei, {}, tokens.wang)
  await tick()
  expect(sentTo(wang)).toHaveLength(before)
  await tick()
  expect(sentTo(wang)).toHaveLength(before + 1)
})

test('the log goes after 180 days, and never held a name', async () => {
  const log = await world.docs('notices')
  for (const { personId } of await world.docs('readers')) expect(JSON.stringify(log)).not.toContain(String(personId))
  const [oldest, second] = log
  for (const [doc, days] of [
    [oldest, 181],
    [second, 179],
  ] as const)
    await world.database
      .collection('notices')
      .doc(doc?._id ?? '')
      .update({ at: Date.now() - days * 86_400_000 })
  await tick()
  expect((await world.docs('notices')).map(({ _id }) => _id)).toEqual(log.slice(1).map(({ _id }) => _id))
})
