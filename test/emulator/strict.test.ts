// Is the local cloud stricter than production, out loud? What would be slow, lost or cut there is refused here by name.
import { SqliteEngine } from '../../emulator/database/sqlite'
import { Transactions } from '../../emulator/database/transactions'
import { codeOf, emptyNotes, type Lab, openLab, seedNotes } from './harness'

jest.setTimeout(30_000) // functions start cold, and the machine may be busy

let lab: Lab
const db = () => lab.app.database()
const notes = () => db().collection('notes')
const _ = () => db().command
const live = () => notes().aggregate().match({ state: 'live' })

beforeAll(async () => {
  lab = await openLab({ dataDir: ':memory:' })
})
afterAll(() => lab.close())
beforeEach(async () => {
  await emptyNotes(lab)
  await seedNotes(lab)
})

const big = async (): Promise<unknown> => {
  const text = 'x'.repeat(400_000)
  for (const id of ['a', 'b', 'c']) await notes().doc(id).set({ owner: 'big', at: 1, text })
  return notes().where({ owner: 'big' })
}
const asAdmin = async (params: object): Promise<string | undefined> => {
  const body = JSON.stringify({
    action: 'database.getDocument',
    collectionName: 'notes',
    query: '{"owner":"odd"}',
    ...params,
  })
  return (await (await fetch(`${lab.emulator.url}/admin`, { method: 'POST', body })).json()).code
}
const near = () => _().geoNear({ geometry: new (db().Geo.Point)(1, 2), maxDistance: 1 })
const raw = () => notes().where({ owner: 'a' }).options({ raw: true, multiple: true })
const lookup = { from: 'people', localField: 'person', foreignField: 'name', as: 'who' }

it.each<[what: string, code: string, ask: () => Promise<unknown>]>([
  ['a scan: a field without an index', 'EMULATOR_NO_INDEX', () => notes().where({ 'deep.n': 1 }).get()],
  ['a scan: a whole collection in no order', 'EMULATOR_NO_INDEX', () => notes().get()],
  [
    'a scan: an index for the order only',
    'EMULATOR_NO_INDEX',
    () => notes().where({ 'deep.n': 1 }).orderBy('at', 'asc').get(),
  ],
  ['a scan: an update', 'EMULATOR_NO_INDEX', () => notes().where({ 'deep.n': 1 }).update({ at: 1 })],
  ['a scan: a removal', 'EMULATOR_NO_INDEX', () => notes().where({ 'deep.n': 1 }).remove()],
  ['a scan: a count', 'EMULATOR_NO_INDEX', () => notes().where({ 'deep.n': 1 }).count()],
  ['a scan: a pipeline without $match', 'EMULATOR_NO_INDEX', () => notes().aggregate().group({ _id: '$owner' }).end()],
  ['a scan: a $lookup', 'EMULATOR_NO_INDEX', () => live().lookup(lookup).end()],
  ['an empty filter: a removal', 'EMULATOR_EMPTY_FILTER', () => notes().where({ a: {} }).remove()],
  ['an empty filter: an update', 'EMULATOR_EMPTY_FILTER', () => notes().where({ a: {} }).update({ at: 1 })],
  ['an empty filter: a query', 'EMULATOR_EMPTY_FILTER', () => notes().where({ a: {} }).get()],
  ['an empty update', 'EMULATOR_EMPTY_UPDATE', () => notes().doc('n0').update({ o: {} })],
  [
    'a limit above 1000 on the wire',
    'INVALID_PARAM',
    async () => Promise.reject({ code: await asAdmin({ limit: 1001 }) }),
  ],
  ['a limit of 0 on the wire', 'INVALID_PARAM', async () => Promise.reject({ code: await asAdmin({ limit: 0 }) })],
  ['a negative limit', 'INVALID_PARAM', () => notes().where({ owner: 'odd' }).limit(-1).get()],
  ['a reply above 1 MB', 'EXCEED_MAX_RESPONSE_SIZE', async () => ((await big()) as ReturnType<typeof notes>).get()],
  ['a document above 512 KB', 'DATABASE_REQUEST_FAILED', () => notes().add({ at: 1, text: 'x'.repeat(530_000) })],
  ['a field name with $', 'DATABASE_REQUEST_FAILED', () => notes().add({ at: 1, deep: { $x: 1 } })],
  ['an operator: geoNear', 'EMULATOR_UNSUPPORTED', () => notes().where({ owner: 'a', at: near() }).get()],
  ['an operator: $setOnInsert', 'EMULATOR_UNSUPPORTED', () => raw().update({ $setOnInsert: { a: 1 } })],
  ['a stage: $sample', 'EMULATOR_UNSUPPORTED', () => live().sample({ size: 1 }).end()],
  [
    'an expression: $week',
    'EMULATOR_UNSUPPORTED',
    () =>
      live()
        .project({ w: { $week: '$when' } })
        .end(),
  ],
])('%s is refused with %s', async (_what, code, ask) => {
  expect(await codeOf(ask())).toBe(code)
  expect((await notes().where({ state: 'live' }).count()).total).toBe(6)
})

it('the refusal of a scan names the collection and the file to change', async () => {
  await expect(notes().where({ 'deep.n': 1 }).get()).rejects.toMatchObject({
    message: expect.stringMatching(/'notes' in shared\/schema\.ts/),
  })
})

describe('out of a running transaction', () => {
  const escapes: [call: string, ask: () => Promise<unknown>][] = [
    ['where().update()', () => notes().where({ _id: 'n0' }).update({ at: 42 })],
    ['where().remove()', () => notes().where({ _id: 'n0' }).remove()],
    ['count()', () => notes().where({ owner: 'even' }).count()],
    ['aggregate()', () => live().count('n').end()],
  ]
  it.each(escapes)('%s does not escape', async (_call, ask) => {
    const tx = await db().startTransaction()
    await tx.collection('notes').doc('n0').update({ at: 7 })
    expect(await codeOf(ask())).toBe('EMULATOR_TRANSACTION_ESCAPE')
    await tx.rollback()
    expect((await notes().doc('n0').get()).data[0]).toMatchObject({ at: 0 })
    expect(await codeOf(ask())).toBeUndefined()
  })

  it('what carries its id, and what reads beside it, goes through', async () => {
    const tx = await db().startTransaction()
    expect((await tx.collection('notes').where({ owner: 'odd' }).get()).data).toHaveLength(3)
    expect((await notes().where({ owner: 'odd' }).get()).data).toHaveLength(3)
    await tx.rollback()
  })

  it('a transaction that nobody finished ends after 30 seconds', () => {
    jest.useFakeTimers()
    const transactions = new Transactions(new SqliteEngine(':memory:'))
    const id = transactions.start()
    jest.advanceTimersByTime(29_999)
    expect(transactions.use(id).id).toBe(id)
    jest.advanceTimersByTime(1)
    expect(() => transactions.use(id)).toThrow('TransactionNotExist')
    jest.useRealTimers()
  })
})

it('lenient, it lets pass what production lets pass at a cost', async () => {
  const lenient = await openLab({ dataDir: ':memory:', strict: false })
  await seedNotes(lenient)
  expect((await lenient.app.database().collection('notes').where({ 'deep.n': 1 }).get()).data).toHaveLength(1)
  await lenient.close()
})
