// A card that was meant for one contact: who is likely to be her, who is not, and what does the rep see of it?
import { cardFor, getToKnow, phone, say, seeFile, takeBack, write } from '../support/known-readers'
import { newId, newToken, publish, report, reportOf } from '../support/scenes'
import { lin, nobody, startWorld, type World, wang } from '../support/world'

let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
})
afterAll(() => world.stop())

const meant = async (remark: string) => {
  const contactId = await write(world, remark)
  return { contactId, token: await cardFor(world, postId, contactId) }
}
const someone = async (name: string) => {
  const as = phone(name)
  return { as, ...(await getToKnow(world, await cardFor(world, postId), as)) }
}
const linkOf = async (readerKey: string) =>
  (await world.docs('readers')).find(({ key }) => key === readerKey)?.link as { contactId: string; certainty: string }
const open = (token: string, as: { openid: string } | null, change: object = {}) =>
  report(world, [reportOf({ postId, token }, { chatType: 1, ...change })], as)

test('whoever opens it first in a chat of two may be her; one tap confirms, and is taken back', async () => {
  const { contactId, token } = await meant('可可妈妈')
  const { readerKey, ...reader } = await getToKnow(world, token, phone('First'))
  expect(await seeFile(world, contactId)).toMatchObject({
    contact: { certainty: 'likely' },
    readers: [{ readerKey, certainty: 'likely', likely: [{ contactId, remark: '可可妈妈', title: '周末遛娃清单' }] }],
    timeline: [{ certainty: 'likely' }],
  })
  const feed = await world.ask('rep', 'feed.list', {}, lin)
  expect(feed.lines[0]).toMatchObject({ contactId, remark: '可可妈妈', certainty: 'likely' })
  const { eventId } = await say(world, 'confirm', readerKey, contactId)
  expect(await linkOf(readerKey)).toMatchObject({ contactId, certainty: 'named' })
  await takeBack(world, eventId)
  expect(await linkOf(readerKey)).toMatchObject({ contactId, certainty: 'likely' })
  await say(world, 'deny', readerKey, contactId)
  expect(await linkOf(readerKey)).toMatchObject({ contactId: reader.contactId, certainty: 'unnamed' })
  expect(await seeFile(world, contactId)).toMatchObject({ readers: [], timeline: [], mayBe: [] })
})

test('one who agreed before is likely with her first report by it', async () => {
  const reader = await someone('Known')
  const { contactId, token } = await meant('之前同意过')
  await open(token, reader.as)
  expect(await linkOf(reader.readerKey)).toMatchObject({ contactId, certainty: 'likely' })
})

test('who opens it second, known or not, is no candidate', async () => {
  const [first, second] = [await someone('One'), await someone('Two')]
  const { contactId, token } = await meant('第一个打开')
  await open(token, first.as)
  await open(token, second.as)
  expect(await linkOf(second.readerKey)).toMatchObject({ certainty: 'unnamed', likely: [] })
  expect((await seeFile(world, contactId)).readers.map(({ readerKey }) => readerKey)).toEqual([first.readerKey])
  const other = await meant('陌生人先开')
  await open(other.token, nobody)
  await open(other.token, second.as)
  expect(await linkOf(second.readerKey)).toMatchObject({ certainty: 'unnamed', likely: [] })
})

test('opened in a group, from a forwarded child or by herself as a rep, it says nothing', async () => {
  const reader = await someone('Group')
  const group = await meant('转到群里')
  await open(group.token, reader.as, { scene: 1008, chatType: 3 })
  const passed = await meant('转给别人')
  const child = { token: newToken(), parentToken: passed.token, channel: 'chat-card' }
  await world.ask('reader', 'share.record', child, nobody)
  await open(child.token, reader.as)
  expect(await linkOf(reader.readerKey)).toMatchObject({ certainty: 'unnamed', likely: [] })
  const own = await meant('自己看')
  await open(own.token, lin)
  await open(own.token, reader.as)
  expect(await linkOf(reader.readerKey)).toMatchObject({ contactId: own.contactId, certainty: 'likely' })
})

test('of one who did not agree the rep sees nothing at all', async () => {
  const { contactId, token } = await meant('没有同意')
  const before = await seeFile(world, contactId)
  const lines = (await world.ask('rep', 'feed.list', {}, lin)).lines.length
  await open(token, phone('Silent'))
  const after = await seeFile(world, contactId)
  expect({ ...after, asOf: 0 }).toEqual({ ...before, asOf: 0 })
  expect((await world.ask('rep', 'feed.list', {}, lin)).lines).toHaveLength(lines)
})

test('whom the rep named keeps her name: the card only suggests, until the rep says so', async () => {
  const reader = await someone('Named')
  const named = { eventId: newId(20), contactId: reader.contactId, remark: '已有名字' }
  await world.ask('rep', 'contact.name', named, lin)
  const { contactId, token } = await meant('卡片写给她')
  await open(token, reader.as)
  expect(await linkOf(reader.readerKey)).toMatchObject({ contactId: reader.contactId, certainty: 'named' })
  expect((await seeFile(world, contactId)).mayBe).toEqual([
    { readerKey: reader.readerKey, title: '周末遛娃清单', at: expect.any(Number) },
  ])
  expect((await seeFile(world, reader.contactId)).readers[0]?.likely).toMatchObject([{ contactId }])
  // had she never been named, she would be likely
  await takeBack(world, named.eventId)
  expect(await linkOf(reader.readerKey)).toMatchObject({ contactId, certainty: 'likely' })
})

test('what she calls herself makes her certain, and closes whom she is to the cards of others', async () => {
  const [she, other] = [await someone('Herself'), await someone('Other')]
  const { contactId, token } = await meant('她自己')
  await say(world, 'assign', she.readerKey, contactId)
  await world.ask('reader', 'privacy.introduce', { repId: 'rep-lin', name: '可乐妈' }, she.as)
  await open(token, other.as)
  expect(await linkOf(other.readerKey)).toMatchObject({ contactId, certainty: 'likely' })
  const { eventId, certainty } = await say(world, 'confirm', she.readerKey, contactId)
  expect(certainty).toBe('certain')
  expect(await linkOf(other.readerKey)).toMatchObject({ contactId: other.contactId, certainty: 'unnamed' })
  expect((await seeFile(world, contactId)).readers).toMatchObject([{ selfName: '可乐妈', certainty: 'certain' }])
  await takeBack(world, eventId)
  expect(await linkOf(other.readerKey)).toMatchObject({ contactId, certainty: 'likely' })
})

test('a card is meant for a contact of her own only, and for the same one each time', async () => {
  const foreign = await write(world, '别人的', wang)
  const ask = { token: newToken(), postId, channel: 'chat-card', contactId: foreign }
  expect(await world.refusal('rep', 'share.record', ask, lin)).toMatchObject({ code: 'not-found' })
  const { contactId, token } = await meant('同一位')
  expect(await world.ask('rep', 'share.record', { ...ask, token, contactId }, lin)).toEqual({ token })
  expect(await world.refusal('rep', 'share.record', { ...ask, token, contactId: null }, lin)).toMatchObject({
    reason: 'token-taken',
  })
})

test('who is likely to be somebody whose consent ends is nobody again', async () => {
  const [leaver, reader] = [await someone('Leaver'), await someone('Stayer')]
  const named = { eventId: newId(20), contactId: leaver.contactId, remark: '要走的' }
  await world.ask('rep', 'contact.name', named, lin)
  await open(await cardFor(world, postId, leaver.contactId), reader.as)
  expect(await linkOf(reader.readerKey)).toMatchObject({ contactId: leaver.contactId, certainty: 'likely' })
  await world.ask('reader', 'consent.withdraw', {}, leaver.as)
  expect(await world.doc('contacts', leaver.contactId)).toBeNull()
  expect(JSON.stringify(await world.docs('links'))).not.toContain('要走的')
  expect(await linkOf(reader.readerKey)).toMatchObject({ contactId: reader.contactId, certainty: 'unnamed' })
})

test('a card for someone whose consent ended is still a card for one: what comes by it is told to nobody', async () => {
  const own = (await publish(world)).postId
  const as = phone('Gone')
  const { contactId } = await getToKnow(world, await cardFor(world, postId), as)
  const token = await cardFor(world, own, contactId)
  await world.ask('reader', 'consent.withdraw', {}, as)
  for (let n = 0; n < 4; n++) await report(world, [reportOf({ postId: own, token })], as)
  const { anonymous } = await world.ask('rep', 'feed.list', {}, lin)
  expect(anonymous.filter((one) => one.postId === own)).toEqual([])
  expect(JSON.stringify(await world.docs('shares'))).not.toContain(contactId)
})
