// She takes it back, or wants to be forgotten: what of her adviser's notes goes, and what stays the adviser's own?
import {
  addRule,
  isThere,
  noteOf,
  occasionOf,
  promiseOf,
  purchaseOf,
  seeSheet,
  takePhoto,
  writeNote,
} from '../support/files-world'
import { cardFor, getToKnow, phone, say, write } from '../support/known-readers'
import { newId, photo, publish } from '../support/scenes'
import { type As, lin, startWorld, type World } from '../support/world'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const FILES = ['sheets', 'notes', 'promises', 'occasions'] as const
let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world, { topics: ['睡眠'] })).postId
  await addRule(world, ['换房'])
})
afterAll(() => world.stop())
afterEach(() => {
  world.emulator.faults = undefined
})

const someone = async (contactId: string | null = null) => {
  const as = phone('file')
  return { as, ...(await getToKnow(world, await cardFor(world, postId, contactId), as)) }
}

/** One of everything that can be kept of a contact. */
const fill = async (contactId: string) => {
  const { photo: taken } = await takePhoto(world, await photo())
  await writeNote(world, noteOf(contactId))
  await writeNote(world, purchaseOf(contactId))
  await writeNote(world, noteOf(contactId, { kind: 'consultation', text: '', photos: [taken.fileId] }))
  await writeNote(world, noteOf(contactId, { kind: 'words', text: '我们打算换房了' }))
  await world.ask('rep', 'promise.make', promiseOf(contactId), lin)
  await world.ask('rep', 'occasion.save', occasionOf(contactId), lin)
  return taken.fileId
}

/** What is stored of it, by collection. */
const stored = async (contactId: string): Promise<Record<string, number>> => {
  const all = await Promise.all(FILES.map(async (name) => [name, await world.docs(name)] as const))
  const isHers = (doc: Record<string, unknown>) => doc._id === contactId || doc.contactId === contactId
  return Object.fromEntries(all.map(([name, docs]) => [name, docs.filter(isHers).length]))
}
const NOTHING = { sheets: 0, notes: 0, promises: 0, occasions: 0 }
const ALL = { sheets: 1, notes: 4, promises: 1, occasions: 1 }

const textsOf = async (contactId: string) =>
  (await world.docs('notes')).filter((note) => note.contactId === contactId && note.kind === 'words')
const talksOf = async (contactId: string) =>
  JSON.stringify((await world.docs('talkdays')).map(({ talks, rest }) => [talks, rest])).includes(contactId)
const withdraw = (as: As) => world.ask('reader', 'consent.withdraw', {}, as)

test('a contact that came by consent goes with all that is kept of her, photos and today’s talk too', async () => {
  const { as, contactId } = await someone()
  await world.ask('rep', 'contact.name', { eventId: newId(20), contactId, remark: '有名字' }, lin)
  const fileId = await fill(contactId)
  expect([await stored(contactId), await talksOf(contactId)]).toEqual([ALL, true])
  await withdraw(as)
  expect(await stored(contactId)).toEqual(NOTHING)
  expect([await isThere(world, fileId), await talksOf(contactId)]).toEqual([false, false])
  expect(await world.doc('contacts', contactId)).toBeNull()
})

test('of a contact the rep wrote down her own words go and the rep’s stay', async () => {
  const contactId = await write(world, '写下的人')
  const { as, readerKey } = await someone()
  await say(world, 'assign', readerKey, contactId)
  await fill(contactId)
  expect(await textsOf(contactId)).toMatchObject([{ text: '我们打算换房了' }])
  await withdraw(as)
  expect(await stored(contactId)).toEqual(ALL)
  expect(await textsOf(contactId)).toMatchObject([{ text: null, hits: [{ word: '换房' }] }])
  expect(await talksOf(contactId)).toBe(false)
  expect((await seeSheet(world, contactId)).notes.map(({ text }) => text).sort()).toEqual(
    ['', '', null, '喜欢奶油白'].sort(),
  )
})

test('also where she was said to be somebody earlier on, but not while another who is said to be it agrees', async () => {
  const [first, second] = [await write(world, '先以为是她'), await write(world, '其实是她')]
  const [one, other] = [await someone(), await someone()]
  await say(world, 'assign', one.readerKey, first)
  await say(world, 'assign', other.readerKey, second)
  for (const contactId of [first, second]) await writeNote(world, noteOf(contactId, { kind: 'words', text: '换房' }))
  await say(world, 'assign', one.readerKey, second)
  await withdraw(one.as)
  expect([await textsOf(first), await textsOf(second)]).toMatchObject([[{ text: null }], [{ text: '换房' }]])
  await withdraw(other.as)
  expect(await textsOf(second)).toMatchObject([{ text: null }])
})

test('whoever is erased leaves nothing where it is certain that it is she', async () => {
  const [certain, named] = [await write(world, '确定是她'), await write(world, '只是我说')]
  const [one, other] = [await someone(), await someone()]
  await world.ask('reader', 'privacy.introduce', { repId: 'rep-lin', name: '小美' }, one.as)
  await say(world, 'assign', one.readerKey, certain)
  await say(world, 'confirm', one.readerKey, certain)
  await say(world, 'assign', other.readerKey, named)
  const fileId = await fill(certain)
  await fill(named)
  for (const { as } of [one, other]) await world.ask('reader', 'privacy.erase', { readingIds: [] }, as)
  expect([await stored(certain), await isThere(world, fileId)]).toEqual([NOTHING, false])
  expect(await world.doc('contacts', certain)).toMatchObject({ remark: '确定是她' })
  expect(await stored(named)).toEqual(ALL)
  expect(await textsOf(named)).toMatchObject([{ text: null }])
})

/** Nobody asks again: an hour passes, and the jobs run. */
const later = async (): Promise<void> => {
  const withdrawnAt = world.database.command.inc(-HOUR_MS)
  for (const consent of await world.docs('consents'))
    if (consent.withdrawnAt) await world.database.collection('consents').doc(consent._id).update({ withdrawnAt })
  await world.emulator.fireTimer('jobs')
}

test('withdrawing that dies at any request on the way is ended by the job', async () => {
  let nth = 1
  for (; ; nth += 4) {
    const { as, contactId } = await someone()
    await writeNote(world, noteOf(contactId, { text: `笔记${nth}` }))
    let [seen, failed] = [0, false]
    world.emulator.faults = ({ action, collection }) => {
      if (!action.startsWith('database.') || collection === undefined || ++seen < nth) return 'none'
      failed = true
      return 'refuse'
    }
    await world.call('reader', 'consent.withdraw', {}, as)
    world.emulator.faults = undefined
    const ended = (await world.docs('consents')).every((consent) => consent.withdrawnAt)
    if (!ended) await withdraw(as) // refused before anything was done: she sees that it failed
    await later()
    expect({ nth, left: await stored(contactId) }).toEqual({ nth, left: NOTHING })
    if (!failed) break
  }
  expect(nth).toBeGreaterThan(12)
})

test('she is told how much is kept of her, where she is said to be that contact', async () => {
  const { as, readerKey, contactId } = await someone()
  const kept = async () => (await world.ask('reader', 'privacy.see', {}, as)).consents[0]?.kept
  expect(await kept()).toEqual({ notes: 0, promises: 0, occasions: 0 })
  await fill(contactId)
  expect(await kept()).toEqual({ notes: 4, promises: 1, occasions: 1 })
  const written = await write(world, '写下的人')
  await say(world, 'assign', readerKey, written)
  expect(await kept()).toEqual({ notes: 0, promises: 0, occasions: 0 })
  await withdraw(as)
})

test('of somebody whom she only may be she is told nothing', async () => {
  const written = await write(world, '写下的人')
  await writeNote(world, noteOf(written))
  const { as } = await someone(written)
  const [consent] = (await world.ask('reader', 'privacy.see', {}, as)).consents
  expect(consent).toMatchObject({ remark: null, kept: { notes: 0 } })
  await withdraw(as)
})

test('customers’ words are gone after 180 days, what the rep wrote is not', async () => {
  const { contactId } = await someone()
  const [old, fresh, own] = [
    noteOf(contactId, { kind: 'words', text: '很久以前说的' }),
    noteOf(contactId, { kind: 'moment', text: '最近看到的' }),
    noteOf(contactId, { text: '我写的' }),
  ]
  for (const note of [old, fresh, own]) await writeNote(world, note)
  const age = (id: string, days: number) =>
    world.database
      .collection('notes')
      .doc(id)
      .update({ writtenAt: Date.now() - days * DAY_MS })
  await age(old.noteId, 181)
  await age(fresh.noteId, 179)
  await age(own.noteId, 400)
  expect(await world.emulator.fireTimer('jobs')).toMatchObject({ data: { 'drop-expired': { done: 1 } } })
  expect(await world.emulator.fireTimer('jobs')).toMatchObject({ data: { 'drop-expired': { done: 0 } } })
  expect((await seeSheet(world, contactId)).notes.map(({ text }) => text).sort()).toEqual(['我写的', '最近看到的'])
})
