// How is the firm laid out, and which part of it does a manager look after? Regions nest, stores lie in regions, teams in stores.
import type { RegionId, StoreId, TeamId } from './ids'
import { isWorking, type Member, type Role, type ScopeOf, type Store } from './member'

/** rev: raised by each change, so that two who change it at once are told. */
export type Region = { _id: RegionId; name: string; parentId: RegionId | null; rev: number }
export type Team = { _id: TeamId; name: string; storeId: StoreId; rev: number }

/** Which part of the firm someone may see: all of it, whole stores, or one team (then there are no whole stores). */
export type Scope = { all: true } | { all: false; storeIds: StoreId[]; teamId: TeamId | null }
export const NOTHING = { all: false as const, storeIds: [], teamId: null } satisfies Scope

/** Regions may be no deeper than this: firm, part of the country, province, city, district. */
export const REGION_DEPTH_MAX = 5
export const REGIONS_MAX = 500
export const TEAMS_MAX = 20 // of one store
export const ORG_NAME_MAX = 30 // characters of a region's, store's or team's name

type Nested = Pick<Region, '_id' | 'parentId'>

/** The region and all that lie in it; a region that names itself as its own ancestor is met once. */
export const regionsUnder = (id: RegionId, regions: readonly Nested[]): RegionId[] => {
  const found: RegionId[] = []
  for (let next: RegionId[] = regions.some(({ _id }) => _id === id) ? [id] : []; next.length > 0; ) {
    found.push(...next)
    next = regions
      .filter(({ _id, parentId }) => parentId !== null && next.includes(parentId) && !found.includes(_id))
      .map(({ _id }) => _id)
  }
  return found
}

/** The region and those it lies in, from within outwards. */
export const regionsAbove = (id: RegionId | null, regions: readonly Nested[]): RegionId[] => {
  const found: RegionId[] = []
  for (let at = id; at !== null && !found.includes(at); ) {
    const here = regions.find(({ _id }) => _id === at)
    if (!here) break
    found.push(here._id)
    at = here.parentId
  }
  return found
}

/** A team's own scope holds no whole store. */
export const storesUnder = (
  scope: ScopeOf | null,
  regions: readonly Nested[],
  stores: readonly Pick<Store, '_id' | 'regionId'>[],
): StoreId[] => {
  if (scope === null || scope.of === 'team') return []
  if (scope.of === 'firm') return stores.map(({ _id }) => _id)
  if (scope.of === 'store') return stores.filter(({ _id }) => _id === scope.id).map(({ _id }) => _id)
  const within = new Set(regionsUnder(scope.id, regions))
  return stores.filter(({ regionId }) => regionId && within.has(regionId)).map(({ _id }) => _id)
}

/** Is someone who works there within this part of the firm? Who has no store is only within the whole. */
export const isWithin = (scope: Scope, { storeId, teamId }: Pick<Member, 'storeId' | 'teamId'>): boolean => {
  if (scope.all) return true
  if (scope.teamId !== null) return teamId === scope.teamId
  return storeId !== null && scope.storeIds.includes(storeId)
}

export const isHq = (role: Role): boolean => role !== 'rep'

type Tree = { regions: readonly Nested[]; depthMax?: number }
export type RegionRefusal = 'no-such-region' | 'region-in-itself' | 'region-too-deep' | 'too-many-regions'

/** May a region lie there? */
export const mayPlaceRegion = (
  id: RegionId,
  parentId: RegionId | null,
  { regions, depthMax = REGION_DEPTH_MAX }: Tree,
): { ok: true } | { ok: false; reason: RegionRefusal } => {
  const no = (reason: RegionRefusal) => ({ ok: false as const, reason })
  if (!regions.some(({ _id }) => _id === id) && regions.length >= REGIONS_MAX) return no('too-many-regions')
  if (parentId === null) return { ok: true }
  const above = regionsAbove(parentId, regions)
  if (above.length === 0) return no('no-such-region')
  if (parentId === id || above.includes(id)) return no('region-in-itself')
  const below = Math.max(1, ...regionsUnder(id, regions).map((each) => regionsAbove(each, regions).indexOf(id) + 1))
  return above.length + below > depthMax ? no('region-too-deep') : { ok: true }
}

export type ScopeRefusal = 'scope-needed' | 'scope-not-there' | 'scope-not-for-role'
type Firm = {
  regions: readonly Pick<Region, '_id'>[]
  stores: readonly Pick<Store, '_id'>[]
  teams: readonly Pick<Team, '_id'>[]
}

/** A manager looks after something that is there; nobody else looks after anything. */
export const mayHaveScope = (
  role: Role,
  scope: ScopeOf | null,
  firm: Firm,
): { ok: true } | { ok: false; reason: ScopeRefusal } => {
  if (role !== 'manager') return scope === null ? { ok: true } : { ok: false, reason: 'scope-not-for-role' }
  if (scope === null) return { ok: false, reason: 'scope-needed' }
  if (scope.of === 'firm') return { ok: true }
  const { id } = scope
  const there = { region: firm.regions, store: firm.stores, team: firm.teams }[scope.of]
  return there.some(({ _id }) => _id === id) ? { ok: true } : { ok: false, reason: 'scope-not-there' }
}

type Who = Pick<Member, '_id' | 'role' | 'leftAt'>
export type MemberRefusal = 'not-your-role' | 'own-role' | 'outside-your-scope' | 'already-left'

/**
 * May she change this member, or make one? HQ's people are an approver's to make and to change, never her own role;
 * reps are HQ's, and a manager's where they work now and where they are to work.
 */
export const mayChangeMember = (
  by: Who & { scope: Scope },
  before: (Who & Pick<Member, 'storeId' | 'teamId'>) | null,
  after: Pick<Member, 'role' | 'storeId' | 'teamId'> & { sameScope: boolean },
): { ok: true } | { ok: false; reason: MemberRefusal } => {
  const no = (reason: MemberRefusal) => ({ ok: false as const, reason })
  if (!isWorking(by) || by.role === 'rep') return no('not-your-role')
  if (before && !isWorking(before)) return no('already-left')
  if (before?._id === by._id && (before.role !== after.role || !after.sameScope)) return no('own-role')
  const isHqMatter = isHq(after.role) || (before !== null && isHq(before.role))
  if (isHqMatter && by.role !== 'approver') return no('not-your-role')
  const isMine = isWithin(by.scope, after) && (before === null || isWithin(by.scope, before))
  return isMine ? { ok: true } : no('outside-your-scope')
}

/** Whom a scope names, for the log and for asking again: 'firm', 'region.north', 'store.east', 'team.a'. */
export const nameScope = (scope: ScopeOf | null): string =>
  scope === null ? '' : scope.of === 'firm' ? 'firm' : `${scope.of}.${scope.id}`
