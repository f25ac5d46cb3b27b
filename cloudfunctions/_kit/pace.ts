// How fast may this function ask the database? The smallest plan of CloudBase takes 30 requests a second from everybody; the jobs,
// whom nobody waits for, would use them up by themselves.
import { jobsPerSecond } from './settings'

let nextAt = 0

/** Resolves when the next request may go; at once where no pace is set. */
export const inPace = async (): Promise<void> => {
  const rate = jobsPerSecond()
  if (rate === 0) return
  const now = performance.now()
  const at = Math.max(now, nextAt)
  nextAt = at + 1_000 / rate
  if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now))
}
