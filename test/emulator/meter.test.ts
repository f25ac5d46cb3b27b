// Is the meter exact? For each kind of call: which counters move, and by how much; all others stand still.
import { type MeterReading, spent } from '../../emulator'
import { callGateway, type Lab, openLab, seedNotes } from './harness'

jest.setTimeout(30_000) // functions start cold, and the machine may be busy

const echo = 'exports.main = async (event) => event'

let lab: Lab
const notes = () => lab.app.database().collection('notes')
const _ = () => lab.app.database().command
beforeAll(async () => {
  lab = await openLab({ dataDir: ':memory:' }, { echo })
  await seedNotes(lab)
})
afterAll(() => lab.close())

const ZERO = {
  ...{ fnCalls: {}, fnActions: {}, dbRequests: {}, docsRead: 0, docsExamined: 0, docsWritten: 0 },
  ...{ storagePut: 0, storageGet: 0, wxApi: {}, bytesOut: 0, bytesIn: 0 },
}
const request = (action: string) => ({ dbRequests: { [`database.${action}`]: 1 } })
const FILE = Buffer.from('twelve bytes')

type Row = [what: string, act: () => Promise<unknown>, moved: Partial<Omit<MeterReading, 'gbs'>>]
it.each<Row>([
  ['a document by its id', () => notes().doc('n0').get(), { ...request('getDocument'), docsRead: 1, docsExamined: 1 }],
  ['no document', () => notes().doc('none').get(), request('getDocument')],
  [
    'three of six by an index',
    () => notes().where({ owner: 'odd' }).get(),
    { ...request('getDocument'), docsRead: 3, docsExamined: 3 },
  ],
  [
    'what an index does not tell is examined too',
    () => notes().where({ owner: 'odd', state: 'live', 'deep.n': 3 }).get(),
    { ...request('getDocument'), docsRead: 1, docsExamined: 3 },
  ],
  ['a count', () => notes().where({ owner: 'odd' }).count(), { ...request('calculateDocument'), docsExamined: 3 }],
  [
    'a pipeline',
    () => notes().aggregate().match({ owner: 'odd' }).count('n').end(),
    { ...request('aggregateDocuments'), docsRead: 1, docsExamined: 3 },
  ],
  [
    'an update of three',
    () => notes().where({ owner: 'odd' }).update({ seen: true }),
    { ...request('modifyDocument'), docsExamined: 3, docsWritten: 3 },
  ],
  [
    'an update that matches nothing',
    () => notes().where({ _id: 'none' }).update({ seen: true }),
    request('modifyDocument'),
  ],
  [
    'two added at once',
    () =>
      notes().add([
        { _id: 'm1', at: 10 },
        { _id: 'm2', at: 11 },
      ] as unknown as object),
    { ...request('insertDocument'), docsWritten: 2 },
  ],
  [
    'two removed at once',
    () =>
      notes()
        .where({ at: _().gte(10) })
        .remove(),
    { ...request('removeDocument'), docsExamined: 2, docsWritten: 2 },
  ],
  [
    'a refused query costs a request',
    () =>
      notes()
        .where({ 'deep.n': 1 })
        .get()
        .catch(() => undefined),
    request('getDocument'),
  ],
  [
    'a transaction writes when it commits',
    async () => {
      const tx = await lab.app.database().startTransaction()
      await tx.collection('notes').doc('n0').update({ seen: 1 })
      await tx.rollback()
      const other = await lab.app.database().startTransaction()
      await other.collection('notes').doc('n0').update({ seen: 1 })
      await other.commit()
    },
    {
      dbRequests: {
        'database.startTransaction': 2,
        'database.modifyDocument': 2,
        'database.abortTransaction': 1,
        'database.commitTransaction': 1,
      },
      docsExamined: 2,
      docsWritten: 1,
    },
  ],
  [
    "a phone's call of a function: its body in, the reply out",
    () => callGateway(lab, 'echo', { action: 'say', text: '涟漪' }),
    { fnCalls: { echo: 1 }, fnActions: { 'echo:say': 1 }, bytesIn: 32, bytesOut: 32 },
  ],
  ['a call between functions', () => lab.app.callFunction({ name: 'echo', data: {} }), { fnCalls: { echo: 1 } }],
  [
    'a file up and down',
    async () => {
      const { fileID } = await lab.app.uploadFile({ cloudPath: 'a.txt', fileContent: FILE as unknown as never })
      await lab.app.downloadFile({ fileID })
    },
    { storagePut: 1, storageGet: 1, bytesOut: FILE.length },
  ],
  [
    'an open API of WeChat',
    () => lab.app.callWxOpenApi({ apiName: '/wxa/msg_sec_check', requestData: {} } as never),
    { wxApi: { '/wxa/msg_sec_check': 1 } },
  ],
])('%s', async (_what, act, moved) => {
  const before = lab.emulator.meter()
  await act()
  const { gbs, ...rest } = spent(lab.emulator.meter(), before)
  expect(rest).toEqual({ ...ZERO, ...moved })
  expect(gbs > 0).toBe('fnCalls' in moved)
})

it('memory times time: a quarter of a GB for its milliseconds', async () => {
  const before = lab.emulator.meter()
  const began = performance.now()
  await callGateway(lab, 'echo', {})
  const { gbs } = spent(lab.emulator.meter(), before)
  const atMost = (0.25 * Math.ceil(performance.now() - began + 1)) / 1000
  expect(gbs).toBeGreaterThanOrEqual(0.00025)
  expect(gbs).toBeLessThanOrEqual(atMost)
})

it('is read from another process, too', async () => {
  const reply = await fetch(`${lab.emulator.url}/emulator/meter`, { method: 'POST' })
  expect(await reply.json()).toEqual(lab.emulator.meter())
})
