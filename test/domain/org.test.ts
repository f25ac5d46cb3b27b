// Which stores does a manager look after, where may a region lie, and who may change whom?
import fc from 'fast-check'
import type { RegionId, StoreId, TeamId } from '../../shared/domain/ids'
import type { Role, ScopeOf } from '../../shared/domain/member'
import {
  isWithin,
  mayChangeMember,
  mayHaveScope,
  mayPlaceRegion,
  NOTHING,
  regionsAbove,
  regionsUnder,
  type Scope,
  storesUnder,
} from '../../shared/domain/org'

const region = (id: string, parent: string | null = null) => ({
  _id: id as RegionId,
  parentId: parent as RegionId | null,
})
const regions = [region('south'), region('canton', 'south'), region('tianhe', 'canton'), region('north')]
const store = (id: string, regionId: string | null) => ({ _id: id as StoreId, regionId: regionId as RegionId | null })
const stores = [store('s1', 'tianhe'), store('s2', 'canton'), store('s3', 'north'), store('s4', null)]

test.each<[ScopeOf | null, string[]]>([
  [{ of: 'firm' }, ['s1', 's2', 's3', 's4']],
  [{ of: 'region', id: 'south' as RegionId }, ['s1', 's2']],
  [{ of: 'region', id: 'tianhe' as RegionId }, ['s1']],
  [{ of: 'region', id: 'gone' as RegionId }, []],
  [{ of: 'store', id: 's4' as StoreId }, ['s4']],
  [{ of: 'store', id: 'gone' as StoreId }, []],
  [{ of: 'team', id: 't1' as TeamId }, []],
  [null, []],
])('whoever looks after %j has the stores %j', (scope, expected) => {
  expect(storesUnder(scope, regions, stores)).toEqual(expected)
})

test('regions that name each other as parent neither hang nor appear twice', () => {
  const tangled = [region('a', 'b'), region('b', 'a')]
  expect(regionsUnder('a' as RegionId, tangled)).toEqual(['a', 'b'])
  expect(regionsAbove('a' as RegionId, tangled)).toEqual(['a', 'b'])
})

test('a region is under another exactly when that one is above it, in any firm', () => {
  const parents = fc.array(fc.option(fc.nat(11), { nil: null }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(parents, (drawn) => {
      const all = drawn.map((parent, i) =>
        region(`r${i}`, parent === null || parent >= drawn.length ? null : `r${parent}`),
      )
      for (const { _id } of all)
        for (const below of regionsUnder(_id, all)) expect(regionsAbove(below, all)).toContain(_id)
      for (const { _id } of all)
        for (const above of regionsAbove(_id, all)) expect(regionsUnder(above, all)).toContain(_id)
    }),
  )
})

test.each<[Scope, string | null, string | null, boolean]>([
  [{ all: true }, null, null, true],
  [NOTHING, 's1', null, false],
  [NOTHING, null, null, false],
  [{ ...NOTHING, storeIds: ['s1' as StoreId] }, 's1', 't1', true],
  [{ ...NOTHING, storeIds: ['s1' as StoreId] }, 's2', null, false],
  [{ ...NOTHING, teamId: 't1' as TeamId }, 's1', 't1', true],
  [{ ...NOTHING, teamId: 't1' as TeamId }, 's1', 't2', false],
  [{ ...NOTHING, teamId: 't1' as TeamId }, 's1', null, false],
])('%j reaches store %s, team %s: %s', (scope, storeId, teamId, expected) => {
  expect(isWithin(scope, { storeId: storeId as StoreId, teamId: teamId as TeamId })).toBe(expected)
})

test.each<[string, string | null, string]>([
  ['east', 'tianhe', 'ok'],
  ['canton', null, 'ok'],
  ['south', 'south', 'region-in-itself'],
  ['south', 'tianhe', 'region-in-itself'],
  ['east', 'nowhere', 'no-such-region'],
])('region %s may lie in %s: %s', (id, parent, expected) => {
  const said = mayPlaceRegion(id as RegionId, parent as RegionId | null, { regions })
  expect(said.ok ? 'ok' : said.reason).toBe(expected)
})

test('a region that brings others with it counts with them, five deep at most', () => {
  const deep = [region('a'), region('b', 'a'), region('c', 'b'), region('x'), region('y', 'x'), region('z', 'y')]
  expect(mayPlaceRegion('x' as RegionId, 'b' as RegionId, { regions: deep })).toEqual({ ok: true })
  expect(mayPlaceRegion('x' as RegionId, 'c' as RegionId, { regions: deep })).toMatchObject({ ok: false })
})

test.each<[Role, ScopeOf | null, string]>([
  ['manager', null, 'scope-needed'],
  ['manager', { of: 'firm' }, 'ok'],
  ['manager', { of: 'store', id: 's1' as StoreId }, 'ok'],
  ['manager', { of: 'store', id: 'gone' as StoreId }, 'scope-not-there'],
  ['manager', { of: 'team', id: 'gone' as TeamId }, 'scope-not-there'],
  ['rep', null, 'ok'],
  ['editor', { of: 'firm' }, 'scope-not-for-role'],
])('%s looking after %j: %s', (role, scope, expected) => {
  const said = mayHaveScope(role, scope, { regions, stores, teams: [] })
  expect(said.ok ? 'ok' : said.reason).toBe(expected)
})

const ALL: Scope = { all: true }
const EAST: Scope = { ...NOTHING, storeIds: ['s1' as StoreId] }
type Case = [who: string, scope: Scope, before: string | null, after: string, expected: string]
/** A member in words: role@store. */
const read = (text: string) => {
  const [role, at] = text.split('@') as [Role, string | undefined]
  return { role, storeId: (at ?? null) as StoreId | null, teamId: null, leftAt: null }
}
test.each<Case>([
  ['editor', ALL, null, 'rep@s1', 'ok'],
  ['editor', ALL, 'rep@s1', 'rep@s2', 'ok'],
  ['editor', ALL, null, 'editor', 'not-your-role'],
  ['editor', ALL, 'rep@s1', 'manager', 'not-your-role'],
  ['editor', ALL, 'manager', 'rep@s1', 'not-your-role'],
  ['approver', ALL, 'rep@s1', 'manager', 'ok'],
  ['approver', ALL, null, 'approver', 'ok'],
  ['manager', EAST, 'rep@s1', 'rep@s1', 'ok'],
  ['manager', EAST, null, 'rep@s1', 'ok'],
  ['manager', EAST, 'rep@s1', 'rep@s2', 'outside-your-scope'],
  ['manager', EAST, 'rep@s2', 'rep@s1', 'outside-your-scope'],
  ['manager', EAST, 'rep@s1', 'manager', 'not-your-role'],
  ['manager', NOTHING, 'rep@s1', 'rep@s1', 'outside-your-scope'],
  ['rep', ALL, 'rep@s1', 'rep@s1', 'not-your-role'],
])('%s with %j changes %s to %s: %s', (role, scope, before, after, expected) => {
  const by = { _id: 'me', role: role as Role, leftAt: null, scope }
  const was = before === null ? null : { _id: 'her', ...read(before) }
  const said = mayChangeMember(by as never, was as never, { ...read(after), sameScope: true })
  expect(said.ok ? 'ok' : said.reason).toBe(expected)
})

test('nobody changes her own role or scope, nor anyone who has left, and who has left changes nobody', () => {
  const me = { _id: 'me', role: 'approver', storeId: null, teamId: null, leftAt: null, scope: ALL } as never
  const own = (role: Role, sameScope: boolean) => ({ role, storeId: null, teamId: null, sameScope })
  expect(mayChangeMember(me, me, own('editor', true))).toEqual({ ok: false, reason: 'own-role' })
  expect(mayChangeMember(me, me, own('approver', false))).toEqual({ ok: false, reason: 'own-role' })
  expect(mayChangeMember(me, me, own('approver', true))).toEqual({ ok: true })
  const gone = { _id: 'her', ...read('rep@s1'), leftAt: 5 } as never
  expect(mayChangeMember(me, gone, own('rep', true))).toEqual({ ok: false, reason: 'already-left' })
  const left = { _id: 'me', role: 'approver', leftAt: 5, scope: ALL } as never
  expect(mayChangeMember(left, null, own('rep', true))).toEqual({ ok: false, reason: 'not-your-role' })
})
