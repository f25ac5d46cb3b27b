// The drill: is what comes back from a backup the same, to the last byte and for the people who use it?
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { verifyPortion } from '../../cloudfunctions/_kit/audit-verify'
import { schema } from '../../shared/schema'
import { readKey } from '../../tools/backup/box'
import { eraseAgain, makeEraseList } from '../../tools/backup/erase-again'
import { KEPT } from '../../tools/backup/kept'
import { putBack } from '../../tools/backup/put-back'
import { takeBackup } from '../../tools/backup/take'
import { recountProfiles } from '../../tools/recount/profiles'
import { recountTallies } from '../../tools/recount/readings'
import { recountWork } from '../../tools/recount/work'
import { fillRichly, RICH_ENV, type Rich } from '../support/rich-world'
import { lin, mei, startWorld, type World, wang } from '../support/world'

jest.setTimeout(240_000)
const KEY = readKey('ab'.repeat(32))
const home = mkdtempSync(path.join(os.tmpdir(), 'ripple-backup-'))
const at = (name: string) => path.join(home, name)
const said: string[] = []
const say = (line: string) => void said.push(line)
let first: World
let second: World
let rich: Rich
let dayBefore: unknown

const filesOf = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  )

/** Signed addresses, buckets and the instant of asking are others every time. */
const likened = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, one) => {
      if (name === 'asOf' || name === 'warmth') return 0 // fades by itself
      return typeof one === 'string' ? one.replace(/^http:..127.*/, 'url').replace(/^cloud:..[^/]+/, 'cloud:') : one
    }),
  )

const dayOfLin = async (world: World) => {
  const { contactId } = rich
  const asked = await Promise.all([
    world.ask('rep', 'me.see', {}, lin),
    world.ask('rep', 'talk.list', {}, lin),
    world.ask('rep', 'contact.list', {}, lin),
    world.ask('rep', 'contact.see', { contactId }, lin),
    world.ask('rep', 'sheet.see', { contactId }, lin),
    world.ask('rep', 'feed.list', {}, lin),
  ])
  return asked
}
const urlsIn = (value: unknown): string[] => JSON.stringify(value).match(/http:\/\/127[^"\\]+\/storage\/[^"\\]+/g) ?? []

const lookAt = (world: World): void => void Object.assign(process.env, world.emulator.adminEnv)

beforeAll(async () => {
  process.env.RIPPLE_PERSON_KEY = RICH_ENV.RIPPLE_PERSON_KEY
  first = await startWorld({}, RICH_ENV)
  rich = await fillRichly(first)
  await dayOfLin(first) // makes her list of the day
  dayBefore = likened(await dayOfLin(first))
  second = await startWorld({ envId: 'ripple-second' }, RICH_ENV, true)
})
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()])
  rmSync(home, { recursive: true, force: true })
})

test('a backup stands still at one instant, and knows every file that any document names', async () => {
  lookAt(first)
  const { manifest, taken } = await takeBackup({ folder: at('one'), key: null, passes: 3, say })
  expect(taken).toMatchObject({ env: 'ripple-local', asOf: expect.any(String), moving: [] })
  expect(manifest.collections).toHaveLength(KEPT.length)
  const lines = [...filesOf(at('one'))].flatMap(([name, content]) =>
    name.startsWith('collections/') ? content.toString().split('\n') : [],
  )
  const named = new Set(lines.flatMap((line) => line.match(/cloud:\/\/[^"\\\s]*/g) ?? []))
  const listed = readFileSync(at('one/files.jsonl'), 'utf8').trim().split('\n')
  const kept = listed.map((line) => JSON.parse(line) as { path: string; digest: string | null })
  expect([...named].sort()).toEqual(kept.map((one) => `cloud:///${one.path}`).sort())
  expect(kept.filter(({ digest }) => digest === null)).toEqual([])
  const places = new Set(kept.map((one) => one.path.split('/')[0]))
  expect([...places].sort()).toEqual(['avatars', 'images', 'photos'])
  expect(lines.join('\n')).not.toContain('6c6f-') // no bucket of its own
})

test('a folder that is in use is no place for a backup', async () => {
  await expect(takeBackup({ folder: at('one'), key: null, passes: 1, say })).rejects.toThrow('is not empty')
})

test('a damaged backup is refused before a word is written, with the name of what is damaged', async () => {
  lookAt(second)
  const asked = { folder: at('one'), key: null, replace: false, say }
  const blob = [...filesOf(at('one')).keys()].find((name) => name.startsWith('blobs/')) ?? ''
  for (const name of ['collections/readings.jsonl', 'files.jsonl', blob]) {
    const whole = readFileSync(at(`one/${name}`))
    const bad = Buffer.from(whole)
    bad[10] = (bad[10] ?? 0) ^ 1
    writeFileSync(at(`one/${name}`), bad)
    await expect(putBack(asked)).rejects.toThrow(`Damaged, nothing was written: ${name}`)
    writeFileSync(at(`one/${name}`), whole)
  }
  const manifest = readFileSync(at('one/manifest.json'), 'utf8')
  writeFileSync(at('one/manifest.json'), manifest.replace('"count": 1', '"count": 2'))
  await expect(putBack(asked)).rejects.toThrow('manifest.json is damaged')
  writeFileSync(at('one/manifest.json'), manifest)
  for (const { name } of schema) expect(await second.docs(name)).toEqual([])
})

test('under another secret nobody would be known: refused', async () => {
  process.env.RIPPLE_PERSON_KEY = 'another'
  try {
    await expect(putBack({ folder: at('one'), key: null, replace: false, say })).rejects.toThrow('RIPPLE_PERSON_KEY')
  } finally {
    process.env.RIPPLE_PERSON_KEY = RICH_ENV.RIPPLE_PERSON_KEY
  }
})

test('a restore that was cut off again and again goes on where it stood, and ends the same', async () => {
  lookAt(second)
  let cuts = 0
  for (let steps = 110; ; steps = Math.ceil(steps * 1.5)) {
    let left = steps
    second.emulator.faults = () => (left-- > 0 ? 'none' : 'refuse')
    try {
      await putBack({ folder: at('one'), key: null, replace: false, say })
      break
    } catch {
      cuts++
    } finally {
      second.emulator.faults = undefined
    }
  }
  expect(cuts).toBeGreaterThan(1)
  const again = await putBack({ folder: at('one'), key: null, replace: false, say })
  expect(again).toMatchObject({ written: 0, removed: 0, files: 0 })
})

test('a backup of what came back is the same to the last byte', async () => {
  lookAt(second)
  await takeBackup({ folder: at('two'), key: null, passes: 3, say })
  const [one, two] = [filesOf(at('one')), filesOf(at('two'))]
  for (const files of [one, two]) files.delete('taken.json')
  expect([...two.keys()]).toEqual([...one.keys()])
  for (const [name, content] of one) expect([name, two.get(name)?.equals(content)]).toEqual([name, true])
})

test('recount and seals hold on it, pictures open, and her day is as it was', async () => {
  lookAt(second)
  expect(await recountTallies()).toEqual([])
  expect(await recountProfiles(Date.now())).toEqual([])
  expect(await recountWork()).toEqual([])
  const { faults, n } = await verifyPortion()
  expect([faults, n > 0]).toEqual([[], true])
  const day = await dayOfLin(second)
  expect(likened(day)).toEqual(dayBefore)
  const urls = urlsIn([day, await second.ask('rep', 'kit.list', {}, lin)])
  expect(urls.length).toBeGreaterThan(2)
  for (const url of urls) expect((await fetch(url)).headers.get('content-type')).toMatch(/^image\//)
})

test('where something else is, nothing is written unless it is said to be replaced', async () => {
  lookAt(second)
  await second.add('contacts', [{ _id: 'new-one', repId: 'rep-lin', remark: '后来的', readers: 0 }])
  await second.database.collection('members').doc('rep-lin').update({ name: '改过' })
  await second.add('migrations', [{ _id: '0001', state: 'as a fresh deployment writes it' }])
  const asked = { folder: at('one'), key: null, replace: false, say }
  await expect(putBack(asked)).rejects.toThrow(/not empty, nothing was written: members\/rep-lin, contacts\/new-one/)
  expect(await putBack({ ...asked, replace: true })).toMatchObject({ written: 1, removed: 2 })
  expect(await second.doc('members', 'rep-lin')).toMatchObject({ name: '林小满' })
})

test('encrypted, it says nothing without the key, and comes back with it', async () => {
  lookAt(first)
  await takeBackup({ folder: at('sealed'), key: KEY, passes: 1, say })
  const all = Buffer.concat([...filesOf(at('sealed')).values()])
  for (const word of ['rep-lin', '林小满', 'cloud://', '美']) expect(all.includes(word)).toBe(false)
  lookAt(second)
  const asked = { folder: at('sealed'), replace: false, say }
  await expect(putBack({ ...asked, key: null })).rejects.toThrow('RIPPLE_BACKUP_KEY')
  await expect(putBack({ ...asked, key: readKey('cd'.repeat(32)) })).rejects.toThrow('is another')
  const name = 'sealed/collections/members.jsonl'
  const whole = readFileSync(at(name))
  writeFileSync(at(name), whole.subarray(0, whole.length - 1))
  await expect(putBack({ ...asked, key: KEY })).rejects.toThrow('collections/members.jsonl')
  writeFileSync(at(name), whole)
  expect(await putBack({ ...asked, key: KEY })).toMatchObject({ written: 0, removed: 0 })
})

const run = (args: string[]) =>
  new Promise<{ status: number; said: string }>((resolve) => {
    const child = execFile(process.execPath, ['tools/run.mjs', ...args], { env: process.env }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, said: `${stdout}${stderr}` }),
    )
  })

test('who erased or withdrew after a backup is forgotten again once it is put back, by the command', async () => {
  const { anonymousId } = rich
  await first.ask('reader', 'privacy.erase', { readingIds: [] }, mei)
  lookAt(first)
  const list = await makeEraseList(Date.now())
  expect(list).toMatchObject({ erased: [[expect.any(String), expect.any(Number)]], withdrawn: [] })
  writeFileSync(at('erased.json'), JSON.stringify(list))
  lookAt(second)
  const [consent] = (await second.docs('consents')).filter(({ personId }) => personId)
  expect(JSON.stringify(list)).not.toContain(String(consent?.personId))
  const { status, said: told } = await run(['restore', '--in', at('one'), '--erasures', at('erased.json')])
  expect([status, told]).toEqual([0, expect.stringContaining('Forgotten again: 1 people')])
  const left = JSON.stringify(await Promise.all(schema.map(({ name }) => second.docs(name))))
  expect(left).not.toContain(String(consent?.personId))
  expect(await second.doc('readings', anonymousId)).not.toBeNull()
  for (const as of [lin, wang])
    expect((await second.ask('rep', 'feed.list', {}, as)).lines.filter(({ contactId }) => contactId)).toEqual([])
  expect(await eraseAgain(list, 0)).toEqual({ persons: 0, consents: 0, voices: 0, offers: 0 })
})

test('who asked before the backup, and came back, is not forgotten again', async () => {
  lookAt(second)
  await putBack({ folder: at('one'), key: null, replace: true, say })
  const list = await makeEraseList(Date.now())
  const [mark] = (JSON.parse(readFileSync(at('erased.json'), 'utf8')) as typeof list).erased
  expect(await eraseAgain({ ...list, erased: mark ? [mark] : [] }, (mark?.[1] ?? 0) + 1)).toMatchObject({ persons: 0 })
})
