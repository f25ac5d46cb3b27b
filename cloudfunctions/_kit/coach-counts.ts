// What do stored facts say of how far a rep has come with her own brand?
import { COACH_DAYS, type CoachCounts } from '@shared/domain/coaching'
import { dayAfter, dayOf } from '@shared/domain/day'
import type { Member } from '@shared/domain/member'
import { listContactsOf } from './data/contacts'
import { listPostedAt } from './data/kits'
import { listOpenPromises } from './data/promises'
import { listRoots } from './data/shares'
import { listTold, TALK_DAYS_KEPT } from './data/talk-days'
import { findTallies } from './data/tallies'

const DAY_MS = 86_400_000
/** A kit is posted soon after it was dealt; one older than this is not looked for. */
const DEALT_SINCE_MS = 60 * DAY_MS
/** Three that were read are asked for: whoever has so many cards has them. */
const ROOTS_MAX = 500

/** Shanghai days, today and those before it, on which she posted. */
const countPostedDays = (postedAt: readonly number[], at: number): number => {
  const first = dayAfter(dayOf(at), 1 - COACH_DAYS)
  return new Set(postedAt.map(dayOf).filter((day) => day >= first && day <= dayOf(at))).size
}

const countBrought = async (rep: Member): Promise<number> => {
  const tokens = await listRoots(rep._id, ROOTS_MAX)
  const tallies = await findTallies(tokens.map((id) => ({ of: 'share', id, day: '' })))
  return tallies.filter(({ deep }) => deep > 0).length
}

/** 稍后 and what was taken back are no talks. */
const toldOf = async (rep: Member, at: number) => {
  const today = dayOf(at)
  const days = await listTold(rep._id, dayAfter(today, -TALK_DAYS_KEPT), today)
  return days.flatMap(({ day, told }) =>
    told.flatMap(({ reason, end }) => (end === null || end === 'later' ? [] : [{ day, reason, end }])),
  )
}

export const countForCoach = async (rep: Member, at: number): Promise<CoachCounts> => {
  const [contacts, postedAt, promises, brought, told] = await Promise.all([
    listContactsOf(rep._id),
    listPostedAt(rep._id, at - DEALT_SINCE_MS),
    listOpenPromises(rep._id),
    countBrought(rep),
    toldOf(rep, at),
  ])
  const first = dayAfter(dayOf(at), 1 - COACH_DAYS)
  return {
    portrait: rep.avatarId ? 1 : 0,
    'posted-days': countPostedDays(postedAt, at),
    named: contacts.filter(({ remark }) => remark !== null).length,
    talks: told.filter(({ day }) => day >= first).length,
    overdue: promises.filter(({ dueDay }) => dueDay < dayOf(at)).length,
    brought,
    thanked: told.filter(({ reason, end }) => reason === 'thanks' && end !== 'silent').length,
  }
}
