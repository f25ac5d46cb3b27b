// What was read, by whom, for whom? A reading grows by guarded updates; whose it is follows from consent alone.
import type { MemberId, PersonId, PostId, ReadingId } from '@shared/domain/ids'
import type { Reading } from '@shared/domain/reading'
import { below, type Change, collection, loweredTo, oneOf, raisedTo } from '../collection'
import { type Page, pageNewest } from '../page'

const readings = collection<Reading>('readings')

const TIMELINE_MAX = 200

export type KnownReading = Reading & { personId: PersonId }
export const isKnown = (reading: Reading): reading is KnownReading => reading.known && reading.personId !== null

const growth = (reading: Reading): Change<Reading> => ({
  seq: reading.seq,
  lastAt: raisedTo(reading.lastAt),
  openedAt: loweredTo(reading.openedAt),
  depth: raisedTo(reading.depth),
  ...Object.fromEntries(Object.entries(reading.sections).map(([id, ms]) => [`sections.${id}`, raisedTo(ms)])),
  ...(reading.personId !== null && { known: true, personId: reading.personId }),
})

/** Only a newer report of the same share grows a reading, and a known one only by the person it belongs to. */
const grow = (reading: Reading): Promise<number> => {
  const { _id, postId, token, seq, personId } = reading
  const mine = personId === null ? null : oneOf([null, personId])
  return readings.change({ _id, postId, token, seq: below(seq), personId: mine }, growth(reading))
}

/**
 * Stores the running state of one reading: one request as a rule. What is already newer, or someone else's, stays as
 * it is and the answer is false. The second growth is for two first reports that raced to insert.
 */
export const saveReading = async (reading: Reading): Promise<boolean> => {
  const isFirst = reading.seq === 1
  if (!isFirst && (await grow(reading))) return true
  if (await readings.insertIfAbsent(reading)) return true
  return !isFirst && (await grow(reading)) > 0
}

/** Anonymous readings for this rep become hers; returns those of the ids that are hers now. */
export const claimReadings = async (
  ids: readonly ReadingId[],
  repId: MemberId,
  personId: PersonId,
): Promise<Pick<Reading, '_id' | 'lastAt'>[]> => {
  if (!ids.length) return []
  await readings.change({ _id: oneOf(ids), known: false, repId }, { known: true, personId })
  return readings.find({ _id: oneOf(ids), personId, repId }, { fields: ['lastAt'] })
}

export const detachReadings = (personId: PersonId): Promise<number> =>
  readings.change({ personId }, { known: false, personId: null })

export const detachReadingsFrom = (repId: MemberId, personId: PersonId): Promise<number> =>
  readings.change({ repId, personId }, { known: false, personId: null })

/** Hers, and those the phone remembers that are still nobody's. */
export const eraseReadings = async (personId: PersonId, ids: readonly ReadingId[]): Promise<number> => {
  const own = await readings.remove({ personId })
  return own + (ids.length ? await readings.remove({ _id: oneOf(ids), known: false }) : 0)
}

export const removeReadingsBefore = (at: number): Promise<number> => readings.remove({ lastAt: below(at) })

export const pageKnownReadings = (repId: MemberId, cursor: string | undefined, size: number): Promise<Page<Reading>> =>
  pageNewest(readings, { repId, known: true }, { by: 'lastAt', cursor, size })

export const listReadingsOf = (personId: PersonId): Promise<Reading[]> =>
  readings.find({ personId }, { order: [['lastAt', 'desc']], limit: TIMELINE_MAX })

export const listReadingsFor = (repId: MemberId, personId: PersonId): Promise<Reading[]> =>
  readings.find({ personId, repId }, { order: [['lastAt', 'desc']], limit: TIMELINE_MAX })

export const countAnonymous = (repId: MemberId, postId: PostId): Promise<number> =>
  readings.count({ repId, postId, known: false })
