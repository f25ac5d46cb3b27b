// What was read, by whom, for whom? Whose a reading is follows from consent alone; how it grows is in reading-growth.ts.
import type { MemberId, PersonId, ReadingId } from '@shared/domain/ids'
import type { ReadBy, Reading } from '@shared/domain/reading'
import { above, below, collection, FIND_MAX, oneOf, upTo } from '../collection'
import { pageOldest } from '../page'

const readings = collection<Reading>('readings')

const TIMELINE_MAX = 200
const LIVING: readonly ReadBy[] = ['reader', 'sharer', 'staff', 'crawler']

export type KnownReading = Reading & { personId: PersonId; repId: MemberId }
export const isKnown = (reading: Reading): reading is KnownReading =>
  reading.known && reading.personId !== null && reading.repId !== null

/** Anonymous readings for this rep become hers; returns those of the ids that are hers now. */
export const claimReadings = async (
  ids: readonly ReadingId[],
  repId: MemberId,
  personId: PersonId,
): Promise<Reading[]> => {
  if (!ids.length) return []
  await readings.change({ _id: oneOf(ids), known: false, repId, by: 'reader' }, { known: true, personId })
  return readings.find({ _id: oneOf(ids), personId, repId })
}

export const detachReadings = (personId: PersonId): Promise<number> =>
  readings.change({ personId }, { known: false, personId: null })

export const detachReadingsFrom = (repId: MemberId, personId: PersonId): Promise<number> =>
  readings.change({ personId, repId }, { known: false, personId: null })

/** What she read for a rep who left is the successor's to know; the sums it stands in stay as they are. */
export const passReadings = async (personId: PersonId, fromId: MemberId, toId: MemberId): Promise<void> => {
  await readings.change({ personId, repId: fromId, countedFor: null }, { repId: toId, countedFor: fromId })
  await readings.change({ personId, repId: fromId }, { repId: toId })
}

/** By which shares she read, the latest first: as many readings as the platform gives at once. */
export const listCardsReadBy = (repId: MemberId, personId: PersonId) =>
  readings.find({ personId, repId }, { order: [['lastAt', 'desc']], fields: ['token'] })

/** Hers, and those her phone remembers that are still nobody's; at most the platform's limit of each at once. */
export const listErasable = async (personId: PersonId, ids: readonly ReadingId[]): Promise<Reading[]> => [
  ...(await readings.find({ personId })),
  ...(ids.length ? await readings.find({ _id: oneOf(ids), known: false, by: oneOf(LIVING) }) : []),
]

/** All that is stored of her, as far as the platform gives it at once; the latest first. */
export const listReadingsOf = (personId: PersonId): Promise<Reading[]> =>
  readings.find({ personId }, { order: [['lastAt', 'desc']] })

export const listReadingsFor = (repId: MemberId, personId: PersonId): Promise<Reading[]> =>
  readings.find({ personId, repId }, { order: [['lastAt', 'desc']], limit: TIMELINE_MAX })

export const findReading = (id: ReadingId): Promise<Reading | null> => readings.get(id)
export const findReadings = (ids: readonly ReadingId[]): Promise<Reading[]> => readings.findMany(ids)

/** Has one been at rest since then that is not counted? */
export const isWaitingSince = async (at: number): Promise<boolean> =>
  (await readings.find({ counted: null, lastAt: upTo(at) }, { limit: 1, fields: [] })).length > 0

/** When one of those that wait was read last, of those from before `at` if there are any: no index knows the very oldest. */
export const someWaiting = async (at: number): Promise<number | null> => {
  const asked = { limit: 1, fields: ['lastAt'] } as const
  const [old] = await readings.find({ counted: null, lastAt: upTo(at) }, asked)
  return old?.lastAt ?? null
}

export const countWaiting = (at: number): Promise<number> => readings.count({ counted: null, lastAt: upTo(at) })

/** Some that came to rest by then become part of the batch; how many. From then on they do not grow until it is done. */
export const claimForBatch = async (batch: number, at: number): Promise<number> => {
  const waiting = await readings.find({ counted: null, lastAt: upTo(at) }, { fields: [], limit: FIND_MAX })
  if (!waiting.length) return 0
  return readings.change({ _id: oneOf(waiting.map(({ _id }) => _id)), counted: null }, { counted: batch })
}

export const releaseFromBatch = (batch: number): Promise<number> =>
  readings.change({ counted: batch }, { counted: null })

/** All of them, by _id. */
export const listOfBatch = async (batch: number): Promise<Reading[]> => {
  const all: Reading[] = []
  for (let after = ''; ; ) {
    const portion = await readings.find({ counted: batch, _id: above(after) }, { order: [['_id', 'asc']] })
    all.push(...portion)
    const last = portion.at(-1)
    if (!last || portion.length < FIND_MAX) return all
    after = last._id
  }
}

/** Some of those that were counted before then and have not grown since. */
export const listCountedBefore = (at: number): Promise<Reading[]> =>
  readings.find({ counted: below(at), by: oneOf(LIVING) })

/** Gone at once, if the sums never held it and it is still as it was seen. */
export const removeUncounted = async ({ _id, seq }: Reading): Promise<boolean> =>
  (await readings.remove({ _id, seq, counted: null, base: null })) > 0

/** Nobody sees it any more, and it cannot grow; false when it has become something else meanwhile. */
export const markErased = async ({ _id, by }: Pick<Reading, '_id' | 'by'>): Promise<boolean> =>
  (await readings.change({ _id, by }, { by: 'erased', known: false, personId: null })) > 0

export const removeErased = async (ids: readonly ReadingId[]): Promise<number> =>
  ids.length ? readings.remove({ _id: oneOf(ids), by: 'erased' }) : 0

const SPREADING = ['token', 'by', 'personId', 'scene', 'chatType', 'openedAt', 'lastAt', 'sections', 'counted'] as const
export type SpreadingReading = Pick<Reading, (typeof SPREADING)[number] | '_id'>

/** Of one rep, in the order in which batches counted them; one that grew comes again. */
export const pageCountedAfter = (
  repId: MemberId,
  { at, id, size }: { at: number; id: string; size: number },
): Promise<SpreadingReading[]> => pageOldest(readings, { repId }, { by: 'counted', at, id, size, fields: SPREADING })
