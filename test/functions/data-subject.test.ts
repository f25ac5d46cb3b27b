// Does an operator answer a request about personal data by the same rules as her own privacy page, and is it written down?
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { schema } from '../../shared/schema'
import { noteOf, occasionOf, promiseOf, writeNote } from '../support/files-world'
import { agree, countReadings, newId, publish, report, reportOf, share } from '../support/scenes'
import { hua, lin, mei, startWorld, type World } from '../support/world'

let world: World
let meis: string // her contact, as she says herself
let written: string // a contact that her rep wrote down
beforeAll(async () => {
  world = await startWorld()
  const { postId } = await publish(world)
  const token = await share(world, postId, lin)
  const reading = reportOf({ postId, token })
  await report(world, [reading, reportOf({ postId, token })], mei)
  await agree(world, token, mei, [reading.readingId])
  await agree(world, token, hua)
  await report(world, [reportOf({ postId, token })], hua)
  await countReadings(world)
  const [consent] = (await world.docs('consents')).filter(({ _id }) => String(_id).startsWith('rep-lin.'))
  const readers = await world.docs('readers')
  const hers = readers.find(({ entries }) => reading.readingId in (entries as object)) ?? readers[0]
  expect(consent).toBeDefined()
  meis = String((hers?.link as { contactId: string } | undefined)?.contactId)
  await world.database.collection('readers').doc(String(hers?._id)).update({ 'link.certainty': 'certain' })
  await writeNote(world, noteOf(meis, { text: '爱喝茉莉花茶' }))
  await world.ask('rep', 'promise.make', promiseOf(meis), lin)
  written = newId(20)
  await world.ask('rep', 'contact.create', { contactId: written, remark: '老客户周姐' }, lin)
  await world.ask('rep', 'occasion.save', occasionOf(written), lin)
})
afterAll(() => world.stop())

const run = (...args: string[]) =>
  new Promise<{ status: number; said: string }>((resolve) => {
    const env = { ...process.env, RIPPLE_PERSON_KEY: 'a-key-for-tests-only' }
    const all = ['tools/run.mjs', 'data-subject', ...args]
    const child = execFile(process.execPath, all, { env }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, said: `${stdout}${stderr}` }),
    )
  })
const everything = async () => JSON.stringify(await Promise.all(schema.map(({ name }) => world.docs(name))))
const requests = async () => (await world.docs('audits')).filter(({ act }) => String(act).startsWith('subject.'))

test('nothing is done without being told so; an export holds what her own page shows, and is noted', async () => {
  const before = await everything()
  const dry = await run('--erase', '--openid', mei.openid)
  expect(dry).toMatchObject({
    status: 0,
    said: expect.stringMatching(/1 consents, \d readings[\s\S]*Nothing was done/),
  })
  expect(await everything()).toBe(before)
  const out = path.join(world.dataDir, 'export.json')
  expect(await run('--export', '--contact', meis, '--out', out, '--yes')).toMatchObject({ status: 2 })
  expect(existsSync(out)).toBe(false)
  expect(await run('--export', '--contact', meis, '--out', out, '--yes', '--by', '陈运维')).toMatchObject({ status: 0 })
  const answer = JSON.parse(readFileSync(out, 'utf8'))
  const { consents, readings } = await world.ask('reader', 'privacy.see', {}, mei)
  expect(answer.persons).toEqual([
    expect.objectContaining({ privacy: expect.objectContaining({ consents, readings }) }),
  ])
  expect(answer.file).toMatchObject({ notes: [{ text: '爱喝茉莉花茶' }], promises: [{ text: '给她留一罐' }] })
  expect(await requests()).toEqual([expect.objectContaining({ act: 'subject.exported', byName: '陈运维', byId: null })])
})

test('erasing leaves what erasing on her own page leaves, and a line in the log that leads to nobody', async () => {
  const [hers] = (await world.docs('readers')).filter(({ link }) => (link as { contactId: string }).contactId === meis)
  expect(await run('--erase', '--contact', meis, '--by', '陈运维', '--yes')).toMatchObject({ status: 0 })
  const left = await everything()
  for (const trace of [String(hers?.personId), meis, '爱喝茉莉花茶', mei.openid]) expect(left).not.toContain(trace)
  expect((await world.ask('reader', 'privacy.see', {}, hua)).consents).toHaveLength(1)
  expect((await requests()).at(-1)).toMatchObject({ act: 'subject.erased', facts: { by: 'contact', persons: 1 } })
  expect(await run('--erase', '--contact', meis, '--by', '陈运维', '--yes')).toMatchObject({
    ...{ status: 2, said: expect.stringContaining('There is no contact') },
  })
})

test('of a contact whom only her rep knows, the file goes and her name stays, as the privacy page says', async () => {
  expect(await run('--erase', '--contact', written, '--by', '陈运维', '--yes')).toMatchObject({ status: 0 })
  expect(await world.docs('occasions')).toEqual([])
  expect(await world.doc('contacts', written)).toMatchObject({ remark: '老客户周姐' })
})
