// What would an import change as things stand now? Looked through as a whole; what it would do is kept with its rows.
import { dayOf } from '@shared/domain/day'
import type { RosterEntry, RosterFacts, RowFault } from '@shared/domain/roster'
import { planRoster } from '@shared/domain/roster-plan'
import { hash53 } from '@shared/domain/variant/hash'
import { now } from './clock'
import { findHandovers, listFollowing } from './data/handovers'
import { listStores } from './data/members'
import { listRegions, listTeams } from './data/org'
import { readAllMembers } from './data/roster-members'
import { type RosterCounts, type RosterDoc, readRows, type StoredEntry, setEntries } from './data/rosters'

export type Looked = {
  parts: StoredEntry[][]
  faults: RowFault[]
  counts: RosterCounts
  planKey: string
}

const gatherFacts = async (rosterId: RosterDoc['_id']): Promise<RosterFacts> => {
  const [members, regions, stores, teams, following] = await Promise.all([
    readAllMembers(),
    listRegions(),
    listStores(),
    listTeams(),
    listFollowing(),
  ])
  return { rosterId, members, regions, stores, teams, following: new Set(following), today: dayOf(now()) }
}

/** Each leaver's entry with the handover she may have had. */
const withPrevious = async (entries: readonly RosterEntry[]): Promise<StoredEntry[]> => {
  const leaving = entries.filter(({ act }) => act === 'leave').map(({ memberId }) => memberId)
  const before = new Map((leaving.length ? await findHandovers(leaving) : []).map((one) => [one._id, one]))
  return entries.map((one) => (one.act === 'leave' ? { ...one, previous: before.get(one.memberId) ?? null } : one))
}

const countActs = (entries: readonly RosterEntry[], same: number, faults: number): RosterCounts => {
  const of = (act: RosterEntry['act']) => entries.filter((one) => one.act === act).length
  return { added: of('new'), changed: of('change'), leaving: of('leave'), same, faults }
}

export const lookThrough = async ({ _id, parts }: Pick<RosterDoc, '_id' | 'parts'>): Promise<Looked> => {
  const [rows, facts] = await Promise.all([readRows(_id, parts), gatherFacts(_id)])
  const plan = planRoster(rows.flat(), facts)
  const entries = await withPrevious(plan.entries)
  const byLine = new Map(entries.map((entry) => [entry.line, entry]))
  return {
    parts: rows.map((some) => some.flatMap(({ line }) => byLine.get(line) ?? [])),
    faults: plan.faults,
    counts: countActs(entries, plan.same, plan.faults.length),
    planKey: hash53(JSON.stringify(entries)).toString(36),
  }
}

/** False when the journal is sealed, or for an import's own beginning when it is not: then it is somebody else's. */
export const keepLooked = async (
  roster: Pick<RosterDoc, '_id'>,
  { parts }: Pick<Looked, 'parts'>,
  isSealed: boolean,
): Promise<boolean> => {
  for (const [n, entries] of parts.entries())
    if (!(await setEntries(roster._id, n, { entries, isSealed }))) return false
  return true
}
