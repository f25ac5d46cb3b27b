// Whom does a post reach? Within a list any, across lists all; regions with everything below them.
import fc from 'fast-check'
import {
  type Asked,
  countSuited,
  type Ground,
  isForRep,
  type Land,
  mayMeet,
  NOWHERE,
  regionsWithin,
  storesNamed,
} from '../../shared/domain/audience'
import type { CircleId, RegionId, StoreId, TeamId } from '../../shared/domain/ids'
import type { RepKind } from '../../shared/domain/member'
import { regionsAbove } from '../../shared/domain/org'
import type { Audience } from '../../shared/domain/post'
import type { Tone } from '../../shared/domain/variant/tone'

const region = (id: string) => id as RegionId
const store = (id: string) => id as StoreId
const team = (id: string) => id as TeamId

/** 华东 › 上海 › 浦东; 华南 */
const grounds: Ground[] = [
  { _id: region('east'), parentId: null },
  { _id: region('shanghai'), parentId: region('east') },
  { _id: region('pudong'), parentId: region('shanghai') },
  { _id: region('south'), parentId: null },
]
const land: Land = {
  grounds,
  stores: [
    { _id: store('pudong-1'), regionId: region('pudong') },
    { _id: store('shanghai-1'), regionId: region('shanghai') },
    { _id: store('south-1'), regionId: region('south') },
    { _id: store('nowhere-1') },
  ],
}
const rep: Asked = {
  storeId: store('pudong-1'),
  tone: 'warm',
  kind: 'teacher',
  teamId: team('t1'),
  labels: ['新手', '宝妈'],
}
const pudong = { regionId: region('pudong') }
const reaches = (audience: Partial<Audience>, who: Asked = rep) => {
  const at = land.stores.find(({ _id }) => _id === who.storeId) ?? null
  return isForRep({ storeIds: [], ...audience }, who, at, at?.regionId ? regionsAbove(at.regionId, grounds) : [])
}

test.each<[string, Partial<Audience>, boolean]>([
  ['everyone', {}, true],
  ['everyone, lists said to be empty', { regionIds: [], teamIds: [], kinds: [], tones: [], labels: [] }, true],
  ['her store among others', { storeIds: [store('south-1'), store('pudong-1')] }, true],
  ['another store', { storeIds: [store('south-1')] }, false],
  ['the region of her store', { regionIds: [region('pudong')] }, true],
  ['a region far above it', { regionIds: [region('east')] }, true],
  ['a region elsewhere', { regionIds: [region('south')] }, false],
  ['one of two regions', { regionIds: [region('south'), region('shanghai')] }, true],
  ['her region and another store of it', { regionIds: [region('east')], storeIds: [store('shanghai-1')] }, false],
  ['her team', { teamIds: [team('t1')] }, true],
  ['another team', { teamIds: [team('t2')] }, false],
  ['her kind', { kinds: ['guide', 'teacher'] }, true],
  ['another kind', { kinds: ['service'] }, false],
  ['her persona', { tones: ['warm'] }, true],
  ['another persona', { tones: ['expert', 'lively'] }, false],
  ['one of her labels', { labels: ['老手', '宝妈'] }, true],
  ['a label she has not', { labels: ['老手'] }, false],
  ['all lists right', { regionIds: [region('east')], teamIds: [team('t1')], labels: ['新手'] }, true],
  ['all but one right', { regionIds: [region('east')], teamIds: [team('t1')], labels: ['老手'] }, false],
])('%s → %p', (_, audience, is) => {
  expect(reaches(audience)).toBe(is)
})

test('a rep from before kinds, teams and labels is a guide without either', () => {
  const old: Asked = { storeId: null, tone: 'warm' }
  expect(reaches({ kinds: ['guide'] }, old)).toBe(true)
  expect(reaches({ teamIds: [team('t1')] }, old)).toBe(false)
  expect(reaches({ labels: ['新手'] }, old)).toBe(false)
  expect(reaches({ regionIds: [region('east')] }, old)).toBe(false)
  expect(isForRep({ storeIds: [] }, old, NOWHERE.store, NOWHERE.regionsAbove)).toBe(true)
  expect(isForRep({ storeIds: [], regionIds: [region('east')] }, rep, pudong, [])).toBe(false)
})

test('regions that lie in each other end, and what is unknown lies nowhere', () => {
  const ring: Ground[] = [
    { _id: region('a'), parentId: region('b') },
    { _id: region('b'), parentId: region('a') },
  ]
  expect(regionsAbove(region('a'), ring)).toEqual([region('a'), region('b')])
  expect([...regionsWithin([region('a')], ring)].sort()).toEqual(['a', 'b'])
  expect(regionsAbove(region('x'), grounds)).toEqual([])
})

test('a region holds exactly those from which the way up leads to it', () => {
  const parent = fc.integer({ min: -1, max: 11 })
  fc.assert(
    fc.property(fc.array(parent, { minLength: 1, maxLength: 12 }), fc.nat(11), (parents, at) => {
      const tree = parents.map((p, i) => ({ _id: region(`${i}`), parentId: p < 0 || p >= i ? null : region(`${p}`) }))
      const top = region(`${at % parents.length}`)
      const above = tree.filter(({ _id }) => _id === top || regionsAbove(_id, tree).includes(top))
      expect([...regionsWithin([top], tree)].sort()).toEqual(above.map(({ _id }) => _id).sort())
    }),
  )
})

const list = <T>(values: readonly T[]) => fc.subarray([...values])
const audiences = fc.record({
  storeIds: list(land.stores.map(({ _id }) => _id)),
  regionIds: list(grounds.map(({ _id }) => _id)),
  teamIds: list([team('t1'), team('t2')]),
  kinds: list<RepKind>(['guide', 'teacher']),
  tones: list<Tone>(['warm', 'expert']),
  labels: list(['新手', '老手']),
})
const reps = fc.record<Asked>({
  storeId: fc.constantFrom(...land.stores.map(({ _id }) => _id)),
  tone: fc.constantFrom('warm', 'expert'),
  kind: fc.constantFrom('guide', 'teacher'),
  teamId: fc.constantFrom(team('t1'), team('t2'), null),
  labels: list(['新手', '老手']),
})

test('whoever two posts both reach, they are said to meet', () => {
  fc.assert(
    fc.property(audiences, audiences, reps, (a, b, who) => {
      fc.pre(reaches(a, who) && reaches(b, who))
      expect(mayMeet(a, b, land)).toBe(true)
    }),
  )
})

test.each<[string, Partial<Audience>, Partial<Audience>, boolean]>([
  ['everyone and one store', {}, { storeIds: [store('south-1')] }, true],
  ['two stores', { storeIds: [store('pudong-1')] }, { storeIds: [store('south-1')] }, false],
  ['a region and a store in it', { regionIds: [region('east')] }, { storeIds: [store('pudong-1')] }, true],
  ['a region and a store elsewhere', { regionIds: [region('east')] }, { storeIds: [store('south-1')] }, false],
  ['a region and one above it', { regionIds: [region('pudong')] }, { regionIds: [region('east')] }, true],
  ['two kinds', { kinds: ['guide'] }, { kinds: ['teacher'] }, false],
  ['two labels: she may have both', { labels: ['新手'] }, { labels: ['老手'] }, true],
  ['everyone and a region without stores', {}, { regionIds: [region('empty')] }, false],
])('may one rep get both? %s → %p', (_, a, b, may) => {
  const [one, other] = [
    { storeIds: [], ...a },
    { storeIds: [], ...b },
  ]
  expect(mayMeet(one, other, land)).toBe(may)
  expect(mayMeet(other, one, land)).toBe(may)
})

test('stores named by their region and by themselves are those of both', () => {
  expect(storesNamed({ storeIds: [] }, land)).toBeNull()
  const both = { storeIds: [store('pudong-1'), store('south-1')], regionIds: [region('east')] }
  expect([...(storesNamed(both, land) ?? [])]).toEqual(['pudong-1'])
})

test.each<[string, string[] | null, [string, number][]]>([
  ['none', [], []],
  ['those that there are', ['ask', 'gone'], [['ask', 2]]],
  ['with nobody of hers in it', ['far'], [['far', 0]]],
  [
    'all where nobody says which',
    null,
    [
      ['ask', 2],
      ['buy', 1],
      ['far', 0],
    ],
  ],
])('circles a post suits: %s', (_, named, counted) => {
  const circles = ['ask', 'buy', 'far'].map((id) => ({ _id: id as CircleId, name: id }))
  const placed = [{ in: ['ask', 'buy'] as CircleId[] }, { in: ['ask'] as CircleId[] }, { in: [] }]
  const found = countSuited(named as CircleId[] | null, { circles, placed })
  expect(found.map(({ circleId, people }) => [circleId, people])).toEqual(counted)
})

test('the circles it suits keep it from no rep', () => {
  expect(reaches({ circleIds: ['ask' as CircleId] })).toBe(true)
})
