// How do sums grow exactly once, whatever crashes? Serial batches, a journal sealed before the first addition; see
// docs/decisions/0011-sums-by-serial-batches.md.
import type { Reading } from '@shared/domain/reading'
import { now } from './clock'
import {
  type AnyAddition,
  type BatchKind,
  closeBatch,
  dropJournal,
  type Journal,
  type OpenBatch,
  partsOf,
  readJournal,
  seal,
  takeTurn,
} from './data/batches'
import { addToTally, type Place } from './data/tallies'
import { addToWork } from './data/work-sums'
import { inParallel } from './tally-parallel'

/** readings: as they were when the journal was written; only whoever wrote it has them at hand. */
export type Gathered = Journal & { readings?: readonly Reading[] }

/** What a kind of batch does around the additions. Each step may be done again, by someone else, after a crash. */
export type BatchSteps = {
  place: Place
  /** Takes what the batch is about and says what it adds. */
  gather: (batch: number) => Promise<Gathered>
  /** The batch will not be: lets go of what was taken. */
  release: (batch: number) => Promise<unknown>
  /** All has been added. How many readings it was about. */
  finish: (batch: number, gathered: Gathered) => Promise<number>
}

const add = (addition: AnyAddition, place: Place, batch: number): Promise<void> =>
  'work' in addition ? addToWork(addition, place, batch) : addToTally(addition, place, batch)

const complete = async ({ open }: OpenBatch, parts: number, steps: BatchSteps, gathered: Gathered): Promise<number> => {
  await inParallel(gathered.additions, (addition) => add(addition, steps.place, open))
  const done = await steps.finish(open, gathered)
  await closeBatch(open, parts)
  return done
}

const runFresh = async (batch: OpenBatch, steps: BatchSteps): Promise<number> => {
  const gathered = await steps.gather(batch.open)
  const parts = partsOf(gathered)
  if (await seal(batch, gathered)) return complete(batch, parts, steps, gathered)
  // it took so long that someone else gave the batch up
  await steps.release(batch.open)
  await dropJournal(batch.open, parts)
  return 0
}

const resume = async (batch: OpenBatch, steps: BatchSteps): Promise<number> => {
  if (batch.parts !== null) return complete(batch, batch.parts, steps, await readJournal(batch.open, batch.parts))
  await steps.release(batch.open)
  await closeBatch(batch.open, 0)
  return 0
}

/** How many readings the batch was about; null when another is under way. What someone left undone is done first. */
export const runBatch = async (kind: BatchKind, stepsOf: Record<BatchKind, BatchSteps>): Promise<number | null> => {
  for (;;) {
    const turn = await takeTurn(kind, now())
    if (turn.turn === 'busy') return null
    if (turn.turn === 'fresh') return runFresh(turn.batch, stepsOf[kind])
    await resume(turn.batch, stepsOf[turn.batch.kind])
  }
}
