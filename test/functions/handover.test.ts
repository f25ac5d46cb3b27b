// A rep leaves: what is her successor's at once, what only after the customer was told, and what if she says no or nothing?
import type { Output } from '../../shared/contracts'
import { answer, answerPayload, begin, keepReady, type Left, openPost, ownersOf } from '../support/handover-world'
import { seeFile } from '../support/known-readers'
import { countReadings, publish, report, reportOf, share } from '../support/scenes'
import { editor, mei, startWorld, type World, wang, zhao } from '../support/world'

let world: World
let ready: () => Promise<Left>
let left: Left
beforeAll(async () => {
  world = await startWorld()
  ready = await keepReady(world)
})
afterAll(() => world.stop())
beforeEach(async () => {
  left = await ready()
})

const DAY_MS = 86_400_000
const namesOf = ({ contacts }: Output<'rep', 'contact.list'>) => contacts.map(({ remark }) => remark)
const listOf = (as: typeof wang) => world.ask('rep', 'contact.list', {}, as)
const consents = async () => (await world.docs('consents')).filter(({ personId }) => personId)
const progress = async () =>
  (await world.ask('hq', 'member.list', {}, editor)).members.find(({ memberId }) => memberId === left.rep.id)
const all = (repId: string) => ({
  ...{ contact: repId, sheet: repId, note: repId, words: repId, promise: repId, occasion: repId, partner: repId },
})

test('what she wrote down is her successor’s at once; what customers let her know waits', async () => {
  const begun = await begin(world, left.rep.id)
  expect(begun).toMatchObject({ toName: '王琳', contacts: 1, left: 0, told: 0, mayCancel: false })
  expect(await ownersOf(world, left.written)).toEqual({ ...all('rep-wang'), words: left.rep.id })
  expect(await ownersOf(world, left.named)).toEqual(all(left.rep.id))
  expect(namesOf(await listOf(wang))).toEqual(['写下的王姐'])
  const file = await seeFile(world, left.written, wang)
  expect({ readers: file.readers, timeline: file.timeline }).toEqual({ readers: [], timeline: [] })
  const sheet = await world.ask('rep', 'sheet.see', { contactId: left.written }, wang)
  expect(sheet.notes.map(({ text }) => text)).toEqual(['爱喝茶'])
  expect(sheet.promises).toHaveLength(1)
  expect((await world.docs('groups')).map(({ repId }) => repId)).toEqual(['rep-wang'])
  expect((await world.ask('rep', 'feed.list', {}, wang)).lines).toEqual([])
})

test('who has left is nobody here from that moment, and sees nothing', async () => {
  await begin(world, left.rep.id)
  const asks = ['me.see', 'kit.list', 'feed.list', 'contact.list'] as const
  for (const action of asks) expect((await world.refusal('rep', action, {}, left.rep.as)).code).toBe('unauthenticated')
  expect((await world.refusal('rep', 'contact.see', { contactId: left.named }, left.rep.as)).code).toBe(
    'unauthenticated',
  )
  const { members } = await world.ask('hq', 'member.list', { successorsOf: 'rep-wang' }, editor)
  expect(members.map(({ name }) => name)).toEqual(['林小满']) // nor may she follow anyone
  expect((await world.ask('hq', 'store.list', {}, editor)).stores.map(({ reps }) => reps)).toEqual([2, 1])
})

test('she is told on the next article, whoever sent it, and asked in words that name both', async () => {
  await begin(world, left.rep.id)
  const other = await share(world, (await publish(world)).postId, zhao)
  const opened = await openPost(world, other, left.phones.named)
  expect(opened.handover).toEqual({
    ...{ repId: left.rep.id, fromName: '许婉清', toName: '王琳', storeName: '东街店', franchise: false },
    ...{ company: '东方母婴有限公司', brand: '东方母婴有限公司', needsConsent: false },
  })
  expect((await openPost(world, left.token, mei)).handover).toBeNull() // who agreed to nothing is told nothing
  expect((await openPost(world, left.token, null)).handover).toBeNull()
})

test('yes: the successor sees her whole, with history, promises and how talks went', async () => {
  const before = await seeFile(world, left.named, left.rep.as)
  await begin(world, left.rep.id)
  await openPost(world, left.token, left.phones.named)
  expect(await answer(world, left.phones.named, 'yes', left.rep.id)).toEqual({ passed: true })
  expect(await ownersOf(world, left.named)).toEqual(all('rep-wang'))
  expect(namesOf(await listOf(wang)).sort()).toEqual(['写下的王姐', '叫她李姐'].sort())
  const file = await seeFile(world, left.named, wang)
  expect(file.contact).toMatchObject({ remark: '叫她李姐' })
  expect(file.timeline).toEqual(before.timeline.map((line) => ({ ...line, readerKey: expect.any(String) })))
  expect(file.history.map(({ act, to }) => ({ act, to }))).toEqual(before.history.map(({ act, to }) => ({ act, to })))
  expect(file.readers[0]?.consentGivenAt).toBe(before.readers[0]?.consentGivenAt)
  expect(file.tags.map(({ tag }) => tag)).toEqual(before.tags.map(({ tag }) => tag))
  expect(await world.doc('sheets', left.named)).toMatchObject({ touches: [{ how: 'talked' }] })
  expect(await world.doc('promises', `p-${left.named}`)).toMatchObject({ open: true, repId: 'rep-wang' })
  const [passed] = (await consents()).filter(({ repId }) => repId === 'rep-wang')
  expect(passed).toMatchObject({ passedFrom: [left.rep.id], withdrawnAt: null, arriving: false })
})

test('yes of whom she had said to be a contact she wrote down: that contact has her readings again', async () => {
  await begin(world, left.rep.id)
  await answer(world, left.phones.assigned, 'yes', left.rep.id)
  const file = await seeFile(world, left.written, wang)
  expect(file.readers).toHaveLength(1)
  expect(file.timeline).toHaveLength(1)
  expect(file.history.map(({ act }) => act)).toContain('assign')
  expect(await ownersOf(world, left.written)).toEqual(all('rep-wang'))
  expect((await listOf(wang)).contacts).toHaveLength(1)
})

test('yes said twice, or at once on two phones, passes once', async () => {
  await begin(world, left.rep.id)
  const said = await Promise.all(
    [1, 2].map(() => world.call('reader', 'handover.answer', answerPayload('yes', left.rep.id), left.phones.bare)),
  )
  expect(said.some((reply) => reply.ok)).toBe(true)
  await world.emulator.fireTimer('jobs')
  expect(await answer(world, left.phones.bare, 'yes', left.rep.id)).toEqual({ passed: true })
  const hers = (await consents()).filter(({ repId }) => repId === 'rep-wang')
  expect(hers).toHaveLength(1)
  expect(await world.doc('handovers', left.rep.id)).toMatchObject({ agreed: 1 })
  expect((await world.docs('readers')).filter(({ repId }) => repId === 'rep-wang')).toHaveLength(1)
})

test('no: her consent ends, and all that rests on it is forgotten', async () => {
  await begin(world, left.rep.id)
  const [{ personId } = { personId: '' }] = (await world.docs('readers')).filter(
    ({ link }) => (link as { contactId: string }).contactId === left.named,
  )
  expect(await answer(world, left.phones.named, 'no', left.rep.id)).toEqual({ passed: false })
  const names = ['readers', 'contacts', 'links', 'consents', 'readings'] as const
  const kept = JSON.stringify(await Promise.all(names.map((name) => world.docs(name))))
  for (const gone of [String(personId), left.named, '叫她李姐']) expect(kept).not.toContain(gone)
  expect((await world.docs('consents')).filter(({ _id }) => _id.startsWith('proof.'))).toHaveLength(1)
  expect((await openPost(world, left.token, left.phones.named)).handover).toBeNull()
  expect(await answer(world, left.phones.named, 'yes', left.rep.id)).toEqual({ passed: false })
  expect((await consents()).map(({ repId }) => repId)).toEqual([left.rep.id, left.rep.id]) // the two others wait
})

test('her silence passes nothing, and after half a year all of it goes', async () => {
  await begin(world, left.rep.id)
  await openPost(world, left.token, left.phones.bare)
  for (let n = 0; n < 2; n++) await world.emulator.fireTimer('jobs')
  expect(await ownersOf(world, left.bare)).toEqual(all(left.rep.id))
  expect(namesOf(await listOf(wang))).toEqual(['写下的王姐'])
  const beganAt = Date.now() - 181 * DAY_MS
  await world.database.collection('handovers').doc(left.rep.id).update({ beganAt, state: 'passed' })
  for (let n = 0; n < 2; n++) await world.emulator.fireTimer('jobs')
  expect(await consents()).toEqual([])
  expect(await world.docs('readers')).toEqual([])
  expect(await world.doc('contacts', left.bare)).toBeNull()
  expect(await world.doc('contacts', left.written)).toMatchObject({ repId: 'rep-wang' })
  expect(await world.doc('handovers', left.rep.id)).toMatchObject({ state: 'over' })
})

test('told once, she is left alone for a month', async () => {
  await begin(world, left.rep.id)
  const look = async () => (await openPost(world, left.token, left.phones.bare)).handover !== null
  const daysPass = async (days: number) => {
    const toldAt = world.database.command.inc(-days * DAY_MS)
    await world.database.collection('consents').where({ repId: left.rep.id, toldOf: 'rep-wang' }).update({ toldAt })
  }
  const seen = [await look(), await look()]
  await daysPass(2)
  seen.push(await look())
  await daysPass(28)
  seen.push(await look())
  expect(seen).toEqual([true, true, false, true])
  expect(await world.doc('handovers', left.rep.id)).toMatchObject({ told: 1 })
})

test('old cards keep opening: for whom has passed they come from the successor, for others from the store', async () => {
  await begin(world, left.rep.id)
  await answer(world, left.phones.named, 'yes', left.rep.id)
  const hers = await openPost(world, left.token, left.phones.named)
  expect(hers).toMatchObject({ sender: { repId: 'rep-wang', repName: '王琳' }, consent: 'given' })
  for (const as of [left.phones.bare, mei, null])
    expect(await openPost(world, left.token, as)).toMatchObject({
      sender: { repName: '', storeName: '东街店' },
      consent: 'not-asked',
    })
})

test('what is read by old cards is the successor’s once she has passed, and nobody’s otherwise', async () => {
  await begin(world, left.rep.id)
  await answer(world, left.phones.named, 'yes', left.rep.id)
  await world.restart()
  const { postId, token } = left
  const [passed, silent] = [reportOf({ postId, token }), reportOf({ postId, token })]
  await report(world, [passed], left.phones.named)
  await report(world, [silent], left.phones.bare)
  expect(await world.doc('readings', passed.readingId)).toMatchObject({ repId: 'rep-wang', known: true })
  expect(await world.doc('readings', silent.readingId)).toMatchObject({ known: false, personId: null })
  await countReadings(world)
  expect((await seeFile(world, left.named, wang)).timeline).toHaveLength(2)
})

test('sums stay where they were counted, also when what was counted goes', async () => {
  await begin(world, left.rep.id)
  await answer(world, left.phones.named, 'yes', left.rep.id)
  await world.ask('reader', 'privacy.erase', { readingIds: [] }, left.phones.named)
  const tallies = (await world.docs('tallies')).filter(({ of }) => of === 'rep') as unknown as {
    id: string
    readings: number
    gone?: { readings: number }
  }[]
  expect(tallies.map(({ id, readings, gone }) => ({ id, readings, gone: gone?.readings }))).toEqual([
    { id: left.rep.id, readings: 3, gone: 1 },
  ])
})

test('who passed withdraws: with her goes all that came along, and what the rep who left was to talk about', async () => {
  const talk = { contactId: left.named, reason: 'deep', clues: [], worth: 0.5, outcome: null, line: '她读过睡眠' }
  const day = { day: '2026-11-20', madeAt: 1, rest: [], told: [], rev: 1, talks: [talk] }
  await world.add('talkdays', [{ _id: `${left.rep.id}.2026-11-20`, repId: left.rep.id, ...day }])
  await begin(world, left.rep.id)
  await answer(world, left.phones.named, 'yes', left.rep.id)
  await world.ask('reader', 'consent.withdraw', {}, left.phones.named)
  expect(await world.doc('contacts', left.named)).toBeNull()
  expect(namesOf(await listOf(wang))).toEqual(['写下的王姐'])
  expect(JSON.stringify(await world.doc('talkdays', `${left.rep.id}.2026-11-20`))).not.toContain('睡眠')
})

test('a rep of another firm does not get what was written down, and nothing without a consent that names it', async () => {
  const refused = await world.refusal('hq', 'handover.begin', { fromId: left.rep.id, toId: 'rep-zhao' }, editor)
  expect(refused).toMatchObject({ code: 'conflict', reason: 'contacts-of-company' })
  expect((await world.ask('rep', 'me.see', {}, left.rep.as)).name).toBe('许婉清')
  await world.database.collection('contacts').doc(left.written).remove()
  await begin(world, left.rep.id, 'rep-zhao')
  const { handover } = await openPost(world, left.token, left.phones.named)
  expect(handover).toMatchObject({ company: '西城加盟商行', franchise: true, needsConsent: true })
  const bare = await world.refusal('reader', 'handover.answer', answerPayload('yes', left.rep.id), left.phones.named)
  expect(bare).toMatchObject({ reason: 'store-consent-needed' })
  expect(namesOf(await listOf(zhao))).toEqual([])
  const full = answerPayload('yes', left.rep.id, ['reading', 'store'])
  expect(await world.ask('reader', 'handover.answer', full, left.phones.named)).toEqual({ passed: true })
  expect(namesOf(await listOf(zhao))).toEqual(['叫她李姐'])
  expect((await seeFile(world, left.named, zhao)).timeline).toHaveLength(1)
  const [given] = (await consents()).filter(({ repId }) => repId === 'rep-zhao')
  expect(given).toMatchObject({ company: '西城加盟商行', purposes: ['reading', 'store'] })
  await world.ask('reader', 'consent.withdraw', {}, left.phones.named)
  expect(await world.doc('contacts', left.named)).toBeNull()
})

test('who knew the successor already has one file there, with both histories', async () => {
  const other = await share(world, (await publish(world)).postId, wang)
  const reading = reportOf({ postId: '', token: other })
  await report(world, [reading], left.phones.named)
  const given = { ...answerPayload('yes', left.rep.id), token: other, scene: 1007, readingIds: [reading.readingId] }
  const { repId: __, answer: ___, ...consent } = given
  await world.ask('reader', 'consent.give', consent, left.phones.named)
  await begin(world, left.rep.id)
  expect(await answer(world, left.phones.named, 'yes', left.rep.id)).toEqual({ passed: true })
  const file = await seeFile(world, left.named, wang)
  expect({ readers: file.readers.length, timeline: file.timeline.length }).toEqual({ readers: 1, timeline: 2 })
  expect((await listOf(wang)).contacts).toHaveLength(2)
  await world.ask('reader', 'consent.withdraw', {}, left.phones.named)
  expect((await world.docs('contacts')).map(({ _id }) => _id)).not.toContain(left.named)
})

test('while nothing has passed she may stay after all', async () => {
  await world.database.collection('contacts').doc(left.written).remove()
  await begin(world, left.rep.id)
  expect((await progress())?.handover).toMatchObject({ mayCancel: true })
  await world.ask('hq', 'handover.cancel', { fromId: left.rep.id }, editor)
  await world.emulator.fireTimer('jobs')
  expect((await world.ask('rep', 'me.see', {}, left.rep.as)).name).toBe('许婉清')
  expect((await openPost(world, left.token, left.phones.named)).handover).toBeNull()
  await begin(world, left.rep.id) // and leave later
  expect((await progress())?.leftAt).not.toBeNull()
})

test('after something has passed it is not cancelled, and HQ sees no count that points at someone', async () => {
  await begin(world, left.rep.id)
  await openPost(world, left.token, left.phones.bare)
  await answer(world, left.phones.named, 'no', left.rep.id)
  const refused = await world.refusal('hq', 'handover.cancel', { fromId: left.rep.id }, editor)
  expect(refused).toMatchObject({ code: 'conflict', reason: 'already-passed' })
  expect((await progress())?.handover).toMatchObject({ contacts: 1, left: 0, told: 'few', agreed: 0, declined: 'few' })
})

test('her successor leaves as well: who has not answered is told of the next', async () => {
  await world.add('members', [{ _id: 'rep-chen', name: '陈默', role: 'rep', storeId: 'store-east', tone: 'warm' }])
  await begin(world, left.rep.id)
  await openPost(world, left.token, left.phones.bare)
  await answer(world, left.phones.named, 'yes', left.rep.id)
  await begin(world, 'rep-wang', 'rep-chen')
  expect((await openPost(world, left.token, left.phones.bare)).handover).toMatchObject({
    ...{ fromName: '许婉清', toName: '陈默' },
  })
  expect((await openPost(world, left.token, left.phones.named)).handover).toMatchObject({
    ...{ fromName: '王琳', toName: '陈默' },
  })
  expect(await ownersOf(world, left.written)).toMatchObject({ contact: 'rep-chen', promise: 'rep-chen' })
  const second = { ...answerPayload('yes', left.rep.id), repId: 'rep-wang' }
  expect(await world.ask('reader', 'handover.answer', second, left.phones.named)).toEqual({ passed: true })
  expect(await ownersOf(world, left.named)).toEqual(all('rep-chen'))
  expect(await openPost(world, left.token, left.phones.named)).toMatchObject({ sender: { repName: '陈默' } })
  await world.database.collection('members').doc('rep-chen').remove()
})
