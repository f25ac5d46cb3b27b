// How is the firm laid out? Regions that nest, and the teams of its stores.
import type { RegionId, StoreId, TeamId } from '@shared/domain/ids'
import type { Store } from '@shared/domain/member'
import type { Region, Team } from '@shared/domain/org'
import { above, collection, EVERYTHING, FIND_MAX, oneOf } from '../collection'

const regions = collection<Region>('regions')
const teams = collection<Team>('teams')
const stores = collection<Store>('stores')
const TEAMS_AT_ONCE = FIND_MAX

export const findRegion = (id: RegionId): Promise<Region | null> => regions.get(id)
export const listRegions = (): Promise<Region[]> =>
  regions.find(EVERYTHING, { order: [['_id', 'asc']], limit: FIND_MAX })

export const findTeam = (id: TeamId): Promise<Team | null> => teams.get(id)
export const findTeams = (ids: readonly TeamId[]): Promise<Team[]> => teams.findMany(ids)
export const listTeamsOf = (storeIds: readonly StoreId[]): Promise<Team[]> =>
  storeIds.length ? teams.find({ storeId: oneOf(storeIds) }) : Promise.resolve([])

/** Every team of the firm, in portions. */
export const listTeams = async (): Promise<Team[]> => {
  const all: Team[] = []
  for (let after = ''; ; ) {
    const some = await teams.find(after ? { _id: above(after) } : EVERYTHING, {
      order: [['_id', 'asc']],
      limit: TEAMS_AT_ONCE,
    })
    all.push(...some)
    const last = some.at(-1)
    if (!last || some.length < TEAMS_AT_ONCE) return all
    after = last._id
  }
}

/** False when it is no longer as it was seen; rev 0: it is new. */
const putSeen =
  <T extends { _id: string; rev: number }>(of: ReturnType<typeof collection<T>>) =>
  async (doc: T): Promise<boolean> => {
    const { _id, rev, ...rest } = doc
    if (rev === 0) return of.insertIfAbsent({ ...doc, rev: 1 })
    const seen = { _id, rev } as Parameters<typeof of.change>[0]
    return (await of.change(seen, { ...rest, rev: rev + 1 } as Parameters<typeof of.change>[1])) > 0
  }

/** `rev` is the one that was seen. */
export const putRegion = putSeen(regions)
export const putTeam = putSeen(teams)

export const removeRegion = async ({ _id, rev }: Region): Promise<boolean> => (await regions.remove({ _id, rev })) > 0
export const removeTeam = async ({ _id, rev }: Team): Promise<boolean> => (await teams.remove({ _id, rev })) > 0

/** False when it is no longer as it was seen; null: it is new. */
export const putStore = async (store: Store, seen: Pick<Store, 'rev'> | null): Promise<boolean> => {
  const { _id, ...rest } = store
  if (!seen) return stores.insertIfAbsent(store)
  return (await stores.change({ _id, rev: seen.rev ?? null }, rest)) > 0
}
