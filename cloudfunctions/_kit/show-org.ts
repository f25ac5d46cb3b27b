// What does the desk see of a region, a store, a team?
import type { Store } from '@shared/domain/member'
import type { Region, Team } from '@shared/domain/org'

export const showRegion = ({ _id, name, parentId, rev }: Region) => ({ regionId: _id, name, parentId, rev })
export const showTeam = ({ _id, name, storeId, rev }: Team) => ({ teamId: _id, name, storeId, rev })
export const showStore = ({ _id, name, company, brand, kind, regionId, rev }: Store) => ({
  ...{ storeId: _id, name, company, brand, kind },
  regionId: regionId ?? null,
  rev: rev ?? 0,
})
