// When is it time to report a running reading? Seldom: every report is a paid call, and the whole state waits on the phone.
import { type Stopwatch, sumMs } from './stopwatch'

export const FIRST_BEAT_MS = 5_000 // seen: before that most who open by mistake have left
/** Read, not passed: an idle page costs no calls, and no changed clock brings a beat forward. Until the server says otherwise. */
export const BEAT_MS = 60_000
/** Readers leave at the end of the article: what a killed app loses there is lost most often. */
export const LAST_SECTION_BEAT_MS = 15_000
/** A leaving report that is not answered by then is sent once more: WeChat lets the app run 5 s longer, browsers mostly too. */
export const LEAVE_AGAIN_MS = 2_500
/** Too little to pay a call for when she leaves; it waits for the next occasion. */
const LEAVE_NEWS_MS = 3_000

/** triedMs: the total of the last report, arrived or not. takenMs: of the last that is known to have arrived. null: none yet. */
export type Beats = { triedMs: number | null; takenMs: number | null; everyMs: number }

export const NO_BEATS: Beats = { triedMs: null, takenMs: null, everyMs: BEAT_MS }

export const isBeatDue = ({ triedMs, everyMs }: Beats, watch: Stopwatch, lastSection: string | undefined): boolean => {
  if (triedMs === null) return watch.seenMs >= FIRST_BEAT_MS
  const atEnd = watch.section === lastSection
  return sumMs(watch.sections) - triedMs >= (atEnd ? Math.min(everyMs, LAST_SECTION_BEAT_MS) : everyMs)
}

export const isWorthLeaving = ({ takenMs }: Beats, watch: Stopwatch): boolean =>
  takenMs === null || sumMs(watch.sections) - takenMs >= LEAVE_NEWS_MS
