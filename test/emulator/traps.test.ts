// Can anybody still step into one of the SDK's nine traps? The store, a guard over the sources or the local cloud says no.
import { readdirSync, readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { findCaller, isTimer } from '../../cloudfunctions/_kit/caller'
import { above, collection, EVERYTHING, FIND_MAX } from '../../cloudfunctions/_kit/collection'
import { callGateway, codeOf, type Lab, openLab } from './harness'

jest.setTimeout(30_000) // functions start cold, and the machine may be busy

type Note = { _id: string; at: number; owner?: string; o?: object; text?: string | undefined }
type Database = Lab['app'] extends { database(): infer D } ? D : never
const store = collection<Note>('notes')

const whoami = 'exports.main = async () => ({ leaked: process.env.WX_OPENID ?? null })'
const triggers = [{ name: 'hourly', type: 'timer' as const, config: '0 0 * * * * *' }]

let lab: Lab
const db = () => lab.app.database()
const notes = () => db().collection('notes')
beforeAll(async () => {
  const functions = [{ name: 'whoami', timeout: 5, memorySize: 128, instances: 1, triggers }]
  lab = await openLab({ dataDir: ':memory:', functions }, { whoami })
})
afterAll(() => lab.close())
beforeEach(async () => {
  lab.emulator.faults = undefined
  await store.remove({ at: above(-1) })
  for (const [at, _id] of ['n0', 'n1', 'n2'].entries())
    await store.put({ _id, at, owner: 'x', o: { a: 1 }, text: 'kept' })
})

const root = path.resolve(__dirname, '../../cloudfunctions')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file: file.split(path.sep).join('/'), text: readFileSync(path.join(root, file), 'utf8') }))
/** The files of the functions whose code says this. */
const filesWith = (pattern: RegExp): string[] =>
  sources
    .filter(({ text }) => pattern.test(text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')))
    .map(({ file }) => file)
    .sort()

/** How many connections these calls open to the local cloud. */
const connectionsOf = async (calls: () => Promise<unknown>): Promise<number> => {
  let opened = 0
  const target = lab.emulator.ports[0] ?? 0
  const proxy = net.createServer((client) => {
    opened++
    const server = net.connect(target, '127.0.0.1')
    for (const socket of [client, server]) socket.on('error', () => undefined)
    client.pipe(server).pipe(client)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const before = process.env.TCB_CONTEXT_CNFG
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({
    URL: `http://127.0.0.1:${(proxy.address() as net.AddressInfo).port}/admin`,
  })
  await calls()
  process.env.TCB_CONTEXT_CNFG = before
  proxy.close()
  return opened
}

type Row = readonly [trap: string, met: string, proof: () => unknown]
const rows: readonly Row[] = [
  [
    '1 a condition of {} is dropped and matches everything',
    'the store refuses it beside other conditions, too',
    async () => {
      for (const condition of [{}, { o: {} }, { owner: 'x', o: {} }, { owner: undefined }])
        await expect(store.remove(condition as never)).rejects.toThrow(/condition/)
      expect(await store.count({ owner: 'x' })).toBe(3)
    },
  ],
  [
    '1 a condition of {} is dropped and matches everything',
    'the local cloud refuses what is left of it',
    async () => {
      expect(await codeOf(notes().where({ o: {} }).remove())).toBe('EMULATOR_EMPTY_FILTER')
      expect(await store.count({ owner: 'x' })).toBe(3)
    },
  ],
  [
    '2 update({o: {}}) stores nothing and objects are merged',
    'the store replaces',
    async () => {
      await store.change({ _id: 'n0' }, { o: { b: 2 } })
      await store.change({ _id: 'n1' }, { o: {} })
      expect((await store.get('n0'))?.o).toEqual({ b: 2 })
      expect((await store.get('n1'))?.o).toEqual({})
    },
  ],
  [
    '2 update({o: {}}) stores nothing and objects are merged',
    'the local cloud refuses what is left of it',
    async () => expect(await codeOf(notes().doc('n0').update({ o: {} }))).toBe('EMULATOR_EMPTY_UPDATE'),
  ],
  [
    '3 where().update() of a transaction runs outside it',
    'the local cloud refuses it',
    async () => {
      const tx = await db().startTransaction()
      const outside = tx.collection('notes').where({ _id: 'n0' }).update({ at: 9 })
      expect(await codeOf(outside)).toBe('EMULATOR_TRANSACTION_ESCAPE')
      await tx.rollback()
      expect(await store.get('n0')).toMatchObject({ at: 0 })
    },
  ],
  [
    '3 where().update() of a transaction runs outside it',
    'no function begins a transaction',
    () => expect(filesWith(/startTransaction|runTransaction/)).toEqual([]),
  ],
  [
    '4 a limit of 0 becomes 100, one above 1000 becomes 1000',
    'the store takes 0 at its word and refuses what is above',
    async () => {
      expect(await store.find({ owner: 'x' }, { limit: 0 })).toEqual([])
      expect(await store.find({ owner: 'x' }, { limit: FIND_MAX })).toHaveLength(3)
      for (const limit of [FIND_MAX + 1, -1, 1.5, Number.NaN])
        await expect(store.find(EVERYTHING, { limit })).rejects.toThrow(/limit/)
    },
  ],
  [
    '5 runTransaction repeats its callback, and only for a conflict',
    'the local cloud can be told to conflict until it gives up, and to fail otherwise',
    async () => {
      let runs = 0
      const run = () =>
        db().runTransaction(async (tx: Awaited<ReturnType<Database['startTransaction']>>) => {
          runs++
          await tx
            .collection('notes')
            .doc('n0')
            .update({ at: db().command.inc(1) })
        })
      lab.emulator.faults = ({ action }) => (action === 'database.commitTransaction' ? 'conflict' : 'none')
      expect(await codeOf(run())).toBe('DATABASE_TRANSACTION_CONFLICT')
      expect(runs).toBe(4)
      lab.emulator.faults = ({ action }) => (action === 'database.commitTransaction' ? 'refuse' : 'none')
      expect(await codeOf(run())).toBe('DATABASE_REQUEST_FAILED')
      expect(runs).toBe(5)
      expect(await store.get('n0')).toMatchObject({ at: 0 })
    },
  ],
  [
    '6 a missing document is [] or null, and undefined vanishes',
    'the store gives null, and a change of undefined alone is refused',
    async () => {
      expect(await store.get('nobody')).toBeNull()
      await store.change({ _id: 'n0' }, { at: 5, text: undefined })
      expect(await store.get('n0')).toMatchObject({ at: 5, text: 'kept' })
      await expect(store.change({ _id: 'n0' }, { text: undefined })).rejects.toThrow('A change must not be empty')
    },
  ],
  [
    '6 a missing document is [] or null, and undefined vanishes',
    'the local cloud refuses an update of which nothing is left',
    async () => {
      const change = { text: db().command.set(undefined as never) }
      expect(await codeOf(notes().doc('n0').update(change))).toBe('EMULATOR_EMPTY_UPDATE')
    },
  ],
  [
    "7 process.env keeps the previous caller's openid",
    'it does here, too, and a timer is told from its context alone',
    async () => {
      await callGateway(lab, 'whoami', {}, { headers: { 'x-wx-openid': 'o-before' } })
      expect(await lab.emulator.fireTimer('whoami')).toEqual({ leaked: 'o-before' })
      process.env.WX_OPENID = 'o-before'
      const [event, timer] = [{ Type: 'Timer' }, { environment: JSON.stringify({ TRIGGER_SRC: 'timer' }) }]
      expect(isTimer(event, timer)).toBe(true)
      expect(await findCaller(event, timer, false)).toEqual({ caller: { kind: 'timer' }, openid: null })
      const stranger = await findCaller({}, { environment: '{}' }, false)
      expect(stranger).toEqual({ caller: { kind: 'visitor' }, openid: null })
      delete process.env.WX_OPENID
    },
  ],
  [
    "7 process.env keeps the previous caller's openid",
    'only the settings and the secrets are read from it, and nobody asks the SDK who calls',
    () => {
      expect(filesWith(/getUserInfo|getCloudbaseContext|parseContext/)).toEqual([])
      expect(filesWith(/process\.env/)).toEqual(['_kit/cloud.ts', '_kit/settings.ts'])
      expect(filesWith(/\bWX_OPENID\b/)).toEqual(['_kit/caller.ts'])
    },
  ],
  [
    '8 missing secrets end the process by a rejection nobody waits for',
    'the one place that opens the cloud says so first',
    async () => {
      const { TENCENTCLOUD_SECRETKEY: key } = process.env
      delete process.env.TENCENTCLOUD_SECRETKEY
      await jest.isolateModulesAsync(async () => {
        const { database } = await import('../../cloudfunctions/_kit/cloud')
        expect(() => database()).toThrow('The platform has given this process no secrets')
      })
      process.env.TENCENTCLOUD_SECRETKEY = key
    },
  ],
  [
    '9 inside functions connections are not kept unless the SDK is told to',
    'the one place that opens the cloud keeps it',
    async () => {
      const four = async (ask: () => Promise<unknown>) => {
        for (let i = 0; i < 4; i++) await ask()
      }
      expect(await connectionsOf(() => four(() => store.get('n0')))).toBe(1)
      expect(filesWith(/@cloudbase\/node-sdk/)).toEqual(['_kit/cloud.ts'])
      expect(filesWith(/keepalive: true/)).toEqual(['_kit/cloud.ts'])
    },
  ],
  [
    'all of them',
    'the cloud is opened behind four files, which the tests above and the contract know',
    () =>
      expect(filesWith(/^import (?!type ).*from '(?:\.|\.\.|\.\.\/_kit)\/cloud'/m)).toEqual(
        ['collection', 'files', 'wechat-check', 'wechat'].map((name) => `_kit/${name}.ts`),
      ),
  ],
]

it.each(rows)('trap %s: %s', async (_trap, _met, proof) => {
  await proof()
})
