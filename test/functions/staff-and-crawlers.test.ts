// Are staff, the sharer herself and crawlers kept apart from readers: stored without a name, never a contact, both numbers shown?
import type { Tally } from '../../shared/domain/tally'
import { agree, countReadings, newToken, publish, report, reportOf, share } from '../support/scenes'
import { hua, lin, linOnWeb, mei, nobody, startWorld, type World, wang } from '../support/world'

const CRAWLER = 1129
let world: World
let postId: string
let token: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
  token = await share(world, postId, lin)
})
afterAll(() => world.stop())

const send = async (change: object, as: Parameters<typeof report>[2]) => {
  const sent = reportOf({ postId, token }, { agoMs: 3_600_000, ...change })
  await report(world, [sent], as)
  return world.doc('readings', sent.readingId)
}

test.each([
  ['a rep on her phone', {}, wang, 'staff'],
  ['the rep who shared it, on the web', {}, linOnWeb, 'staff'],
  ['a reader who opens what she shared on', { by: 'sharer' }, mei, 'sharer'],
  ['WeChat’s crawler', { scene: CRAWLER }, nobody, 'crawler'],
  ['a link preview, as the page knows it', { by: 'crawler' }, nobody, 'crawler'],
  ['staff by the crawler’s scene', { scene: CRAWLER }, lin, 'crawler'],
])('%s is stored apart and without a name', async (_, change, as, by) => {
  await agree(world, token, mei)
  expect(await send(change, as)).toMatchObject({ by, known: false, personId: null })
})

test('a phone cannot make itself staff, nor a reader of staff', async () => {
  const sent = reportOf({ postId, token }, { by: 'staff' })
  expect(await world.refusal('reader', 'reading.report', { readings: [sent] }, mei)).toMatchObject({ code: 'invalid' })
  expect(await send({ by: undefined }, lin)).toMatchObject({ by: 'staff' })
})

test('what was apart is not claimed by an agreement', async () => {
  const apart = await send({ by: 'sharer' }, hua)
  const own = await send({}, hua)
  const ids = [String(apart?._id), String(own?._id)]
  expect(await agree(world, token, hua, ids)).toMatchObject({ claimed: 1 })
  expect(await world.doc('readings', String(apart?._id))).toMatchObject({ by: 'sharer', known: false, personId: null })
})

test('a reading that turns out to be the sharer’s own counts apart from then on', async () => {
  const sent = reportOf({ postId, token }, { agoMs: 3_600_000 })
  await report(world, [sent], nobody)
  await countReadings(world)
  const ofShare = async () => {
    const { readings, apart } = ((await world.doc('tallies', `share.${token}.`)) ?? {}) as Partial<Tally>
    return { readings: readings ?? 0, sharer: apart?.sharer ?? 0 }
  }
  const before = await ofShare()
  await report(world, [{ ...sent, seq: 2, by: 'sharer' }], nobody)
  await countReadings(world)
  expect(await ofShare()).toEqual({ readings: before.readings - 1, sharer: before.sharer + 1 })
})

test('both numbers are in the sums, and only readers in those of shares above', async () => {
  const other = (await publish(world)).postId
  const root = await share(world, other, lin)
  const child = newToken()
  await world.ask('reader', 'share.record', { token: child, parentToken: root, channel: 'link' }, nobody)
  const by = (change: object) => reportOf({ postId: other, token: child }, { agoMs: 3_600_000, ...change })
  await report(world, [by({}), by({}), by({ by: 'sharer' }), by({ scene: CRAWLER })], nobody)
  await report(world, [by({})], lin)
  await countReadings(world)
  const apart = { staff: 1, sharer: 1, crawler: 1 }
  expect(await world.doc('tallies', `share.${child}.`)).toMatchObject({ readings: 2, apart })
  expect(await world.doc('tallies', `under.${root}.`)).toMatchObject({ readings: 2, ms: 120_000 })
  expect(await world.doc('tallies', `share.${root}.`)).toBeNull()
})
