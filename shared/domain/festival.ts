// Which festivals are coming?
import { type Day, dayAfter, dayIn, daysBetween, yearOf } from './day'
import { FESTIVALS, type Festival, type SundayOf } from './festival.data'
import { nextOf } from './occasion'

const A_SUNDAY: Day = '2023-01-01'
const WEEK = 7

const sundayIn = (year: number, { month, nth }: SundayOf): Day => {
  const first = dayIn(year, month, 1)
  const past = ((daysBetween(A_SUNDAY, first) % WEEK) + WEEK) % WEEK // days since the Sunday before
  return dayAfter(first, ((WEEK - past) % WEEK) + (nth - 1) * WEEK)
}

export const nextFestival = ({ on }: Pick<Festival, 'on'>, from: Day): Day => {
  if (on.calendar !== 'sunday') return nextOf(on, from)
  const thisYear = sundayIn(yearOf(from), on)
  return thisYear >= from ? thisYear : sundayIn(yearOf(from) + 1, on)
}

/** Those from that day on and so many days ahead, the soonest first. */
export const festivalsWithin = (from: Day, days: number): { festival: Festival; day: Day }[] =>
  FESTIVALS.map((festival) => ({ festival, day: nextFestival(festival, from) }))
    .filter(({ day }) => daysBetween(from, day) <= days)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
