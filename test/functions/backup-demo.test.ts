// The drill on a whole firm: does the demo, which has something of nearly everything, come back to the last byte?
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Emulator, startEmulator } from '../../emulator'
import { schema } from '../../shared/schema'
import { putBack } from '../../tools/backup/put-back'
import { takeBackup } from '../../tools/backup/take'
import { builtFunctions } from '../support/built-functions'
import { takeSeededDemo } from '../support/seeded-demo'

jest.setTimeout(240_000) // whoever comes first seeds it

/** The others hold what no demo day brings: who left, what waits, what went wrong. */
const FILLED_MIN = 50
const home = mkdtempSync(path.join(os.tmpdir(), 'ripple-drill-'))
const at = (name: string): string => path.join(home, name)
const clouds: Emulator[] = []
afterAll(async () => {
  await Promise.all(clouds.map((cloud) => cloud.stop()))
  rmSync(home, { recursive: true, force: true })
})

const open = async (dataDir: string, envId: string): Promise<void> => {
  const options = { ports: [0], functionsDir: home, functions: [], schema, timers: false }
  const cloud = await startEmulator({ ...options, dataDir, envId })
  clouds.push(cloud)
  Object.assign(process.env, cloud.adminEnv)
}
const filesOf = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name !== 'taken.json' && statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  )

test('the demo, kept and put back elsewhere, is the same to the last byte', async () => {
  const quiet = { key: null, say: () => {} }
  await takeSeededDemo(at('firm'), await builtFunctions(), Number.POSITIVE_INFINITY)
  await open(at('firm'), 'ripple-local')
  const { manifest } = await takeBackup({ ...quiet, folder: at('one'), passes: 3 })
  await open(at('elsewhere'), 'ripple-second')
  const back = await putBack({ ...quiet, folder: at('one'), replace: false })
  await takeBackup({ ...quiet, folder: at('two'), passes: 3 })
  const [one, two] = [filesOf(at('one')), filesOf(at('two'))]
  expect([...two.keys()]).toEqual([...one.keys()])
  expect([...one].filter(([name, content]) => !two.get(name)?.equals(content)).map(([name]) => name)).toEqual([])
  expect(manifest.collections.filter(({ count }) => count > 0).length).toBeGreaterThanOrEqual(FILLED_MIN)
  expect([back.files > 0, back.missingFiles]).toEqual([true, 0])
})
