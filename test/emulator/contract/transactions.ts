// What does the contract say of transactions? All or nothing, a snapshot of their own, and who loses.
import { codeOf } from '../harness'
import type { Case } from './case'
import type { Cloud, Database } from './cloud'

const read = async ({ notes }: Cloud, id: string) => (await notes().doc(id).get()).data[0]

type Transaction = Awaited<ReturnType<Database['startTransaction']>>
const inside = ({ notes }: Cloud, tx: Transaction) => tx.collection(notes().name)

const row = (title: string, calls: readonly string[], run: Case['run']): Case => ({
  title: `a transaction ${title}`,
  calls,
  run: async (cloud) => {
    await cloud.notes().doc('a').set({ owner: 'x', at: 1, n: 0 })
    await cloud.notes().doc('b').set({ owner: 'x', at: 2, n: 0 })
    await run(cloud)
  },
})

export const transactions: readonly Case[] = [
  row('commits everything at once', ['runTransaction', 'tx.doc.update', 'tx.doc.set', 'tx.doc.get'], async (cloud) => {
    await cloud.db.runTransaction(async (tx: Transaction) => {
      await inside(cloud, tx)
        .doc('a')
        .update({ n: cloud.db.command.inc(5) })
      await inside(cloud, tx).doc('c').set({ owner: 'x', at: 3 })
      expect(await read(cloud, 'c')).toBeUndefined()
      const { data } = await inside(cloud, tx).doc('a').get()
      expect((data as unknown as { n: number }).n).toBe(5)
    })
    expect(await read(cloud, 'a')).toMatchObject({ n: 5 })
    expect(await read(cloud, 'c')).toMatchObject({ at: 3 })
  }),
  row('rolls everything back', ['startTransaction', 'tx.doc.remove', 'tx.rollback'], async (cloud) => {
    const tx = await cloud.db.startTransaction()
    await inside(cloud, tx).doc('a').update({ n: 9 })
    await inside(cloud, tx).doc('b').remove()
    await tx.rollback()
    expect(await read(cloud, 'a')).toMatchObject({ n: 0 })
    expect(await read(cloud, 'b')).toMatchObject({ n: 0 })
  }),
  row('answers a missing document with null', ['startTransaction', 'tx.doc.get'], async (cloud) => {
    const tx = await cloud.db.startTransaction()
    expect((await inside(cloud, tx).doc('nobody').get()).data).toBeNull()
    await tx.rollback()
  }),
  row('reads its snapshot, and its own writes in a query', ['tx.where.get', 'tx.add'], async (cloud) => {
    const tx = await cloud.db.startTransaction()
    await inside(cloud, tx).doc('a').get()
    await cloud.notes().doc('b').update({ n: 7 })
    await inside(cloud, tx).add({ _id: 'mine', owner: 'x', at: 9 })
    const { data } = await inside(cloud, tx).where({ owner: 'x' }).orderBy('at', 'asc').get()
    expect(data.map((d: { _id: string; n?: number }) => [d._id, d.n])).toEqual([
      ['a', 0],
      ['b', 0],
      ['mine', undefined],
    ])
    await tx.rollback()
  }),
  row('that is second to write a document fails', ['tx.doc.update', 'tx.commit'], async (cloud) => {
    const [one, two] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await inside(cloud, one).doc('a').update({ n: 1 })
    expect(await codeOf(inside(cloud, two).doc('a').update({ n: 2 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    await one.commit()
    expect(await read(cloud, 'a')).toMatchObject({ n: 1 })
    expect(await codeOf(two.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  }),
  row('fails to write what changed after its snapshot', ['tx.doc.update'], async (cloud) => {
    const tx = await cloud.db.startTransaction()
    await inside(cloud, tx).doc('a').get()
    await cloud.notes().doc('a').update({ n: 3 })
    expect(await codeOf(inside(cloud, tx).doc('a').update({ n: 4 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
  }),
  row('updates and returns inside itself', ['tx.where.updateAndReturn', 'tx.rollback'], async (cloud) => {
    const tx = await cloud.db.startTransaction()
    const { doc } = await inside(cloud, tx)
      .where({ _id: 'a' })
      .updateAndReturn({ n: cloud.db.command.inc(2) })
    expect(doc).toMatchObject({ n: 2 })
    await tx.rollback()
    expect(await read(cloud, 'a')).toMatchObject({ n: 0 })
  }),
  row('run three at a time to add one: what counts is what committed', ['runTransaction'], async (cloud) => {
    const once = () =>
      cloud.db.runTransaction(async (tx: Transaction) => {
        const { data } = await inside(cloud, tx).doc('a').get()
        await inside(cloud, tx)
          .doc('a')
          .update({ n: (data as unknown as { n: number }).n + 1 })
      })
    const results = await Promise.allSettled([once(), once(), once()])
    const done = results.filter(({ status }) => status === 'fulfilled').length
    expect(done).toBeGreaterThan(0)
    expect(await read(cloud, 'a')).toMatchObject({ n: done })
  }),
  row('lets a plain write of its document wait', ['tx.doc.update', 'doc.update'], async (cloud) => {
    const tx = await cloud.db.startTransaction()
    await inside(cloud, tx)
      .doc('a')
      .update({ n: cloud.db.command.inc(1) })
    const waiting = cloud
      .notes()
      .doc('a')
      .update({ n: cloud.db.command.inc(10) })
    expect(await read(cloud, 'a')).toMatchObject({ n: 0 })
    await tx.commit()
    await waiting
    expect(await read(cloud, 'a')).toMatchObject({ n: 11 })
  }),
  row('refuses a duplicate', ['tx.add'], async (cloud) => {
    const tx = await cloud.db.startTransaction()
    await expect(inside(cloud, tx).add({ _id: 'a', at: 1 })).rejects.toMatchObject({
      message: expect.stringMatching(/E11000/),
    })
    await tx.rollback().catch(() => undefined) // a server may have ended it
  }),
]
