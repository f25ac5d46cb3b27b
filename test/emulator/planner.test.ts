// Does an index ever change an answer? Whatever the planner chooses must equal a scan of everything.
import fc from 'fast-check'
import { matcher } from '../../emulator/database/filter'
import { docOf, type Found, find, idOf } from '../../emulator/database/find'
import { encodeKey, invert, sortKey } from '../../emulator/database/keys'
import { fullScan, planQuery } from '../../emulator/database/plan'
import { SqliteEngine } from '../../emulator/database/sqlite'
import { type Doc, encode } from '../../emulator/database/values'

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', '中', 'a\u0000', 'A'),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(new Date(0), new Date(5), new Date(-5)),
)
const value = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) })
const doc = fc.record({ a: value, b: scalar, c: scalar }, { requiredKeys: [] })
const comparable = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('a', 'b'), fc.constant(new Date(0)))
const test = fc.oneof(
  scalar,
  fc.record({ $gt: comparable, $lte: comparable }, { requiredKeys: [] }).filter((t) => Object.keys(t).length > 0),
  fc.record({ $gte: comparable }),
  fc.record({ $lt: comparable }),
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
)
const filter = fc.record({ a: test, b: test, c: test }, { requiredKeys: [] })
const direction = fc.constantFrom(1 as const, -1 as const)
const order = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '_id'), direction), {
  maxLength: 3,
  selector: ([f]) => f,
})

const schema = [
  {
    name: 't',
    indexes: [
      {
        name: 'ab',
        keys: [
          ['a', 1],
          ['b', -1],
        ] as const,
      },
      {
        name: 'cb',
        keys: [
          ['c', -1],
          ['b', 1],
        ] as const,
      },
      { name: 'b', keys: [['b', 1]] as const },
    ],
  },
]

const build = (docs: readonly object[]) => {
  const engine = new SqliteEngine(':memory:')
  engine.applySchema(schema)
  const changes = docs.map((fields, i) => {
    const full: Doc = { _id: `d${i}`, ...fields }
    return { collection: 't', id: encodeKey(full._id), body: encode(full), doc: full }
  })
  engine.write(changes)
  return { engine, docs: changes.map((change) => change.doc) }
}

/** What an answer is ordered by; documents that are alike in it may come in any order, as in MongoDB. */
const keysOf = (found: readonly Found[], by: readonly (readonly [string, 1 | -1])[]): string[][] =>
  found.map((one) => by.map(([field, way]) => sortKey(docOf(one), field, way).toString('latin1')))

it('finds what a full scan finds, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(doc, { maxLength: 12 }),
      filter,
      order,
      fc.nat(3),
      fc.integer({ min: 1, max: 5 }),
      (raw, where, by, offset, limit) => {
        const { engine, docs } = build(raw)
        const plan = planQuery(engine.indexes('t'), where, by)
        if (!plan) return
        const request = { collection: 't', filter: where, order: by, offset, limit }
        const planned = find(engine, request, plan).found
        const scanned = find(engine, request, fullScan()).found
        expect(keysOf(planned, by)).toEqual(keysOf(scanned, by))
        const all = find(engine, { ...request, offset: 0, limit: 100 }, plan).found.map((f) =>
          idOf(docOf(f)).toString(),
        )
        const matches = docs.filter(matcher(where)).map((d) => encodeKey(d._id).toString())
        expect(all.sort()).toEqual(matches.sort())
        if (plan.exact) expect(engine.count('t', plan.scan)).toBe(matches.length)
        engine.close()
      },
    ),
    { numRuns: 400, examples: [[[{}, {}], {}, [['a', -1]], 0, 1]] },
  )
})

it('orders bytes as it orders values, both ways', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), fc.string(), fc.string(), (x, y, s, t) => {
      const sign = Math.sign(Buffer.compare(encodeKey(x), encodeKey(y)))
      expect(sign).toBe(x === y ? 0 : x < y ? -1 : 1)
      expect(Math.sign(Buffer.compare(invert(encodeKey(x)), invert(encodeKey(y))))).toBe(-sign + 0)
      const text = Math.sign(Buffer.compare(encodeKey(s), encodeKey(t)))
      expect(text).toBe(Math.sign(Buffer.compare(Buffer.from(s), Buffer.from(t))))
      expect(Math.sign(Buffer.compare(invert(encodeKey(s)), invert(encodeKey(t))))).toBe(-text + 0)
    }),
  )
})
