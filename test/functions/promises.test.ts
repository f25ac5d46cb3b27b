// What did she tell a contact she would do, and which days matter to whom? Said twice it is said once.
import { occasionOf, promiseOf, seeSheet } from '../support/files-world'
import { write } from '../support/known-readers'
import { lin, startWorld, type World, wang } from '../support/world'

let world: World
let contactId: string
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  contactId = await write(world, '她')
})

const make = (promise: object) => world.ask('rep', 'promise.make', promise, lin)
const keep = (promiseId: string, kept: boolean, agoMs = 0) =>
  world.ask('rep', 'promise.keep', { promiseId, kept, agoMs }, lin)

test('made once, however often it is sent; open ones come first, by day', async () => {
  const [late, early, done] = ['2026-12-20', '2026-11-01', '2026-10-01'].map((dueDay) =>
    promiseOf(contactId, { dueDay }),
  )
  const made = await make(late ?? {})
  expect(made).toMatchObject({ text: '给她留一罐', dueDay: '2026-12-20', keptAt: null })
  expect(await make({ ...late, text: '别的' })).toEqual(made)
  for (const promise of [early, done]) await make(promise ?? {})
  await keep(done?.promiseId ?? '', true)
  const { promises } = await seeSheet(world, contactId)
  expect(promises.map(({ dueDay }) => dueDay)).toEqual(['2026-11-01', '2026-12-20', '2026-10-01'])
})

test('kept when she says; twice changes nothing; taken back it is open again', async () => {
  const promise = promiseOf(contactId)
  await make(promise)
  const kept = await keep(promise.promiseId, true, 60_000)
  expect(kept.keptAt).toBeGreaterThanOrEqual(kept.madeAt)
  expect(await keep(promise.promiseId, true)).toEqual(kept)
  expect(await keep(promise.promiseId, false)).toMatchObject({ keptAt: null })
  expect((await world.doc('promises', promise.promiseId))?.open).toBe(true)
})

test('dropped: gone, and again nothing', async () => {
  const promise = promiseOf(contactId)
  await make(promise)
  for (const dropped of [true, false])
    expect(await world.ask('rep', 'promise.drop', { promiseId: promise.promiseId }, lin)).toEqual({ dropped })
  expect((await seeSheet(world, contactId)).promises).toEqual([])
})

test('another rep neither makes, keeps nor drops it', async () => {
  const promise = promiseOf(contactId)
  await make(promise)
  const { promiseId } = promise
  const refusals = [
    await world.refusal('rep', 'promise.make', promiseOf(contactId), wang),
    await world.refusal('rep', 'promise.keep', { promiseId, kept: true, agoMs: 0 }, wang),
    await world.refusal('rep', 'occasion.save', occasionOf(contactId), wang),
  ]
  expect(refusals.map(({ reason }) => reason)).toEqual(['no-such-contact', 'no-such-entry', 'no-such-contact'])
  expect(await world.ask('rep', 'promise.drop', { promiseId }, wang)).toEqual({ dropped: false })
  const theirs = { ...promise, contactId: await write(world, '别人') }
  expect(await world.refusal('rep', 'promise.make', theirs, lin)).toMatchObject({ reason: 'entry-taken' })
})

test('special days come with the day they fall on next, the soonest first', async () => {
  const [solar, lunar] = [
    occasionOf(contactId),
    occasionOf(contactId, { calendar: 'lunar', month: 8, day: 15, name: '中秋' }),
  ]
  const saved = await world.ask('rep', 'occasion.save', solar, lin)
  expect(saved.next.slice(4)).toBe('-05-20')
  expect(await world.ask('rep', 'occasion.save', solar, lin)).toEqual(saved)
  const moved = await world.ask('rep', 'occasion.save', lunar, lin)
  expect(moved.next.slice(5, 7)).toMatch(/09|10/)
  await world.ask('rep', 'occasion.save', { ...solar, month: 6, day: 1, leadDays: 3 }, lin)
  const { occasions } = await seeSheet(world, contactId)
  expect(occasions.map(({ next }) => next)).toEqual([...occasions.map(({ next }) => next)].sort())
  expect(occasions.find(({ occasionId }) => occasionId === solar.occasionId)).toMatchObject({ month: 6, leadDays: 3 })
  for (const dropped of [true, false])
    expect(await world.ask('rep', 'occasion.drop', { occasionId: lunar.occasionId }, lin)).toEqual({ dropped })
  expect((await seeSheet(world, contactId)).occasions).toHaveLength(1)
})

test('of a day that is none, nothing is kept', async () => {
  for (const change of [{ month: 2, day: 30 }, { leap: true }, { calendar: 'lunar', day: 31 }])
    expect(await world.refusal('rep', 'occasion.save', occasionOf(contactId, change), lin)).toMatchObject({
      reason: 'no-such-day',
    })
  expect((await seeSheet(world, contactId)).occasions).toEqual([])
})
