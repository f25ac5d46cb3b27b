// Is an entry of the log that was changed, taken out or put in always found, and said which?
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import {
  type Act,
  AUDIT_ACTS,
  AUDIT_START,
  type AuditEntry,
  type AuditFault,
  type AuditHead,
  auditId,
  checkChain,
  checkEnd,
  checkPortion,
  sealEntry,
  sealHead,
  tailOf,
} from '../../shared/domain/audit'
import type { MemberId } from '../../shared/domain/ids'

const seal = (text: string) => createHmac('sha256', 'a key').update(text).digest('base64url')

const chainOf = (acts: readonly Act[]): { entries: AuditEntry[]; head: AuditHead | null } => {
  const entries: AuditEntry[] = []
  let head: AuditHead | null = null
  for (const act of acts) {
    const tail = tailOf(entries.at(-1) ?? null, head)
    const entry = sealEntry({ _id: auditId(tail.n + 1), ...act, at: 1_000 + tail.n, prev: tail.last }, seal)
    entries.push(entry)
    head = sealHead(tail.n + 1, entry.seal, seal)
  }
  return { entries, head }
}

const act = (n: number): Act => ({
  ...{ actId: `act-${n}`, act: 'post.approved', byId: 'editor-1' as MemberId, byName: '陈编辑' },
  ...{ of: `post.${n}`, facts: { version: n, publishAt: null, notes: '好' } },
})
const five = () => chainOf([1, 2, 3, 4, 5].map(act))
const at = (entries: readonly AuditEntry[], n: number): AuditEntry => {
  const entry = entries[n - 1]
  if (!entry) throw new Error(`no entry ${n}`)
  return entry
}
const id = (n: number) => `00000000000${n}`

type Chain = { entries: AuditEntry[]; head: AuditHead | null }
const without = (n: number) => (entries: AuditEntry[]) => entries.filter((_, i) => i !== n - 1)
const changed = (n: number, change: object) => (entries: AuditEntry[]) =>
  entries.map((entry, i) => (i === n - 1 ? { ...entry, ...change } : entry))
const on =
  (how: (entries: AuditEntry[]) => AuditEntry[]) =>
  ({ entries, head }: Chain): Chain => ({ entries: how(entries), head })

const TAMPERED: [string, (chain: Chain) => Chain, AuditFault[]][] = [
  ['nothing was touched', (chain) => chain, []],
  ['a fact was changed', on(changed(2, { facts: { version: 3 } })), [{ fault: 'edited', id: id(2) }]],
  ['a name was changed', on(changed(5, { byName: '别人' })), [{ fault: 'edited', id: id(5) }]],
  ['a time was changed', on(changed(1, { at: 1 })), [{ fault: 'edited', id: id(1) }]],
  ['a field was added', on(changed(3, { also: 'x' })), [{ fault: 'edited', id: id(3) }]],
  ['its seal was changed', on(changed(4, { seal: 'x' })), [{ fault: 'edited', id: id(4) }]],
  ['the first was taken out', on(without(1)), [{ fault: 'removed', from: 1, to: 1 }]],
  ['one in the middle was taken out', on(without(3)), [{ fault: 'removed', from: 3, to: 3 }]],
  ['the last was taken out', on(without(5)), [{ fault: 'removed', from: 5, to: 5 }]],
  ['the last three were taken out', on((all) => all.slice(0, 2)), [{ fault: 'removed', from: 3, to: 5 }]],
  ['all were taken out', on(() => []), [{ fault: 'removed', from: 1, to: 5 }]],
  [
    'one was taken out and the next given its number',
    on((all) => [...all.slice(0, 2), { ...at(all, 4), _id: id(3) }, at(all, 5)]),
    [
      { fault: 'edited', id: id(3) },
      { fault: 'removed', from: 4, to: 4 },
    ],
  ],
  [
    'two changed places',
    on((all) => [at(all, 1), { ...at(all, 3), _id: id(2) }, { ...at(all, 2), _id: id(3) }, at(all, 4), at(all, 5)]),
    [
      { fault: 'edited', id: id(2) },
      { fault: 'edited', id: id(3) },
    ],
  ],
  [
    'one was put in at the end by who has no key',
    on((all) => [...all, { ...at(all, 5), _id: id(6) }]),
    [{ fault: 'inserted', id: id(6) }],
  ],
  [
    'one was put in between',
    on((all) => [...all.slice(0, 2), { ...at(all, 2), _id: `${id(2)}a` }, ...all.slice(2)]),
    [{ fault: 'inserted', id: `${id(2)}a` }],
  ],
  ['the head was taken away', ({ entries }) => ({ entries, head: null }), [{ fault: 'head-missing' }]],
  [
    'the head was moved back by hand, and the last taken out',
    ({ entries, head }) => ({ entries: without(5)(entries), head: head && { ...head, n: 4 } }),
    [{ fault: 'head-edited' }],
  ],
]

test.each(TAMPERED)('%s', (_, how, faults) => {
  const { entries, head } = how(five())
  expect(checkChain(entries, head, seal)).toEqual(faults)
})

test('an entry made with another key is no entry', () => {
  const { entries, head } = five()
  const other = (text: string) => createHmac('sha256', 'another').update(text).digest('base64url')
  const { seal: _, ...rest } = at(entries, 3)
  const forged = [...entries.slice(0, 2), sealEntry(rest, other), ...entries.slice(3)]
  expect(checkChain(forged, head, seal)).toEqual([{ fault: 'edited', id: id(3) }])
})

test('the head may lag behind: what was written after it counts', () => {
  const { entries } = five()
  expect(checkChain(entries, sealHead(3, at(entries, 3).seal, seal), seal)).toEqual([])
})

test('after the last ones were taken out the log goes on behind them, and never heals', () => {
  const { entries, head } = five()
  const left = entries.slice(0, 3)
  const tail = tailOf(left.at(-1) ?? null, head)
  expect(tail).toMatchObject({ n: 5 })
  const next = sealEntry({ _id: auditId(6), ...act(6), at: 9, prev: tail.last }, seal)
  expect(checkChain([...left, next], sealHead(6, next.seal, seal), seal)).toEqual([
    { fault: 'removed', from: 4, to: 5 },
  ])
})

const anyAct = fc.record({
  actId: fc.string({ minLength: 1 }),
  act: fc.constantFrom(...AUDIT_ACTS),
  byId: fc.constantFrom(null, 'editor-1' as MemberId),
  byName: fc.string(),
  of: fc.string(),
  facts: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 4 }),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    {
      maxKeys: 4,
      noNullPrototype: true,
    },
  ),
})
const anyChain = fc.array(anyAct, { minLength: 1, maxLength: 12 }).map(chainOf)

test('whatever was written, any one entry changed in any field or taken out is found and named', () => {
  fc.assert(
    fc.property(anyChain, fc.nat(), fc.nat(), fc.string(), (chain, which, field, other) => {
      expect(checkChain(chain.entries, chain.head, seal)).toEqual([])
      const n = (which % chain.entries.length) + 1
      const gone = checkChain(without(n)(chain.entries), chain.head, seal)
      expect(gone).toEqual([{ fault: 'removed', from: n, to: n }])
      const fields = ['actId', 'act', 'byId', 'byName', 'of', 'facts', 'at', 'prev', 'seal'] as const
      const name = fields[field % fields.length] ?? 'seal'
      const was = at(chain.entries, n)
      fc.pre(JSON.stringify(was[name]) !== JSON.stringify(other))
      const edited = changed(n, { [name]: other })(chain.entries)
      expect(checkChain(edited, chain.head, seal)).toContainEqual({ fault: 'edited', id: auditId(n) })
    }),
  )
})

test('portion by portion it finds what it finds at once', () => {
  fc.assert(
    fc.property(anyChain, fc.integer({ min: 1, max: 5 }), fc.nat(), (chain, size, which) => {
      const entries = without((which % chain.entries.length) + 1)(chain.entries)
      let mark = AUDIT_START
      const faults: AuditFault[] = []
      for (let i = 0; i < entries.length; i += size) {
        const found = checkPortion(mark, entries.slice(i, i + size), { head: chain.head, seal })
        mark = found.mark
        faults.push(...found.faults)
      }
      faults.push(...checkEnd(mark, chain.head, seal))
      expect(faults).toEqual(checkChain(entries, chain.head, seal))
    }),
  )
})
