// What does one reading cost? Counted by the local cloud's meter: `npm run bench -- reading --only cost`, the average session of the
// hostile set with its opening and its share of the jobs. Counts are exact; time is not taken from here.

/** Per reading session. Requests: what the SDK sent to the database. Documents: what those touched. */
export type Counts = {
  calls: number
  dbReads: number
  dbWrites: number
  docsRead: number
  docsWritten: number
  /** Of the requests, those of the jobs: sums of readings, profiles, spread. */
  jobRequests: number
  bytesOut: number
  /** Requests of one rep's contacts being sorted into circles, once a day however little is read. */
  aRepADay: { dbReads: number; dbWrites: number }
  /** Of one run of the jobs when nobody did anything (test/functions/idle-minute): it comes every minute. */
  aMinute: { dbReads: number; dbWrites: number; docsRead: number; docsWritten: number }
  /** Requests of one call, one after another: opening the article, a reading's first report, a later one. */
  requests: { open: number; firstReport: number; laterReport: number }
  /** Stored per reading at 1 M readings: its document, sums and indexes (`--only growth`). */
  storedBytes: number
}

export const COUNTED = { commit: '485701b', at: '2026-11-23' }

export const COUNTS: Counts = {
  calls: 3.88,
  dbReads: 7.56,
  dbWrites: 5.52,
  docsRead: 9.07,
  docsWritten: 6.82,
  jobRequests: 2.89,
  bytesOut: 2_671,
  aRepADay: { dbReads: 8.46, dbWrites: 1.28 },
  aMinute: { dbReads: 47, dbWrites: 8, docsRead: 7, docsWritten: 1 },
  requests: { open: 6, firstReport: 3, laterReport: 1 },
  storedBytes: 592,
}
