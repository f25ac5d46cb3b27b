// What is left when the power goes at any write? Killed with -9 before and after each of them: whole writes, and repeating ends well.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { callGateway, type Lab, openLab } from './harness'
import { connect, gone, startOutside } from './outside'

jest.setTimeout(120_000)
// the SDK's slow-request warning would outlive calls whose server was killed
process.env.SILENCE = 'true'

const [HEAD, LINE] = ['head', 'line']
const DONE = [
  { _id: HEAD, lines: 1, total: 5, at: 2 },
  { _id: LINE, amount: 5 },
]

describe('the local cloud itself', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'emulator-points-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  /** Three writes that may be repeated, in a collection of the product's schema; acknowledged tells which of them were. */
  const write = async (stores: ReturnType<ReturnType<typeof connect>['collection']>): Promise<number> => {
    let acknowledged = 0
    const ended = (error: { message?: string }) => {
      if (!/E11000/.test(String(error.message))) throw error
    }
    try {
      await stores.add({ _id: HEAD, lines: 0, total: 0, at: 1 }).catch(ended)
      acknowledged = 1
      await stores.add({ _id: LINE, amount: 5 }).catch(ended)
      acknowledged = 2
      await stores.where({ _id: HEAD, at: 1 }).update({ lines: 1, total: 5, at: 2 })
      return 3
    } catch {
      return acknowledged
    }
  }

  it('is killed before and after each of three writes', async () => {
    // each restart looks at what the kill before it has left, and is killed itself at the next point
    let cloud = await startOutside(dataDir)
    const points = [1, 2, 3].flatMap((nth) => [[nth, 'kill'] as const, [nth, 'kill-after'] as const])
    for (const [nth, fault] of points) {
      const database = connect(cloud.env)
      const body = JSON.stringify([{ collection: 'stores', from: nth, fault }])
      await fetch(`${cloud.url}/emulator/faults`, { method: 'POST', body })
      const exited = gone(cloud.process)
      expect(await write(database.collection('stores'))).toBe(nth - 1)
      await exited

      cloud = await startOutside(dataDir)
      const stores = connect(cloud.env).collection('stores')
      const both = () => stores.where({ _id: database.command.in([HEAD, LINE]) })
      const find = async () => (await both().orderBy('_id', 'asc').get()).data
      const kept = nth - (fault === 'kill' ? 1 : 0) // what was acknowledged, and what was done unseen
      const half = [{ _id: HEAD, lines: 0, total: 0, at: 1 }, DONE[1]].slice(0, kept)
      expect({ nth, fault, left: await find() }).toEqual({ nth, fault, left: kept === 3 ? DONE : half })
      expect(await write(stores)).toBe(3)
      expect(await find()).toEqual(DONE)
      await both().remove()
    }
    const stopped = gone(cloud.process)
    cloud.process.kill('SIGTERM')
    await stopped
  })
})

describe('a function', () => {
  // without the SDK a process starts at once
  const writes = `const { URL } = JSON.parse(process.env.TCB_CONTEXT_CNFG)
const ask = async (action, params) => {
  const body = JSON.stringify({ action: 'database.' + action, collectionName: 'notes', ...params })
  const { message } = await (await fetch(URL, { method: 'POST', body })).json()
  if (message && !/E11000/.test(message)) throw new Error(message)
}
const add = (doc) => ask('insertDocument', { data: [JSON.stringify(doc)] })
exports.main = async () => {
  await add({ _id: 'head', lines: 0, total: 0, at: 1 })
  await add({ _id: 'line', amount: 5 })
  const [query, data] = [{ _id: 'head', at: 1 }, { $set: { lines: 1, total: 5, at: 2 } }].map((part) => JSON.stringify(part))
  await ask('modifyDocument', { query, data, multi: true, merge: true })
  return 'done'
}`
  let lab: Lab
  beforeAll(async () => {
    console.warn = () => undefined
    lab = await openLab({ dataDir: ':memory:' }, { writes })
  })
  afterAll(() => lab.close())
  const notes = () => lab.app.database().collection('notes')

  it.each([1, 2, 3].flatMap((nth) => [[nth, 'before'] as const, [nth, 'after'] as const]))(
    'is killed at write %i, %s it is done, and does the rest when it is called again',
    async (nth, when) => {
      const { command } = lab.app.database()
      await notes()
        .where({ _id: command.in([HEAD, LINE]) })
        .remove()
      let seen = 0
      lab.emulator.faults = ({ collection }) => {
        if (collection === undefined || ++seen !== nth) return 'none'
        // the process is gone while its request is under way: done or not, it will not hear of it
        lab.emulator.crash('writes')
        return when === 'before' ? 'refuse' : 'lose'
      }
      expect(await callGateway(lab, 'writes', {})).toMatchObject({ status: 500 })
      lab.emulator.faults = undefined
      expect(await callGateway(lab, 'writes', {})).toMatchObject({ status: 200, body: 'done' })
      const { data } = await notes()
        .where({ _id: command.in([HEAD, LINE]) })
        .orderBy('_id', 'asc')
        .get()
      expect(data).toEqual(DONE)
    },
  )
})
