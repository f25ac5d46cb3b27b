// What becomes of each row: a new person, a changed one, one who leaves, nothing, or a fault? All rows are judged, so that
// whoever brings a file learns of everything that is wrong with it at once.
import type { MemberId, RosterId, StoreId, TeamId } from './ids'
import { isWorking, type Store } from './member'
import { regionsAbove } from './org'
import {
  KIND_WORDS,
  type OnRoster,
  type RosterEntry,
  type RosterFacts,
  type RosterRow,
  type RowFault,
  TONE_WORDS,
} from './roster'
import { cellFaults, faultOf, isEmptied, readLabels } from './roster-cells'
import { hash53 } from './variant/hash'

type At = RosterFacts & {
  byCode: ReadonlyMap<string, OnRoster>
  byAccount: ReadonlyMap<string, OnRoster>
  byId: ReadonlyMap<MemberId, OnRoster>
  storesNamed: ReadonlyMap<string, RosterFacts['stores'][number]>
  storeById: ReadonlyMap<StoreId, RosterFacts['stores'][number]>
  leaving: ReadonlySet<MemberId>
}
type Judged = { row: RosterRow; who: OnRoster | null; faults: RowFault[] }
export type RosterPlan = { entries: RosterEntry[]; faults: RowFault[]; same: number }

const indexed = <T, K>(all: readonly T[], keyOf: (one: T) => K | null | undefined): Map<K, T> => {
  const found = new Map<K, T>()
  for (const one of all) {
    const key = keyOf(one)
    if (key !== null && key !== undefined && key !== '' && !found.has(key)) found.set(key, one)
  }
  return found
}

/** What a cell says; '' for one that is empty or emptied. */
const said = (cell: string): string => (isEmptied(cell) ? '' : cell)

/** By her code, else by her account; null: she is new. */
const whoIs = (row: RosterRow, at: Pick<At, 'byCode' | 'byAccount'>): OnRoster | null =>
  at.byCode.get(said(row.code)) ?? at.byAccount.get(said(row.account)) ?? null

const isLeaving = (row: RosterRow): boolean => said(row.left) !== ''

/** Rows that claim the same person, or the same account, as a row further up. */
const repeatFaults = (judged: readonly { row: RosterRow; who: OnRoster | null }[]): RowFault[] => {
  const seen = { code: new Set<string>(), account: new Set<string>(), who: new Set<MemberId>() }
  return judged.flatMap(({ row, who }) => {
    const [code, account] = [said(row.code), said(row.account)]
    const faults: RowFault[] = []
    if (code !== '' && seen.code.has(code)) faults.push(faultOf(row, 'code', 'code-twice'))
    if (account !== '' && seen.account.has(account)) faults.push(faultOf(row, 'account', 'account-twice'))
    if (faults.length === 0 && who && seen.who.has(who._id)) faults.push(faultOf(row, 'name', 'person-twice'))
    seen.code.add(code)
    seen.account.add(account)
    if (who) seen.who.add(who._id)
    return faults
  })
}

const whoFaults = (row: RosterRow, who: OnRoster | null, at: At): RowFault[] => {
  const [code, account] = [said(row.code), said(row.account)]
  const holder = account === '' ? undefined : at.byAccount.get(account)
  const isOthers = holder && (holder._id !== who?._id || (code !== '' && holder.code && holder.code !== code))
  if (isOthers) return [faultOf(row, 'account', 'account-of-another')]
  if (who && who.role !== 'rep') return [faultOf(row, 'role', 'role-not-allowed')]
  if (!who) return isLeaving(row) ? [faultOf(row, 'left', 'leaver-unknown')] : []
  return !isWorking(who) && !isLeaving(row) ? [faultOf(row, 'code', 'already-left')] : []
}

const regionFaults = (row: RosterRow, store: Pick<Store, 'regionId'> | undefined, at: At): RowFault[] => {
  if (said(row.region) === '') return []
  const named = at.regions.filter(({ name }) => name === row.region).map(({ _id }) => _id)
  if (named.length === 0) return [faultOf(row, 'region', 'unknown-region')]
  const above = store ? regionsAbove(store.regionId ?? null, at.regions) : named
  return named.some((id) => above.includes(id)) ? [] : [faultOf(row, 'store', 'store-of-another-region')]
}

const teamFaults = (row: RosterRow, storeId: StoreId | undefined, at: At): RowFault[] => {
  const named = said(row.team) === '' ? [] : at.teams.filter(({ name }) => name === row.team)
  if (said(row.team) === '' || named.some((team) => team.storeId === storeId)) return []
  return [faultOf(row, 'team', named.length > 0 ? 'team-of-another-store' : 'unknown-team')]
}

const isOtherFirm = (a: Pick<Store, 'company' | 'brand'> | undefined, b: typeof a): boolean =>
  a !== undefined && b !== undefined && (a.company !== b.company || a.brand !== b.brand)

/** Where she works after this row. */
const storeOf = (row: RosterRow, who: OnRoster | null, at: At): RosterFacts['stores'][number] | undefined =>
  said(row.store) !== '' ? at.storesNamed.get(row.store) : who?.storeId ? at.storeById.get(who.storeId) : undefined

const placeFaults = (row: RosterRow, who: OnRoster | null, at: At): RowFault[] => {
  if (isLeaving(row)) return []
  const store = storeOf(row, who, at)
  if (said(row.store) !== '' && !store) return [faultOf(row, 'store', 'unknown-store'), ...regionFaults(row, store, at)]
  if (!store) return [faultOf(row, 'store', 'store-missing')]
  const was = who?.storeId ? at.storeById.get(who.storeId) : undefined
  const isMoved = who !== null && who.storeId !== store._id
  return [
    ...regionFaults(row, store, at),
    ...teamFaults(row, store._id, at),
    ...(isMoved && isOtherFirm(was, store) ? [faultOf(row, 'store', 'moves-to-another-firm')] : []),
    ...(isMoved && at.following.has(who._id) ? [faultOf(row, 'store', 'moved-during-handover')] : []),
  ]
}

/** Who follows her: named by code or account, as she will be after this file. */
const followerOf = (row: RosterRow, at: At): OnRoster | null =>
  at.byCode.get(row.successor) ?? at.byAccount.get(row.successor) ?? null

const leaveFaults = (row: RosterRow, who: OnRoster | null, at: At): RowFault[] => {
  if (!who || !isLeaving(row) || !isWorking(who)) return []
  if (said(row.successor) === '') return [faultOf(row, 'successor', 'successor-missing')]
  if (at.following.has(who._id)) return [faultOf(row, 'left', 'moved-during-handover')]
  const to = followerOf(row, at)
  if (to?.role !== 'rep' || to._id === who._id) return [faultOf(row, 'successor', 'successor-unknown')]
  if (!isWorking(to) || at.leaving.has(to._id)) return [faultOf(row, 'successor', 'successor-leaving')]
  const [from, under] = [who.storeId, to.storeId].map((id) => (id ? at.storeById.get(id) : undefined))
  const isSame = from !== undefined && under !== undefined && !isOtherFirm(from, under)
  return isSame ? [] : [faultOf(row, 'successor', 'successor-of-another-firm')]
}

const teamIdOf = (row: RosterRow, who: OnRoster | null, storeId: StoreId, at: At): TeamId | null => {
  if (isEmptied(row.team)) return null
  if (row.team !== '') return at.teams.find((one) => one.name === row.team && one.storeId === storeId)?._id ?? null
  return who?.storeId === storeId ? (who.teamId ?? null) : null
}

/** All that the row says of her, and what stays as it is. */
const wanted = (row: RosterRow, who: OnRoster | null, at: At) => {
  const storeId = storeOf(row, who, at)?._id ?? null
  const kept = (cell: string, was: string | null | undefined) =>
    isEmptied(cell) ? null : cell === '' ? (was ?? null) : cell
  return {
    name: row.name,
    role: 'rep' as const,
    storeId,
    teamId: storeId === null ? null : teamIdOf(row, who, storeId, at),
    kind: KIND_WORDS[row.kind] ?? who?.kind ?? 'guide',
    tone: TONE_WORDS[row.tone] ?? who?.tone ?? 'warm',
    labels: isEmptied(row.labels) ? [] : row.labels === '' ? (who?.labels ?? []) : readLabels(row.labels),
    code: kept(row.code, who?.code),
    account: kept(row.account, who?.account),
  }
}
type Wanted = ReturnType<typeof wanted>

/** As it reads where nothing was ever written. */
const ABSENT: Partial<Wanted> = { teamId: null, kind: 'guide', labels: [], code: null, account: null }

const changesOf = (who: OnRoster, after: Wanted, rosterId: RosterId) => {
  const changed = (Object.keys(after) as (keyof Wanted)[]).filter(
    (key) => JSON.stringify(who[key] ?? ABSENT[key] ?? null) !== JSON.stringify(after[key]),
  )
  if (changed.length === 0) return null
  const keys = [...changed, 'rev' as const, 'rosterId' as const]
  const full = { ...after, rev: (who.rev ?? 0) + 1, rosterId }
  const pick = (of: object) =>
    Object.fromEntries(keys.filter((key) => key in of).map((key) => [key, Reflect.get(of, key)]))
  return { before: pick(who), after: pick(full) }
}

const newIdOf = (rosterId: RosterId, line: number): MemberId =>
  `m${hash53(`${rosterId}.${line}`).toString(36)}${hash53(`${line}.${rosterId}`).toString(36)}` as MemberId

const entryOf = (row: RosterRow, who: OnRoster | null, at: At): RosterEntry | null => {
  const { line } = row
  if (who && isLeaving(row)) {
    const to = followerOf(row, at)
    return to && isWorking(who) ? { act: 'leave', line, memberId: who._id, name: who.name, toId: to._id } : null
  }
  const after = wanted(row, who, at)
  if (!who)
    return {
      act: 'new',
      line,
      memberId: newIdOf(at.rosterId, line),
      after: { ...after, rev: 1, rosterId: at.rosterId },
    }
  const change = changesOf(who, after, at.rosterId)
  return change && { act: 'change', line, memberId: who._id, name: who.name, ...change }
}

const lookUp = (rows: readonly RosterRow[], facts: RosterFacts): At => {
  const { members, stores } = facts
  const known = { byCode: indexed(members, ({ code }) => code), byAccount: indexed(members, ({ account }) => account) }
  return {
    ...facts,
    ...known,
    byId: indexed(members, ({ _id }) => _id),
    storesNamed: indexed(stores, ({ name }) => name),
    storeById: indexed(stores, ({ _id }) => _id),
    leaving: new Set(rows.filter(isLeaving).flatMap((row) => whoIs(row, known)?._id ?? [])),
  }
}

const judge = (row: RosterRow, at: At): Judged => {
  const who = whoIs(row, at)
  const own = cellFaults(row, at.today)
  const more = [...whoFaults(row, who, at), ...placeFaults(row, who, at), ...leaveFaults(row, who, at)]
  const told = new Set(own.map(({ field }) => field))
  return { row, who, faults: [...own, ...more.filter(({ field }) => !told.has(field))] }
}

/** Entries only where nothing at all is wrong: a file comes in whole or not at all. */
export const planRoster = (rows: readonly RosterRow[], facts: RosterFacts): RosterPlan => {
  const at = lookUp(rows, facts)
  const judged = rows.map((row) => judge(row, at))
  const faults = [...judged.flatMap((one) => one.faults), ...repeatFaults(judged)].sort((a, b) => a.line - b.line)
  if (faults.length > 0) return { entries: [], faults, same: 0 }
  const entries = judged.flatMap(({ row, who }) => entryOf(row, who, at) ?? [])
  return { entries, faults: [], same: rows.length - entries.length }
}
