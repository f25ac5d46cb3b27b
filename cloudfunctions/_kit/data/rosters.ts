// Which lists of people were brought in, what does each row become, and which of them is being written just now?
import type { Handover } from '@shared/domain/handover'
import type { MemberId, RosterId } from '@shared/domain/ids'
import type { RosterEntry, RosterRow, RosterState } from '@shared/domain/roster'
import { above, below, collection, EVERYTHING, upTo } from '../collection'

export type RosterCounts = { added: number; changed: number; leaving: number; same: number; faults: number }
/**
 * planKey: of all that it would change, as it was last looked through. done: portions written (or taken back).
 * leaseUntil: whoever works on it does so alone until then.
 */
export type RosterDoc = {
  _id: RosterId
  fileName: string
  print: string
  byId: MemberId
  byName: string
  at: number
  state: RosterState
  rows: number
  parts: number
  planKey: string
  counts: RosterCounts
  done: number
  leaseUntil: number
  signedAt: number // when it was applied, or taken back
  clash: string
  droppedAt?: number | null // its rows were too old then
}
/** A leaver's entry remembers what her handover was before, if there was one. */
export type StoredEntry = RosterEntry & { previous?: Handover | null }
/** sealedAt: its entries are the journal of an import under way or done; not there: of a look, and may be looked at again. */
type PartDoc = {
  _id: string
  rosterId: RosterId
  n: number
  rows: RosterRow[]
  entries: StoredEntry[]
  sealedAt?: number | null
}
type Lock = { _id: 'running'; rosterId: RosterId; lockedAt: number }

const rosters = collection<RosterDoc>('rosters')
const locks = collection<Lock>('rosters')
/** Somebody is saving a person by hand. */
type Saving = { _id: 'saving'; token: string; until: number }
const savings = collection<Saving>('rosters')
const parts = collection<PartDoc>('rosterparts')

const LISTED = 20
const LOCKS = 2 // of the collection's documents
const PARTS_AT_ONCE = 5 // each up to 200 KB with what it becomes, and 1 MB a reply

const partId = (rosterId: RosterId, n: number): string => `${rosterId}.${n}`

export const findRoster = (id: RosterId): Promise<RosterDoc | null> => rosters.get(id)
export const listRosters = async (): Promise<RosterDoc[]> =>
  (await rosters.find(EVERYTHING, { order: [['at', 'desc']], limit: LISTED + LOCKS })).filter(
    (one) => one.rows !== undefined,
  )

export const insertRoster = (roster: RosterDoc): Promise<boolean> => rosters.insertIfAbsent(roster)
/** False when it is no longer in that state. */
export const moveRoster = async (
  { _id, state }: Pick<RosterDoc, '_id' | 'state'>,
  change: Partial<Omit<RosterDoc, '_id'>>,
): Promise<boolean> => (await rosters.change({ _id, state }, change)) > 0

/** False while somebody else works on it. */
export const leaseRoster = async (_id: RosterId, now: number, until: number): Promise<boolean> =>
  (await rosters.change({ _id, leaseUntil: upTo(now) }, { leaseUntil: until })) > 0

/** False when it is the journal of an import by now. */
export const putPart = async (rosterId: RosterId, n: number, rows: RosterRow[]): Promise<boolean> => {
  const _id = partId(rosterId, n)
  if (await parts.insertIfAbsent({ _id, rosterId, n, rows, entries: [] })) return true
  return (await parts.change({ _id, sealedAt: null }, { rows, entries: [] })) > 0
}
export const countParts = (rosterId: RosterId): Promise<number> => parts.count({ rosterId })
export const findEntries = async (rosterId: RosterId, n: number): Promise<StoredEntry[]> =>
  (await parts.get(partId(rosterId, n)))?.entries ?? []
/** False when the seal is not as it was thought to be. */
export const setEntries = async (
  rosterId: RosterId,
  n: number,
  { entries, isSealed }: { entries: StoredEntry[]; isSealed: boolean },
): Promise<boolean> =>
  (await parts.change({ _id: partId(rosterId, n), sealedAt: isSealed ? above(0) : null }, { entries })) > 0
/** From now on only the import that begins writes its journal; null: it may be looked at again. */
export const sealParts = (rosterId: RosterId, sealedAt: number | null): Promise<number> =>
  parts.change({ rosterId }, { sealedAt })

/** Every row, by portion. */
export const readRows = async (rosterId: RosterId, count: number): Promise<RosterRow[][]> => {
  const all: RosterRow[][] = []
  for (let from = 0; from < count; from += PARTS_AT_ONCE) {
    const ids = Array.from({ length: Math.min(PARTS_AT_ONCE, count - from) }, (_, i) => partId(rosterId, from + i))
    const some = new Map((await parts.findMany(ids, ['rows'])).map((part) => [part._id, part.rows]))
    all.push(...ids.map((id) => some.get(id) ?? []))
  }
  return all
}

/** One import at a time. True when it is this one's now, from `lockedAt` on. */
export const lockRosters = async (rosterId: RosterId, lockedAt: number): Promise<boolean> =>
  (await locks.insertIfAbsent({ _id: 'running', rosterId, lockedAt })) ||
  (await locks.change({ _id: 'running', rosterId }, { lockedAt })) > 0
export const unlockRosters = (rosterId: RosterId): Promise<number> => locks.remove({ _id: 'running', rosterId })
export const findLock = (): Promise<Lock | null> => locks.get('running')
export const findRunning = async (): Promise<RosterId | null> => (await findLock())?.rosterId ?? null

/** One save of a person at a time. False while it is another's. */
export const beginSaving = async (token: string, now: number, until: number): Promise<boolean> =>
  (await savings.insertIfAbsent({ _id: 'saving', token, until })) ||
  (await savings.change({ _id: 'saving', until: upTo(now) }, { token, until })) > 0
export const endSaving = (token: string): Promise<number> => savings.remove({ _id: 'saving', token })
export const isSaving = async (now: number): Promise<boolean> => ((await savings.get('saving'))?.until ?? 0) > now

/** Long over: what it said of people goes, that it was there stays. */
export const dropPartsBefore = async (at: number): Promise<number> => {
  const old = await rosters.find({ droppedAt: null, at: below(at) }, { limit: LISTED, fields: ['_id'] })
  let dropped = 0
  for (const { _id } of old) {
    dropped += await parts.remove({ rosterId: _id })
    await rosters.change({ _id }, { droppedAt: at })
  }
  return dropped
}
