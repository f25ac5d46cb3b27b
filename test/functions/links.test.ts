// Who is it? What the rep says of readers, through the real cloud: shown, repeated, refused, and taken back without a trace.
import { cardFor, getToKnow, phone, say, seeFile, takeBack, write } from '../support/known-readers'
import { newId, publish, report, reportOf } from '../support/scenes'
import { lin, startWorld, type World, wang } from '../support/world'

let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world, { topics: ['遛娃'] })).postId
})
afterAll(() => world.stop())

const someone = async (name: string) => {
  const as = phone(name)
  return { as, ...(await getToKnow(world, await cardFor(world, postId), as)) }
}
const readAgain = async (as: { openid: string }) =>
  report(world, [reportOf({ postId, token: await cardFor(world, postId) })], as)
const listed = async (contactId: string) => {
  const all = []
  for (let cursor: string | undefined; ; ) {
    const { contacts, next } = await world.ask('rep', 'contact.list', cursor ? { cursor } : {}, lin)
    all.push(...contacts)
    if (next === null) return all.filter((contact) => contact.contactId === contactId)
    cursor = next
  }
}
const readersOf = async (id: string) => (await world.doc('contacts', id))?.readers

test('a reader nobody named is her own contact; assigned, all she read shows under the one she is', async () => {
  const reader = await someone('Anna')
  const before = await seeFile(world, reader.contactId)
  expect(before).toMatchObject({
    contact: { remark: null, certainty: 'unnamed', origin: 'reader' },
    readers: [{ readerKey: reader.readerKey, certainty: 'unnamed', shared: false, readings: 1, tagsOn: true }],
    timeline: [{ readerKey: reader.readerKey, totalMs: 60_000 }],
    mayBe: [],
    history: [],
  })
  expect(before.tags.map(({ tag }) => tag)).toContain('遛娃')
  const anna = await write(world, '安安妈妈')
  expect(await seeFile(world, anna)).toMatchObject({ contact: { lastReadAt: null, certainty: 'named' }, timeline: [] })
  expect(await say(world, 'assign', reader.readerKey, anna)).toMatchObject({ contactId: anna, certainty: 'named' })
  const file = await seeFile(world, anna)
  expect(file).toMatchObject({ timeline: before.timeline.map((line) => ({ ...line, certainty: 'named' })) })
  expect(file.tags).toEqual(before.tags.map((tag) => ({ ...tag, strength: expect.any(Number) })))
  expect(file.history).toMatchObject([{ act: 'assign', to: '安安妈妈', mayUndo: true, undone: false }])
  expect(await listed(reader.contactId)).toEqual([])
  expect(await listed(anna)).toMatchObject([{ remark: '安安妈妈', certainty: 'named', warmth: expect.any(Number) }])
  expect(await Promise.all([anna, reader.contactId].map(readersOf))).toEqual([1, 0])
})

test('named wrongly, taken back, named rightly: all is as in a world where the mistake was never made', async () => {
  const [wrong, right, control] = [await write(world, '错的'), await write(world, '对的'), await write(world, '对照')]
  const [mistaken, spared] = [await someone('Mistaken'), await someone('Spared')]
  const { eventId } = await say(world, 'assign', mistaken.readerKey, wrong)
  const name = { eventId: newId(20), contactId: mistaken.contactId, remark: '也错' }
  expect(await world.refusal('rep', 'contact.name', name, lin)).toMatchObject({ reason: 'link-moved' })
  await Promise.all([readAgain(mistaken.as), readAgain(spared.as)])
  expect((await seeFile(world, wrong)).timeline).toHaveLength(2)
  expect(await takeBack(world, eventId)).toEqual({ contactId: mistaken.contactId })
  await say(world, 'assign', mistaken.readerKey, right)
  await say(world, 'assign', spared.readerKey, control)
  const [seen, world2] = [await seeFile(world, right), await seeFile(world, control)]
  const essence = (file: typeof seen) => ({
    timeline: file.timeline.map(({ totalMs, certainty, depth, sections }) => ({ totalMs, certainty, depth, sections })),
    tags: file.tags.map(({ tag, posts, readings, ms, strength }) => ({
      tag,
      posts,
      readings,
      ms,
      strength: strength.toFixed(2),
    })),
    readers: file.readers.map(({ certainty, readings, shared, likely }) => ({ certainty, readings, shared, likely })),
    history: file.history.filter(({ undone, act }) => !undone && act !== 'undo').map(({ act }) => act),
  })
  expect(essence(seen)).toEqual(essence(world2))
  expect(await seeFile(world, wrong)).toMatchObject({ readers: [], timeline: [], tags: [], mayBe: [] })
  expect(await Promise.all([wrong, right, control].map(readersOf))).toEqual([0, 1, 1])
})

test('the same act sent twice, also at once, is one act; the id of another is refused', async () => {
  const reader = await someone('Twice')
  const contactId = await write(world, '两次')
  const ask = { eventId: newId(20), readerKey: reader.readerKey, act: 'assign', contactId }
  const replies = await Promise.all([1, 2, 3].map(() => world.ask('rep', 'reader.link', ask, lin)))
  expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
    new Set([JSON.stringify({ contactId, certainty: 'named' })]),
  )
  expect((await seeFile(world, contactId)).history).toHaveLength(1)
  const other = await write(world, '另一位')
  expect(await world.refusal('rep', 'reader.link', { ...ask, contactId: other }, lin)).toMatchObject({
    reason: 'event-taken',
  })
  const undo = { eventId: newId(20), undoes: ask.eventId }
  const undone = await Promise.all([1, 2].map(() => world.ask('rep', 'link.undo', undo, lin)))
  expect(undone).toEqual([{ contactId: reader.contactId }, { contactId: reader.contactId }])
  expect(await world.refusal('rep', 'link.undo', { ...undo, eventId: newId(20) }, lin)).toMatchObject({
    reason: 'changed-since',
  })
  expect((await seeFile(world, contactId)).history).toMatchObject([
    { act: 'undo', mayUndo: false },
    { act: 'assign', undone: true, mayUndo: false },
  ])
})

test('two acts of her two phones at once: one is told to look again, and history tells what is', async () => {
  const reader = await someone('Race')
  const [one, two] = [await write(world, '甲'), await write(world, '乙')]
  const ask = (contactId: string) => ({ eventId: newId(20), readerKey: reader.readerKey, act: 'assign', contactId })
  const replies = await Promise.all([one, two].map((id) => world.call('rep', 'reader.link', ask(id), lin)))
  const doc = (await world.docs('readers')).find(({ key }) => key === reader.readerKey)
  const link = doc?.link as { contactId: string; by: string }
  const events = (await world.docs('links')).filter(({ readerId }) => readerId === doc?._id)
  expect(events.map(({ _id }) => _id)).toContain(link.by)
  expect(events).toHaveLength(replies.filter(({ ok }) => ok).length)
  for (const reply of replies) if (!reply.ok) expect(reply.error).toMatchObject({ reason: 'link-moved' })
})

test('only what was said last is taken back, the one before it after that', async () => {
  const reader = await someone('Stack')
  const [one, two] = [await write(world, '先'), await write(world, '后')]
  const first = await say(world, 'assign', reader.readerKey, one)
  const second = await say(world, 'assign', reader.readerKey, two)
  const early = { eventId: newId(20), undoes: first.eventId }
  expect(await world.refusal('rep', 'link.undo', early, lin)).toMatchObject({
    reason: 'changed-since',
    code: 'conflict',
  })
  expect(await takeBack(world, second.eventId)).toEqual({ contactId: one })
  expect(await takeBack(world, first.eventId)).toEqual({ contactId: reader.contactId })
})

test('two phones of one, and one phone of two', async () => {
  const [mother, tablet] = [await someone('Mother'), await someone('Tablet')]
  const [she, grandma] = [await write(world, '豆豆妈妈'), await write(world, '豆豆外婆')]
  await say(world, 'assign', mother.readerKey, she)
  await say(world, 'assign', tablet.readerKey, she)
  const { eventId } = await say(world, 'also', tablet.readerKey, grandma)
  expect(await seeFile(world, she)).toMatchObject({ contact: { certainty: 'named' }, timeline: [{}, {}] })
  expect((await seeFile(world, she)).readers.map(({ shared }) => shared).sort()).toEqual([false, true])
  expect(await seeFile(world, grandma)).toMatchObject({
    contact: { certainty: 'likely' },
    readers: [{ readerKey: tablet.readerKey, certainty: 'likely', shared: true }],
    timeline: [{ certainty: 'likely' }],
  })
  expect(await listed(she)).toHaveLength(1)
  expect(await listed(grandma)).toHaveLength(1)
  expect(await Promise.all([she, grandma].map(readersOf))).toEqual([2, 1])
  await takeBack(world, eventId)
  expect(await readersOf(grandma)).toBe(0)
})

test('assigning to the own contact of another reader joins the two phones; taken back, both names are there', async () => {
  const [one, two] = [await someone('Joined'), await someone('Kept')]
  for (const [{ contactId }, remark] of [
    [one, '一'],
    [two, '二'],
  ] as const)
    await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark }, lin)
  const { eventId } = await say(world, 'assign', one.readerKey, two.contactId)
  expect((await seeFile(world, two.contactId)).readers).toHaveLength(2)
  expect(await listed(one.contactId)).toMatchObject([{ remark: '一', lastReadAt: null }])
  await takeBack(world, eventId)
  expect(await seeFile(world, one.contactId)).toMatchObject({ contact: { remark: '一', certainty: 'named' } })
  expect((await seeFile(world, two.contactId)).readers).toHaveLength(1)
})

test('nobody says who the reader of another rep is, nor with the contact of another', async () => {
  const reader = await someone('Guarded')
  const foreign = await write(world, '别人的', wang)
  const ask = { eventId: newId(20), readerKey: reader.readerKey, act: 'assign', contactId: foreign }
  expect(await world.refusal('rep', 'reader.link', ask, lin)).toMatchObject({
    code: 'not-found',
    reason: 'no-such-contact',
  })
  expect(await world.refusal('rep', 'reader.link', ask, wang)).toMatchObject({
    code: 'not-found',
    reason: 'no-such-reader',
  })
  const own = await write(world, '自己的')
  const { eventId } = await say(world, 'assign', reader.readerKey, own)
  const undo = { eventId: newId(20), undoes: eventId }
  expect(await world.refusal('rep', 'link.undo', undo, wang)).toMatchObject({ reason: 'no-such-event' })
  await world.ask('reader', 'consent.withdraw', {}, reader.as)
  expect(await world.refusal('rep', 'link.undo', undo, lin)).toMatchObject({ code: 'not-found' })
  expect(await seeFile(world, own)).toMatchObject({ readers: [], timeline: [], history: [] })
})

test('what is taken back takes an id of its own: that of anything said before is refused, and nothing is lost', async () => {
  const reader = await someone('OwnId')
  const contactId = await write(world, '自己的号')
  const { eventId } = await say(world, 'assign', reader.readerKey, contactId)
  const naming = { eventId: newId(20), contactId, remark: '改了名' }
  await world.ask('rep', 'contact.name', naming, lin)
  const said = (await world.docs('links')).length
  for (const undo of [
    { eventId: naming.eventId, undoes: eventId },
    { eventId, undoes: naming.eventId },
  ])
    expect(await world.refusal('rep', 'link.undo', undo, lin)).toMatchObject({ reason: 'event-taken' })
  expect((await seeFile(world, contactId)).contact).toMatchObject({ remark: '改了名', certainty: 'named' })
  expect(await world.docs('links')).toHaveLength(said)
})
