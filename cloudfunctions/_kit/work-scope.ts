// Of which part of the firm are the sums that she may see, and of which days?
import { dayOf } from '@shared/domain/day'
import type { PostId, RegionId, StoreId, TeamId } from '@shared/domain/ids'
import type { Member, Store } from '@shared/domain/member'
import type { Region } from '@shared/domain/org'
import type { WorkSpan } from '@shared/domain/work'
import { type BucketRows, repsIn, storesIn, teamsIn } from '@shared/domain/work-buckets'
import type { Counts } from '@shared/domain/work-counts'
import { periodsOf } from '@shared/domain/work-span'
import { type Bucketed, narrowed, type WorkSum, type WorkSums } from '@shared/domain/work-sums'
import { now } from './clock'
import { findProgress } from './data/batches'
import { findStores, listStores } from './data/members'
import { findTeam, listRegions } from './data/org'
import { listBuckets, listHours, listOfPost } from './data/work-sums'
import { scopeOf } from './scope'

/** stores: those she sees. teamId: then only this team of that one store. isWhole: nothing is hidden from her. */
export type Part = {
  at: number
  isWhole: boolean
  stores: Store[]
  teamId: TeamId | null
  storeIds: (StoreId | '')[] // with '' for what belongs to no store, where she sees the whole
}

export const partFor = async (member: Member): Promise<Part> => {
  const at = now()
  const scope = await scopeOf(member)
  if (scope.all) {
    const stores = await listStores()
    return { at, isWhole: true, stores, teamId: null, storeIds: [...stores.map(({ _id }) => _id), ''] }
  }
  const team = scope.teamId === null ? null : await findTeam(scope.teamId)
  const stores = (await findStores(team ? [team.storeId] : scope.storeIds)).sort((a, b) => (a.name < b.name ? -1 : 1))
  return { at, isWhole: false, stores, teamId: scope.teamId, storeIds: stores.map(({ _id }) => _id) }
}

/** What every answer begins with. */
export const headOf = async (part: Part, span: WorkSpan | null) => {
  const { at, isWhole, stores, teamId } = part
  const [progress, team] = await Promise.all([findProgress(), teamId === null ? null : findTeam(teamId)])
  const days = span === null ? null : periodsOf(span, dayOf(at))
  return {
    ...{ asOf: at, sumsAt: progress?.last || null, from: days?.from ?? null, to: days?.to ?? null },
    scope: isWhole ? ('firm' as const) : team ? [team.name] : stores.map(({ name }) => name),
  }
}

export type StoreSums = { storeId: StoreId | ''; sums: WorkSums }
type Field = keyof WorkSum & keyof WorkSums

const withTeam = (part: Part, fields: readonly Field[]): Field[] =>
  part.teamId === null
    ? [...fields]
    : [...new Set<Field>([...fields, 'teams', ...(fields.includes('hours') ? (['teamHours'] as const) : [])])]

const bucketsFor = (of: Bucketed, part: Part, span: WorkSpan): Promise<BucketRows[]> =>
  listBuckets(of, periodsOf(span, dayOf(part.at)), part)

/** Store by store; of a team's manager, her team's of it. */
export const storesOfSpan = async (part: Part, span: WorkSpan): Promise<StoreSums[]> => {
  const docs = await bucketsFor(part.teamId === null ? 'stores' : 'teams', part, span)
  return [...storesIn(docs, part)].map(([id, sums]) => ({ storeId: id as StoreId | '', sums }))
}

/** stores: what its teams, and whoever is of none, come to. */
export const teamsOfSpan = async (
  part: Part,
  span: WorkSpan,
): Promise<{ teams: Map<string, Counts>; stores: StoreSums[] }> => {
  const docs = await bucketsFor('teams', part, span)
  const stores = [...storesIn(docs, part)].map(([id, sums]) => ({ storeId: id as StoreId | '', sums }))
  return { teams: teamsIn(docs, part), stores }
}

export const repsOfSpan = async (part: Part, span: WorkSpan): Promise<Map<string, Counts>> =>
  repsIn(await bucketsFor('reps', part, span), part)

/** A document for each store and week or month. */
export const hoursOfSpan = async (part: Part, span: WorkSpan): Promise<WorkSums[]> => {
  const found = await listHours(periodsOf(span, dayOf(part.at)), part.storeIds, withTeam(part, ['hours']))
  return found.map((sum) => narrowed(sum, part.teamId))
}

/** A post's, or several posts', store by store over their whole lives. */
export const sumsOfPosts = async (part: Part, postIds: readonly PostId[], fields: readonly Field[]) => {
  const found = await listOfPost(postIds, part.storeIds, ['id', ...withTeam(part, fields)])
  return found.map((sum) => {
    const [postId = '', storeId = ''] = sum.id.split('~')
    return { postId: postId as PostId, storeId: storeId as StoreId | '', sums: narrowed(sum, part.teamId) }
  })
}

/** The region a store lies in, with its name. */
export const regionNames = async (
  part: Part,
): Promise<(storeId: StoreId | '') => Pick<Region, '_id' | 'name'> | null> => {
  const regions = new Map((await listRegions()).map((one) => [one._id, one]))
  const of = new Map(part.stores.map(({ _id, regionId }) => [_id as string, regionId ?? null]))
  return (storeId) => {
    const id: RegionId | null = of.get(storeId) ?? null
    return id === null ? null : (regions.get(id) ?? null)
  }
}
