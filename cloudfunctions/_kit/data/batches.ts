// Which batch is adding to the sums? One at a time, opened and sealed by compare-and-set; its journal says what it adds.
import type { ReadingId } from '@shared/domain/ids'
import type { Addition } from '@shared/domain/tally'
import type { WorkAddition } from '@shared/domain/work-sums'
import { type Change, collection } from '../collection'

/** count: adds readings to the sums. set-aside: notes what has gone of them. work: adds what reps did. */
export type BatchKind = 'count' | 'set-aside' | 'work'
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
/** To a tally, or to a sum of work. */
export type AnyAddition = Addition | WorkAddition
type JournalPart = { _id: string; additions: AnyAddition[]; readingIds: ReadingId[] }
export type Journal = { additions: AnyAddition[]; readingIds: ReadingId[] }

const ID = 'progress'
/** Longer than a function may run, so that whoever opened the batch is gone. */
const ABANDONED_AFTER_MS = 90_000
/** A document may have 512 KB on the platform; an addition of a post with all its sections has about 2, so have 25 leaves of work. */
const PART_MAX = 150
const LEAVES_EACH = 25

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

const sizeOf = (addition: AnyAddition): number => ('work' in addition ? 1 + addition.leaves.length / LEAVES_EACH : 1)

/** In order; each fits into one document. */
export const portionsOf = (additions: readonly AnyAddition[]): AnyAddition[][] => {
  const portions: AnyAddition[][] = []
  let size = PART_MAX
  for (const addition of additions) {
    size += sizeOf(addition)
    const portion = portions.at(-1)
    if (portion && size <= PART_MAX) portion.push(addition)
    else {
      portions.push([addition])
      size = sizeOf(addition)
    }
  }
  return portions
}

export const partsOf = ({ additions, readingIds }: Journal): number =>
  Math.max(portionsOf(additions).length, readingIds.length ? 1 : 0)

/** False when someone has taken the batch over meanwhile: nothing of the journal counts then. */
export const seal = async ({ open, startedAt }: OpenBatch, whole: Journal): Promise<boolean> => {
  const { additions, readingIds } = whole
  const [portions, parts] = [portionsOf(additions), partsOf(whole)]
  for (let part = 0; part < parts; part++) {
    await journal.insertIfAbsent({
      _id: partId(open, part),
      additions: portions[part] ?? [],
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
