// Who lives together, and who of them reads what?
import { cardFor, getToKnow, phone, say, seeFile, write } from '../support/known-readers'
import { newId, publish } from '../support/scenes'
import { lin, startWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const article = (title: string) => ({
  title,
  coverId: null,
  sections: [
    { id: 's1', heading: '一', paragraphs: ['带一块野餐垫。'], imageId: null, form: null },
    { id: 's2', heading: '二', paragraphs: ['早点去人少。'], imageId: null, form: null },
  ],
})
const join = (contactId: string, withContactId: string, homeId = newId(12)) =>
  world.ask('rep', 'contact.home', { act: 'join', homeId, contactId, withContactId }, lin)

test('the file of one tells what the others of her home read', async () => {
  const post = await publish(world, { article: article('车怎么选'), topics: ['汽车'] })
  const father = await getToKnow(world, await cardFor(world, post.postId), phone('Father'))
  const [mother, dad] = [await write(world, '多多妈妈'), await write(world, '多多爸爸')]
  await say(world, 'assign', father.readerKey, dad)
  const joined = await join(mother, dad)
  expect(joined.members.sort()).toEqual([mother, dad].sort())
  expect(await join(mother, dad)).toEqual({ ...joined, members: expect.arrayContaining(joined.members) })
  expect((await seeFile(world, mother)).home).toEqual([
    {
      ...{ contactId: dad, remark: '多多爸爸', ordinal: expect.any(String), lastReadAt: expect.any(Number) },
      ...{ reads: ['车怎么选'], tags: ['汽车'] },
    },
  ])
  expect((await seeFile(world, dad)).home).toMatchObject([{ contactId: mother, lastReadAt: null, reads: [], tags: [] }])
  const left = { act: 'leave', contactId: dad }
  expect(await world.ask('rep', 'contact.home', left, lin)).toEqual({ homeId: null, members: [] })
  expect(await world.ask('rep', 'contact.home', left, lin)).toEqual({ homeId: null, members: [] })
  expect((await seeFile(world, mother)).home).toEqual([])
})

test('a home takes six and no seventh, and nobody joins herself', async () => {
  const first = await write(world, '第一位')
  for (let i = 0; i < 5; i++) expect((await join(await write(world, `家人${i}`), first)).members).toHaveLength(i + 2)
  const seventh = await write(world, '第七位')
  const ask = { act: 'join', homeId: newId(12), contactId: seventh, withContactId: first }
  expect(await world.refusal('rep', 'contact.home', ask, lin)).toMatchObject({ code: 'too-many', reason: 'home-full' })
  expect((await seeFile(world, seventh)).contact.homeId).toBeNull()
  expect(await world.refusal('rep', 'contact.home', { ...ask, withContactId: seventh }, lin)).toMatchObject({
    reason: 'same-contact',
  })
})

test('of one in her home who withdrew nothing is told', async () => {
  const post = await publish(world, { article: article('辅食第一口') })
  const as = phone('Gone')
  const gone = await getToKnow(world, await cardFor(world, post.postId), as)
  const contactId = await write(world, '留下的人')
  await join(contactId, gone.contactId)
  expect((await seeFile(world, contactId)).home).toMatchObject([{ reads: ['辅食第一口'] }])
  await world.ask('reader', 'consent.withdraw', {}, as)
  expect((await seeFile(world, contactId)).home).toEqual([])
})
