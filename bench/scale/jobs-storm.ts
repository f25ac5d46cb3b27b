// What do the jobs ask in a viral hour? At each minute whatever is due, then what has come to rest, as fast as they may.
import type { Assumed } from './assumed.data'
import type { Counts } from './counts.data'
import type { Tier } from './quotas.data'

const WINDOW_MS = 55_000 // of each minute: the function ends before the next one begins

/** When each request of this minute's run goes out, in ms after its start: first what is always asked, then what counts. */
export const jobRequests = (
  waiting: number,
  { jobsPerSecond }: Pick<Tier, 'jobsPerSecond'>,
  counts: Pick<Counts, 'aMinute' | 'jobRequests'>,
  { dbMs, jobWidth, jobSecondsPerMinute }: Pick<Assumed, 'dbMs' | 'jobWidth' | 'jobSecondsPerMinute'>,
): { always: number[]; counting: number[] } => {
  const idle = counts.aMinute.dbReads + counts.aMinute.dbWrites
  const gap = jobsPerSecond === null ? dbMs : 1_000 / jobsPerSecond
  const always = Array.from({ length: idle }, (_, n) => n * gap)
  const begun = idle * gap
  const width = jobsPerSecond === null ? jobWidth : 1
  const asked = Math.ceil(waiting * counts.jobRequests)
  const fits = Math.floor((Math.min(WINDOW_MS - begun, jobSecondsPerMinute * 1_000) / gap) * width)
  const counting = Array.from(
    { length: Math.max(0, Math.min(asked, fits)) },
    (_, n) => begun + Math.floor(n / width) * gap,
  )
  return { always, counting }
}
