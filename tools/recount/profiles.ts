// Does every profile hold the readings of its reader? Each that was counted and is not too old, with its time.
import { above, collection } from '../../cloudfunctions/_kit/collection'
import { findProgress } from '../../cloudfunctions/_kit/data/batches'
import { findFacts } from '../../cloudfunctions/_kit/data/posts'
import { listReadingsFor } from '../../cloudfunctions/_kit/data/readings'
import type { ReadingId } from '../../shared/domain/ids'
import { entryOf, profileOf, retainEntries } from '../../shared/domain/interest'
import type { ReadEntry, Reader } from '../../shared/domain/reader'

const readers = collection<Reader>('readers')

/** `score` and topics are as the post was when it was read: an editor may have changed it since. */
const timesOf = (entries: Record<ReadingId, ReadEntry>): string =>
  JSON.stringify(
    Object.entries(entries)
      .map(([id, { postId, at, ms }]) => [id, postId, at, ms] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const compare = async (reader: Reader, now: number): Promise<string[]> => {
  const readings = (await listReadingsFor(reader.repId, reader.personId)).filter(({ by }) => by === 'reader')
  const facts = await findFacts(readings.map(({ postId }) => postId))
  const entries = readings.map((reading) => [reading._id, entryOf(reading, facts(reading.postId))])
  const rebuilt = profileOf(Object.fromEntries(entries), reader, now)
  // what is not counted yet may be in the profile, where she agreed after it, or not
  const uncounted = new Set(readings.filter(({ counted }) => counted === null).map(({ _id }) => _id))
  const settled = (all: Record<ReadingId, ReadEntry>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !uncounted.has(id as ReadingId)))
  const stored = retainEntries(reader.entries, now)
  if (timesOf(settled(stored)) === timesOf(settled(rebuilt.entries))) return []
  return [
    `readers ${reader._id}: holds ${Object.keys(stored).length} readings, rebuilt ${Object.keys(rebuilt.entries).length}`,
  ]
}

/** One line per difference; readers about to be rebuilt are passed over, as all are while a batch is under way. */
export const recountProfiles = async (now: number): Promise<string[]> => {
  if ((await findProgress())?.open) return []
  const differences: string[] = []
  for (let after = ''; ; ) {
    const portion = await readers.find({ _id: above(after) }, { order: [['_id', 'asc']] })
    for (const reader of portion) if (!reader.stale) differences.push(...(await compare(reader, now)))
    const last = portion.at(-1)
    if (!last) return differences
    after = last._id
  }
}
