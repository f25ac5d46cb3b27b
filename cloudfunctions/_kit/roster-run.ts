// How do 5,000 people change as if at once? What is to be written stands ready with its rows (the journal); a lock keeps HQ
// from seeing or changing people meanwhile; portions are written, each repeatable. A crash is completed by whoever comes
// next, the desk or the job; a change by somebody else in between takes all of it back. See decision 0020.
import { mayCancelHandover } from '@shared/domain/handover'
import type { RosterState } from '@shared/domain/roster'
import { now } from './clock'
import { countWritten } from './data/belongings'
import { findHandover, restoreHandover, resumeHandover } from './data/handovers'
import { dropInvitesOf } from './data/invites'
import { findMembers, setLeft } from './data/members'
import { findMoved, forgetLeft, takeBackEntries, writeEntries } from './data/roster-members'
import {
  findEntries,
  findRoster,
  leaseRoster,
  lockRosters,
  moveRoster,
  type RosterDoc,
  type StoredEntry,
  sealParts,
  unlockRosters,
} from './data/rosters'
import { isBoundAny } from './data/staff'
import { refusal } from './errors'
import { haltHandover } from './handover-run'
import { beginLeaving } from './leave'

/** No portion is begun after that; and longer than any portion takes, nobody else begins one. */
const WORK_MS = 6_000
const LEASE_MS = 40_000

type Leave = Extract<StoredEntry, { act: 'leave' }>
const leaversOf = (entries: readonly StoredEntry[]): Leave[] => entries.filter((one) => one.act === 'leave')

const leave = async (roster: RosterDoc, { memberId, toId, previous = null }: Leave): Promise<void> => {
  const open = await findHandover(memberId)
  if (!open || open.state === 'cancelled') {
    const [people, written] = await Promise.all([findMembers([memberId, toId]), countWritten(memberId)])
    const [from, to] = [memberId, toId].map((id) => people.find(({ _id }) => _id === id))
    if (!from || !to) return
    const by = { _id: roster.byId, name: roster.byName }
    await beginLeaving({ by, from, to }, { previous: open ?? previous, written })
  }
  await setLeft(memberId, (await findHandover(memberId))?.beganAt ?? now())
}

/** Nothing of hers has passed: she stays, as if she had never been to leave. */
const stay = async (roster: RosterDoc, { memberId, previous = null }: Leave): Promise<void> => {
  const handover = await findHandover(memberId)
  const isOurs = handover?.heldFor === roster._id || handover?.state !== 'cancelled'
  if (handover && isOurs) await restoreHandover(handover, previous)
  if (previous) await setLeft(memberId, null)
  else await forgetLeft(memberId)
}

/** First everyone who joins or changes, then who leaves: her successor may be among those. */
const applyStep = async (roster: RosterDoc, step: number): Promise<string | null> => {
  const entries = await findEntries(roster._id, step % roster.parts)
  if (step < roster.parts) return writeEntries(entries)
  for (const entry of leaversOf(entries)) await leave(roster, entry)
  return null
}

/** The other way round. */
const undoStep = async (roster: RosterDoc, step: number): Promise<null> => {
  const entries = await findEntries(roster._id, step % roster.parts)
  if (step < roster.parts) {
    for (const entry of leaversOf(entries)) await stay(roster, entry)
    return null
  }
  await takeBackEntries(entries)
  for (const { memberId } of entries.filter(({ act }) => act === 'new')) await dropInvitesOf(memberId)
  return null
}

const RUNS = { applying: { step: applyStep, end: 'applied' }, undoing: { step: undoStep, end: 'undone' } } as const
type Running = keyof typeof RUNS
const isRunning = (state: RosterState): state is Running => state === 'applying' || state === 'undoing'

/** Nothing of it is under way: who was held for it goes on leaving, and what is not in effect may be looked at again. */
export const letGo = async (roster: RosterDoc): Promise<void> => {
  if (roster.state === 'applied') await releaseLeavers(roster)
  else await sealParts(roster._id, null)
  await unlockRosters(roster._id)
}

const finish = async (roster: RosterDoc, end: RosterState): Promise<void> => {
  await moveRoster(roster, { state: end, leaseUntil: 0 })
  await letGo({ ...roster, state: end })
}

/** Goes on where it stood, for some seconds; what it has come to then. */
export const runRoster = async (roster: RosterDoc): Promise<RosterDoc> => {
  const started = now()
  let here = roster
  if (!isRunning(here.state)) {
    await letGo(here) // a crash between the last portion and this, or before the first
    return here
  }
  // whoever took the lock away meanwhile has the word: nothing is written without it
  if (!(await lockRosters(here._id, started))) throw refusal('roster-running', 'rosterId')
  if (!(await leaseRoster(here._id, started, started + LEASE_MS))) return here
  here = (await findRoster(here._id)) ?? here
  while (isRunning(here.state)) {
    const { step, end } = RUNS[here.state]
    if (here.done >= here.parts * 2) {
      await finish(here, end)
      break
    }
    if (now() - started >= WORK_MS) break
    const clash = await step(here, here.done)
    const next = clash === null ? { done: here.done + 1 } : { state: 'undoing' as const, done: 0, clash }
    if (!(await moveRoster(here, next))) break
    here = { ...here, ...next }
  }
  await moveRoster(here, { leaseUntil: 0 })
  return (await findRoster(here._id)) ?? here
}

export type Blocked = { reason: 'roster-moved-on' | 'already-passed'; name: string }

/** Who stands in the way of taking it back: changed since, bound to a phone, or with customers who have passed on. */
export const findBlocked = async ({ _id, parts }: RosterDoc): Promise<Blocked | null> => {
  for (let n = 0; n < parts; n++) {
    const entries = await findEntries(_id, n)
    const moved = await findMoved(entries)
    if (moved !== null) return { reason: 'roster-moved-on', name: moved }
    const added = entries.filter((one) => one.act === 'new')
    const bound = await isBoundAny(added.map(({ memberId }) => memberId))
    if (bound) return { reason: 'roster-moved-on', name: added.find((one) => one.memberId === bound)?.after.name ?? '' }
    for (const { memberId, name } of leaversOf(entries)) {
      const handover = await findHandover(memberId)
      const state = handover?.heldFor === _id ? 'passing' : handover?.state
      const may = handover && state && mayCancelHandover({ ...handover, state }, await countWritten(memberId)).ok
      if (!may) return { reason: 'already-passed', name }
    }
  }
  return null
}

const releaseLeavers = async ({ _id, parts }: RosterDoc): Promise<void> => {
  for (let n = 0; n < parts; n++)
    for (const { memberId } of leaversOf(await findEntries(_id, n))) await resumeHandover(memberId, _id)
}

/** From now on nothing of a leaver's passes. The name of one of whom something has; then nobody is held. */
export const holdLeavers = async (roster: RosterDoc): Promise<string | null> => {
  for (let n = 0; n < roster.parts; n++)
    for (const { memberId, name } of leaversOf(await findEntries(roster._id, n))) {
      const handover = await findHandover(memberId)
      const isHeld = handover?.heldFor === roster._id
      if (isHeld || (handover && (await haltHandover(handover, roster._id)))) continue
      await releaseLeavers(roster)
      return name
    }
  return null
}
