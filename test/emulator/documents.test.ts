// Do reads and refusals behave as in CloudBase's database, through the unmodified SDK?
import { codeOf, emptyNotes, type Lab, openLab, seedNotes } from './harness'

let lab: Lab
const notes = () => lab.app.database().collection('notes')
const _ = () => lab.app.database().command

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())
beforeEach(() => emptyNotes(lab))

const seed = (count?: number) => seedNotes(lab, count)

describe('reading', () => {
  it('gives back what was added, with its types', async () => {
    const at = new Date('2026-11-21T08:00:00Z')
    const doc = {
      text: '涟漪',
      n: 1.5,
      big: 2 ** 40,
      yes: true,
      nothing: null,
      when: at,
      list: [1, 'a', { b: 2 }],
      at: 1,
    }
    const { id } = await notes().add(doc)
    const { data } = await notes().doc(String(id)).get()
    expect(data).toEqual([{ _id: id, ...doc }])
  })

  it('answers a missing document with an empty list', async () => {
    expect((await notes().doc('nobody').get()).data).toEqual([])
  })

  it('orders, skips, limits and picks fields', async () => {
    await seed()
    const { data } = await notes()
      .where({ owner: 'even' })
      .orderBy('at', 'desc')
      .skip(1)
      .limit(1)
      .field({ at: true })
      .get()
    expect(data).toEqual([{ _id: 'n2', at: 2 }])
  })

  it('picks and leaves out nested fields', async () => {
    await seed(1)
    const get = async (fields: object) =>
      (
        await notes()
          .doc('n0')
          .field(fields as never)
          .get()
      ).data[0]
    expect(await get({ _id: false, 'deep.n': true })).toEqual({ deep: { n: 0 } })
    expect(await get({ deep: false, tags: false, owner: false, state: false })).toEqual({ _id: 'n0', at: 0 })
  })

  it('reads a whole collection when an index gives the order', async () => {
    await seed()
    const { data } = await notes().orderBy('at', 'desc').limit(2).get()
    expect(data.map((d: { _id: string }) => d._id)).toEqual(['n5', 'n4'])
  })

  it.each([
    ['gt', () => ({ at: _().gt(4) }), ['n5']],
    ['gte and lt', () => ({ at: _().gte(1).and(_().lt(3)) }), ['n1', 'n2']],
    ['in', () => ({ _id: _().in(['n0', 'n4', 'none']) }), ['n0', 'n4']],
    ['neq beside an indexed field', () => ({ owner: 'odd', at: _().neq(3) }), ['n1', 'n5']],
    ['nin', () => ({ owner: 'odd', at: _().nin([1, 3]) }), ['n5']],
    ['an element of an array', () => ({ tags: 't3' }), ['n3']],
    ['all', () => ({ tags: _().all(['all', 't2']) }), ['n2']],
    ['exists', () => ({ owner: 'even', nope: _().exists(true) }), []],
    [
      'or',
      () =>
        _().or([
          { owner: 'odd', at: 1 },
          { owner: 'even', at: 4 },
        ]),
      ['n1', 'n4'],
    ],
    ['a dotted path', () => ({ owner: 'even', 'deep.n': 2 }), ['n2']],
    ['elemMatch', () => ({ owner: 'even', 'deep.list': _().elemMatch({ k: 4 }) }), ['n4']],
    ['size', () => ({ owner: 'even', at: 0, tags: _().size(2) }), ['n0']],
    ['a regular expression', () => ({ owner: 'odd', state: /^LI/i }), ['n1', 'n3', 'n5']],
    ['null for a missing field', () => ({ owner: 'odd', nope: null }), ['n1', 'n3', 'n5']],
  ])('filters by %s', async (_name, where, ids) => {
    await seed()
    const { data } = await notes().where(where()).get()
    expect(data.map((d: { _id: string }) => d._id).sort()).toEqual(ids)
  })

  it('counts', async () => {
    await seed()
    expect((await notes().where({ owner: 'odd' }).count()).total).toBe(3)
    expect(
      (
        await notes()
          .where({ owner: 'odd', at: _().gt(1) })
          .count()
      ).total,
    ).toBe(2)
    expect((await notes().count()).total).toBe(6)
  })
})

describe('refusing loudly', () => {
  it('a collection that was never created', async () => {
    const missing = lab.app.database().collection('missing')
    expect(await codeOf(missing.doc('a').get())).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(await codeOf(missing.add({ a: 1 }))).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })

  it('a query no index serves', async () => {
    await expect(notes().where({ 'deep.n': 1 }).get()).rejects.toMatchObject({
      code: 'EMULATOR_NO_INDEX',
      message: expect.stringContaining('notes'),
    })
    expect(await codeOf(notes().get())).toBe('EMULATOR_NO_INDEX')
    expect(await codeOf(notes().where({ 'deep.n': 1 }).orderBy('at', 'asc').get())).toBe('EMULATOR_NO_INDEX')
  })

  it('a condition the SDK dropped', async () => {
    await seed()
    expect(await codeOf(notes().where({ a: {} }).remove())).toBe('EMULATOR_EMPTY_FILTER')
    expect(await codeOf(notes().where({ a: {} }).update({ at: 1 }))).toBe('EMULATOR_EMPTY_FILTER')
    expect(await codeOf(notes().where({ a: {} }).get())).toBe('EMULATOR_EMPTY_FILTER')
    expect(await codeOf(notes().doc('n0').update({ o: {} }))).toBe('EMULATOR_EMPTY_UPDATE')
    expect((await notes().count()).total).toBe(6)
  })

  it('operators it does not imitate', async () => {
    const near = _().geoNear({ geometry: new (lab.app.database().Geo.Point)(1, 2), maxDistance: 1 })
    expect(await codeOf(notes().where({ owner: 'a', at: near }).get())).toBe('EMULATOR_UNSUPPORTED')
    expect(
      await codeOf(
        notes()
          .where({ owner: 'a' })
          .options({ raw: true, multiple: true })
          .update({ $setOnInsert: { a: 1 } }),
      ),
    ).toBe('EMULATOR_UNSUPPORTED')
    expect(await codeOf(notes().aggregate().match({ owner: 'a' }).sample({ size: 1 }).end())).toBe(
      'EMULATOR_UNSUPPORTED',
    )
  })

  it('a reply above 1 MB', async () => {
    const text = 'x'.repeat(400_000)
    for (const id of ['a', 'b', 'c']) await notes().doc(id).set({ owner: 'big', at: 1, text })
    expect(await codeOf(notes().where({ owner: 'big' }).get())).toBe('EXCEED_MAX_RESPONSE_SIZE')
  })
})
