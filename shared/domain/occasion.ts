// Which days matter to a contact? By the sun or by the moon, without a year: nobody's age is stored.
import type { Day } from './day'
import type { ContactId, MemberId, OccasionId } from './ids'

export const OCCASION_KINDS = ['birthday', 'anniversary', 'family', 'other'] as const
export type OccasionKind = (typeof OCCASION_KINDS)[number]

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
