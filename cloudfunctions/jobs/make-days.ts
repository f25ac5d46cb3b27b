// Which reps have no list for today yet? Made in the morning before they open their phones, some at each tick; a second run
// finds those that are left.
import { dayAfter, dayOf, hourOf } from '@shared/domain/day'
import type { Member } from '@shared/domain/member'
import { boardsOf } from '@shared/domain/talkbook'
import { now as clock } from '../_kit/clock'
import { findBoard, putBoard } from '../_kit/data/boards'
import { pageReps } from '../_kit/data/members'
import { removeTalkDaysBefore, TALK_DAYS_KEPT, whoHasDay } from '../_kit/data/talk-days'
import { listTalkbooks } from '../_kit/data/talkbooks'
import { log } from '../_kit/log'
import { dayOfRep } from '../_kit/make-day'
import type { Job } from '../_kit/serve-jobs'
import { listHours } from '../_kit/settings'

/** No rep is begun after that: other jobs need the function's time, too. */
const BEGIN_WITHIN_MS = 25_000
const PORTION = 100
const AT_ONCE = 4

/** What all reps' talks say, once a morning before the first list stands on it. */
const workOutBoards = async (now: number): Promise<void> => {
  const known = await findBoard('playbooks')
  if (known && dayOf(known.at) === dayOf(now)) return
  const [reasons, playbooks] = boardsOf(await listTalkbooks(), now)
  await putBoard(reasons)
  await putBoard(playbooks) // last: it says that both are done
  await removeTalkDaysBefore(dayAfter(dayOf(now), -TALK_DAYS_KEPT))
}

/** One whose list cannot be made is logged and holds up nobody. */
const makeOne = async (rep: Member, now: number): Promise<boolean> => {
  try {
    await dayOfRep(rep, now)
    return true
  } catch (error) {
    log.error({ event: 'day-failed', err: error })
    return false
  }
}

/** After which rep, by id, the last tick stopped; a new instance of the function begins again, and passes over who is done. */
let place: { day: string; after: string | undefined; done: boolean } = { day: '', after: undefined, done: false }

const makePortion = async (reps: readonly Member[], startedAt: number): Promise<{ made: number; isWhole: boolean }> => {
  const has = await whoHasDay(
    reps.map(({ _id }) => _id),
    dayOf(startedAt),
  )
  const left = reps.filter(({ _id }) => !has.has(_id))
  let made = 0
  for (let from = 0; from < left.length; from += AT_ONCE) {
    if (clock() - startedAt > BEGIN_WITHIN_MS) return { made, isWhole: false }
    const some = await Promise.all(left.slice(from, from + AT_ONCE).map((rep) => makeOne(rep, startedAt)))
    made += some.filter(Boolean).length
  }
  return { made, isWhole: true }
}

export const makeDays: Job = async (startedAt) => {
  const [day, hour] = [dayOf(startedAt), hourOf(startedAt)]
  const { from, to } = listHours()
  if (hour < from || hour >= to) return 0 // who opens her phone earlier or later has hers made then
  if (place.day !== day) place = { day, after: undefined, done: false }
  if (place.done) return 0
  await workOutBoards(startedAt)
  let made = 0
  while (clock() - startedAt < BEGIN_WITHIN_MS) {
    const { reps, next } = await pageReps(place.after, PORTION)
    const portion = await makePortion(
      reps.filter(({ leftAt }) => !leftAt),
      startedAt,
    )
    made += portion.made
    if (!portion.isWhole) return made
    place = { day, after: next ?? undefined, done: next === null }
    if (place.done) return made
  }
  return made
}
