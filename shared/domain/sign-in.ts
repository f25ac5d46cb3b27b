// How long is somebody of the staff known by a sign-in that she does not use?
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** An account or a WeChat of hers that nobody used for so long opens nothing any more, until a code opens it again. */
export const LAPSES_DAYS = 90
/** So often is it written down that it is used: a call in between costs no write. */
export const USE_NOTED_EVERY_MS = DAY_MS

/** usedAt: when it was last used, to a day; null: the count has not begun, which a job does within the hour. */
type Use = { usedAt?: number | null }

export const isLapsed = ({ usedAt }: Use, now: number): boolean =>
  typeof usedAt === 'number' && now - usedAt >= LAPSES_DAYS * DAY_MS

export const isUseDue = ({ usedAt }: Use, now: number): boolean =>
  typeof usedAt === 'number' && now - usedAt >= USE_NOTED_EVERY_MS

/** In a browser, which others may sit down at: so long without a touch or a key, and so long at most. */
export const IDLE_HOURS = 12
export const LONGEST_DAYS = 7

export type Ended = 'idle' | 'long'

/** Has her sign-in in this browser ended, and why? A clock that was set back ends none. */
export const whyEnded = (
  { signedInAt, touchedAt }: { signedInAt: number; touchedAt: number },
  now: number,
): Ended | null => {
  if (now - touchedAt >= IDLE_HOURS * HOUR_MS) return 'idle'
  return now - signedInAt >= LONGEST_DAYS * DAY_MS ? 'long' : null
}
