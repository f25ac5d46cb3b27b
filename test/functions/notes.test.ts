// What may a rep write down, what counts as a dealing, what is listened for, and what remains when it is taken back?

import exifr from 'exifr'
import sharp from 'sharp'
import { addRule, isThere, noteOf, purchaseOf, seeSheet, takePhoto, writeNote } from '../support/files-world'
import { cardFor, getToKnow, phone, say, write } from '../support/known-readers'
import { newId, photo, publish } from '../support/scenes'
import { lin, startWorld, type World, wang } from '../support/world'

const DAY_MS = 86_400_000
let world: World
let postId: string
let contactId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world, { topics: ['收纳'] })).postId
  await addRule(world, ['换房', '看房', '二手房'])
})
afterAll(() => world.stop())
beforeEach(async () => {
  contactId = await write(world, '她')
})
afterEach(() => {
  world.emulator.faults = undefined
})

const someone = async () => {
  const as = phone('note')
  return { as, ...(await getToKnow(world, await cardFor(world, postId), as)) }
}
const storedOf = async (id = contactId) => (await world.docs('notes')).filter((note) => note.contactId === id)

test('the same id is the same note, however often it is sent', async () => {
  const note = noteOf(contactId, { agoMs: DAY_MS })
  const written = await writeNote(world, note)
  expect(written).toMatchObject({
    kept: true,
    talk: false,
    note: { noteId: note.noteId, text: '喜欢奶油白', hits: [] },
  })
  expect(Date.now() - written.note.at).toBeGreaterThanOrEqual(DAY_MS)
  expect(await writeNote(world, { ...note, text: '别的' })).toEqual(written)
  await Promise.all([writeNote(world, note), writeNote(world, note)])
  expect(await storedOf()).toHaveLength(1)
  const elsewhere = { ...note, contactId: await write(world, '别人') }
  expect(await world.refusal('rep', 'note.write', elsewhere, lin)).toMatchObject({ reason: 'entry-taken' })
})

test.each([
  ['meeting', true],
  ['consultation', true],
  ['delight', false],
  ['note', false],
] as const)('%s: counts as contact %s', async (kind, counts) => {
  const { note } = await writeNote(world, noteOf(contactId, { kind, agoMs: 3 * DAY_MS }))
  const { sheet } = await seeSheet(world, contactId)
  expect(sheet.lastContactAt).toBe(counts ? note.at : null)
})

test('a purchase says what she bought; taken back, it is no dealing any more', async () => {
  const bought = purchaseOf(contactId)
  const { note } = await writeNote(world, bought)
  expect(note.purchase).toEqual({ product: '奶粉三段', cycleDays: 25, amountFen: 39_800 })
  expect((await seeSheet(world, contactId)).sheet.lastContactAt).toBe(note.at)
  expect(await world.ask('rep', 'note.drop', { noteId: note.noteId }, lin)).toEqual({ dropped: true })
  expect(await world.ask('rep', 'note.drop', { noteId: note.noteId }, lin)).toEqual({ dropped: false })
  expect(await seeSheet(world, contactId)).toMatchObject({ notes: [], sheet: { lastContactAt: null } })
})

test('the dealing that a crash left unwritten is written when the note comes again', async () => {
  const note = noteOf(contactId, { kind: 'meeting' })
  world.emulator.faults = ({ action, collection }) =>
    collection === 'sheets' && !action.includes('query') ? 'refuse' : 'none'
  await world.call('rep', 'note.write', note, lin)
  world.emulator.faults = undefined
  const [stored] = await storedOf()
  expect((await seeSheet(world, contactId)).sheet.lastContactAt).toBeNull()
  await writeNote(world, note)
  expect((await seeSheet(world, contactId)).sheet.lastContactAt).toBe(stored?.at)
})

test('words of hers are kept while she agrees, else only what was listened for', async () => {
  const paste = (id: string) => noteOf(id, { kind: 'words', text: '我们打算换房，客厅想大一点' })
  const unknown = await writeNote(world, paste(contactId))
  expect(unknown).toMatchObject({ kept: false, note: { text: null, hits: [{ name: '换房', word: '换房', at: 4 }] } })
  expect(await storedOf()).toMatchObject([{ text: null, hitAt: expect.any(Number) }])
  expect(JSON.stringify(await world.docs('notes'))).not.toContain('客厅')

  const { readerKey, contactId: own } = await someone()
  expect(await writeNote(world, paste(own))).toMatchObject({ kept: true, note: { text: '我们打算换房，客厅想大一点' } })
  await say(world, 'assign', readerKey, contactId)
  expect(await writeNote(world, paste(contactId))).toMatchObject({ kept: true })
  expect((await seeSheet(world, contactId)).keepsWords).toBe(true)
})

test('who only may be she agrees to nothing for her', async () => {
  const { contactId: own } = await getToKnow(world, await cardFor(world, postId, contactId), phone('likely'))
  expect(own).not.toBe(contactId)
  expect((await seeSheet(world, contactId)).keepsWords).toBe(false)
  expect(await writeNote(world, noteOf(contactId, { kind: 'words', text: '好的' }))).toMatchObject({ kept: false })
})

test('words that may not be kept any more are not shown, though they are still there', async () => {
  const { readerKey } = await someone()
  await say(world, 'assign', readerKey, contactId)
  await writeNote(world, noteOf(contactId, { kind: 'moment', text: '周末看房累坏了' }))
  await say(world, 'own', readerKey, null)
  const { notes, keepsWords } = await seeSheet(world, contactId)
  expect([keepsWords, notes[0]?.text, notes[0]?.hits[0]?.word]).toEqual([false, null, '看房'])
})

test('a rule that is met puts a talk on today’s list, once', async () => {
  const note = noteOf(contactId, { kind: 'words', text: '最近在看二手房' })
  expect(await writeNote(world, note)).toMatchObject({ talk: true, note: { hits: [{ talk: '聊聊新家的采光和收纳' }] } })
  await writeNote(world, note)
  const { talks } = await world.ask('rep', 'talk.list', {}, lin)
  const hers = talks.filter((talk) => talk.contactId === contactId)
  expect(hers).toMatchObject([{ clues: [{ reason: 'signal', evidence: [{ of: 'signal', noteId: note.noteId }] }] }])
  expect((await seeSheet(world, contactId)).next).toMatchObject({ contactId, clues: [{ reason: 'signal' }] })
})

test('no talk where the rule is denied, is switched off or is another rep’s', async () => {
  await addRule(world, ['装修'], { on: false })
  await addRule(world, ['露营'], { ownerId: 'rep-wang' })
  for (const text of ['我们不换房', '装修好累', '周末去露营'])
    expect(await writeNote(world, noteOf(contactId, { text }))).toMatchObject({ talk: false, note: { hits: [] } })
})

test('neither a rep’s own words nor a paste may tell which child it is', async () => {
  for (const [kind, text, word] of [
    ['note', '女儿3岁半了', '3岁半'],
    ['words', '我家宝宝叫优优', '宝宝叫优优'],
    ['meeting', '在学军小学门口遇到', '学军小学'],
  ] as const) {
    const refused = await world.refusal('rep', 'note.write', noteOf(contactId, { kind, text }), lin)
    expect(refused).toMatchObject({ code: 'invalid', reason: 'child-facts', message: expect.stringContaining(word) })
  }
  expect(await storedOf()).toEqual([])
})

test('under a group what others said is not kept, what the rep says is', async () => {
  const groupId = newId(12)
  await world.ask('rep', 'group.save', { groupId, from: {}, to: { name: '早八点育儿' } }, lin)
  const said = { contactId: null, groupId, agoMs: 0 }
  const pasted = noteOf('', { ...said, kind: 'group', text: '小王：想换房的举手' })
  expect(await writeNote(world, pasted)).toMatchObject({ kept: false, talk: false, note: { text: null, groupId } })
  expect(await writeNote(world, noteOf('', { ...said, text: '今天聊了睡眠' }))).toMatchObject({ kept: true })
  expect(await world.refusal('rep', 'note.write', noteOf('', said), wang)).toMatchObject({ reason: 'no-such-group' })
  const met = noteOf('', { ...said, kind: 'meeting' })
  expect(await world.refusal('rep', 'note.write', met, lin)).toMatchObject({ reason: 'missing', field: 'contactId' })
})

test('a photo comes in small, without what the camera wrote, and goes with its note', async () => {
  const exif = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1' } }
  const large = await sharp(await photo(3000, 2000))
    .withExif(exif)
    .jpeg()
    .toBuffer()
  const { raw, photo: taken } = await takePhoto(world, large)
  expect(taken).toMatchObject({ width: 1080, height: 720 })
  expect(taken.fileId).toMatch(/\/photos\/rep-lin\/[0-9a-f]{16}\.jpg$/)
  expect(await world.ask('render', 'photo.take', { fileId: raw }, lin)).toMatchObject({
    fileId: taken.fileId,
    width: 1080,
  })
  expect(await isThere(world, raw)).toBe(false)
  const kept = Buffer.from(await (await fetch(taken.url)).arrayBuffer())
  expect(await exifr.parse(kept, true)).toBeUndefined()
  const note = noteOf(contactId, { kind: 'consultation', text: '看了台面', photos: [taken.fileId] })
  await writeNote(world, note)
  expect((await seeSheet(world, contactId)).notes[0]?.photos).toMatchObject([{ fileId: taken.fileId }])
  await world.ask('rep', 'note.drop', { noteId: note.noteId }, lin)
  expect(await isThere(world, taken.fileId)).toBe(false)
})

test('only photos of her own that came in; none of a chat or a Moment', async () => {
  const { raw, photo: taken } = await takePhoto(world, await photo())
  const ask = (photos: string[], change: object = {}) => noteOf(contactId, { kind: 'consultation', photos, ...change })
  for (const fileId of [raw, taken.fileId.replace('rep-lin', 'rep-wang'), taken.fileId.replace('photos/', 'images/')])
    expect(await world.refusal('rep', 'note.write', ask([fileId]), lin)).toMatchObject({ reason: 'not-your-upload' })
  const gone = taken.fileId.replace(/[0-9a-f]{16}\.jpg$/, '0123456789abcdef.jpg')
  expect(await world.refusal('rep', 'note.write', ask([gone]), lin)).toMatchObject({ reason: 'upload-missing' })
  const moment = ask([taken.fileId], { kind: 'moment' })
  expect(await world.refusal('rep', 'note.write', moment, lin)).toMatchObject({
    reason: 'bad-request',
    field: 'photos',
  })
  const theirs = await write(world, '王的客户', wang)
  const stolen = { ...ask([taken.fileId]), contactId: theirs }
  expect(await world.refusal('rep', 'note.write', stolen, wang)).toMatchObject({ reason: 'not-your-upload' })
})

test('what is no picture is refused, and the upload goes', async () => {
  const { uploadUrl, headers, fileId } = await world.ask('render', 'photo.prepare', {}, lin)
  await fetch(uploadUrl, { method: 'PUT', headers, body: '这不是图片'.repeat(100) })
  expect(await world.refusal('render', 'photo.take', { fileId }, lin)).toMatchObject({ reason: 'not-an-image' })
  expect(await isThere(world, fileId)).toBe(false)
})

test('another rep neither writes under her contact nor takes a note back', async () => {
  const { note } = await writeNote(world, noteOf(contactId))
  expect(await world.refusal('rep', 'note.write', noteOf(contactId), wang)).toMatchObject({ reason: 'no-such-contact' })
  expect(await world.ask('rep', 'note.drop', { noteId: note.noteId }, wang)).toEqual({ dropped: false })
  expect(await storedOf()).toHaveLength(1)
})
