// What does a rep keep of the people she knows? Contacts written down, named, tagged, put into homes, and listed once each.
import { cardFor, getToKnow, phone, say, seeFile, takeBack, write } from '../support/known-readers'
import { newId, publish, report, reportOf } from '../support/scenes'
import { lin, startWorld, type World, wang, zhao } from '../support/world'

let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world, { topics: ['遛娃'] })).postId
})
afterAll(() => world.stop())

const someone = async (name: string, rep = lin) => {
  const as = phone(name)
  return { as, ...(await getToKnow(world, await cardFor(world, postId, null, rep), as)) }
}
type Asked = { order?: 'recent' | 'warm' }
const listAll = async (rep: typeof lin, asked: Asked = {}) => {
  const pages = []
  for (let cursor: string | undefined; ; ) {
    const page = await world.ask('rep', 'contact.list', { ...asked, ...(cursor && { cursor }) }, rep)
    pages.push(page.contacts)
    if (page.next === null) return pages
    cursor = page.next
  }
}
const name = (contactId: string, remark: string, eventId = newId(20)) =>
  world.ask('rep', 'contact.name', { eventId, contactId, remark }, lin)

test('someone is written down once, however often it is sent, and by one rep', async () => {
  const ask = { contactId: `c-${newId(12)}`, remark: ' 小宇妈妈 ' }
  const made = await world.ask('rep', 'contact.create', ask, lin)
  expect(made).toMatchObject({
    ...{ contactId: ask.contactId, remark: '小宇妈妈', origin: 'rep', certainty: 'named' },
    ...{ lastReadAt: null, given: [], homeId: null, warmth: 0, top: null },
  })
  expect(await world.ask('rep', 'contact.create', { ...ask, remark: '别的' }, lin)).toEqual(made)
  expect(await world.refusal('rep', 'contact.create', ask, wang)).toMatchObject({ reason: 'contact-taken' })
  const { contactId } = await someone('NotWritten')
  expect(await world.refusal('rep', 'contact.create', { ...ask, contactId }, lin)).toMatchObject({
    reason: 'contact-taken',
  })
})

test('a name is said, repeated and taken back; her own contact named makes the reader named', async () => {
  const { contactId, readerKey } = await someone('Name')
  const eventId = newId(20)
  expect(await name(contactId, '小文', eventId)).toMatchObject({ remark: '小文', certainty: 'named' })
  expect(await name(contactId, '小文', eventId)).toMatchObject({ remark: '小文' })
  const later = newId(20)
  await name(contactId, '文文妈妈', later)
  expect(await world.refusal('rep', 'contact.name', { eventId, contactId, remark: '别的' }, lin)).toMatchObject({
    reason: 'event-taken',
  })
  const file = await seeFile(world, contactId)
  expect(file.history).toMatchObject([
    { act: 'name', from: '小文', to: '文文妈妈', mayUndo: true },
    { act: 'name', from: null, to: '小文', mayUndo: false },
  ])
  const early = { eventId: newId(20), undoes: eventId }
  expect(await world.refusal('rep', 'link.undo', early, lin)).toMatchObject({ reason: 'changed-since' })
  await takeBack(world, later)
  expect((await seeFile(world, contactId)).contact).toMatchObject({ remark: '小文', certainty: 'named' })
  expect(await takeBack(world, eventId)).toEqual({ contactId })
  expect(await seeFile(world, contactId)).toMatchObject({
    contact: { remark: null, certainty: 'unnamed' },
    readers: [{ readerKey, certainty: 'unnamed' }],
  })
})

test('tags are given as a whole list, each once, by her rep only', async () => {
  const contactId = await write(world, '给标签')
  const ask = { contactId, tags: [' 二胎 ', '老客', '二胎'] }
  expect(await world.ask('rep', 'contact.tag', ask, lin)).toEqual({ given: ['二胎', '老客'] })
  expect((await seeFile(world, contactId)).contact.given).toEqual(['二胎', '老客'])
  expect(await world.refusal('rep', 'contact.tag', ask, wang)).toMatchObject({
    code: 'not-found',
    reason: 'no-such-contact',
  })
  expect(await world.ask('rep', 'contact.tag', { contactId, tags: [] }, lin)).toEqual({ given: [] })
})

test('no rep opens, names or houses the contact of another, nor one that is not there', async () => {
  const contactId = await write(world, '别人的', zhao)
  const other = await write(world, '自己的')
  const ask = { eventId: newId(20), contactId, remark: 'x' }
  const home = { act: 'join', homeId: newId(12), contactId: other, withContactId: contactId }
  for (const refused of [
    await world.refusal('rep', 'contact.see', { contactId }, lin),
    await world.refusal('rep', 'contact.name', ask, lin),
    await world.refusal('rep', 'contact.home', home, lin),
  ])
    expect(refused).toMatchObject({ code: 'not-found', reason: 'no-such-contact' })
  expect(await world.refusal('rep', 'contact.see', { contactId: 'nobody' }, lin)).toMatchObject({
    reason: 'no-such-contact',
  })
})

test('each contact is listed once over all pages, whoever wrote down last at the end', async () => {
  const reader = await someone('TwoPhones', wang)
  const second = await someone('Tablet', wang)
  await say(world, 'assign', second.readerKey, reader.contactId, wang)
  const others: string[] = []
  for (let i = 0; i < 34; i++) others.push((await someone(`Many${i}`, wang)).contactId)
  await report(world, [reportOf({ postId, token: await cardFor(world, postId, null, wang) })], reader.as)
  const written: string[] = []
  for (let i = 0; i < 35; i++) written.push(await write(world, `写下的${i}`, wang))
  const all = (await listAll(wang)).flat().map(({ contactId }) => contactId)
  expect(new Set(all).size).toBe(all.length)
  expect(all).toEqual(expect.arrayContaining([reader.contactId, ...others, ...written]))
  expect(all).not.toContain(second.contactId)
  const firstWritten = all.indexOf(written.at(-1) ?? '')
  expect(Math.max(...others.map((id) => all.indexOf(id)))).toBeLessThan(firstWritten)
  expect(all.slice(firstWritten, firstWritten + written.length)).toEqual([...written].reverse())
  const warm = (await listAll(wang, { order: 'warm' })).flat()
  expect(new Set(warm.map(({ contactId }) => contactId))).toEqual(new Set([reader.contactId, ...others]))
  const warmths = warm.map(({ warmth }) => warmth)
  expect(warmths).toEqual([...warmths].sort((a, b) => b - a))
}, 120_000)

test('a wrong count of readers is put right by looking', async () => {
  const contactId = await write(world, '数错了')
  const { readerKey } = await someone('Counted')
  await say(world, 'assign', readerKey, contactId)
  await world.database.collection('contacts').where({ _id: contactId }).update({ readers: 0 })
  const listed = (await listAll(lin)).flat().filter((contact) => contact.contactId === contactId)
  expect(listed).toHaveLength(1)
  expect(await world.doc('contacts', contactId)).toMatchObject({ readers: 1 })
})

test('when her consent ends, her own contact is gone and one the rep wrote down stays without her', async () => {
  const [own, written] = [await someone('Own'), await someone('Written')]
  const contactId = await write(world, '写下的人')
  await say(world, 'assign', written.readerKey, contactId)
  for (const { as } of [own, written]) await world.ask('reader', 'consent.withdraw', {}, as)
  expect(await world.refusal('rep', 'contact.see', { contactId: own.contactId }, lin)).toMatchObject({
    reason: 'no-such-contact',
  })
  expect(await seeFile(world, contactId)).toMatchObject({
    contact: { remark: '写下的人', lastReadAt: null, origin: 'rep' },
    ...{ readers: [], timeline: [], tags: [], history: [] },
  })
  expect(await world.doc('contacts', contactId)).toMatchObject({ readers: 0 })
})

test('a notice that has changed hides her until she agrees again', async () => {
  const { contactId } = await someone('OldNotice')
  const consents = world.database.collection('consents')
  const doc = (await world.docs('consents')).sort((a, b) => Number(b.givenAt) - Number(a.givenAt))[0]
  await consents.where({ _id: doc?._id }).update({ policyVersion: '2020-01' })
  expect(await world.refusal('rep', 'contact.see', { contactId }, lin)).toMatchObject({ reason: 'consent-gone' })
  expect((await listAll(lin)).flat().map((contact) => contact.contactId)).not.toContain(contactId)
})
