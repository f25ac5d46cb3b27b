// Where do reps work? Regions and the stores that lie in them, for audiences.
import { type Ground, type Land, NOWHERE, type Place } from '@shared/domain/audience'
import type { RegionId, StoreId } from '@shared/domain/ids'
import type { Store } from '@shared/domain/member'
import { type Region, regionsAbove } from '@shared/domain/org'
import { collection, EVERYTHING, oneOf } from '../collection'
import { readAll } from '../page'

const regions = collection<Region>('regions')
const stores = collection<Store>('stores')

/** Few hundred at most: a firm's regions are its districts and cities. */
export const listGrounds = (): Promise<Ground[]> =>
  regions.find(EVERYTHING, { order: [['_id', 'asc']], fields: ['parentId'] })

export const listStoresIn = async (regionIds: readonly RegionId[]): Promise<StoreId[]> =>
  regionIds.length ? (await readAll(stores, { regionId: oneOf(regionIds) }, ['regionId'])).map(({ _id }) => _id) : []

export const findPlace = async (storeId: StoreId | null): Promise<Place> => {
  const store = storeId === null ? null : await stores.get(storeId)
  if (!store?.regionId) return NOWHERE
  return { store, regionsAbove: regionsAbove(store.regionId, await listGrounds()) }
}

export type Places = { regions: (Ground & Pick<Region, 'name'>)[]; land: Land }

/** All of them: few hundred regions, few hundred stores. */
export const listPlaces = async (): Promise<Places> => {
  const [regionsFound, storesFound] = await Promise.all([
    regions.find(EVERYTHING, { order: [['_id', 'asc']], fields: ['name', 'parentId'] }),
    stores.find(EVERYTHING, { order: [['_id', 'asc']], fields: ['regionId'] }),
  ])
  return { regions: regionsFound, land: { grounds: regionsFound, stores: storesFound } }
}
