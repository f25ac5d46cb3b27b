// Do buckets say of every store, team and rep what its days come to, and of a part no more than is within?
import fc from 'fast-check'
import type { StoreId, TeamId } from '../../shared/domain/ids'
import { BUCKETS, bucketOf, bucketsOf, repsIn, storeKey, storesIn, teamsIn } from '../../shared/domain/work-buckets'
import { mondayOf, monthOf } from '../../shared/domain/work-span'
import { workId } from '../../shared/domain/work-sums'
import { docsOf, type Event, events, openedIn, readingOf, repAt, summed } from '../support/work-events'

const STORES = ['store-0', 'store-1', 'store-2'] as StoreId[]
const whole = { storeIds: [...STORES, '' as const], teamId: null }

describe.each([
  ['week', (day: string) => mondayOf(day)],
  ['month', (day: string) => monthOf(day)],
] as const)('of a %s', (grain, dayIn) => {
  const sumBy = (all: readonly Event[], of: string, idOf: (one: Event) => string | null, count: 'opened' | 'named') => {
    const wanted = new Map<string, number>()
    for (const one of all) {
      const id = idOf(one)
      if (id !== null && (count === 'opened' || one[count])) wanted.set(id, (wanted.get(id) ?? 0) + 1)
    }
    return { wanted, docs: [...docsOf(summed(all)).values()].filter((doc) => doc.of === of) }
  }
  const counted = (found: ReadonlyMap<string, { opened?: number; named?: number }>, count: 'opened' | 'named') =>
    new Map([...found].flatMap(([id, counts]) => (counts[count] ? [[id, counts[count]]] : [])))

  test('buckets say of every store, team and rep what its days come to', () => {
    fc.assert(
      fc.property(events, (all) => {
        const stores = sumBy(all, `stores-${grain}`, ({ rep }) => repAt(rep).storeId, 'opened')
        expect(counted(storesIn(stores.docs, whole), 'opened')).toEqual(stores.wanted)
        const teams = sumBy(all, `teams-${grain}`, ({ rep }) => repAt(rep).teamId, 'opened')
        expect(counted(teamsIn(teams.docs, whole), 'opened')).toEqual(teams.wanted)
        expect(counted(storesIn(teams.docs, whole), 'opened')).toEqual(stores.wanted)
        const reps = sumBy(all, `reps-${grain}`, ({ rep }) => repAt(rep).repId, 'named')
        expect(counted(repsIn(reps.docs, whole), 'named')).toEqual(reps.wanted)
      }),
    )
  })

  test('each day stands in one document of its store, and its hours come to it', () => {
    fc.assert(
      fc.property(events, (all) => {
        const docs = docsOf(summed(all))
        for (const storeId of STORES)
          for (const day of new Set(all.map((one) => dayIn(readingOf(one).day)))) {
            const of = (one: Event) => repAt(one.rep).storeId === storeId && dayIn(readingOf(one).day) === day
            const wanted = all.filter(of).length
            const id = workId({ of: `stores-${grain}`, id: bucketOf(storeId), day })
            expect(docs.get(id)?.ofStores?.[storeKey(storeId)]?.opened ?? 0).toBe(wanted)
            expect(openedIn(docs.get(workId({ of: `hours-${grain}`, id: storeId, day }))?.hours)).toBe(wanted)
          }
      }),
    )
  })

  test("a part sees its own rows only, and a team's manager her team's", () => {
    fc.assert(
      fc.property(events, fc.nat(2), (all, n) => {
        const docs = [...docsOf(summed(all)).values()]
        const of = (name: string) => docs.filter((doc) => doc.of === `${name}-${grain}`)
        const storeId = `store-${n}` as StoreId
        const own = all.filter(({ rep }) => repAt(rep).storeId === storeId)
        expect(storesIn(of('stores'), { storeIds: [storeId], teamId: null }).get(storeId)?.opened ?? 0).toBe(own.length)
        const teamId = 'team-1' as TeamId // of store-1
        const within = { storeIds: ['store-1' as StoreId], teamId }
        const ofTeam = all.filter(({ rep }) => rep === 1).length
        expect(storesIn(of('teams'), within).get('store-1')?.opened ?? 0).toBe(ofTeam)
        expect([...teamsIn(of('teams'), within).keys()].every((id) => id === teamId)).toBe(true)
        expect([...repsIn(of('reps'), within).keys()].every((id) => id === 'rep-1')).toBe(true)
      }),
    )
  })
})

test('stores lie in every bucket about evenly, and each always in the same', () => {
  const ids = Array.from({ length: 1_600 }, (_, n) => `store-${n}` as StoreId)
  const sizes = new Map<string, number>()
  for (const id of ids) sizes.set(bucketOf(id), (sizes.get(bucketOf(id)) ?? 0) + 1)
  expect(sizes.size).toBe(BUCKETS)
  expect(Math.max(...sizes.values())).toBeLessThan(200)
  expect(bucketsOf(ids).sort()).toEqual([...sizes.keys()].sort())
})
