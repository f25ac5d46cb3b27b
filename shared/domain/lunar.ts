// On which day does a day of the moon's calendar fall? The only place that asks the calendar library.
import { LunarDay, LunarMonth, LunarYear } from 'tyme4ts'
import { type Day, dayIn } from './day'

/** month 1 to 12, day 1 to 30. leap: of the leap month that follows the month of that number in some years. */
export type MoonDay = { month: number; day: number; leap: boolean }

/**
 * In the moon's year that begins in that year of the sun's. A year without that leap month has it in the month of that
 * number; where the month has 29 days its 30th is the last.
 */
export const lunarDayIn = (year: number, { month, day, leap }: MoonDay): Day => {
  const named = leap && LunarYear.fromYear(year).getLeapMonth() === month ? -month : month
  const last = LunarMonth.fromYm(year, named).getDayCount()
  const solar = LunarDay.fromYmd(year, named, Math.min(day, last)).getSolarDay()
  return dayIn(solar.getYear(), solar.getMonth(), solar.getDay())
}
