// In which documents stand a span's counts of stores, teams and reps? Side by side in a few buckets, so that a page of the
// whole firm opens a few dozen documents and not one for each store.
import type { MemberId, StoreId, TeamId } from './ids'
import { addCounts, type Counts } from './work-counts'

/** Prefixed: an id may look like the index of a list, and '' is who belongs to no store, to no team. */
export type StoreKey = `s${string}`
export type TeamKey = `t${string}`
export type RepKey = `r${string}`
export const storeKey = (id: StoreId | '' | null): StoreKey => `s${id ?? ''}`
export const teamKey = (id: TeamId | null): TeamKey => `t${id ?? ''}`
export const repKey = (id: MemberId): RepKey => `r${id}`
const idIn = (key: string): string => key.slice(1)

/** One field to a document: whoever asks for stores leaves reps where they are. ofReps: only what a board weighs. */
export type BucketRows = {
  ofStores?: Record<StoreKey, Counts>
  ofTeams?: Record<StoreKey, Record<TeamKey, Counts>>
  ofReps?: Record<StoreKey, Record<TeamKey, Record<RepKey, Counts>>>
}

/** Few enough to open all of a quarter's at once; so many that one stays below 512 KB at 5,000 stores of ten reps. */
export const BUCKETS = 16

/** Always the same for a store, wherever it lies: it may move to another region. */
export const bucketOf = (storeId: StoreId | '' | null): string => {
  let hash = 0
  for (const char of storeId ?? '') hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  return String(hash % BUCKETS)
}

export const bucketsOf = (storeIds: readonly (StoreId | '')[]): string[] => [...new Set(storeIds.map(bucketOf))]

/** teamId: of a manager of one team; then a store's counts are that team's. */
export type Within = { storeIds: readonly (StoreId | '')[]; teamId: TeamId | null }

const sumUp = (rows: Iterable<readonly [id: string, counts: Counts | undefined]>): Map<string, Counts> => {
  const sums = new Map<string, Counts>()
  for (const [id, counts] of rows) if (counts) sums.set(id, addCounts(sums.get(id) ?? {}, counts))
  return sums
}

/** From what is counted by store, or by team: a store's teams and those of no team come to the store. */
export const storesIn = (docs: readonly BucketRows[], { storeIds, teamId }: Within): Map<string, Counts> =>
  sumUp(
    docs.flatMap(({ ofStores = {}, ofTeams = {} }) =>
      storeIds.flatMap((id) => {
        const teams = ofTeams[storeKey(id)] ?? {}
        const own = teamId === null ? Object.values(teams) : [teams[teamKey(teamId)]]
        return [...(teamId === null ? [ofStores[storeKey(id)]] : []), ...own].map((counts) => [id, counts] as const)
      }),
    ),
  )

/** Of no team: in none of them. */
export const teamsIn = (docs: readonly BucketRows[], { storeIds, teamId }: Within): Map<string, Counts> =>
  sumUp(
    docs.flatMap(({ ofTeams = {} }) =>
      storeIds
        .flatMap((id) => Object.entries(ofTeams[storeKey(id)] ?? {}))
        .map(([key, counts]) => [idIn(key), counts] as const)
        .filter(([id]) => id !== '' && (teamId === null || id === teamId)),
    ),
  )

/** A rep who moved counts where she worked, and all of it that is within is hers. */
export const repsIn = (docs: readonly BucketRows[], { storeIds, teamId }: Within): Map<string, Counts> =>
  sumUp(
    docs.flatMap(({ ofReps = {} }) =>
      storeIds
        .flatMap((id) => Object.entries(ofReps[storeKey(id)] ?? {}))
        .filter(([key]) => teamId === null || key === teamKey(teamId))
        .flatMap(([, reps]) => Object.entries(reps).map(([key, counts]) => [idIn(key), counts] as const)),
    ),
  )
