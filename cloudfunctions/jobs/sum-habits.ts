// Who came to columns at their hours, yesterday and the day before? Worked out anew each night from profiles of those who
// agreed to be known: phones that had no signal report a day late.
import { type Column, dueTimes } from '@shared/domain/column'
import { dayAfter, dayOf, hourOf } from '@shared/domain/day'
import { addStreak, HABIT_BEFORE_MS, type Runs, STREAK_MAX, streakOf } from '@shared/domain/habit'
import type { PostId, StoreId, TeamId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { now as clock } from '../_kit/clock'
import { listColumns } from '../_kit/data/columns'
import { whoConsents } from '../_kit/data/consents'
import { listReadSince, putHabits, type ReaderRead } from '../_kit/data/habits'
import { findMembers, listStores } from '../_kit/data/members'
import { listIdsOfColumn } from '../_kit/data/work-posts'
import type { Job } from '../_kit/serve-jobs'
import { inParallel } from '../_kit/tally-parallel'

const FROM_HOUR = 3
const BEGIN_WITHIN_MS = 8_000
/** Times of the last so many days are worked out each night. */
const DAYS = 2
const STORED_AT_ONCE = 64

/** slots: its times in order, this one the last. */
type Time = {
  column: Column
  day: string
  slots: number[]
  posts: ReadonlySet<PostId>
  all: Runs
  stores: Map<StoreId, OfStore>
}
type OfStore = { came: Runs; teams: Record<TeamId, Runs> }
/** left: of which stores ('' is the firm) the times are still to be stored; null while readers are looked at. */
type Night = { day: string; times: Time[]; after: number; seen: Set<string>; left: (StoreId | '')[] | null }
/** A new instance begins the night again: nothing is stored before all have been looked at. */
let night: Night = { day: '', times: [], after: 0, seen: new Set(), left: [] }

const timesOf = async (column: Column, today: string): Promise<Time[]> => {
  const slots = dueTimes(column, dayAfter(today, -7 * (STREAK_MAX + 1)), dayAfter(today, -1))
  const posts = new Set(await listIdsOfColumn(column._id))
  return slots.flatMap((slot, i) =>
    dayOf(slot) < dayAfter(today, -DAYS)
      ? []
      : [
          {
            column,
            day: dayOf(slot),
            slots: slots.slice(Math.max(0, i + 1 - STREAK_MAX), i + 1),
            posts,
            all: [],
            stores: new Map(),
          },
        ],
  )
}

const beginNight = async (day: string): Promise<Night> => {
  const times = (await Promise.all((await listColumns()).map((column) => timesOf(column, day)))).flat()
  const after = Math.min(...times.map(({ slots }) => (slots.at(-1) ?? Number.POSITIVE_INFINITY) - HABIT_BEFORE_MS))
  return { day, times, after, seen: new Set(), left: times.length ? null : [] }
}

type Place = Partial<Pick<Member, 'storeId' | 'teamId'>>

const addReader = (times: readonly Time[], { entries }: ReaderRead, { storeId, teamId }: Place): void => {
  for (const { slots, posts, all, stores } of times) {
    const readAt = Object.values(entries).flatMap(({ postId, at, ms }) => (posts.has(postId) ? [at, at - ms] : []))
    const streak = streakOf(slots, readAt)
    if (streak === 0) continue
    addStreak(all, streak)
    if (!storeId) continue
    const own = stores.get(storeId) ?? { came: [], teams: {} }
    stores.set(storeId, own)
    addStreak(own.came, streak)
    if (!teamId) continue
    own.teams[teamId] ??= []
    addStreak(own.teams[teamId], streak)
  }
}

const addSome = async (some: readonly ReaderRead[]): Promise<void> => {
  const agrees = await whoConsents(some)
  const members = new Map(
    (await findMembers([...new Set(some.map(({ repId }) => repId))])).map((one) => [one._id, one]),
  )
  for (const reader of some)
    if (agrees(reader.personId, reader.repId)) addReader(night.times, reader, members.get(reader.repId) ?? {})
}

/** True when there are more. */
const nextPortion = async (): Promise<boolean> => {
  const found = await listReadSince(night.after)
  const some = found.filter(({ _id }) => !night.seen.has(_id))
  for (const { _id } of some) night.seen.add(_id)
  const last = found.at(-1)
  if (!last || !some.length) return false
  await addSome(some)
  night.after = last.lastReadAt
  return true
}

const put = (id: StoreId | ''): Promise<void> =>
  putHabits(
    id,
    night.times.map(({ column, day, all, stores }) => ({
      ...{ columnId: column._id, day },
      ...(id === '' ? { time: column.time, came: all } : (stores.get(id) ?? { came: [], teams: {} })),
    })),
  )

/** Every store: of one to which nobody came any more it is to be said, too. The firm last: by then its stores are there. */
const placesOf = async (): Promise<(StoreId | '')[]> => {
  const stores = [
    ...(await listStores()).map(({ _id }) => _id),
    ...night.times.flatMap((one) => [...one.stores.keys()]),
  ]
  return [...new Set(stores), '']
}

/** True when there are more. */
const storeSome = async (left: (StoreId | '')[]): Promise<boolean> => {
  const some = left.slice(0, STORED_AT_ONCE)
  await inParallel(some, put)
  left.splice(0, some.length) // not before: what failed is done again
  return left.length > 0
}

export const sumHabits: Job = async (startedAt) => {
  const day = dayOf(startedAt)
  if (hourOf(startedAt) < FROM_HOUR) return 0
  if (night.day !== day) night = await beginNight(day)
  if (night.left?.length === 0) return 0
  while (clock() - startedAt < BEGIN_WITHIN_MS) {
    if (night.left === null) {
      if (!(await nextPortion())) night.left = await placesOf()
    } else if (!(await storeSome(night.left))) {
      night.times = []
      return night.seen.size
    }
  }
  return 0
}
