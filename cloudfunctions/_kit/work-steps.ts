// What have reps done with their kits and talks since it was last summed? What is held of each is compared with what is stored,
// and the difference added; see tally-batch.ts for why it is added once.
import { type Day, dayAfter, dayOf } from '@shared/domain/day'
import { codeOf } from '@shared/domain/family'
import type { MemberId } from '@shared/domain/ids'
import type { Kit } from '@shared/domain/kit'
import { OPEN_DAYS } from '@shared/domain/talkbook'
import { monthOf } from '@shared/domain/work-span'
import {
  type Held,
  type KitHeld,
  kitName,
  type Place,
  type TalksHeld,
  talksHeld,
  WorkAdditions,
  type WorkKey,
  type WorkSum,
  workId,
} from '@shared/domain/work-sums'
import { now } from './clock'
import { findMembers } from './data/members'
import { type DayOfTalks, type DealtKit, listDealtTo, listTalksOf } from './data/work-acts'
import { claimDue, findWork, releaseDue, removeDue } from './data/work-sums'
import type { BatchSteps } from './tally-batch'
import { inParallel } from './tally-parallel'

/** Reps to a batch: a few requests and about a hundred documents each. */
export const REPS_AT_ONCE = 40
/** Marks set on a kit later than this after it was dealt are not counted any more. */
export const KIT_DAYS = 31

export const kitsKey = (repId: MemberId, dealtAt: number): WorkKey => ({
  of: 'kits',
  id: repId,
  day: monthOf(dayOf(dealtAt)),
})
export const toldKey = (repId: MemberId, day: Day): WorkKey => ({ of: 'told', id: repId, day })

type HeldOf = (key: WorkKey) => Held | undefined
export type Acts = { repId: MemberId; place: Place; kits: readonly DealtKit[]; days: readonly DayOfTalks[] }

/** Only what decides where and when it counts; the text's families while it is posted. */
export const kitHeld = (kit: DealtKit, place: Place, before: KitHeld | undefined): KitHeld => {
  const { storeId, teamId } = before ?? place
  const { dealtAt, savedAt, postedAt } = kit
  return { storeId, teamId, dealtAt, savedAt, postedAt, code: postedAt === null ? 0 : codeOf(kit as Kit) }
}

const isSame = (a: object | undefined, b: object): boolean => a !== undefined && flat(a) === flat(b)
const flat = (held: object): string =>
  JSON.stringify(held, (_, value: unknown) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** The difference between what she has done and what the sums hold of it. */
export const addActs = (additions: WorkAdditions, { repId, place, kits, days }: Acts, heldOf: HeldOf): void => {
  for (const kit of kits) {
    const [key, name] = [kitsKey(repId, kit.dealtAt), kitName(kit.postId, kit.version)]
    const before = heldOf(key)?.[name] as KitHeld | undefined
    const held = kitHeld(kit, place, before)
    if (isSame(before, held)) continue
    additions.addKit({ repId, postId: kit.postId }, before, -1)
    additions.addKit({ repId, postId: kit.postId }, held)
    additions.keep(key, name, held)
  }
  for (const day of days) {
    const key = toldKey(repId, day.day)
    const before = heldOf(key)?.day as TalksHeld | undefined
    const held = talksHeld(day, place, before)
    if (isSame(before, held) || (!before && held.told === 0)) continue
    additions.addTalks({ repId, day: day.day }, before, -1)
    additions.addTalks({ repId, day: day.day }, held)
    additions.keep(key, 'day', held)
  }
}

/** Days whose outcomes may still change, and one more: a batch may begin after midnight. */
const loadActs = async (repId: MemberId, place: Place, at: number): Promise<Acts> => {
  const [kits, days] = await Promise.all([
    listDealtTo(repId, at - KIT_DAYS * 86_400_000),
    listTalksOf(repId, dayAfter(dayOf(at), -OPEN_DAYS - 1)),
  ])
  return { repId, place, kits, days }
}

const keysOf = ({ repId, kits, days }: Acts): WorkKey[] => [
  ...kits.map(({ dealtAt }) => kitsKey(repId, dealtAt)),
  ...days.map(({ day }) => toldKey(repId, day)),
]

const gather = async (batch: number) => {
  const repIds = await claimDue(batch, REPS_AT_ONCE)
  const members = new Map((await findMembers(repIds)).map((one) => [one._id, one]))
  const all: Acts[] = []
  await inParallel(repIds, async (repId) => {
    const member = members.get(repId)
    all.push(await loadActs(repId, { storeId: member?.storeId ?? null, teamId: member?.teamId ?? null }, now()))
  })
  const stored = new Map<string, Held | undefined>()
  await inParallel(all, async (acts) => {
    const found: Pick<WorkSum, '_id' | 'held'>[] = await findWork(keysOf(acts), ['held'])
    for (const { _id, held } of found) stored.set(_id, held)
  })
  const additions = new WorkAdditions()
  for (const acts of all) addActs(additions, acts, (key) => stored.get(workId(key)))
  return { additions: additions.list(), readingIds: [] }
}

export const workSteps: BatchSteps = { place: 'sums', gather, release: releaseDue, finish: removeDue }
