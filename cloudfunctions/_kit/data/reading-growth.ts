// How does a reading grow? By one guarded update per report; only what the guard turned away is looked at first.
import type { MemberId, PersonId, ReadingId } from '@shared/domain/ids'
import { isNews, joinReadings, type Reading, type SectionMs } from '@shared/domain/reading'
import { tallied } from '@shared/domain/tally'
import { below, type Change, collection, loweredTo, oneOf, raisedTo } from '../collection'
import { openBatch } from './batches'

const readings = collection<Reading>('readings')

/** later: a batch is counting it this very second, or others write it faster than we can look. */
export type Stored = 'first' | 'grown' | 'known' | 'later'

/** Whose a reading is, and for which rep. */
export type Name = { personId: PersonId; repId: MemberId }

const TRIES = 6

const raised = (name: string, sections: SectionMs = {}): Change<Reading> =>
  Object.fromEntries(Object.entries(sections).map(([id, ms]) => [`${name}.${id}`, raisedTo(ms)]))

/** joinReadings, as the database does it; when she read last is for the newest report to say. */
const growth = (report: Reading, isNewest: boolean): Change<Reading> => ({
  ...(isNewest && { seq: report.seq, lastAt: report.lastAt }),
  openedAt: loweredTo(report.openedAt),
  depth: raisedTo(report.depth),
  ...raised('sections', report.sections),
  ...raised('images', report.images),
  ...raised('again', report.again),
})

/** One request: only a newer report of the same share grows it, one that is named only by whom it belongs to. */
const grow = async (report: Reading, personId: PersonId | null): Promise<boolean> => {
  const { _id, postId, token, seq, by } = report
  const mine = personId === null ? null : oneOf([null, personId])
  const guard = { _id, postId, token, by, seq: below(seq), personId: mine, counted: null }
  return (await readings.change(guard, growth(report, true))) > 0
}

/** Grows it from exactly what was seen; what the sums hold of it is kept, so that only the difference is added later. */
const growSeen = async (seen: Reading, report: Reading): Promise<boolean> => {
  const { _id, seq, counted, by, personId } = seen
  const change = { ...growth(report, report.seq > seq), by: joinReadings(seen, report).by }
  const uncounted = counted === null ? {} : { counted: null, base: tallied(seen) }
  return (await readings.change({ _id, seq, counted, by, personId }, { ...change, ...uncounted })) > 0
}

/** Looks first; undefined when it changed while it was looked at. */
const storeAfterLooking = async (
  report: Reading,
  personId: PersonId | null,
  insert: () => Promise<boolean>,
): Promise<Stored | undefined> => {
  const seen = await readings.get(report._id as ReadingId)
  if (!seen) return (await insert()) ? 'first' : undefined
  if (!isNews(seen, report, personId)) return 'known'
  // looked at after the reading: a batch that is not open any more has added the reading as it was seen, or let go of it
  if (seen.counted !== null && (await openBatch()) === seen.counted) return 'later'
  return (await growSeen(seen, report)) ? 'grown' : undefined
}

/**
 * Stores the running state of one reading: one request as a rule. `personId`: who reports, if that is known. `nameFirst`:
 * under whom a first report may be stored; growing never names.
 */
export const storeReport = async (
  report: Reading,
  personId: PersonId | null,
  nameFirst: () => Promise<Name | null>,
): Promise<Stored> => {
  const insert = async (): Promise<boolean> => {
    const name = await nameFirst()
    return readings.insertIfAbsent({ ...report, ...name, known: name !== null })
  }
  if (report.seq === 1 ? await insert() : await grow(report, personId)) return report.seq === 1 ? 'first' : 'grown'
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await storeAfterLooking(report, personId, insert)
    if (stored) return stored
  }
  return 'later'
}
