// Is there such a day of every year, by the sun or by the moon? 29 February and the moon's 30th are, in some years.
import type { Yearly } from './occasion'

const SOLAR_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const LUNAR_DAYS_MAX = 30

export const isYearly = ({ calendar, month, day, leap }: Yearly): boolean =>
  calendar === 'lunar' ? day <= LUNAR_DAYS_MAX : !leap && day <= (SOLAR_DAYS[month - 1] ?? 0)
