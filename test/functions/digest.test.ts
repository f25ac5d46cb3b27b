// Does each rep hear what her day holds once a morning, whatever fires twice? The job is run at a morning of our choosing.
import { sendDigest } from '../../cloudfunctions/jobs/send-digest'
import { dayAfter, dayOf, instantOf } from '../../shared/domain/day'
import { MINUTE, type NoticesWorld, startNoticesWorld } from '../support/notices-world'
import { lin, wang } from '../support/world'

const HOUR = 60 * MINUTE
const tomorrow = dayAfter(dayOf(Date.now()), 1)
const inDays = (days: number) => dayAfter(tomorrow, days)
const nine = (day = tomorrow) => instantOf(day, '09:00')

let scene: NoticesWorld
beforeAll(async () => {
  scene = await startNoticesWorld()
  process.env.RIPPLE_SUBSCRIBE_TEMPLATE = 'SUB,thing4,thing5,time6'
})
afterAll(async () => {
  delete process.env.RIPPLE_SUBSCRIBE_TEMPLATE
  await scene.stop()
})

const list = (day: string, change: object = {}) => ({
  ...{ _id: `rep-lin.${day}`, repId: 'rep-lin', day, madeAt: 1, rest: [], rev: 0 },
  talks: ['c1', 'c2', 'c3'].map((contactId) => ({ contactId })),
  told: [{ contactId: 'c1', reason: 'deep', playbookId: null, end: 'talked', at: 1 }],
  ...change,
})
const settings = { on: false, quietFrom: 21, quietTo: 9, morning: true }
const sent = () => scene.sentTo(lin).map(({ data, page }) => [page, data.thing4, data.thing5])
const watch = async () => (await scene.watchOf('rep-lin').get()).data[0] as Record<string, unknown>

test('off unasked; on it begins with the next morning; a phone that knows nothing of it changes nothing', async () => {
  expect(await scene.world.ask('rep', 'notice.see', {}, lin)).toMatchObject({ morning: false })
  expect(await scene.world.ask('rep', 'notice.set', settings, lin)).toMatchObject({ on: false, morning: true })
  const { morning: _, ...older } = settings
  expect(await scene.world.ask('rep', 'notice.set', older, lin)).toMatchObject({ morning: true })
  await scene.grant()
  await scene.grant()
  await scene.grant()
})

test('without a list of the day nothing is said yet', async () => {
  expect(await sendDigest(nine())).toBe(0)
  expect(sent()).toEqual([])
  expect((await watch()).digestAt).toBe(nine() + 5 * MINUTE)
})

test('what is open and what is due, in numbers, once, however often and however many at once the timer fires', async () => {
  await scene.world.add('talkdays', [list(tomorrow)])
  await scene.world.add('promises', [
    {
      _id: 'p1',
      repId: 'rep-lin',
      contactId: 'c1',
      text: '带小样',
      dueDay: inDays(-3),
      open: true,
      madeAt: 1,
      keptAt: null,
    },
    {
      _id: 'p2',
      repId: 'rep-lin',
      contactId: 'c1',
      text: '留货',
      dueDay: inDays(1),
      open: true,
      madeAt: 1,
      keptAt: null,
    },
    {
      _id: 'p3',
      repId: 'rep-lin',
      contactId: 'c1',
      text: '留货',
      dueDay: inDays(-1),
      open: false,
      madeAt: 1,
      keptAt: 2,
    },
  ])
  const at = nine() + 6 * MINUTE
  const told = await Promise.all([sendDigest(at), sendDigest(at), sendDigest(at)])
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(1)
  for (const later of [MINUTE, 20 * MINUTE, HOUR]) expect(await sendDigest(at + later)).toBe(0)
  expect(sent()).toEqual([['pages/today/index', '今天的沟通', '2 位可以聊，1 个承诺到期']])
  expect(JSON.stringify(scene.sentTo(lin))).not.toContain('小样')
  expect(scene.sentTo(wang)).toEqual([])
  const { quota, sent: log } = await scene.world.ask('rep', 'notice.see', {}, lin)
  expect(quota).toBe(2)
  expect(log[0]).toMatchObject({ outcome: 'delivered', morning: true, readings: 0 })
  expect(await watch()).toMatchObject({ digestDay: tomorrow, digestAt: nine(inDays(1)), sentToday: 1 })
})

test('a day with nothing to tell says nothing, and is done', async () => {
  await scene.world.add('talkdays', [list(inDays(1), { talks: [] })])
  await scene.world.database.collection('promises').where({ repId: 'rep-lin' }).remove()
  expect(await sendDigest(nine(inDays(1)))).toBe(0)
  expect(sent()).toHaveLength(1)
  expect(await watch()).toMatchObject({ digestDay: inDays(1), digestAt: nine(inDays(2)) })
})

test('a job that died after it had claimed is not repeated: it may have gone out', async () => {
  await scene.world.add('talkdays', [list(inDays(2))])
  const { round } = (await watch()) as { round: number }
  const claim = { channel: 'subscribe', readings: 0, digest: true, upTo: 0, told: [], morning: true }
  const at = nine(inDays(2))
  await scene.world.add('notices', [
    { _id: `rep-lin.${round}`, repId: 'rep-lin', at, ...claim, outcome: 'unknown', errcode: 0 },
  ])
  for (const later of [MINUTE, 3 * MINUTE, 4 * MINUTE, HOUR]) await sendDigest(at + later)
  expect(sent()).toHaveLength(1)
  expect(await watch()).toMatchObject({ round: round + 1, digestDay: inDays(2), digestAt: nine(inDays(3)) })
})

test('with no message left the morning passes; with one again the next is told', async () => {
  await scene.watchOf('rep-lin').update({ quota: 0 })
  await scene.world.add('talkdays', [list(inDays(3)), list(inDays(4))])
  expect(await sendDigest(nine(inDays(3)))).toBe(0)
  await scene.grant()
  expect(await sendDigest(nine(inDays(3)) + HOUR)).toBe(0)
  expect(await sendDigest(nine(inDays(4)))).toBe(1)
  expect(sent()).toHaveLength(2)
})

test('hours too late it is no help any more', async () => {
  await scene.grant()
  await scene.world.add('talkdays', [list(inDays(5))])
  expect(await sendDigest(nine(inDays(5)) + 3 * HOUR)).toBe(0)
  expect(await watch()).toMatchObject({ digestAt: nine(inDays(6)) })
})

test('switched off she is not looked at', async () => {
  await scene.world.ask('rep', 'notice.set', { ...settings, morning: false }, lin)
  await scene.world.add('talkdays', [list(inDays(6))])
  expect(await sendDigest(nine(inDays(6)))).toBe(0)
  expect(await watch()).toMatchObject({ morning: false, digestAt: null })
})

test('who has left hears nothing more, whatever stands on her list', async () => {
  await scene.world.ask('rep', 'notice.set', settings, lin)
  await scene.watchOf('rep-lin').update({ digestAt: nine(inDays(7)) })
  await scene.world.add('talkdays', [list(inDays(7))])
  const member = scene.world.database.collection('members').doc('rep-lin')
  await member.update({ leftAt: 1 })
  expect(await sendDigest(nine(inDays(7)))).toBe(0)
  expect(await watch()).toMatchObject({ digestAt: null })
  await member.update({ leftAt: null })
})
