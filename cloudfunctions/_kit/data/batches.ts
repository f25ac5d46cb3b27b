// Which batch is adding to the sums? One at a time, opened and sealed by compare-and-set; its journal says what it adds.
import type { ReadingId } from '@shared/domain/ids'
import type { Addition } from '@shared/domain/tally'
import { type Change, collection } from '../collection'

/** count: adds readings to the sums. set-aside: notes what has gone of them. */
export type BatchKind = 'count' | 'set-aside'
/** parts: of the sealed journal; null until it is sealed. */
export type Progress = {
  _id: 'progress'
  open: number | null
  kind: BatchKind
  startedAt: number
  parts: number | null
  last: number
}
export type OpenBatch = Progress & { open: number }
type JournalPart = { _id: string; additions: Addition[]; readingIds: ReadingId[] }
export type Journal = { additions: Addition[]; readingIds: ReadingId[] }

const ID = 'progress'
/** Longer than a function may run, so that whoever opened the batch is gone. */
const ABANDONED_AFTER_MS = 90_000
/** A document may have 512 KB on the platform; an addition of a post with all its sections has about 2. */
const PART_MAX = 150

const progress = collection<Progress>('batches')
const journal = collection<JournalPart>('batches')

const isOpen = (found: Progress): found is OpenBatch => found.open !== null

export const findProgress = (): Promise<Progress | null> => progress.get(ID)

export const openBatch = async (): Promise<number | null> => (await findProgress())?.open ?? null

const begin = async (found: Progress, kind: BatchKind, now: number): Promise<OpenBatch | null> => {
  const open = Math.max(found.last + 1, now)
  const change = { open, kind, startedAt: now, parts: null }
  const won = await progress.change({ _id: ID, open: null, last: found.last }, change)
  return won ? { ...found, ...change } : null
}

const takeOver = async (found: OpenBatch, now: number): Promise<OpenBatch | null> => {
  if (now - found.startedAt < ABANDONED_AFTER_MS) return null
  const { open, startedAt } = found
  // read anew: it may have been sealed in between
  return (await progress.change({ _id: ID, open, startedAt }, { startedAt: now })) ? readTakenOver(open, now) : null
}

const readTakenOver = async (open: number, now: number): Promise<OpenBatch | null> => {
  const found = await findProgress()
  return found && found.open === open && found.startedAt === now ? { ...found, open } : null
}

/** fresh: it is ours from the start. resumed: whoever opened it is gone. busy: someone is at it. */
export type Turn = { turn: 'fresh' | 'resumed'; batch: OpenBatch } | { turn: 'busy' }

export const takeTurn = async (kind: BatchKind, now: number): Promise<Turn> => {
  const found = await findProgress()
  if (!found) {
    await progress.insertIfAbsent({ _id: ID, open: null, kind, startedAt: 0, parts: null, last: 0 })
    return takeTurn(kind, now)
  }
  const resumes = isOpen(found)
  const batch = resumes ? await takeOver(found, now) : await begin(found, kind, now)
  return batch ? { turn: resumes ? 'resumed' : 'fresh', batch } : { turn: 'busy' }
}

const partId = (batch: number, part: number): string => `batch-${batch}.${part}`

export const partsOf = ({ additions, readingIds }: Journal): number =>
  Math.max(Math.ceil(additions.length / PART_MAX), readingIds.length ? 1 : 0)

/** False when someone has taken the batch over meanwhile: nothing of the journal counts then. */
export const seal = async ({ open, startedAt }: OpenBatch, whole: Journal): Promise<boolean> => {
  const { additions, readingIds } = whole
  const parts = partsOf(whole)
  for (let part = 0; part < parts; part++) {
    const portion = additions.slice(part * PART_MAX, (part + 1) * PART_MAX)
    await journal.insertIfAbsent({
      _id: partId(open, part),
      additions: portion,
      readingIds: part === 0 ? readingIds : [],
    })
  }
  if (await progress.change({ _id: ID, open, startedAt, parts: null }, { parts })) return true
  // the SDK sends a request again whose connection broke: then it was this very call that sealed it
  const found = await findProgress()
  return found !== null && found.open === open && found.startedAt === startedAt && found.parts === parts
}

/** Parts that are gone have been added: they go one by one at the very end. */
export const readJournal = async (batch: number, parts: number): Promise<Journal> => {
  const found = await journal.findMany(Array.from({ length: parts }, (_, part) => partId(batch, part)))
  return {
    additions: found.flatMap(({ additions }) => additions),
    readingIds: found.flatMap(({ readingIds }) => readingIds),
  }
}

export const dropJournal = async (batch: number, parts: number): Promise<void> => {
  for (let part = 0; part < parts; part++) await journal.remove({ _id: partId(batch, part) })
}

/** The journal goes first: a batch without one, though sealed, has been added. */
export const closeBatch = async (batch: number, parts: number): Promise<void> => {
  await dropJournal(batch, parts)
  const change: Change<Progress> = { open: null, parts: null, last: batch }
  await progress.change({ _id: ID, open: batch }, change)
}
