// What does a rep keep of how they stand, and what becomes of it when several of her phones write?

import { noteOf, seeSheet, writeNote } from '../support/files-world'
import { cardFor, getToKnow, phone, write } from '../support/known-readers'
import { newId, publish } from '../support/scenes'
import { lin, linOnWeb, startWorld, type World, wang } from '../support/world'

let world: World
let contactId: string
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  contactId = await write(world, '她')
})

const save = (from: object, to: object, as: { openid: string } | { uid: string } = lin) =>
  world.ask('rep', 'sheet.save', { contactId, from, to }, as)

test('a contact nothing is kept of has an empty sheet, and nothing is stored for looking', async () => {
  expect(await seeSheet(world, contactId)).toMatchObject({
    sheet: {
      source: null,
      relation: null,
      quiet: null,
      answers: {},
      lastContactAt: null,
      unanswered: 0,
      cadence: 40,
      rev: 0,
    },
    ...{ consent: 'none', keepsWords: false, notes: [], promises: [], occasions: [], told: [], groups: [], next: null },
  })
  expect(await world.doc('sheets', contactId)).toBeNull()
})

test('fields are set one by one; what is said twice changes nothing', async () => {
  const first = await save({ relation: null }, { relation: 'expert' })
  expect(first).toMatchObject({ sheet: { relation: 'expert', cadence: 30, rev: 1 }, replaced: [] })
  const again = await save({ relation: null }, { relation: 'expert' })
  expect(again).toEqual({ ...first, sheet: { ...first.sheet, rev: again.sheet.rev } }) // only when it was said last
  const source = { kind: 'referral', note: '孙阿姨介绍' }
  const both = await save({ source: null, cadenceDays: null }, { source, cadenceDays: 14 })
  expect(both).toMatchObject({ sheet: { source, cadenceDays: 14, cadence: 14, relation: 'expert' } })
  expect((await seeSheet(world, contactId, linOnWeb)).sheet).toEqual(both.sheet)
})

test('the last word holds where another phone had written, and the phone is told which', async () => {
  await save({ value: null, taste: null }, { value: 'benefit', taste: 'science' })
  const said = await save({ value: null, taste: null }, { value: 'company', taste: 'science' }, linOnWeb)
  expect(said).toMatchObject({ sheet: { value: 'company', taste: 'science' }, replaced: ['value'] })
})

test('answers meet field by field; what no trade asks is not kept', async () => {
  await save({ answers: {} }, { answers: { stage: ['expecting'], decides: ['herself', 'together'] } })
  const other = { answers: { topics: ['sleep', 'nothing-like-it'], hobby: ['chess'] } }
  expect(await save({ answers: {} }, other, linOnWeb)).toMatchObject({
    sheet: { answers: { stage: ['expecting'], decides: ['together'], topics: ['sleep'] } },
    replaced: [],
  })
  const from = { answers: { stage: ['expecting'], decides: ['together'], topics: ['sleep'] } }
  expect(await save(from, { answers: { decides: ['together'], topics: ['sleep'] } })).toMatchObject({
    sheet: { answers: { decides: ['together'], topics: ['sleep'] } },
  })
})

test('left alone since she asked, until a day or until she says otherwise', async () => {
  const before = Date.now()
  const { sheet } = await save({ quiet: null }, { quiet: { until: '2027-01-01' } })
  expect(sheet.quiet).toMatchObject({ until: '2027-01-01', since: expect.any(Number) })
  expect(sheet.quiet?.since).toBeGreaterThanOrEqual(before)
  const longer = await save({ quiet: { until: '2027-01-01' } }, { quiet: { until: null } })
  expect(longer).toMatchObject({ sheet: { quiet: { since: sheet.quiet?.since, until: null } }, replaced: [] })
  expect((await save({ quiet: { until: null } }, { quiet: null })).sheet.quiet).toBeNull()
})

test('many phones at once lose no field', async () => {
  const fields = [{ relation: 'model' }, { value: 'company' }, { taste: 'result' }, { cadenceDays: 9 }]
  await Promise.all(fields.map((to) => save(Object.fromEntries(Object.keys(to).map((key) => [key, null])), to)))
  expect((await seeSheet(world, contactId)).sheet).toMatchObject(Object.assign({}, ...fields))
})

test('a group is hers, and what two phones put in and take out meets', async () => {
  const [one, other, notHers] = [newId(12), newId(12), newId(12)]
  for (const [groupId, as] of [
    [one, lin],
    [other, lin],
    [notHers, wang],
  ] as const)
    await world.ask('rep', 'group.save', { groupId, from: {}, to: { name: `群${groupId.slice(0, 3)}` } }, as)
  await save({ groupIds: [] }, { groupIds: [one, notHers] })
  await save({ groupIds: [] }, { groupIds: [other] }, linOnWeb)
  const { sheet, groups } = await seeSheet(world, contactId)
  expect(sheet.groupIds).toEqual([one, other])
  expect(groups.map(({ groupId }) => groupId).sort()).toEqual([one, other].sort())
  expect((await save({ groupIds: [one] }, { groupIds: [] })).sheet.groupIds).toEqual([other])
})

test('where she heard of us names no child', async () => {
  const ask = { contactId, from: {}, to: { source: { kind: 'other', note: '学军小学门口' } } }
  const refused = await world.refusal('rep', 'sheet.save', ask, lin)
  expect(refused).toMatchObject({ reason: 'child-facts', message: expect.stringContaining('学军小学') })
  expect(await world.doc('sheets', contactId)).toBeNull()
})

test('what is kept goes with a contact that came by consent, and is closed to her rep at once', async () => {
  const { postId } = await publish(world)
  const as = phone('sheet')
  const known = await getToKnow(world, await cardFor(world, postId), as)
  contactId = known.contactId
  await save({ relation: null }, { relation: 'service' })
  await writeNote(world, noteOf(contactId))
  expect(await seeSheet(world, contactId)).toMatchObject({ consent: 'tags', keepsWords: true })
  await world.ask('reader', 'consent.withdraw', {}, as)
  expect(await world.refusal('rep', 'sheet.see', { contactId }, lin)).toMatchObject({ reason: 'no-such-contact' })
  expect(await world.doc('sheets', contactId)).toBeNull()
  expect((await world.docs('notes')).filter((note) => note.contactId === contactId)).toEqual([])
})
