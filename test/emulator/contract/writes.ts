// What does the contract say of writing? Add, set, update, updateAndReturn, remove, and what is refused.
import { codeOf } from '../harness'
import { type Case, seedNotes } from './case'

/** Clocks of two machines differ. */
const CLOCKS_DIFFER_MS = 300_000

const DUPLICATE = /E11000|DATABASE_DUPLICATE_WRITE/

const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
    return ''
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    return `${code} ${message}`
  }
}

const refusedChange = (title: string, change: (cloud: Parameters<Case['run']>[0]) => object): Case => ({
  title: `an update that cannot be is refused: ${title}`,
  calls: ['doc.update'],
  run: async (cloud) => {
    await seedNotes(cloud, 1)
    expect(await codeOf(cloud.notes().doc('n0').update(change(cloud)))).toBe('DATABASE_REQUEST_FAILED')
  },
})

export const writes: readonly Case[] = [
  {
    title: 'set puts a document whether it was there or not, and replaces all of it',
    calls: ['doc.set'],
    run: async ({ notes }) => {
      expect(await notes().doc('s').set({ at: 1, gone: 1 })).toMatchObject({ updated: 0, upsertedId: 's' })
      expect(await notes().doc('s').set({ at: 2 })).toMatchObject({ updated: 1 })
      expect((await notes().doc('s').get()).data).toEqual([{ _id: 's', at: 2 }])
    },
  },
  {
    title: 'every update operator changes its field',
    calls: [
      'doc.update',
      ...'inc mul push addToSet remove min max set unshift pull pop'.split(' ').map((c) => `command.${c}`),
    ],
    run: async ({ notes, db: { command: c } }) => {
      await notes()
        .doc('u')
        .set({ at: 1, n: 1, m: 3, list: [1, 2], set: ['a'], old: 1, deep: { a: 1, b: 2 }, low: 5, high: 5 })
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
    },
  },
  {
    title: 'an increment of a missing field counts from 0, a guard writes what is missing',
    calls: ['where.update', 'command.inc', 'command.max', 'command.min'],
    run: async ({ notes, db: { command: c } }) => {
      await notes().doc('m').set({ at: 1 })
      await notes()
        .where({ _id: 'm' })
        .update({ n: c.inc(3), high: c.max(2), low: c.min(4), 'days.d1': c.inc(1) })
      expect((await notes().doc('m').get()).data[0]).toEqual({
        _id: 'm',
        at: 1,
        n: 3,
        high: 2,
        low: 4,
        days: { d1: 1 },
      })
    },
  },
  {
    title: 'set in an update replaces an object, with an empty one too',
    calls: ['where.update', 'command.set'],
    run: async ({ notes, db: { command: c } }) => {
      await notes()
        .doc('o')
        .set({ at: 1, o: { a: 1 }, list: [1], text: 'x' })
      await notes()
        .where({ _id: 'o' })
        .update({ o: c.set({}), list: c.set([]), text: c.set(null) })
      expect((await notes().doc('o').get()).data[0]).toEqual({ _id: 'o', at: 1, o: {}, list: [], text: null })
    },
  },
  {
    title: 'elements are pulled from arrays by what they contain',
    calls: ['doc.update', 'command.pull', 'command.pullAll'],
    run: async ({ notes, db: { command: c } }) => {
      const list = [
        { k: 1, v: 'a' },
        { k: 2, v: 'b' },
        { k: 3, v: 'c' },
      ]
      await notes()
        .doc('p')
        .set({ at: 1, list, n: [1, 2, 3] })
      await notes()
        .doc('p')
        .update({ list: c.pull({ k: 2 }), n: c.pullAll([1, 3]) })
      await notes()
        .doc('p')
        .update({ list: c.pull({ k: c.gte(3) }) })
      expect((await notes().doc('p').get()).data[0]).toMatchObject({ list: [{ k: 1, v: 'a' }], n: [2] })
    },
  },
  {
    title: 'the element that a filter found is updated, and a field renamed',
    calls: ['where.update', 'command.rename'],
    run: async ({ notes, db: { command: c } }) => {
      await notes()
        .doc('e')
        .set({ at: 1, list: [{ k: 1 }, { k: 2 }], old: 5 })
      await notes()
        .where({ _id: 'e', 'list.k': 2 })
        .update({ 'list.$.seen': true, old: c.rename('fresh') })
      expect((await notes().doc('e').get()).data[0]).toEqual({
        _id: 'e',
        at: 1,
        list: [{ k: 1 }, { k: 2, seen: true }],
        fresh: 5,
      })
    },
  },
  {
    title: 'updated counts what the filter matched, changed or not; nothing matched is 0',
    calls: ['where.update'],
    run: async (cloud) => {
      await seedNotes(cloud)
      const update = async (owner: string) => (await cloud.notes().where({ owner }).update({ state: 'live' })).updated
      expect(await update('odd')).toBe(3)
      expect(await update('nobody')).toBe(0)
    },
  },
  {
    title: 'updateAndReturn gives one document as it became, null where there is none',
    calls: ['where.updateAndReturn'],
    run: async (cloud) => {
      await seedNotes(cloud)
      const { notes, db } = cloud
      const { updated, doc } = await notes()
        .where({ _id: 'n1' })
        .updateAndReturn({ at: db.command.inc(10) })
      expect(updated).toBe(1)
      expect(doc).toMatchObject({ _id: 'n1', at: 11 })
      expect(await notes().where({ _id: 'none' }).updateAndReturn({ at: 1 })).toMatchObject({ updated: 0, doc: null })
    },
  },
  {
    title: 'documents are removed by id and by filter; what is gone is 0',
    calls: ['doc.remove', 'where.remove'],
    run: async (cloud) => {
      await seedNotes(cloud)
      const { notes } = cloud
      expect((await notes().doc('n0').remove()).deleted).toBe(1)
      expect((await notes().doc('n0').remove()).deleted).toBe(0)
      expect((await notes().where({ owner: 'odd' }).remove()).deleted).toBe(3)
      expect((await notes().count()).total).toBe(2)
    },
  },
  {
    title: 'a field that changes is found by its new value only',
    calls: ['doc.update', 'where.get', 'where.count'],
    run: async (cloud) => {
      await seedNotes(cloud)
      const { notes } = cloud
      await notes().doc('n1').update({ owner: 'moved' })
      expect((await notes().where({ owner: 'odd' }).count()).total).toBe(2)
      expect((await notes().where({ owner: 'moved' }).get()).data).toHaveLength(1)
    },
  },
  {
    title: 'serverDate is the clock of the cloud',
    calls: ['serverDate', 'doc.set'],
    run: async ({ notes, db, isLocal }) => {
      const slack = isLocal ? 0 : CLOCKS_DIFFER_MS
      const before = Date.now() - slack
      await notes()
        .doc('d')
        .set({ at: 1, when: db.serverDate({ offset: 1000 }) })
      const [{ when }] = (await notes().doc('d').get()).data
      expect(when.getTime()).toBeGreaterThanOrEqual(before + 1000)
      expect(when.getTime()).toBeLessThanOrEqual(Date.now() + slack + 1000)
    },
  },
  {
    title: 'an _id is added once: the second is told as a duplicate, alone or among others',
    calls: ['add'],
    run: async ({ notes }) => {
      await notes().add({ _id: 'one', at: 1 })
      expect(await refusal(notes().add({ _id: 'one', at: 2 }))).toMatch(DUPLICATE)
      const both = [
        { _id: 'two', at: 2 },
        { _id: 'one', at: 3 },
      ]
      expect(await refusal(notes().add(both as unknown as object))).toMatch(DUPLICATE)
      expect((await notes().doc('one').get()).data).toEqual([{ _id: 'one', at: 1 }])
    },
  },
  {
    title: 'a value of a unique index is stored once',
    calls: ['doc.set'],
    onlyLocal: 'the SDK cannot create an index: deployment does',
    run: async ({ people }) => {
      await people().doc('a').set({ email: 'x@y' })
      expect(await refusal(people().doc('b').set({ email: 'x@y' }))).toMatch(DUPLICATE)
      expect((await people().doc('b').get()).data).toEqual([])
    },
  },
  refusedChange('inc on text', ({ db }) => ({ state: db.command.inc(1) })),
  refusedChange('push on a number', ({ db }) => ({ at: db.command.push([1]) })),
  refusedChange('a path through a scalar', () => ({ 'at.x': 1 })),
]
