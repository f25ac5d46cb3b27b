// How do several journeys begin with the same demo? It is seeded once, at rest in a folder, and copied for each.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { schema } from '@shared/schema'
import { startEmulator } from '../../emulator'
import { inputsOf } from '../../tools/build'
import { localFunctions } from '../../tools/local-functions'
import { type Seeded, seedDemo } from '../../tools/seed'

/** The demo ends now; whoever opens it later than this would find another day's list, or nobody reading. */
const FRESH_MS = 12 * 60_000
/** Nobody seeds for so long: whoever began has died. */
const DEAD_MS = 4 * 60_000
const ASK_AGAIN_MS = 250

const home = path.resolve('dist/test')
const seedFiles = ['tools/seed', 'tools/demo'].flatMap((folder) =>
  readdirSync(folder).map((name) => path.join(folder, name)),
)
const placeOf = (): string => {
  const made = createHash('sha256').update(inputsOf('functions'))
  for (const file of seedFiles) if (statSync(file).isFile()) made.update(readFileSync(file))
  return path.join(home, `demo-${made.digest('hex').slice(0, 16)}`)
}
const ageOf = (file: string): number => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)

const seedInto = async (place: string, functionsDir: string): Promise<void> => {
  const dataDir = mkdtempSync(`${place}-`)
  const functions = localFunctions(dataDir, 'http://127.0.0.1')
  const emulator = await startEmulator({ dataDir, ports: [0], functionsDir, functions, schema })
  const seeded = await seedDemo(emulator, () => undefined)
  await emulator.stop()
  writeFileSync(path.join(dataDir, 'demo.json'), JSON.stringify(seeded))
  rmSync(place, { recursive: true, force: true })
  renameSync(dataDir, place)
}

/** One at a time; who finds somebody else at it waits, unless she died over it. */
const alone = async (lock: string, act: () => Promise<void>): Promise<void> => {
  for (let mine = false; !mine; ) {
    if (existsSync(lock) && ageOf(lock) > DEAD_MS) rmSync(lock, { recursive: true, force: true })
    try {
      mkdirSync(lock)
      mine = true
    } catch {
      await sleep(ASK_AGAIN_MS)
    }
  }
  try {
    await act()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/**
 * Puts the seeded demo's data into `dataDir`, which is to be a local cloud's. One seeds, the others wait for it. `freshMs`:
 * how long ago it may have been seeded; a test that asks for no day and no time takes one of any age.
 */
export const takeSeededDemo = async (
  dataDir: string,
  functionsDir: string,
  freshMs: number = FRESH_MS,
): Promise<Seeded> => {
  const place = placeOf()
  const mark = path.join(place, 'demo.json')
  mkdirSync(home, { recursive: true })
  await alone(`${place}.lock`, async () => {
    if (!existsSync(mark) || ageOf(mark) > freshMs) await seedInto(place, functionsDir)
    // within: another may be about to put a fresher one in its place
    cpSync(place, dataDir, { recursive: true })
  })
  return JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8')) as Seeded
}
