// Running migrations: one batch after another, each written down, so that a run broken off goes on where it stood.
import { randomUUID } from 'node:crypto'
import { collection, EVERYTHING } from '../../cloudfunctions/_kit/collection'
import type { Direction, Migration, MigrationState } from './migration'
import { planRuns, type Run } from './plan'

const migrations = collection<MigrationState>('migrations')

export const migrationStates = async (): Promise<MigrationState[]> =>
  migrations.find(EVERYTHING, { order: [['_id', 'asc']] }).catch((error: { code?: string }) => {
    if (error.code === 'DATABASE_COLLECTION_NOT_EXIST') return []
    throw error
  })

/** Somebody else runs it now; what was done so far is hers to go on with. */
export class TakenOver extends Error {}

type Progress = Pick<MigrationState, 'state' | 'cursor' | 'changed' | 'batches' | 'endedAt'>

const begin = async ({ id, direction, after }: Run, name: string, now: number): Promise<MigrationState> => {
  const before = await migrations.get(id)
  const resumed = after !== null && before !== null
  const state: MigrationState = {
    ...{ _id: id, name, state: direction === 'up' ? 'going-up' : 'going-down', cursor: after },
    ...{ changed: resumed ? before.changed : 0, batches: resumed ? before.batches : 0 },
    ...{ runId: randomUUID(), startedAt: resumed ? before.startedAt : now, endedAt: null },
  }
  await migrations.put(state)
  return state
}

const note = async ({ _id, runId }: MigrationState, progress: Progress): Promise<void> => {
  if ((await migrations.change({ _id, runId }, progress)) === 0)
    throw new TakenOver(`${_id} is run by somebody else now`)
}

/** `tell` hears of each batch when it is written down. */
export const runOne = async (
  migration: Migration,
  run: Run,
  now: () => number,
  tell: (state: Progress) => void,
): Promise<Progress> => {
  const state = await begin(run, migration.name, now())
  let { cursor, changed, batches } = state
  for (;;) {
    const batch = await migration[run.direction](cursor)
    cursor = batch.next
    changed += batch.changed
    batches += 1
    const over = cursor === null
    const progress: Progress = {
      ...{ cursor, changed, batches, state: over ? run.direction : state.state },
      endedAt: over ? now() : null,
    }
    await note(state, progress)
    tell(progress)
    if (over) return progress
  }
}

/** All that are due, in order; returns what ran. */
export const runDue = async (
  all: readonly Migration[],
  asked: { direction: Direction; to?: string | undefined },
  now: () => number,
  tell: (line: string) => void,
): Promise<readonly Run[]> => {
  const planned = planRuns(all, await migrationStates(), asked)
  if (!planned.ok) throw new Error(planned.reason)
  for (const run of planned.runs) {
    const migration = all.find(({ id }) => id === run.id)
    if (!migration) continue
    tell(`${run.id} ${migration.name}: ${run.direction}${run.after === null ? '' : `, on from ${run.after}`}`)
    await runOne(migration, run, now, ({ batches, changed }) => tell(`  batch ${batches}: ${changed} changed so far`))
  }
  return planned.runs
}
