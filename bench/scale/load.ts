// What do so many readings a day ask of the cloud? Arithmetic from the counts of one reading; nothing is measured here.
import type { Assumed } from './assumed.data'
import type { Counts } from './counts.data'

export const STEPS = [1_000, 100_000, 1_000_000, 100_000_000] as const

export type Load = {
  readingsPerDay: number
  /** Per month. */
  calls: number
  dbReads: number
  dbWrites: number
  docsRead: number
  docsWritten: number
  gbs: number
  bytesOut: number
  /** In the steady state, when as much is dropped as comes. */
  storedBytes: number
  /** In the busiest second. callRequests: those of dbRequests that are not the jobs'. */
  peak: { readings: number; calls: number; dbRequests: number; callRequests: number; dbBusy: number; instances: number }
  /** Beside readings: pictures from storage, and what reps call themselves, by the month. */
  pictureBytes: number
  reps: { calls: number; dbReads: number; dbWrites: number; gbs: number; bytesOut: number }
  /** Readings that rest and wait to be counted in the busiest minute, and how many the job can take; requests of one, and how long a
   * minute it may begin batches. */
  counting: { perMinute: number; atMost: number; requests: number; seconds: number }
}

const MINUTES_A_DAY = 1_440

const repsOwn = (calls: number, { repCall, callMs, dbMs, memoryGb }: Assumed): Load['reps'] => ({
  ...{
    calls,
    dbReads: calls * repCall.dbReads,
    dbWrites: calls * repCall.dbWrites,
    bytesOut: calls * repCall.kb * 1_000,
  },
  gbs: (memoryGb * calls * (callMs + (repCall.dbReads + repCall.dbWrites) * dbMs)) / 1_000,
})

export const loadOf = (readingsPerDay: number, counts: Counts, assumed: Assumed): Load => {
  const { dbMs, callMs, memoryGb, peakHour, peakSecond, daysPerMonth, keptDays, jobWidth } = assumed
  const month = readingsPerDay * daysPerMonth
  const requests = counts.dbReads + counts.dbWrites
  const inCalls = requests - counts.jobRequests
  const callSeconds = (counts.calls * callMs + inCalls * dbMs) / 1_000
  const reps = readingsPerDay / assumed.readingsPerRepADay // sorted after midnight, not in the busiest second
  const perSecond = (readingsPerDay * peakHour * peakSecond) / 3_600
  const minutes = daysPerMonth * MINUTES_A_DAY
  const { aMinute } = counts
  const minuteSeconds = (callMs + (aMinute.dbReads + aMinute.dbWrites) * dbMs) / 1_000
  const jobRequestsPerMinute = (assumed.jobSecondsPerMinute * 1_000 * jobWidth) / dbMs
  return {
    readingsPerDay,
    calls: month * counts.calls + minutes,
    dbReads: month * counts.dbReads + daysPerMonth * reps * counts.aRepADay.dbReads + minutes * aMinute.dbReads,
    dbWrites: month * counts.dbWrites + daysPerMonth * reps * counts.aRepADay.dbWrites + minutes * aMinute.dbWrites,
    docsRead: month * counts.docsRead + minutes * aMinute.docsRead,
    docsWritten: month * counts.docsWritten + minutes * aMinute.docsWritten,
    gbs: memoryGb * (month * callSeconds + minutes * minuteSeconds),
    bytesOut: month * counts.bytesOut,
    storedBytes: readingsPerDay * keptDays * counts.storedBytes,
    peak: {
      readings: perSecond,
      calls: perSecond * counts.calls,
      dbRequests: perSecond * requests,
      callRequests: perSecond * inCalls,
      dbBusy: (perSecond * requests * dbMs) / 1_000,
      instances: perSecond * callSeconds,
    },
    pictureBytes: month * assumed.pictureKbPerReading * 1_000,
    reps: repsOwn(reps * daysPerMonth * assumed.repCallsADay, assumed),
    counting: {
      perMinute: (readingsPerDay * peakHour) / 60,
      atMost: jobRequestsPerMinute / counts.jobRequests,
      requests: counts.jobRequests,
      seconds: assumed.jobSecondsPerMinute,
    },
  }
}
