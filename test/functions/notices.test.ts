// Does a rep hear that her customers read: once, at the right time, and never twice, whatever fails?
import { dayOf, instantOf, timeOf } from '../../shared/domain/day'
import { MINUTE, type NoticesWorld, startNoticesWorld, thisHour } from '../support/notices-world'
import { hua, lin, mei } from '../support/world'

let scene: NoticesWorld
beforeAll(async () => {
  scene = await startNoticesWorld()
})
afterAll(() => scene.stop())

test('off until she wants it; a tap buys one message, and its repeat none', async () => {
  expect(await scene.world.ask('rep', 'notice.see', {}, lin)).toEqual({
    ...{ on: false, quietFrom: 21, quietTo: 9, morning: false, quota: 0, employee: false, sent: [] },
    templates: { subscribe: 'SUB', employee: 'EMP' },
  })
  const tap = { grantId: 'tap-1', channel: 'subscribe', accepted: true }
  for (let i = 0; i < 3; i++) expect(await scene.world.ask('rep', 'notice.grant', tap, lin)).toMatchObject({ quota: 1 })
  await scene.read(mei)
  await scene.tick()
  expect(scene.sentTo(lin)).toEqual([])
})

test('one reading is one message with the post and how long, and nobody’s name', async () => {
  await scene.switchOn()
  await scene.tick()
  expect(scene.sentTo(lin)).toEqual([]) // what was read before is no news
  await scene.read(mei, { spanMs: 320_000, sections: { s1: 305_000 } })
  expect((await scene.tick()).data['send-notices']).toEqual({ done: 1 })
  expect(scene.sentTo(lin)).toEqual([
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
  const { quota, sent } = await scene.world.ask('rep', 'notice.see', {}, lin)
  expect(quota).toBe(0)
  expect(sent).toEqual([
    { at: expect.any(Number), channel: 'subscribe', outcome: 'delivered', readings: 1, digest: false, morning: false },
  ])
})

test('the job run again and again, and twice at once, sends nothing twice', async () => {
  const before = scene.sentTo(lin).length
  await Promise.all([scene.tick(), scene.tick()])
  await scene.letPass('rep-lin', 20 * MINUTE)
  await Promise.all([scene.tick(), scene.tick()])
  expect(scene.sentTo(lin)).toHaveLength(before)
})

test('without quota readings are gathered, and told together when it comes back', async () => {
  const before = scene.sentTo(lin).length
  await scene.letPass('rep-lin', 20 * MINUTE)
  await scene.read(mei)
  await scene.read(hua)
  await scene.read(hua, { sections: { s1: 3_000 } }) // a glance
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before)
  expect((await scene.watchOf('rep-lin').get()).data[0]).toMatchObject({ waitingSince: null })
  await scene.grant()
  await Promise.all([scene.tick(), scene.tick()])
  expect(scene.sentTo(lin)).toHaveLength(before + 1)
  expect(scene.sentTo(lin).at(-1)?.data.thing5).toBe('2 位客户读了 2 次')
})

test('at most one in ten minutes; what comes in between waits', async () => {
  await scene.grant()
  const before = scene.sentTo(lin).length
  await scene.read(mei)
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before)
  await scene.letPass('rep-lin', 11 * MINUTE)
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before + 1)
})

test('what she has seen in her feed is no news', async () => {
  await scene.grant()
  await scene.letPass('rep-lin', 11 * MINUTE)
  const before = scene.sentTo(lin).length
  await scene.read(mei)
  await scene.world.ask('rep', 'feed.see', { at: Date.now() }, lin)
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before)
})

test('in quiet hours nothing is sent, and her watch rests until they end', async () => {
  const until = (thisHour + 2) % 24
  await scene.switchOn(lin, { quietFrom: thisHour, quietTo: until })
  await scene.letPass('rep-lin', 11 * MINUTE)
  const before = scene.sentTo(lin).length
  await scene.read(hua)
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before)
  const [watch] = (await scene.watchOf('rep-lin').get()).data as { waitingSince: number }[]
  expect(timeOf(watch?.waitingSince ?? 0)).toBe(`${String(until).padStart(2, '0')}:00`)
  expect(watch?.waitingSince).toBeLessThan(instantOf(dayOf(Date.now()), '00:00') + 2 * 86_400_000)
  await scene.switchOn()
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before + 1)
})

test('WeChat says none is left: quota is none, and nothing is lost', async () => {
  await scene.grant()
  await scene.grant()
  await scene.letPass('rep-lin', 11 * MINUTE)
  const before = scene.sentTo(lin).length
  await scene.read(mei)
  scene.subscribed.script = () => 43101
  await scene.tick()
  scene.subscribed.script = () => 0
  const seen = await scene.world.ask('rep', 'notice.see', {}, lin)
  expect([seen.quota, seen.sent[0]?.outcome]).toEqual([0, 'exhausted'])
  await scene.grant()
  await scene.tick()
  expect(
    scene
      .sentTo(lin)
      .map(({ errcode }) => errcode)
      .slice(before),
  ).toEqual([43101, 0])
})

test('a job that dies between claiming and sending never sends that one, and says so', async () => {
  await scene.grant()
  await scene.letPass('rep-lin', 11 * MINUTE)
  const before = scene.sentTo(lin).length
  await scene.read(mei)
  scene.world.emulator.faults = ({ action }) => {
    if (action !== 'wx.api') return 'none'
    scene.world.emulator.crash('jobs')
    return 'refuse'
  }
  await scene.tick().catch(() => undefined)
  scene.world.emulator.faults = undefined
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before)
  const { sent } = await scene.world.ask('rep', 'notice.see', {}, lin)
  expect(sent[0]).toMatchObject({ outcome: 'unknown', readings: 1 })
  // whoever claimed it cannot be alive any more
  const { inc } = scene.world.database.command
  for (const { _id } of await scene.world.docs('notices'))
    await scene.world.database
      .collection('notices')
      .doc(_id)
      .update({ at: inc(-3 * MINUTE) })
  await scene.tick()
  await scene.letPass('rep-lin', 11 * MINUTE)
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before)
  await scene.grant()
  await scene.read(hua)
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before + 1)
  expect(scene.sentTo(lin).at(-1)?.data.thing5).toContain('1 位客户')
})

test('an answer that is lost is not asked for again', async () => {
  await scene.grant()
  await scene.letPass('rep-lin', 11 * MINUTE)
  const before = scene.sentTo(lin).length
  await scene.read(mei)
  scene.world.emulator.faults = ({ action }) => (action === 'wx.api' ? 'lose' : 'none')
  await scene.tick()
  scene.world.emulator.faults = undefined
  await scene.letPass('rep-lin', 11 * MINUTE)
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before + 1)
  expect((await scene.world.ask('rep', 'notice.see', {}, lin)).sent[0]).toMatchObject({ outcome: 'unknown' })
})

test('she who withdrew is in no message', async () => {
  await scene.grant()
  await scene.letPass('rep-lin', 11 * MINUTE)
  const before = scene.sentTo(lin).length
  await scene.read(hua)
  await scene.world.ask('reader', 'consent.withdraw', {}, hua)
  await scene.tick()
  expect(scene.sentTo(lin)).toHaveLength(before)
})

test('the log goes after 180 days, and never held a name', async () => {
  const log = await scene.world.docs('notices')
  for (const { personId } of await scene.world.docs('readers'))
    expect(JSON.stringify(log)).not.toContain(String(personId))
  const [oldest, second] = log
  for (const [doc, days] of [
    [oldest, 181],
    [second, 179],
  ] as const)
    await scene.world.database
      .collection('notices')
      .doc(doc?._id ?? '')
      .update({ at: Date.now() - days * 86_400_000 })
  await scene.tick()
  expect((await scene.world.docs('notices')).map(({ _id }) => _id)).toEqual(log.slice(1).map(({ _id }) => _id))
})
