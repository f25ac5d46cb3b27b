// Do stored documents change as a migration says, though it is broken off, taken over, or run twice?

import { above, collection, EVERYTHING } from '../../cloudfunctions/_kit/collection'
import { type Emulator, startEmulator } from '../../emulator'
import { schema } from '../../shared/schema'
import { kindsOfReps } from '../../tools/migrations/0001-kinds-of-reps'
import type { Batch, Migration, MigrationState } from '../../tools/migrations/migration'
import { migrationStates, runDue, runOne, TakenOver } from '../../tools/migrations/run'

const REPS = 450 // three batches
const NOW = Date.parse('2027-01-04T09:00:00+08:00')
const now = () => NOW
const quiet = () => {}

type Stored = { _id: string; role: string; kind?: string; name: string }
const members = collection<Stored>('members')
const idOf = (n: number): string => `rep-${String(n).padStart(4, '0')}`

/** Every seventh says that she sells, every eleventh that she is a guide; an editor has no kind, and no business here. */
const STAFF: Stored[] = [
  ...Array.from({ length: REPS }, (_, n) => ({
    ...{ _id: idOf(n), role: 'rep', name: `导购 ${n}` },
    ...(n % 7 === 0 ? { kind: 'salesman' } : n % 11 === 0 ? { kind: 'guide' } : {}),
  })),
  { _id: 'editor-1', role: 'editor', name: '陈编辑' },
]
const kindsOf = (docs: Stored[]): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { role, kind = 'none' } of docs) sums[`${role} ${kind}`] = (sums[`${role} ${kind}`] ?? 0) + 1
  return sums
}
const BEFORE = { 'rep none': 350, 'rep salesman': 65, 'rep guide': 35, 'editor none': 1 }
const UP = { 'rep salesman': 65, 'rep guide': 385, 'editor none': 1 }
/** Going back, a guide who said so says nothing any more, which means the same. */
const DOWN = { 'rep none': 385, 'rep salesman': 65, 'editor none': 1 }

let emulator: Emulator
const kinds = async () => kindsOf(await members.find(EVERYTHING, { order: [['_id', 'asc']] }))
const state = async (): Promise<MigrationState | undefined> => (await migrationStates())[0]
const run = (direction: 'up' | 'down', tell: (line: string) => void = quiet) =>
  runDue([kindsOfReps], { direction }, now, tell)

beforeAll(async () => {
  emulator = await startEmulator({
    ...{ dataDir: ':memory:', ports: [0], functionsDir: '.', functions: [], schema, timers: false },
  })
  Object.assign(process.env, emulator.adminEnv)
})
beforeEach(async () => {
  emulator.faults = undefined
  for (const name of ['members', 'migrations']) await collection(name).remove({ _id: above('') })
  emulator.load('members', STAFF)
})
afterAll(() => emulator.stop())

it('goes up and down again, and says how far', async () => {
  expect(await kinds()).toEqual(BEFORE)
  await run('up')
  expect(await kinds()).toEqual(UP)
  expect(await state()).toMatchObject({ state: 'up', changed: 350, batches: 3, cursor: null, endedAt: NOW })
  await run('down')
  expect(await kinds()).toEqual(DOWN)
  expect(await state()).toMatchObject({ state: 'down', changed: 385, batches: 3 })
})

it('does nothing the second time', async () => {
  await run('up')
  expect(await run('up')).toEqual([])
  const again = await kindsOfReps.up(null)
  expect(again.changed).toBe(0)
  expect(await kinds()).toEqual(UP)
})

it.each(['up', 'down'] as const)(
  'goes on where it stood when it dies between two batches on its way %s',
  async (direction) => {
    if (direction === 'down') await run('up')
    const dies = (line: string): void => {
      if (/batch 1/.test(line)) throw new Error('killed')
    }
    await expect(run(direction, dies)).rejects.toThrow('killed')
    expect(await state()).toMatchObject({ state: `going-${direction}`, cursor: idOf(199), batches: 1 })
    const lines: string[] = []
    await run(direction, (line) => lines.push(line))
    expect(lines[0]).toContain(`on from ${idOf(199)}`)
    expect(await state()).toMatchObject({ state: direction, batches: 3, changed: direction === 'up' ? 350 : 385 })
    expect(await kinds()).toEqual(direction === 'up' ? UP : DOWN)
  },
)

it('does a batch again that was done and not written down', async () => {
  let writes = 0
  const failing: Migration = {
    ...kindsOfReps,
    up: async (after): Promise<Batch> => {
      const batch = await kindsOfReps.up(after)
      writes += 1
      if (writes === 2) throw new Error('killed') // done, and its runner gone before it could say so
      return batch
    },
  }
  await expect(runDue([failing], { direction: 'up' }, now, quiet)).rejects.toThrow('killed')
  expect(await state()).toMatchObject({ state: 'going-up', cursor: idOf(199), batches: 1 })
  await run('up')
  expect(await kinds()).toEqual(UP)
})

it('can be taken back half-way', async () => {
  await expect(run('up', (line) => expect(line).not.toMatch('batch 1'))).rejects.toThrow()
  await run('down')
  expect(await kinds()).toEqual(DOWN)
})

it('yields to whoever took it over', async () => {
  let others = 1
  const slow: Migration = {
    ...kindsOfReps,
    up: async (after) => {
      if (others-- > 0) await run('up') // meanwhile, elsewhere
      return kindsOfReps.up(after)
    },
  }
  await expect(runOne(slow, { id: '0001', direction: 'up', after: null }, now, quiet)).rejects.toThrow(TakenOver)
  expect(await state()).toMatchObject({ state: 'up', changed: 350 })
  expect(await kinds()).toEqual(UP)
})
