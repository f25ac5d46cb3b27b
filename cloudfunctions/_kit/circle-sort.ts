// Who of a rep's contacts is in which circle? Worked out from what is known now, and written down where it is not so already.
import { createHash } from 'node:crypto'
import type { Circle } from '@shared/domain/circle'
import { addCircleSums, addContact, type CircleSums, noCircleSums } from '@shared/domain/circle-sums'
import { CircleTable } from '@shared/domain/circle-table'
import { dayOf } from '@shared/domain/day'
import type { ContactId, MemberId, StoreId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { type Known, loadCircleFacts } from './circle-facts'
import {
  type CircleMember,
  changeCircleSums,
  findCircleSums,
  listCircleMembers,
  listTotals,
  pageRepSums,
  putCircleMember,
  removeCircleMembers,
  removeCircleSums,
  type StoredSums,
  sumsId,
} from './data/circles'
import { inParallel } from './tally-parallel'

/** Names the rules as they stand, so that what was sorted by others is known to be. */
export const rulesName = (circles: readonly Circle[]): string =>
  createHash('sha256')
    .update(
      circles
        .map(({ _id, rev, slot }) => `${_id}.${rev}.${slot}`)
        .sort()
        .join(),
    )
    .digest('base64url')
    .slice(0, 16)

export type Sorted = { contactId: ContactId; slots: number[] }

export const sortInto = (
  circles: readonly Circle[],
  people: readonly Pick<Known, 'contactId' | 'facts'>[],
  at: number,
): Sorted[] => {
  const table = new CircleTable()
  for (const { slot, rule } of circles) table.setRule(slot, rule)
  for (const { contactId, facts } of people) table.put(contactId, facts)
  table.recompute(at)
  return people.map(({ contactId }) => ({ contactId, slots: table.slotsOf(contactId) }))
}

const isSame = (a: CircleMember | undefined, b: CircleMember): boolean =>
  a !== undefined && JSON.stringify([a.repId, a.facts, a.in]) === JSON.stringify([b.repId, b.facts, b.in])

const write = async (repId: MemberId, stored: readonly CircleMember[], members: readonly CircleMember[]) => {
  const [storedOf, left] = [new Map(stored.map((one) => [one._id, one])), new Set(members.map(({ _id }) => _id))]
  await inParallel(
    members.filter((member) => !isSame(storedOf.get(member._id), member)),
    putCircleMember,
  )
  await removeCircleMembers(
    repId,
    stored.map(({ _id }) => _id).filter((id) => !left.has(id)),
  )
}

/** Of somebody who left nothing stays. */
const dropRep = async (repId: MemberId): Promise<void> => {
  const stored = await listCircleMembers(repId)
  await removeCircleMembers(
    repId,
    stored.map(({ _id }) => _id),
  )
  await removeCircleSums(sumsId('rep', repId))
}

/** False when somebody was taken out of her counts meanwhile: she may have been put back. */
const sortOnce = async (rep: Member, circles: readonly Circle[], at: number): Promise<boolean> => {
  const [before] = await findCircleSums([sumsId('rep', rep._id)]) // before anything is gathered
  const stored = await listCircleMembers(rep._id)
  const today = dayOf(at)
  const people: Pick<Known, 'contactId' | 'facts'>[] =
    before?.gatheredOn === today
      ? stored.map(({ _id, facts }) => ({ contactId: _id, facts }))
      : await loadCircleFacts(rep, at)
  const idOf = new Map(circles.map(({ _id, slot }) => [slot, _id]))
  const sums = noCircleSums()
  const members = sortInto(circles, people, at).map(({ contactId, slots }, i): CircleMember => {
    const facts = people[i]?.facts as CircleMember['facts']
    addContact(sums, facts, slots, at)
    return { _id: contactId, repId: rep._id, facts, in: slots.flatMap((slot) => idOf.get(slot) ?? []) }
  })
  await write(rep._id, stored, members)
  return changeCircleSums(before ?? null, {
    ...{ _id: sumsId('rep', rep._id), of: 'rep', id: rep._id, storeId: rep.storeId, teamId: rep.teamId ?? null },
    ...{ at, rules: rulesName(circles), gatheredOn: today, sums },
  })
}

const TRIES = 3

/**
 * Facts are gathered once a day; within it, other rules are asked of what is stored. Said twice it changes nothing. What was
 * overtaken each time is left to the next tick.
 */
export const sortRep = async (rep: Member, circles: readonly Circle[], at: number): Promise<void> => {
  if (rep.leftAt) return dropRep(rep._id)
  for (let tries = 0; tries < TRIES; tries++) if (await sortOnce(rep, circles, at)) return
}

const totalOf = (of: 'store' | 'all', id: string, rules: string, at: number): StoredSums => ({
  ...{ _id: sumsId(of, id), of, id, storeId: null, teamId: null, at, rules, gatheredOn: dayOf(at) },
  sums: noCircleSums(),
})

/** Stores and the firm are what their reps add up to. False when somebody was taken out meanwhile: it is to be done again. */
export const sumStores = async (rules: string, at: number): Promise<boolean> => {
  const seen = new Map((await listTotals()).map((one) => [one._id, one])) // before reps are added up
  const [all, stores] = [totalOf('all', '', rules, at), new Map<StoreId, StoredSums>()]
  for (let after = ''; ; ) {
    const reps = await pageRepSums(after)
    for (const { storeId, sums } of reps) {
      addCircleSums(all.sums, sums)
      if (storeId === null) continue
      const store = stores.get(storeId) ?? totalOf('store', storeId, rules, at)
      stores.set(storeId, store)
      addCircleSums(store.sums, sums)
    }
    const last = reps.at(-1)
    if (!last) break
    after = last.id
  }
  for (const { of, id } of seen.values())
    if (of === 'store' && !stores.has(id as StoreId)) stores.set(id as StoreId, totalOf('store', id, rules, at)) // nobody's now
  let isDone = true
  await inParallel([...stores.values(), all], async (total) => {
    if (!(await changeCircleSums(seen.get(total._id) ?? null, total))) isDone = false
  })
  return isDone
}

export const addUp = (all: readonly StoredSums[]): CircleSums =>
  all.reduce((total, { sums }) => addCircleSums(total, sums), noCircleSums())
