// Is a rep reminded of what is stored about her own contacts, and does putting it off hold on every phone of hers?
import { dayAfter, dayOf } from '../../shared/domain/day'
import { newSheet } from '../../shared/domain/sheet'
import { agree, newId, publish, report, reportOf, share } from '../support/scenes'
import { lin, linOnWeb, mei, startWorld, type World, wang } from '../support/world'

const DAY_MS = 86_400_000
const today = dayOf(Date.now())
const inDays = (days: number) => dayAfter(today, days)

let world: World
const contactId = newId(16)

const note = (id: string, daysAgo: number, cycleDays: number | null, change: object = {}) => ({
  ...{ _id: id, repId: 'rep-lin', contactId, groupId: null, kind: 'purchase', text: '', photos: [], hits: [] },
  ...{ at: Date.now() - daysAgo * DAY_MS, writtenAt: Date.now(), hitAt: null },
  purchase: { product: '晚霜', cycleDays, amountFen: null },
  ...change,
})
const promise = (id: string, dueDay: string, change: object = {}) => ({
  ...{ _id: id, repId: 'rep-lin', contactId, text: '带小样给她', dueDay, madeAt: 1, keptAt: null, open: true },
  ...change,
})
const birthday = (id: string, day: string) => ({
  ...{ _id: id, repId: 'rep-lin', contactId, kind: 'birthday', name: '她的生日', calendar: 'solar', leap: false },
  ...{ month: Number(day.slice(5, 7)), day: Number(day.slice(8)), leadDays: 3 },
})

beforeAll(async () => {
  world = await startWorld()
  await world.ask('rep', 'contact.create', { contactId, remark: '优优妈妈' }, lin)
  const touches = [{ id: 'talk.old', at: Date.now() - 33 * DAY_MS, how: 'talked' }]
  const sheet = newSheet(contactId as never, 'rep-lin' as never)
  await world.add('sheets', [{ ...sheet, touches, cadenceDays: 30, rev: 1 }])
  await world.add('promises', [
    promise('promise-late', inDays(-2)),
    promise('promise-kept', inDays(-3), { open: false, keptAt: 5 }),
    promise('promise-far', inDays(40)),
    promise('promise-wang', inDays(1), { repId: 'rep-wang', contactId: 'someone-else' }),
  ])
  await world.add('occasions', [birthday('occasion-1', inDays(5))])
  await world.add('notes', [note('note-new', 2, 20)])
})
afterAll(() => world.stop())

const list = (as = lin as Parameters<World['ask']>[3]) => world.ask('rep', 'reminder.list', {}, as)
const ofContact = async () => (await list()).reminders.filter(({ who }) => who !== null)

test('late first, then by day; every line is a stored fact of hers', async () => {
  const { today: day, more } = await list()
  expect([day, more]).toEqual([today, 0])
  expect((await ofContact()).map(({ day: due, key, who, facts }) => [due, key, who?.remark, facts.kind])).toEqual([
    [inDays(-2), 'promise-promise-late', '优优妈妈', 'promise'],
    [inDays(-3), 'cadence', '优优妈妈', 'cadence'],
    [inDays(1), 'lifecycle-note-new-3', '优优妈妈', 'lifecycle'],
    [inDays(5), 'occasion-occasion-1', '优优妈妈', 'occasion'],
    [inDays(12), 'lifecycle-note-new-14', '优优妈妈', 'lifecycle'],
  ])
})

test('another rep hears nothing of it', async () => {
  expect((await list(wang)).reminders.filter(({ who }) => who !== null)).toEqual([])
})

test('put off on one phone it is put off on the other, however often it is told; undone by today', async () => {
  const off = { contactId, key: 'cadence', until: inDays(3) }
  for (let i = 0; i < 3; i++)
    expect(await world.ask('rep', 'reminder.snooze', off, lin)).toEqual({ key: 'cadence', until: inDays(3) })
  const seen = (await list(linOnWeb)).reminders.find(({ key }) => key === 'cadence')
  expect(seen).toMatchObject({ day: inDays(3), putOff: true })
  expect(await world.doc('sheets', contactId)).toMatchObject({ snoozes: { cadence: inDays(3) } })
  expect(await world.ask('rep', 'reminder.snooze', { ...off, until: today }, lin)).toEqual({
    key: 'cadence',
    until: null,
  })
  expect((await ofContact()).find(({ key }) => key === 'cadence')).toMatchObject({ day: inDays(-3), putOff: false })
})

test('two phones that put off different ones at once lose neither', async () => {
  await Promise.all([
    world.ask('rep', 'reminder.snooze', { contactId, key: 'cadence', until: inDays(7) }, lin),
    world.ask('rep', 'reminder.snooze', { contactId, key: 'promise-promise-late', until: inDays(1) }, linOnWeb),
  ])
  expect(await world.doc('sheets', contactId)).toMatchObject({
    snoozes: { cadence: inDays(7), 'promise-promise-late': inDays(1) },
  })
})

test.each([
  ['another rep’s contact', { contactId, key: 'cadence', until: today }, wang, 'no-such-contact'],
  ['nobody', { contactId: 'not-there', key: 'cadence', until: today }, lin, 'no-such-contact'],
  ['a key that is none', { contactId, key: 'snoozes.$x', until: today }, lin, 'bad-characters'],
])('nothing of %s is put off', async (_, input, as, reason) => {
  const before = await world.doc('sheets', contactId)
  expect(await world.refusal('rep', 'reminder.snooze', input, as)).toMatchObject(
    reason === 'bad-characters' ? { code: 'invalid' } : { reason },
  )
  expect(await world.doc('sheets', contactId)).toEqual(before)
})

test('who withdrew is not brought up any more', async () => {
  const { postId } = await publish(world)
  const token = await share(world, postId, lin)
  await agree(world, token, mei)
  await report(world, [reportOf({ postId, token })], mei)
  const contacts = (await world.ask('rep', 'contact.list', {}, lin)).contacts
  const hers = contacts.find(({ origin }) => origin === 'reader')?.contactId ?? ''
  await world.add('promises', [promise('promise-mei', inDays(1), { contactId: hers })])
  const isListed = async () => (await list()).reminders.some(({ key }) => key === 'promise-promise-mei')
  expect(await isListed()).toBe(true)
  await world.ask('reader', 'consent.withdraw', {}, mei)
  expect(await isListed()).toBe(false)
})
