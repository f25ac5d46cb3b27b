// Is what lies in the store small, the same to the SDK, and refused when another version wrote it?
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EJSON } from 'bson'
import fc from 'fast-check'
import Database from 'libsql'
import { encodeKey } from '../../emulator/database/keys'
import { fullScan, planQuery } from '../../emulator/database/plan'
import { SqliteEngine } from '../../emulator/database/sqlite'
import { type Doc, decodeStored, encode } from '../../emulator/database/values'

const scalar = fc.oneof(
  fc.integer(),
  // EJSON knows no -0
  fc.double().map((x) => x + 0),
  fc.constantFrom(2 ** 40, 2 ** 53, -(2 ** 60)),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
)
const name = fc.string({ minLength: 1 }).filter((text) => !/[$.]|^__proto__$/.test(text))
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('any')), fc.dictionary(name, tie('any'))),
})).any

it('reads what it wrote, and so does the SDK', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value), (raw) => {
      const doc = { ...raw }
      expect(decodeStored(encode(doc))).toEqual(doc)
      expect(EJSON.parse(encode(doc))).toEqual(doc)
      expect(EJSON.parse(encode(doc))).toEqual(EJSON.parse(EJSON.stringify(doc, { relaxed: false })))
    }),
  )
})

it('keeps names readable and numbers plain', () => {
  const doc = { _id: 'r1', lastAt: 1_700_000_000_000, depth: 0.5, at: new Date(5), match: /a/i }
  expect(encode(doc)).toBe(
    '{"_id":"r1","lastAt":1700000000000,"depth":0.5,"at":{"$date":5},"match":{"$regularExpression":{"pattern":"a","options":"i"}}}',
  )
})

it.each([
  [null, 1],
  [true, 1],
  [0, 1],
  [7, 2],
  [-7, 2],
  [1_700_000_000_000, 7],
  [0.5, 10],
  ['abc', 5],
] as const)('the key of %p takes %i bytes', (value, bytes) => {
  expect(encodeKey(value).length).toBe(bytes)
})

it('no key of a value begins another, so that equality is a stretch of keys', () => {
  const keyed = fc.oneof(scalar, fc.constantFrom('', '\u0000', '\u0001', 'a', 'a\u0000', 5, 5.5, 6, -5, -5.5, -6))
  fc.assert(
    fc.property(keyed, keyed, (a, b) => {
      const [x, y] = [encodeKey(a), encodeKey(b)]
      if (!x.equals(y)) expect(y.subarray(0, x.length).equals(x)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

it('whatever the names and values, a document comes back as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(name, value), { minLength: 1, maxLength: 8 }), (raw) => {
      const docs: Doc[] = raw.map((fields, i) => ({ ...fields, _id: `d${i}` }))
      const engine = new SqliteEngine(':memory:')
      engine.createCollection('t')
      engine.load('t', docs)
      for (const doc of docs) expect(engine.get('t', encodeKey(doc._id))?.body).toBe(encode(doc))
      engine.close()
    }),
    {
      numRuns: 100,
      examples: [
        [
          [
            { '","': '\\"', 'a"b': [{ '}': ',"' }] },
            { 7: 1, 3: { 9: '\u0001' } },
            {
              at: 1_700_000_000_000,
              of: { ms: 1000, no: 0, text: '', list: [{ ms: 2 ** 52, id: 'a"b' }] },
              end: { ms: -5 },
            },
            { entries: { Xy3: { at: 4095, of: {} }, 中: { at: 4096, of: { deep: { ms: 1e21 } } } } },
          ],
        ],
      ],
    },
  )
})

const schema = [
  {
    name: 't',
    indexes: [
      { name: 'a', keys: [['a', 1]] as const },
      { name: 'u', keys: [['u', -1]] as const, unique: true },
    ],
  },
]
const engineWith = (docs: readonly Doc[]): SqliteEngine => {
  const engine = new SqliteEngine(':memory:')
  engine.applySchema(schema)
  engine.load('t', docs)
  return engine
}

it('many documents loaded at once are found as if written one by one', () => {
  const docs = Array.from({ length: 500 }, (_, i) => ({ _id: `d${i}`, a: [i % 7, i % 3], u: i }))
  const engine = engineWith(docs)
  const plan = planQuery(engine.indexes('t'), { a: 2 }, [])
  expect(engine.count('t', plan?.scan ?? fullScan().scan)).toBe(docs.filter(({ a }) => a.includes(2)).length)
  engine.write([{ collection: 't', id: encodeKey('new'), body: encode({ _id: 'new', u: -1 }) }])
  expect(engine.count('t', fullScan().scan)).toBe(501)
  expect(engine.storedBytes()).toBeGreaterThan(engine.estimateBytes('t'))
  expect(engine.estimateBytes('t')).toBeGreaterThan(500 * 25)
  engine.close()
})

it('a load with a duplicate changes nothing', () => {
  const engine = engineWith([{ _id: 'a', u: 1 }])
  for (const twice of [
    [{ _id: 'a', u: 9 }],
    [{ _id: 'b', u: 1 }],
    [
      { _id: 'c', u: 2 },
      { _id: 'd', u: 2 },
    ],
  ])
    expect(() => engine.load('t', [{ _id: 'ok', u: 7 }, ...twice])).toThrow('t index')
  expect(engine.count('t', fullScan().scan)).toBe(1)
  engine.close()
})

it('refuses a file of an older version with a sentence that says what to do', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'layout-'))
  const file = path.join(dir, 'database.sqlite')
  const old = new Database(file)
  old.exec('CREATE TABLE documents (collection INTEGER, id BLOB, body TEXT)')
  old.close()
  expect(() => new SqliteEngine(file)).toThrow(/layout 0, this one reads 3\). Delete its folder and start again/)
  rmSync(dir, { recursive: true })
})
