// Do transactions commit whole, roll back whole, and lose to whoever came first?
import { SqliteEngine } from '../../emulator/database/sqlite'
import { Transactions } from '../../emulator/database/transactions'
import { codeOf, type Lab, openLab } from './harness'

let lab: Lab
const db = () => lab.app.database()
const notes = () => db().collection('notes')
const read = async (id: string) => (await notes().doc(id).get()).data[0]

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())
beforeEach(async () => {
  await notes().doc('a').set({ owner: 'x', at: 1, n: 0 })
  await notes().doc('b').set({ owner: 'x', at: 2, n: 0 })
})

it('commits everything at once', async () => {
  await db().runTransaction(async (tx: ReturnType<typeof db>) => {
    await tx
      .collection('notes')
      .doc('a')
      .update({ n: db().command.inc(5) })
    await tx.collection('notes').doc('c').set({ owner: 'x', at: 3 })
    expect(await read('c')).toBeUndefined()
    const { data } = await tx.collection('notes').doc('a').get()
    expect((data as unknown as { n: number }).n).toBe(5)
  })
  expect(await read('a')).toMatchObject({ n: 5 })
  expect(await read('c')).toMatchObject({ at: 3 })
  await notes().doc('c').remove()
})

it('rolls everything back', async () => {
  const tx = await db().startTransaction()
  await tx.collection('notes').doc('a').update({ n: 9 })
  await tx.collection('notes').doc('b').remove()
  await tx.rollback()
  expect(await read('a')).toMatchObject({ n: 0 })
  expect(await read('b')).toMatchObject({ n: 0 })
})

it('answers a missing document with null', async () => {
  const tx = await db().startTransaction()
  expect((await tx.collection('notes').doc('nobody').get()).data).toBeNull()
  await tx.rollback()
})

it('reads its snapshot, and its own writes in a query', async () => {
  const tx = await db().startTransaction()
  await tx.collection('notes').doc('a').get()
  await notes().doc('b').update({ n: 7 })
  await tx.collection('notes').add({ _id: 'mine', owner: 'x', at: 9 })
  const { data } = await tx.collection('notes').where({ owner: 'x' }).orderBy('at', 'asc').get()
  expect(data.map((d: { _id: string; n?: number }) => [d._id, d.n])).toEqual([
    ['a', 0],
    ['b', 0],
    ['mine', undefined],
  ])
  await tx.rollback()
})

it('fails the second of two transactions that write one document', async () => {
  const [one, two] = [await db().startTransaction(), await db().startTransaction()]
  await one.collection('notes').doc('a').update({ n: 1 })
  expect(await codeOf(two.collection('notes').doc('a').update({ n: 2 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
  await one.commit()
  expect(await read('a')).toMatchObject({ n: 1 })
  expect(await codeOf(two.commit())).toBe('DATABASE_TRANSACTION_FAIL')
})

it('fails a write to a document that changed after the snapshot', async () => {
  const tx = await db().startTransaction()
  await tx.collection('notes').doc('a').get()
  await notes().doc('a').update({ n: 3 })
  expect(await codeOf(tx.collection('notes').doc('a').update({ n: 4 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
})

it('lets concurrent increments all arrive through retries', async () => {
  const once = () =>
    db().runTransaction(async (tx: ReturnType<typeof db>) => {
      const { data } = await tx.collection('notes').doc('a').get()
      await tx
        .collection('notes')
        .doc('a')
        .update({ n: (data as unknown as { n: number }).n + 1 })
    })
  const results = await Promise.allSettled([once(), once(), once()])
  const done = results.filter((r) => r.status === 'fulfilled').length
  expect(done).toBeGreaterThan(0)
  expect(await read('a')).toMatchObject({ n: done })
})

it('makes a plain write wait for the transaction that holds the document', async () => {
  const tx = await db().startTransaction()
  await tx
    .collection('notes')
    .doc('a')
    .update({ n: db().command.inc(1) })
  const waiting = notes()
    .doc('a')
    .update({ n: db().command.inc(10) })
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(await read('a')).toMatchObject({ n: 0 })
  await tx.commit()
  await waiting
  expect(await read('a')).toMatchObject({ n: 11 })
})

it('runs where().update() outside the transaction, as the SDK sends it', async () => {
  const tx = await db().startTransaction()
  await tx.collection('notes').where({ _id: 'a' }).update({ n: 42 })
  await tx.rollback()
  expect(await read('a')).toMatchObject({ n: 42 })
})

it('refuses a duplicate inside a transaction', async () => {
  const tx = await db().startTransaction()
  await expect(tx.collection('notes').add({ _id: 'a', at: 1 })).rejects.toMatchObject({
    message: expect.stringMatching(/E11000/),
  })
  await tx.rollback()
})

it('ends a transaction nobody finished after 30 seconds', () => {
  jest.useFakeTimers()
  const transactions = new Transactions(new SqliteEngine(':memory:'))
  const id = transactions.start()
  jest.advanceTimersByTime(29_999)
  expect(transactions.use(id).id).toBe(id)
  jest.advanceTimersByTime(1)
  expect(() => transactions.use(id)).toThrow('TransactionNotExist')
  jest.useRealTimers()
})
