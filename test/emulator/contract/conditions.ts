// What does the contract say of conditions? One row for each comparison: which of six notes it finds.
import { type Case, idsOf, seedNotes } from './case'
import type { Database } from './cloud'

type Command = Database['command']

const rows: readonly (readonly [name: string, calls: readonly string[], where: (_: Command) => object, string[]])[] = [
  ['a value', [], () => ({ owner: 'odd' }), ['n1', 'n3', 'n5']],
  ['gt', ['gt'], (_) => ({ at: _.gt(4) }), ['n5']],
  ['gte and lt', ['gte', 'lt', 'and'], (_) => ({ at: _.gte(1).and(_.lt(3)) }), ['n1', 'n2']],
  ['lte', ['lte'], (_) => ({ at: _.lte(1) }), ['n0', 'n1']],
  ['eq', ['eq'], (_) => ({ at: _.eq(3) }), ['n3']],
  ['in', ['in'], (_) => ({ _id: _.in(['n0', 'n4', 'none']) }), ['n0', 'n4']],
  ['neq beside an indexed field', ['neq'], (_) => ({ owner: 'odd', at: _.neq(3) }), ['n1', 'n5']],
  ['nin', ['nin'], (_) => ({ owner: 'odd', at: _.nin([1, 3]) }), ['n5']],
  ['an element of an array', [], () => ({ tags: 't3' }), ['n3']],
  ['all', ['all'], (_) => ({ tags: _.all(['all', 't2']) }), ['n2']],
  ['exists', ['exists'], (_) => ({ owner: 'even', nope: _.exists(true) }), []],
  [
    'or',
    ['or'],
    (_) =>
      _.or([
        { owner: 'odd', at: 1 },
        { owner: 'even', at: 4 },
      ]),
    ['n1', 'n4'],
  ],
  ['a dotted path', [], () => ({ owner: 'even', 'deep.n': 2 }), ['n2']],
  ['elemMatch', ['elemMatch'], (_) => ({ owner: 'even', 'deep.list': _.elemMatch({ k: 4 }) }), ['n4']],
  ['size', ['size'], (_) => ({ owner: 'even', at: 0, tags: _.size(2) }), ['n0']],
  ['a regular expression', [], () => ({ owner: 'odd', state: /^LI/i }), ['n1', 'n3', 'n5']],
  ['null for a missing field', [], () => ({ owner: 'odd', nope: null }), ['n1', 'n3', 'n5']],
]

export const conditions: readonly Case[] = rows.map(([name, calls, where, ids]) => ({
  title: `a query finds by ${name}`,
  calls: ['where.get', ...calls.map((call) => `command.${call}`)],
  run: async (cloud) => {
    await seedNotes(cloud)
    const { data } = await cloud.notes().where(where(cloud.db.command)).get()
    expect(idsOf(data).sort()).toEqual(ids)
  },
}))
