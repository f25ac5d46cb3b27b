// What could not be measured here is assumed in one place, with its reason; a change of any of these changes the page.

export const ASSUMED = {
  /** CloudBase says nothing; house estimate 10–50 ms for one request from a function. */
  dbMs: 30,
  /** A call's own work beside waiting for the database; the local host's is 1–3 ms of processor, a 256 MB instance has a fraction of a core. */
  callMs: 15,
  memoryGb: 0.25,
  /** Of all that is sent by one rep: what is asked once a day for each rep is shared among so many readings. */
  readingsPerRepADay: 20,
  /** A firm's evening: of a day's readings in its busiest hour, and the busiest second beside that hour's mean. */
  peakHour: 0.12,
  peakSecond: 3,
  daysPerMonth: 30,
  /** Of pictures in one reading: the demo's covers are 60 to 110 kB, and she sees one or two more further down. */
  pictureKbPerReading: 200,
  /** A rep's own day: today, feed, contacts, saving. Not measured as a mix. */
  repCallsADay: 40,
  repCall: { dbReads: 5, dbWrites: 0.5, kb: 6 },
  /** Readings are dropped after that (house rule, shared/domain/reading). */
  keptDays: 180,
  /** The counting job: requests it has on the way at once, and how long a minute it may begin batches (jobs/count-readings). */
  jobWidth: 16,
  jobSecondsPerMinute: 20,
} as const

export type Assumed = typeof ASSUMED
