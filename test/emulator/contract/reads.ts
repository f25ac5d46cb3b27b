// What does the contract say of reading? One document, a query's order and window, its fields, counts.
import { codeOf } from '../harness'
import { type Case, idsOf, seedNotes } from './case'

export const reads: readonly Case[] = [
  {
    title: 'what was added comes back with its types',
    calls: ['add', 'doc.get'],
    run: async ({ notes }) => {
      const at = new Date('2026-11-21T08:00:00Z')
      const doc = { text: '涟漪', n: 1.5, big: 2 ** 40, yes: true, nothing: null, when: at, list: [1, 'a', { b: 2 }] }
      const { id } = await notes().add(doc)
      const { data } = await notes().doc(String(id)).get()
      expect(data).toEqual([{ _id: id, ...doc }])
    },
  },
  {
    title: 'a missing document is an empty list',
    calls: ['doc.get'],
    run: async ({ notes }) => {
      expect((await notes().doc('nobody').get()).data).toEqual([])
    },
  },
  {
    title: 'a query has an order, begins later and ends early, with the fields asked for',
    calls: ['where.get', 'orderBy', 'skip', 'limit', 'field'],
    run: async (cloud) => {
      await seedNotes(cloud)
      const even = cloud.notes().where({ owner: 'even' })
      const { data } = await even.orderBy('at', 'desc').skip(1).limit(1).field({ at: true }).get()
      expect(data).toEqual([{ _id: 'n2', at: 2 }])
    },
  },
  {
    title: 'several orders apply one after the other',
    calls: ['orderBy'],
    run: async (cloud) => {
      await seedNotes(cloud, 4)
      const all = cloud.notes().where({ owner: cloud.db.command.in(['even', 'odd']) })
      const { data } = await all.orderBy('owner', 'asc').orderBy('at', 'desc').get()
      expect(idsOf(data)).toEqual(['n2', 'n0', 'n3', 'n1'])
    },
  },
  {
    title: 'without a filter a whole collection is read in order',
    calls: ['orderBy', 'limit', 'get'],
    run: async (cloud) => {
      await seedNotes(cloud)
      const { data } = await cloud.notes().orderBy('at', 'desc').limit(2).get()
      expect(idsOf(data)).toEqual(['n5', 'n4'])
    },
  },
  {
    title: 'nested fields are picked and left out',
    calls: ['field'],
    run: async (cloud) => {
      await seedNotes(cloud, 1)
      const get = async (fields: object) =>
        (
          await cloud
            .notes()
            .doc('n0')
            .field(fields as never)
            .get()
        ).data[0]
      expect(await get({ _id: false, 'deep.n': true })).toEqual({ deep: { n: 0 } })
      expect(await get({ deep: false, tags: false, owner: false, state: false })).toEqual({ _id: 'n0', at: 0 })
    },
  },
  {
    title: 'without a limit, and with a limit of 0, a query gives 100 documents',
    calls: ['limit', 'where.get'],
    run: async (cloud) => {
      await seedNotes(cloud, 101)
      const all = () => cloud.notes().where({ at: cloud.db.command.gte(0) })
      expect((await all().get()).data).toHaveLength(100)
      expect((await all().limit(0).get()).data).toHaveLength(100)
      expect((await all().limit(1000).get()).data).toHaveLength(101)
    },
  },
  {
    title: 'counts are of what the filter matches',
    calls: ['where.count', 'count'],
    run: async (cloud) => {
      await seedNotes(cloud)
      const { notes, db } = cloud
      expect((await notes().where({ owner: 'odd' }).count()).total).toBe(3)
      expect(
        (
          await notes()
            .where({ owner: 'odd', at: db.command.gt(1) })
            .count()
        ).total,
      ).toBe(2)
      expect((await notes().count()).total).toBe(6)
    },
  },
  {
    title: 'a collection that was never created is refused, to readers and writers',
    calls: ['doc.get', 'add'],
    run: async ({ db }) => {
      const missing = db.collection('ripple_contract_missing')
      expect(await codeOf(missing.doc('a').get())).toBe('DATABASE_COLLECTION_NOT_EXIST')
      expect(await codeOf(missing.add({ a: 1 }))).toBe('DATABASE_COLLECTION_NOT_EXIST')
    },
  },
]
