// Whom is a post for? Within a list any of them, across lists all of them.
import type { Circle } from './circle'
import type { CircleId, RegionId, StoreId } from './ids'
import type { Member, Store } from './member'
import { type Region, regionsUnder } from './org'
import type { Audience } from './post'

export type Ground = Pick<Region, '_id' | 'parentId'>
/** Where a rep works: her store, and the regions that it lies in. */
export type Place = { store: Pick<Store, 'regionId'> | null; regionsAbove: readonly RegionId[] }
export type Asked = Pick<Member, 'storeId' | 'tone' | 'kind' | 'teamId' | 'labels'>

/** Of a rep without a store; nothing that is meant for a region reaches her. */
export const NOWHERE: Place = { store: null, regionsAbove: [] }

const asks = <T>(list: readonly T[] | undefined): list is readonly T[] => list !== undefined && list.length > 0
const takes = <T>(list: readonly T[] | undefined, value: T | null | undefined): boolean =>
  !asks(list) || (value !== null && value !== undefined && list.includes(value))
const takesAny = <T>(list: readonly T[] | undefined, values: readonly T[]): boolean =>
  !asks(list) || values.some((value) => list.includes(value))

/** Does it depend on who she is, and not only on where she works? */
export const asksWho = ({ kinds, tones, labels }: Audience): boolean => asks(kinds) || asks(tones) || asks(labels)
export const asksRegion = ({ regionIds }: Audience): boolean => asks(regionIds)

/** Of the store itself she need not be asked: hers is her member's. */
export const isForRep = (
  audience: Audience,
  rep: Asked,
  store: Place['store'],
  regionsAbove: Place['regionsAbove'],
): boolean =>
  takes(audience.storeIds, rep.storeId) &&
  takesAny(audience.regionIds, store?.regionId ? [store.regionId, ...regionsAbove] : []) &&
  takes(audience.teamIds, rep.teamId) &&
  takes(audience.kinds, rep.kind ?? 'guide') && // one from before kinds is a guide
  takes(audience.tones, rep.tone) &&
  takesAny(audience.labels, rep.labels ?? [])

type Suited = { circles: readonly Pick<Circle, '_id' | 'name'>[]; placed: readonly { in: readonly CircleId[] }[] }
export type CircleCount = { circleId: CircleId; name: string; people: number }

/** 适合发给: of the circles there are those it names (null: all), with how many of her contacts are in each. */
export const countSuited = (named: readonly CircleId[] | null, { circles, placed }: Suited): CircleCount[] =>
  circles
    .filter(({ _id }) => named === null || named.includes(_id))
    .map(({ _id, name }) => ({ circleId: _id, name, people: placed.filter((one) => one.in.includes(_id)).length }))

/** These regions and everything that lies in them. */
export const regionsWithin = (ids: readonly RegionId[], grounds: readonly Ground[]): Set<RegionId> =>
  new Set(ids.flatMap((id) => regionsUnder(id, grounds)))

/** Which regions there are, and which store lies where. */
export type Land = { grounds: readonly Ground[]; stores: readonly Pick<Store, '_id' | 'regionId'>[] }

const findNamed = ({ storeIds, regionIds }: Audience, { grounds, stores }: Land): ReadonlySet<StoreId> | null => {
  if (!asks(regionIds)) return storeIds.length ? new Set(storeIds) : null
  const within = regionsWithin(regionIds, grounds)
  const there = stores.filter(({ regionId }) => regionId && within.has(regionId)).map(({ _id }) => _id)
  return new Set(storeIds.length ? there.filter((id) => storeIds.includes(id)) : there)
}

type Named = ReturnType<typeof findNamed>
/** A calendar asks it of the same few hundred audiences thousands of times. */
const named = new WeakMap<Land, WeakMap<Audience, { stores: Named }>>()

/** The stores it names, by themselves and by their regions; null: it names none, and every store will do. */
export const storesNamed = (audience: Audience, land: Land): Named => {
  const known = named.get(land) ?? new WeakMap<Audience, { stores: Named }>()
  named.set(land, known)
  const found = known.get(audience) ?? { stores: findNamed(audience, land) }
  known.set(audience, found)
  return found.stores
}

const shares = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean =>
  !asks(a) || !asks(b) || a.some((each) => b.includes(each))

/** May one rep be meant by both? Labels keep nobody apart: a rep may have several. */
export const mayMeet = (a: Audience, b: Audience, land: Land): boolean => {
  if (!shares(a.teamIds, b.teamIds) || !shares(a.kinds, b.kinds) || !shares(a.tones, b.tones)) return false
  const [here, there] = [storesNamed(a, land), storesNamed(b, land)]
  if (here === null || there === null) return (here ?? there)?.size !== 0
  return [...here].some((id) => there.has(id))
}
