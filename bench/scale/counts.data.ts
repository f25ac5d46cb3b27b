// What does one reading cost? Counted by the local cloud's meter: `npm run bench -- reading --only cost`, the average session of the
// hostile set with its opening and its share of the jobs. Counts are exact; time is not taken from here.

/** Per reading session. Requests: what the SDK sent to the database. Documents: what those touched. */
export type Counts = {
  calls: number
  dbReads: number
  dbWrites: number
  docsRead: number
  docsWritten: number
  /** Of the requests, those of the jobs: sums of readings, profiles, spread, and what one tick asks however little was read. */
  jobRequests: number
  bytesOut: number
  /** Requests of one call, one after another: opening the article, a reading's first report, a later one. */
  requests: { open: number; firstReport: number; laterReport: number }
  /** Stored per reading at 1 M readings: its document, sums and indexes (`--only growth`). */
  storedBytes: number
}

export const COUNTED = { commit: 'b5ba9f0', at: '2026-11-22' }

export const COUNTS: Counts = {
  calls: 3.88,
  dbReads: 16.17,
  dbWrites: 6.23,
  docsRead: 11.04,
  docsWritten: 7.52,
  jobRequests: 12.2,
  bytesOut: 2_659,
  requests: { open: 6, firstReport: 3, laterReport: 1 },
  storedBytes: 592,
}
