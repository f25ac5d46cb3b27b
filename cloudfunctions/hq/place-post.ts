// An editor moves a post in the calendar; what is scheduled goes out at its new time.
import { now } from '../_kit/clock'
import type { Handler } from '../_kit/serve'
import { placeInCalendar } from './place-in-calendar'

export const placePost: Handler<'hq', 'post.place'> = async (asked, { caller: { member } }) => {
  const { before: _, ...moved } = await placeInCalendar(asked, { by: member, now: now() })
  return moved
}
