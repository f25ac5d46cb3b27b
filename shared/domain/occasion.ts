// Which days matter to a contact, and when do they come? By the sun or by the moon, without a year: nobody's age is stored.
import { type Day, dayIn, yearOf } from './day'
import type { ContactId, MemberId, OccasionId } from './ids'
import { lunarDayIn, type MoonDay } from './lunar'
import type { OccasionKind } from './occasion-kinds'

export { OCCASION_KINDS, type OccasionKind } from './occasion-kinds'

/** month and day in its own calendar. leadDays: so many days ahead she is to be thought of. */
export type Occasion = {
  _id: OccasionId
  repId: MemberId
  contactId: ContactId
  kind: OccasionKind
  name: string
  calendar: 'solar' | 'lunar'
  month: number
  day: number
  leap: boolean // of a lunar leap month
  leadDays: number
}

/** An occasion with the next day it falls on. */
export type Coming = { occasionId: OccasionId; name: string; kind: OccasionKind; day: Day; leadDays: number }

/** A day of every year, by either calendar. */
export type Yearly = MoonDay & Pick<Occasion, 'calendar'>

/** The day it falls on in that year of its own calendar: 29 February is the 28th where there is none. */
const dayInYear = (year: number, { calendar, ...date }: Yearly): Day =>
  calendar === 'lunar' ? lunarDayIn(year, date) : dayIn(year, date.month, date.day)

/** The first day on or after `from` on which it falls. The moon's year begins up to two months after the sun's. */
export const nextOf = ({ calendar, month, day, leap }: Yearly, from: Day): Day => {
  const year = yearOf(from)
  const yearly = { calendar, month, day, leap }
  const days = [year - 1, year, year + 1].map((one) => dayInYear(one, yearly))
  return days.find((one) => one >= from) ?? dayInYear(year + 2, yearly)
}
