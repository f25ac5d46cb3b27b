// Is an acknowledged write safe? Killed with SIGKILL mid-burst, restarted, re-indexed: nothing acknowledged is missing.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Collection } from '../../shared/schema'
import { codeOf, openLab, testSchema, writeFunction } from './harness'
import { connect, gone, startOutside } from './outside'

jest.setTimeout(60_000)
// the SDK's slow-request warning would outlive calls whose server was killed
process.env.SILENCE = 'true'

/** A process that ended but that nobody collected still has a number. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

it('loses no acknowledged write when it is killed in a burst', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'emulator-kill-'))
  const first = await startOutside(dataDir)
  const stores = connect(first.env).collection('stores')
  const acknowledged: string[] = []
  let dead = false
  const writer = async (lane: number) => {
    for (let i = 0; !dead; i++) {
      const id = `s${lane}-${i}`
      try {
        await stores.doc(id).set({ name: `门店 ${id}`, i })
        acknowledged.push(id)
      } catch {
        return
      }
    }
  }
  const burst = Promise.all([1, 2, 3, 4].map(writer))
  while (acknowledged.length < 200) await new Promise((resolve) => setTimeout(resolve, 5))
  const exited = gone(first.process)
  process.kill(first.pid, 'SIGKILL')
  dead = true
  await Promise.all([burst, exited])

  const second = await startOutside(dataDir)
  const database = connect(second.env)
  const found = new Set<string>()
  for (let at = 0; at < acknowledged.length; at += 500) {
    const ids = acknowledged.slice(at, at + 500)
    const { data } = await database
      .collection('stores')
      .where({ _id: database.command.in(ids) })
      .limit(1000)
      .get()
    for (const { _id } of data) found.add(_id)
  }
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
  // the index entries were written with their documents
  const { total } = await database
    .collection('stores')
    .where({ name: database.command.gte('') })
    .count()
  expect(total).toBe((await database.collection('stores').count()).total)
  const stopped = gone(second.process)
  process.kill(second.pid, 'SIGTERM')
  await stopped
  rmSync(dataDir, { recursive: true, force: true })
})

it('takes its function processes with it, however it dies', async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'emulator-orphan-'))
  writeFunction(dir, 'reader', 'exports.main = async () => process.pid')
  const started = await startOutside(path.join(dir, 'data'), '--functions', dir)
  const { URL: adminUrl } = JSON.parse(started.env.TCB_CONTEXT_CNFG ?? '{}')
  const reply = await fetch(new URL('/v1/functions/reader', adminUrl), { method: 'POST', body: '{}' })
  const child = Number(await reply.text())
  expect(isAlive(child)).toBe(true)
  const exited = gone(started.process)
  process.kill(started.pid, 'SIGKILL')
  await exited
  const deadline = Date.now() + 5000
  while (isAlive(child) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isAlive(child)).toBe(false)
  rmSync(dir, { recursive: true, force: true })
})

it('refuses a folder another local cloud is using', async () => {
  const lab = await openLab()
  await expect(openLab({}, {}, lab.dir)).rejects.toThrow('in use by another local cloud')
  await lab.close()
})

it('keeps nothing of :memory: after it stops', async () => {
  const lab = await openLab({ dataDir: ':memory:' })
  const { fileID } = await lab.app.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') as unknown as never })
  await lab.app.database().collection('notes').doc('a').set({ at: 1, file: fileID })
  expect((await lab.app.database().collection('notes').doc('a').get()).data).toHaveLength(1)
  await lab.close()
  const next = await openLab({ dataDir: ':memory:' })
  expect((await next.app.database().collection('notes').doc('a').get()).data).toEqual([])
  await next.close()
})

describe('a restart', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'emulator-restart-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('keeps documents and files, and addresses signed before it', async () => {
    const lab = await openLab({}, {}, dir)
    await lab.app.database().collection('notes').doc('kept').set({ at: 1, color: 'green' })
    const { fileID } = await lab.app.uploadFile({
      cloudPath: 'kept.txt',
      fileContent: Buffer.from('kept') as unknown as never,
    })
    const { fileList } = await lab.app.getTempFileURL({ fileList: [fileID] })
    await lab.close()
    const again = await openLab({}, {}, dir)
    expect((await again.app.database().collection('notes').doc('kept').get()).data[0]).toMatchObject({ color: 'green' })
    const old = new URL(String(fileList[0]?.tempFileURL))
    old.port = String(again.emulator.ports[0])
    expect(await (await fetch(old)).text()).toBe('kept')
    await again.close()
  })

  it('builds the index a new schema asks for, and forgets the one it dropped', async () => {
    const changed: Collection[] = testSchema.map((collection) =>
      collection.name === 'notes'
        ? { name: 'notes', indexes: [{ name: 'by_color', keys: [['color', 1]] }] }
        : collection,
    )
    const lab = await openLab({ schema: changed }, {}, dir)
    const notes = lab.app.database().collection('notes')
    expect((await notes.where({ color: 'green' }).get()).data).toHaveLength(1)
    expect(await codeOf(notes.where({ at: 1 }).get())).toBe('EMULATOR_NO_INDEX')
    await lab.close()
  })
})
