// How is the firm laid out, as far as she may see it: regions, stores with their reps, teams?
import { isWithin, regionsAbove } from '@shared/domain/org'
import { countRepsByStore, listStores } from '../_kit/data/members'
import { findTeam, listRegions, listTeams, listTeamsOf } from '../_kit/data/org'
import { scopeOf } from '../_kit/scope'
import type { Handler } from '../_kit/serve'
import { showRegion, showStore, showTeam } from '../_kit/show-org'

export const seeOrg: Handler<'hq', 'org.see'> = async (_, { caller: { member } }) => {
  const scope = await scopeOf(member)
  const [regions, every, reps] = await Promise.all([listRegions(), listStores(), countRepsByStore()])
  const team = !scope.all && scope.teamId ? await findTeam(scope.teamId) : null
  const stores = every.filter(({ _id }) => isWithin(scope, { storeId: _id, teamId: null }) || _id === team?.storeId)
  const teams = scope.all ? await listTeams() : team ? [team] : await listTeamsOf(scope.storeIds)
  const above = new Set(stores.flatMap(({ regionId }) => regionsAbove(regionId ?? null, regions)))
  return {
    regions: regions.filter(({ _id }) => scope.all || above.has(_id)).map(showRegion),
    // of a store of which she sees one team, how many work there is not hers to know
    stores: stores.map((store) => ({ ...showStore(store), reps: team ? 0 : (reps.get(store._id) ?? 0) })),
    teams: teams.map(showTeam),
    all: scope.all,
  }
}
