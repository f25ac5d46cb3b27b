// Do writes behave as in CloudBase's database, through the unmodified SDK?
import { codeOf, emptyNotes, type Lab, openLab, seedNotes } from './harness'

let lab: Lab
const notes = () => lab.app.database().collection('notes')
const people = () => lab.app.database().collection('people')
const _ = () => lab.app.database().command

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())
beforeEach(() => emptyNotes(lab))

const seed = (count?: number) => seedNotes(lab, count)

it('sets a document whether it was there or not', async () => {
  const first = await notes().doc('s').set({ at: 1, gone: 1 })
  expect(first).toMatchObject({ updated: 0, upsertedId: 's' })
  expect(await notes().doc('s').set({ at: 2 })).toMatchObject({ updated: 1 })
  expect((await notes().doc('s').get()).data).toEqual([{ _id: 's', at: 2 }])
})

it('applies every update operator the product may use', async () => {
  await notes()
    .doc('u')
    .set({ at: 1, n: 1, m: 3, list: [1, 2], set: ['a'], old: 1, deep: { a: 1, b: 2 }, low: 5, high: 5 })
  const c = _()
  const { updated } = await notes()
    .doc('u')
    .update({
      n: c.inc(2),
      m: c.mul(3),
      list: c.push([3, 4]),
      set: c.addToSet('b'),
      old: c.remove(),
      deep: { a: 9 },
      low: c.min(2),
      high: c.max(8),
      whole: c.set({ x: 1 }),
    })
  expect(updated).toBe(1)
  expect((await notes().doc('u').get()).data[0]).toEqual({
    _id: 'u',
    at: 1,
    n: 3,
    m: 9,
    list: [1, 2, 3, 4],
    set: ['a', 'b'],
    deep: { a: 9, b: 2 },
    low: 2,
    high: 8,
    whole: { x: 1 },
  })
  await notes()
    .doc('u')
    .update({ list: c.unshift(0), set: c.pull('a') })
  await notes()
    .doc('u')
    .update({ list: c.pop(), fresh: c.push({ each: [3, 1, 2], sort: 1, slice: 2 }) })
  expect((await notes().doc('u').get()).data[0]).toMatchObject({ list: [0, 1, 2, 3], set: ['b'], fresh: [1, 2] })
})

it('pulls array elements by what they contain', async () => {
  await notes()
    .doc('p')
    .set({
      at: 1,
      list: [
        { k: 1, v: 'a' },
        { k: 2, v: 'b' },
        { k: 3, v: 'c' },
      ],
      n: [1, 2, 3],
    })
  await notes()
    .doc('p')
    .update({ list: _().pull({ k: 2 }), n: _().pullAll([1, 3]) })
  await notes()
    .doc('p')
    .update({ list: _().pull({ k: _().gte(3) }) })
  expect((await notes().doc('p').get()).data[0]).toMatchObject({ list: [{ k: 1, v: 'a' }], n: [2] })
})

it('updates the element a filter found, and renames a field', async () => {
  await notes()
    .doc('e')
    .set({ at: 1, list: [{ k: 1 }, { k: 2 }], old: 5 })
  await notes()
    .where({ _id: 'e', 'list.k': 2 })
    .update({ 'list.$.seen': true, old: _().rename('fresh') })
  expect((await notes().doc('e').get()).data[0]).toEqual({
    _id: 'e',
    at: 1,
    list: [{ k: 1 }, { k: 2, seen: true }],
    fresh: 5,
  })
})

it('counts matched documents as updated, changed or not', async () => {
  await seed()
  expect((await notes().where({ owner: 'odd' }).update({ state: 'live' })).updated).toBe(3)
})

it('updates and returns one document', async () => {
  await seed()
  const { updated, doc } = await notes()
    .where({ _id: 'n1' })
    .updateAndReturn({ at: _().inc(10) })
  expect(updated).toBe(1)
  expect(doc).toMatchObject({ _id: 'n1', at: 11 })
  expect(await notes().where({ _id: 'none' }).updateAndReturn({ at: 1 })).toMatchObject({ updated: 0, doc: null })
})

it('removes by id and by filter', async () => {
  await seed()
  expect((await notes().doc('n0').remove()).deleted).toBe(1)
  expect((await notes().where({ owner: 'odd' }).remove()).deleted).toBe(3)
  expect((await notes().count()).total).toBe(2)
})

it('keeps indexes true when an indexed field changes', async () => {
  await seed()
  await notes().doc('n1').update({ owner: 'moved' })
  expect((await notes().where({ owner: 'odd' }).count()).total).toBe(2)
  expect((await notes().where({ owner: 'moved' }).get()).data).toHaveLength(1)
})

it('replaces serverDate by its own clock', async () => {
  const before = Date.now()
  await notes()
    .doc('d')
    .set({ at: 1, when: lab.app.database().serverDate({ offset: 1000 }) })
  const [doc] = (await notes().doc('d').get()).data
  expect(doc.when.getTime()).toBeGreaterThanOrEqual(before + 1000)
})

it('refuses a duplicate _id and a duplicate unique value as the service words it', async () => {
  await notes().add({ _id: 'one', at: 1 })
  await expect(notes().add({ _id: 'one', at: 2 })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000 duplicate key error'),
  })
  await people().doc('a').set({ email: 'x@y' })
  await expect(people().doc('b').set({ email: 'x@y' })).rejects.toMatchObject({
    message: expect.stringMatching(/E11000/),
  })
  expect((await people().doc('b').get()).data).toEqual([])
})

it.each([
  ['inc on text', () => ({ state: _().inc(1) })],
  ['push on a number', () => ({ at: _().push([1]) })],
  ['a path through a scalar', () => ({ 'at.x': 1 })],
])('refuses %s', async (_name, change) => {
  await seed(1)
  expect(await codeOf(notes().doc('n0').update(change()))).toBe('DATABASE_REQUEST_FAILED')
})

it('refuses a document above 512 KB', async () => {
  expect(await codeOf(notes().add({ at: 1, text: 'x'.repeat(530_000) }))).toBe('DATABASE_REQUEST_FAILED')
})
