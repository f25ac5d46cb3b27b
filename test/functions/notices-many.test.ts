// Do work messages go first, with one token, and does every rep have her turn, however many there are?
import type { MemberId } from '../../shared/domain/ids'
import { newWatch } from '../../shared/domain/notice'
import { costOf } from '../support/cost'
import { MINUTE, type NoticesWorld, startNoticesWorld } from '../support/notices-world'
import { lin, mei, wang } from '../support/world'

let scene: NoticesWorld
beforeAll(async () => {
  scene = await startNoticesWorld()
})
afterAll(() => scene.stop())

describe('work messages', () => {
  beforeAll(async () => {
    await scene.switchOn(wang)
    await scene.grant(wang)
    await scene.grant(wang, { channel: 'employee' })
  })

  test('go first, cost no quota, and share one token between them', async () => {
    await scene.read(mei, {}, scene.tokens.wang)
    await scene.tick()
    await scene.letPass('rep-wang', 11 * MINUTE)
    await scene.read(mei, {}, scene.tokens.wang)
    await scene.tick()
    expect(scene.api.desk.log.map(({ touser, templateId }) => [touser, templateId])).toEqual([
      [wang.openid, 'EMP'],
      [wang.openid, 'EMP'],
    ])
    expect([scene.api.tokens, scene.sentTo(wang).length]).toEqual([1, 0])
    expect(await scene.world.ask('rep', 'notice.see', {}, wang)).toMatchObject({ quota: 1, employee: true })
  })

  test('a token that is no longer good is fetched anew, at once', async () => {
    scene.api.expireTokens()
    await scene.letPass('rep-wang', 11 * MINUTE)
    await scene.read(mei, {}, scene.tokens.wang)
    await scene.tick()
    expect([scene.api.desk.log.length, scene.api.tokens]).toEqual([3, 2])
  })

  test.each([40256, 50001, 43104])(
    'refused with %i they end, and the next minute a one-time message goes',
    async (errcode) => {
      await scene.grant(wang)
      await scene.grant(wang, { channel: 'employee' })
      await scene.letPass('rep-wang', 11 * MINUTE)
      const before = scene.sentTo(wang).length
      await scene.read(mei, {}, scene.tokens.wang)
      scene.api.desk.script = () => errcode
      await scene.tick()
      scene.api.desk.script = () => 0
      const seen = await scene.world.ask('rep', 'notice.see', {}, wang)
      expect([seen.employee, seen.sent[0]?.outcome]).toEqual([false, 'unbound'])
      await scene.tick()
      expect(scene.sentTo(wang)).toHaveLength(before + 1)
    },
  )
})

test('two hundred and fifty reps with nothing to hear cost six requests more than none', async () => {
  for (const as of [lin, wang]) await scene.world.ask('rep', 'notice.set', { on: false, quietFrom: 21, quietTo: 9 }, as)
  await scene.tick()
  const none = await costOf(scene.world, scene.tick)
  const idle = Array.from({ length: 250 }, (_, i) => ({
    ...newWatch(`idle-${i}` as MemberId),
    ...{ on: true, quota: 1, quietFrom: 0, quietTo: 0, waitingSince: 1, notifiedAt: Date.now() - 86_400_000 },
  }))
  await scene.world.add('watches', idle)
  const some = await costOf(scene.world, scene.tick)
  expect(some.requests - none.requests).toBe(6)
  expect(some.docsExamined - none.docsExamined).toBe(500)
  expect(some.docsWritten).toBe(none.docsWritten)
})

test('where more reps want notices than a minute allows, all have their turn', async () => {
  const idle = Array.from({ length: 750 }, (_, i) => ({
    ...newWatch(`more-${i}` as MemberId),
    ...{ on: true, quota: 1, quietFrom: 0, quietTo: 0, waitingSince: 1, notifiedAt: Date.now() - 86_400_000 },
  }))
  for (let from = 0; from < idle.length; from += 250) await scene.world.add('watches', idle.slice(from, from + 250))
  await scene.switchOn(wang)
  await scene.grant(wang)
  await scene.letPass('rep-wang', 11 * MINUTE)
  await scene.watchOf('rep-wang').update({ waitingSince: 2 })
  const before = scene.sentTo(wang).length
  await scene.read(mei, {}, scene.tokens.wang)
  await scene.tick()
  expect(scene.sentTo(wang)).toHaveLength(before)
  await scene.tick()
  expect(scene.sentTo(wang)).toHaveLength(before + 1)
})
