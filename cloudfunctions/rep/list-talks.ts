// With whom shall she talk today, about what, why and how?
import { dayOf } from '@shared/domain/day'
import type { Member } from '@shared/domain/member'
import { addHotTalks } from '../_kit/add-talk'
import { now } from '../_kit/clock'
import { dayOfRep, experienceOf, readTalkbook } from '../_kit/make-day'
import type { Handler } from '../_kit/serve'
import { showDay } from '../_kit/show-day'

/** Her day as it stands now. */
export const showToday = async (member: Member, at: number) => {
  const [made, book] = await Promise.all([dayOfRep(member, at), readTalkbook(member._id, dayOf(at))])
  const today = await addHotTalks(member, made, at)
  return showDay(today, { experience: await experienceOf(book), aDay: book.aDay, now: at })
}

export const listTalks: Handler<'rep', 'talk.list'> = (_, { caller: { member } }) => showToday(member, now())
