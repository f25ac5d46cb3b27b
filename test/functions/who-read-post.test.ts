// Who read this post? Her own contacts, longest first, and of the others only how many.
import { costOf } from '../support/cost'
import { agree, publish, report, reportOf, share } from '../support/scenes'
import { type As, hua, lin, mei, nobody, startWorld, type World, wang } from '../support/world'

let world: World
let postId: string
let token: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
  token = await share(world, postId, lin)
  for (const reader of [mei, hua]) await agree(world, token, reader)
})
afterAll(() => world.stop())

const readPost = (as: As, change: object = {}) => report(world, [reportOf({ postId, token }, change)], as)
const ask = () => world.ask('rep', 'post.readers', { postId }, lin)

test('the longest reader first, her readings together', async () => {
  await readPost(mei, { agoMs: 600_000 })
  await readPost(mei, { sections: { s1: 5_000, s2: 50_000 } })
  await readPost(hua, { agoMs: 900_000, sections: { s1: 100_000 } })
  await readPost(nobody)
  const contactId = (await ask()).readers[0]?.contactId ?? ''
  await world.ask('rep', 'contact.name', { eventId: 'name-mei', contactId, remark: '小美妈妈' }, lin)
  const { title, readers, more, anonymous } = await ask()
  expect({ title, more, anonymous }).toEqual({ title: '周末遛娃清单', more: false, anonymous: 'few' })
  expect(readers).toEqual([
    expect.objectContaining({
      remark: '小美妈妈',
      readings: 2,
      totalMs: 115_000,
      longest: { heading: '河边', ms: 70_000 },
      live: true,
    }),
    expect.objectContaining({ remark: null, readings: 1, totalMs: 100_000, live: false }),
  ])
})

test('two phones of one contact are one row', async () => {
  const { readers } = await ask()
  const { lines } = await world.ask('rep', 'feed.list', {}, lin)
  const [named, other] = readers
  const readerKey = lines.find((line) => line.contactId === other?.contactId)?.readerKey
  const act = { eventId: 'link-hua', readerKey, act: 'assign', contactId: named?.contactId }
  await world.ask('rep', 'reader.link', act, lin)
  expect((await ask()).readers).toEqual([
    expect.objectContaining({ contactId: named?.contactId, readings: 3, totalMs: 215_000 }),
  ])
})

test('asked for two hundred readings it asks as often as for three', async () => {
  const few = await costOf(world, ask)
  for (let i = 0; i < 210; i += 10)
    await report(
      world,
      Array.from({ length: 10 }, () => reportOf({ postId, token })),
      mei,
    )
  const many = await costOf(world, ask)
  expect(many.requests).toBe(few.requests)
  expect(many.docsExamined).toBeLessThanOrEqual(many.docsRead * 3)
  const { readers, more } = await ask()
  expect([more, readers[0]?.readings]).toEqual([true, 200])
})

test('another rep sees nothing of it, and an unknown post is not found', async () => {
  expect(await world.ask('rep', 'post.readers', { postId }, wang)).toMatchObject({ readers: [], anonymous: 0 })
  expect(await world.refusal('rep', 'post.readers', { postId: 'no-such' }, lin)).toMatchObject({ code: 'not-found' })
})
