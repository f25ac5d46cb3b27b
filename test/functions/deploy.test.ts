// Does a deployment bring an environment to what is wanted, once broken off as well, and back? The package that asks
// Tencent is the real one; what answers is ours (test/support/fake-manager.ts): no account was ever at hand.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Emulator, startEmulator } from '../../emulator'
import { schema } from '../../shared/schema'
import { apply } from '../../tools/deploy/apply'
import { findLocal, wantedLocally } from '../../tools/deploy/local'
import { managerPort } from '../../tools/deploy/manager'
import { plan } from '../../tools/deploy/plan'
import type { Port } from '../../tools/deploy/port'
import {
  namedByReleases,
  nextRelease,
  type Release,
  recentReleases,
  saveRelease,
  uploadedWeapp,
} from '../../tools/deploy/releases'
import { goBack, lastRelease } from '../../tools/deploy/rollback'
import { type Deployed, readDeployed, readWanted } from '../../tools/deploy/wanted'
import { type FakeManager, SECRET, startFakeManager } from '../support/fake-manager'

jest.setTimeout(120_000)
/** The package asks once a second whether a function is ready; here it always is. */
const POLL_MS = 1000

const DEPLOYED: Deployed[] = [
  {
    ...{ name: 'jobs', timeout: 60, memorySize: 256, runtime: 'Nodejs20.19', handler: 'index.main' },
    envVariables: {
      TZ: 'Asia/Shanghai',
      RIPPLE_PERSON_KEY: '{{env.RIPPLE_PERSON_KEY}}',
      RIPPLE_AI_KEY: '{{env.RIPPLE_AI_KEY}}',
    },
    triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }],
  },
]
const COLLECTIONS = schema.filter(({ name }) => ['stores', 'entries', 'releases'].includes(name))

let fake: FakeManager
let cloud: Emulator
let port: Port
const root = mkdtempSync(path.join(os.tmpdir(), 'deploy-'))
const places = { functions: path.join(root, 'functions'), h5: path.join(root, 'h5'), weapp: path.join(root, 'weapp') }
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

const look = async (env: Record<string, string>, destructive = false) => {
  const wanted = readWanted({ deployed: DEPLOYED, env, version: '1.0.0', places, collections: COLLECTIONS })
  const found = await port.find(['jobs'])
  const releases = await recentReleases()
  const there = { ...found, weapp: uploadedWeapp(releases)?.code ?? null }
  return { wanted, found, releases, planned: plan(wanted, there, destructive, namedByReleases(releases)) }
}
const KEY = { RIPPLE_PERSON_KEY: 'k1'.repeat(16) }
const done: string[] = []
let upload = async (): Promise<void> => {}
const deploy = async (id: string, env: Record<string, string> = KEY, destructive = false): Promise<Release> => {
  const { wanted, found, planned, releases } = await look(env, destructive)
  const next = nextRelease(releases, wanted, Number(id.slice(1)))
  const release = releases[0]?.state === 'applying' ? next : { ...next, _id: id }
  const work = { port, wanted, found, places, release, save: saveRelease, uploadWeapp: () => upload() }
  done.length = 0
  await apply(work, planned.steps, (step) => done.push(step.do))
  return release
}
const jobs = () => {
  const fn = fake.functions.get('jobs')
  if (!fn) throw new Error('there is no jobs')
  return fn
}
const envOf = (): Record<string, string> => {
  const { Variables } = jobs().config.Environment as { Variables: { Key: string; Value: string }[] }
  return Object.fromEntries(Variables.map(({ Key, Value }) => [Key, Value]))
}
const page = (): string => String(fake.site.get('index.html'))

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {})
  const every = setInterval
  jest
    .spyOn(globalThis, 'setInterval')
    .mockImplementation(((run: () => void, ms: number) => every(run, ms === POLL_MS ? 10 : ms)) as typeof setInterval)
  fake = await startFakeManager()
  cloud = await startEmulator({
    ...{
      dataDir: ':memory:',
      ports: [0],
      functionsDir: places.functions,
      functions: [],
      schema: COLLECTIONS,
      timers: false,
    },
  })
  Object.assign(process.env, cloud.adminEnv)
  write('functions/jobs/index.js', 'exports.main = () => 1')
  write('h5/index.html', 'page 1')
  write('h5/js/app.js', 'app 1')
  port = await managerPort({ envId: 'ripple-test', region: 'ap-shanghai', ...SECRET })
})
afterAll(async () => {
  await cloud?.stop()
  await fake?.stop()
  rmSync(root, { recursive: true, force: true })
  jest.restoreAllMocks()
})

it('says what is missing, by name alone', async () => {
  const { planned } = await look({})
  expect(planned.stops).toEqual(['RIPPLE_PERSON_KEY is not set, and jobs cannot work without it'])
  expect(planned.notes[0]).toBe('not set, and done without: RIPPLE_AI_KEY')
})

it('brings an empty environment to what is wanted, and then has nothing to do', async () => {
  await deploy('r1', { ...KEY, RIPPLE_AI_KEY: 'a1' })
  expect(fake.tables.get('entries')).toEqual({
    acl: 'ADMINONLY',
    indexes: [
      expect.objectContaining({ Name: '_id_' }),
      {
        ...{ Name: 'by_partner', Unique: false },
        Keys: [
          { Name: 'partnerId', Direction: '1' },
          { Name: '_id', Direction: '1' },
        ],
      },
      { Name: 'by_transfer', Keys: [{ Name: 'transferId', Direction: '1' }], Unique: true },
    ],
  })
  expect(fake.storageAcl).toBe('ADMINONLY')
  expect(jobs().config).toMatchObject({
    MemorySize: 256,
    Timeout: 60,
    Runtime: 'Nodejs20.19',
    InstallDependency: 'TRUE',
  })
  expect(envOf()).toEqual({ TZ: 'Asia/Shanghai', ...KEY, RIPPLE_AI_KEY: 'a1' })
  expect(jobs().triggers).toEqual([{ TriggerName: 'every-minute', Type: 'timer', TriggerDesc: '0 * * * * * *' }])
  expect([...fake.site.keys()].sort()).toEqual(['index.html', 'js/app.js'])
  expect((await look(KEY)).planned.steps).toEqual([])
})

it('changes what changed, keeps what is set there alone, and goes back', async () => {
  const first = jobs().code
  write('functions/jobs/index.js', 'exports.main = () => 2')
  write('h5/index.html', 'page 2')
  await deploy('r2')
  expect(done).toEqual(['keep version', 'put code', 'put settings', 'keep files', 'upload files'])
  expect(jobs().code).not.toBe(first)
  expect(jobs().versions).toEqual([{ version: '1', words: 'before r2', code: first }])
  expect(envOf()).toHaveProperty('RIPPLE_AI_KEY', 'a1')
  expect(page()).toBe('page 2')

  const last = lastRelease(await recentReleases())
  expect(last).toMatchObject({ _id: 'r2', state: 'done', kept: { jobs: '1' }, files: ['index.html'] })
  if (last) await goBack(port, last, saveRelease, () => {})
  expect([jobs().route, page()]).toEqual(['1', 'page 1'])
  expect(lastRelease(await recentReleases())?._id).toBe('r1')

  await deploy('r3')
  expect([jobs().route, page()]).toEqual(['$LATEST', 'page 2'])
  expect((await recentReleases())[0]).toMatchObject({ _id: 'r3', kept: { jobs: '1' } })
  expect((await look(KEY)).planned.steps).toEqual([])
})

it('goes on after it was broken off, and still knows the way back', async () => {
  const before = jobs().code
  write('functions/jobs/index.js', 'exports.main = () => 3')
  fake.breakOn = 'UpdateFunctionConfiguration'
  await expect(deploy('r4')).rejects.toThrow()
  expect((await recentReleases())[0]).toMatchObject({ _id: 'r4', state: 'applying', kept: { jobs: '2' } })
  await deploy('r5')
  const [last] = await recentReleases()
  expect(last).toMatchObject({ _id: 'r4', state: 'done', kept: { jobs: '2' } })
  expect(jobs().versions.map(({ code }) => code)[1]).toBe(before)
  expect((await look(KEY)).planned.steps).toEqual([])
})

it('sends a mini program again whose upload failed, also when others deployed without its key meanwhile', async () => {
  write('weapp/app.js', 'App({})')
  const withKey = { ...KEY, RIPPLE_WEAPP_KEY: '/keys/one' }
  const isDue = async () => (await look(withKey)).planned.steps.some((step) => step.do === 'upload mini program')
  upload = () => Promise.reject(new Error('the upload key is refused'))
  await expect(deploy('r6', withKey)).rejects.toThrow('refused')
  write('h5/index.html', 'page 6')
  await deploy('r7')
  expect([(await recentReleases())[0]?.state, await isDue()]).toEqual(['done', true])
  upload = async () => {}
  await deploy('r8', withKey)
  expect(await isDue()).toBe(false)
})

it('takes away only when told to', async () => {
  fake.tables.get('stores')?.indexes.push({ Name: 'by_old', Keys: [{ Name: 'old', Direction: '-1' }], Unique: false })
  fake.site.set('js/old.js', Buffer.from('old'))
  const { planned } = await look(KEY)
  expect([planned.steps, planned.held.map((step) => step.do)]).toEqual([[], ['drop index', 'remove files']])
  await deploy('r9', KEY, true)
  expect(fake.tables.get('stores')?.indexes.some(({ Name }) => Name === 'by_old')).toBe(false)
  expect(fake.site.has('js/old.js')).toBe(false)
})

it('stops at a wrong key', async () => {
  await expect(
    managerPort({ envId: 'ripple-test', region: 'ap-shanghai', secretId: 'AKIDfake', secretKey: 'wrong' }),
  ).rejects.toMatchObject({
    code: 'AuthFailure.SignatureFailure',
  })
})

it('brings an empty environment to all that is ours, and then has nothing to do', async () => {
  const whole = await startFakeManager()
  try {
    const all = readDeployed()
    for (const { name } of all) write(`functions/${name}/index.js`, `exports.main = () => '${name}'`)
    const to = await managerPort({ envId: 'ripple-test', region: 'ap-shanghai', ...SECRET })
    const wanted = readWanted({
      deployed: all,
      env: { ...KEY, RIPPLE_READER_URL: 'https://read.example.com' },
      version: '1.0.0',
      places,
    })
    const names = all.map(({ name }) => name)
    const look = async () => ({ ...(await to.find(names)), weapp: null })
    const [found, release] = [await look(), nextRelease([], wanted, 1)]
    const first = plan(wanted, found, false)
    expect(first.stops).toEqual([])
    const work = { port: to, wanted, found, places, release, save: async () => {}, uploadWeapp: async () => {} }
    await apply(work, first.steps, () => {})
    expect([whole.tables.size, whole.functions.size]).toEqual([schema.length, names.length])
    expect(plan(wanted, await look(), true).steps).toEqual([])
  } finally {
    await whole.stop()
  }
})

it('finds nothing to do in the local cloud that has all, and everything in one that has nothing', async () => {
  const functions = readDeployed().map((one) => ({ ...one, triggers: (one.triggers ?? []) as never }))
  for (const { name } of functions) write(`functions/${name}/index.js`, '')
  const wanted = wantedLocally(readWanted({ deployed: readDeployed(), env: {}, version: '1.0.0', places }))
  const common = { dataDir: ':memory:', ports: [0], functionsDir: places.functions, timers: false } as const
  const whole = await startEmulator({ ...common, functions, schema, httpPaths: { '/open': 'open' } })
  const empty = await startEmulator({ ...common, functions: [], schema: [] })
  try {
    expect(plan(wanted, (await findLocal(whole.url)).found, true).steps).toEqual([])
    const { steps } = plan(wanted, (await findLocal(empty.url)).found, true)
    const count = (kind: string) => steps.filter((step) => step.do === kind).length
    expect([count('create collection'), count('create function')]).toEqual([schema.length, functions.length])
    expect(count('create index')).toBe(schema.flatMap(({ indexes }) => indexes).length)
  } finally {
    await whole.stop()
    await empty.stop()
  }
})
