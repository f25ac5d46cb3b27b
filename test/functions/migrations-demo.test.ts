// Is the demo's data, migrated and taken back, what it was before? Every document of every collection, though it dies on the way.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EJSON } from 'bson'
import { type Emulator, startEmulator } from '../../emulator'
import { schema } from '../../shared/schema'
import { documents } from '../../tools/backup/source'
import { MIGRATIONS } from '../../tools/migrations/all'
import type { Direction } from '../../tools/migrations/migration'
import { migrationStates, runDue, runOne } from '../../tools/migrations/run'
import { builtFunctions } from '../support/built-functions'
import { takeSeededDemo } from '../support/seeded-demo'

jest.setTimeout(240_000) // whoever comes first seeds it

/** The demo's twelve reps fit into one batch: with so many of each the way up and down takes three. */
const ALIKE = 40
const quiet = () => {}
/** All of them, each by what it says to the last byte; how far the migrations are stands beside the data. */
type Everything = ReadonlyMap<string, string>

const everything = async (): Promise<Everything> => {
  const all = new Map<string, string>()
  for (const { name } of schema.filter(({ name }) => name !== 'migrations'))
    for await (const doc of documents(name)) all.set(`${name}/${doc._id}`, EJSON.stringify(doc, { relaxed: false }))
  return all
}
const moved = (from: Everything, to: Everything): string[] =>
  [...new Set([...from.keys(), ...to.keys()])].filter((name) => from.get(name) !== to.get(name))

const run = (direction: Direction, tell: (line: string) => void = quiet) =>
  runDue(MIGRATIONS, { direction, to: direction === 'down' ? '0000' : undefined }, Date.now, tell)

/** Each migration dies when its first batch is written down, and is begun again; how many died with another batch to do. */
const runDying = async (direction: Direction): Promise<number> => {
  for (let amidst = 0; ; ) {
    try {
      await run(direction, (line) => {
        if (/^ {2}batch 1:/.test(line)) throw new Error('killed')
      })
      return amidst
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'killed') throw error
      amidst += (await migrationStates()).filter(({ cursor }) => cursor !== null).length
    }
  }
}

let emulator: Emulator
let before: Everything
let up: Everything
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'ripple-migrated-'))

const hireMore = async (): Promise<void> => {
  const members: ({ _id: string } & Record<string, unknown>)[] = []
  for await (const doc of documents('members')) members.push(doc)
  const reps = members.filter(({ role }) => role === 'rep')
  for (let n = 1; n < ALIKE; n++)
    emulator.load(
      'members',
      reps.map((rep) => ({ ...rep, _id: `${rep._id}-${n}` })),
    )
}

beforeAll(async () => {
  await takeSeededDemo(dataDir, await builtFunctions(), Number.POSITIVE_INFINITY)
  emulator = await startEmulator({ dataDir, ports: [0], functionsDir: '.', functions: [], schema, timers: false })
  Object.assign(process.env, emulator.adminEnv)
  await hireMore()
  emulator.snapshot('before')
  before = await everything()
  await run('up')
  up = await everything()
})
beforeEach(() => emulator.restore('before'))
afterAll(async () => {
  await emulator.stop()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

it('is the demo as people meet it, and going up changes something of it', () => {
  expect(before.size).toBeGreaterThan(3_000)
  expect(moved(before, up)).not.toEqual([])
})

it('is to the last document what it was when all migrations have gone up and down again', async () => {
  await run('up')
  await run('down')
  expect(moved(before, await everything())).toEqual([])
  expect((await migrationStates()).map(({ state }) => state)).toEqual(MIGRATIONS.map(() => 'down'))
})

it('is the same though each of them is killed between two batches, there and back', async () => {
  expect(await runDying('up')).toBeGreaterThan(0)
  expect(moved(up, await everything())).toEqual([])
  expect(await runDying('down')).toBeGreaterThan(0)
  expect(moved(before, await everything())).toEqual([])
})

it('is the same when each of them goes up twice', async () => {
  for (const migration of MIGRATIONS) {
    const whole = { id: migration.id, direction: 'up', after: null } as const
    await runOne(migration, whole, Date.now, quiet)
    expect(await runOne(migration, whole, Date.now, quiet)).toMatchObject({ state: 'up', changed: 0 })
  }
  expect(await run('up')).toEqual([])
  expect(moved(up, await everything())).toEqual([])
})
