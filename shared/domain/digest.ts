// When does a rep hear in the morning what the day holds? Once a day, after her quiet hours, never at night.
import { type Day, dayAfter, dayOf, hourOf, instantOf } from './day'
import type { PromiseMade } from './note'
import {
  afterNotice,
  isQuiet,
  mayNotify,
  type Notice,
  type NoticeChannel,
  type QuietHours,
  REFUSED_WAIT_MS,
  type Watch,
} from './notice'
import type { TalkDay } from './talk'

/** Whatever her quiet hours are, nothing of a morning before or after these. */
export const MORNING_FROM = 7
export const MORNING_TO = 21
/** Told later than this it is no help for the day. */
export const MORNING_LATE_MS = 3 * 3_600_000
const DAYS_AHEAD = 2

const instantAt = (day: Day, hour: number): number => instantOf(day, `${String(hour).padStart(2, '0')}:00`)

/** The first full hour of that day that is neither night nor quiet; null: there is none. */
export const morningOf = (quiet: QuietHours, day: Day): number | null => {
  for (let hour = MORNING_FROM; hour < MORNING_TO; hour++) {
    const at = instantAt(day, hour)
    if (!isQuiet(quiet, at)) return at
  }
  return null
}

/** The next morning after that instant; null: she never has one. */
export const nextMorning = (quiet: QuietHours, now: number): number | null => {
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const at = morningOf(quiet, dayAfter(dayOf(now), ahead))
    if (at !== null && at > now) return at
  }
  return null
}

/** What a day holds. due: promises that are due or late. */
export type DigestCounts = { talks: number; due: number }

/** What is on a day's list and not told of yet (稍后 is no telling), and what was promised for that day or before. */
export const countDay = (
  { day, talks, told }: Pick<TalkDay, 'day' | 'talks' | 'told'>,
  promises: readonly Pick<PromiseMade, 'dueDay'>[],
): DigestCounts => {
  const done = new Set(told.flatMap(({ contactId, end }) => (end === null || end === 'later' ? [] : [contactId])))
  return {
    talks: talks.filter(({ contactId }) => !done.has(contactId)).length,
    due: promises.filter(({ dueDay }) => dueDay <= day).length,
  }
}

/** Send now by that channel, or look again at that instant; null: not before she changes something. */
export type DigestStep = { channel: NoticeChannel } | { at: number | null }

type Digesting = Pick<Watch, 'morning' | 'digestDay'> & Watch

/** May it go out now? `open`: channels this deployment is set up for. What cannot go out this morning is not told later. */
export const stepDigest = (watch: Digesting, open: readonly NoticeChannel[], now: number): DigestStep => {
  if (!watch.morning) return { at: null }
  const today = dayOf(now)
  const [due, hour] = [morningOf(watch, today), hourOf(now)]
  const isPast = due === null || now >= due + MORNING_LATE_MS || hour >= MORNING_TO
  if (isPast || watch.digestDay === today) return { at: nextMorning(watch, now) }
  if (now < due) return { at: due }
  const may = mayNotify({ ...watch, on: true }, open, now)
  return 'channel' in may ? may : { at: may.until ?? nextMorning(watch, now) }
}

/** Switched on late in the day, or with other quiet hours, it begins with the next morning. */
export const setMorning = (watch: Watch, morning: boolean, now: number): Watch => ({
  ...watch,
  morning,
  digestAt: morning ? nextMorning(watch, now) : null,
})

/** That day is done, whether it was told or there was nothing to tell. */
export const endMorning = (watch: Watch, now: number): Pick<Watch, 'digestDay' | 'digestAt'> => ({
  digestDay: dayOf(now),
  digestAt: nextMorning(watch, now),
})

/** What a tried digest changes. What may have gone out is not tried again. */
export const afterDigest = (watch: Watch, notice: Notice, now: number): Partial<Watch> => {
  const { waitingSince, ...after } = afterNotice(watch, notice, now)
  const waits = watch.waitingSince === null ? {} : { waitingSince }
  if (notice.outcome === 'refused') return { ...after, ...waits, digestAt: now + REFUSED_WAIT_MS }
  if (notice.outcome === 'delivered' || notice.outcome === 'unknown')
    return { ...after, ...waits, ...endMorning(watch, notice.at) }
  return { ...after, ...waits, digestAt: now }
}
