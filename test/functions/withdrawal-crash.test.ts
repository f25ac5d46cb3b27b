// She withdrew, something failed on the way, and nobody asks again: does all that stands under her go by itself?
import { countReadings as count } from '../../cloudfunctions/jobs/count-readings'
import { refreshReaders } from '../../cloudfunctions/jobs/refresh-readers'
import { setAside } from '../../cloudfunctions/jobs/set-aside'
import { cardFor, getToKnow, phone, say, seeFile, write } from '../support/known-readers'
import { countReadings, publish, report, reportOf, share } from '../support/scenes'
import { type As, lin, mei, startWorld, type World } from '../support/world'

let world: World
let postId: string
beforeAll(async () => {
  process.env.RIPPLE_PERSON_KEY = 'a-key-for-tests-only' // what runs in this process has the functions' key
  world = await startWorld()
  postId = (await publish(world, { topics: ['睡眠'] })).postId
})
afterAll(() => world.stop())
afterEach(() => {
  world.emulator.faults = undefined
})

const HOUR_MS = 3_600_000

/** An hour passes since she withdrew, and the jobs that have to do with readers run. */
const later = async (): Promise<void> => {
  const withdrawnAt = world.database.command.inc(-HOUR_MS)
  for (const consent of await world.docs('consents'))
    if (consent.withdrawnAt) await world.database.collection('consents').doc(consent._id).update({ withdrawnAt })
  for (const job of [setAside, count, refreshReaders]) await job(Date.now())
}

/** All that is stored but staff, posts and pictures. */
const everything = async (): Promise<string> => {
  const names = ['readers', 'contacts', 'links', 'consents', 'readings', 'departures', 'batches', 'watches', 'notices']
  return JSON.stringify(await Promise.all(names.map((name) => world.docs(name))))
}

/** True when it came as far as its nth request to the database, which failed. */
const failing = async (nth: number, act: () => Promise<unknown>): Promise<boolean> => {
  let [seen, failed] = [0, false]
  world.emulator.faults = ({ action, collection }) => {
    if (!action.startsWith('database.') || collection === undefined || ++seen < nth) return 'none'
    failed = true
    return 'refuse'
  }
  await act()
  world.emulator.faults = undefined
  return failed
}

test('one reader whose profile cannot be written holds nobody else up', async () => {
  const token = await share(world, postId)
  const phones = [phone('one'), phone('other')]
  for (const as of phones) await getToKnow(world, token, as)
  for (const as of phones) await report(world, [reportOf({ postId, token })], as)
  // the first profile that is written cannot be: as one that has grown too big
  let failed = 0
  world.emulator.faults = ({ action, collection }) => {
    if (collection !== 'readers' || !action.startsWith('database.modify') || failed++ > 0) return 'none'
    return 'refuse'
  }
  await countReadings(world)
  world.emulator.faults = undefined
  expect(failed).toBeGreaterThan(0)
  expect(await world.docs('batches')).toEqual([expect.objectContaining({ open: null })])
  const entries = async () =>
    (await world.docs('readers')).map((reader) => Object.keys(reader.entries as object).length).sort()
  expect((await entries()).at(-1)).toBe(2)
  await world.emulator.fireTimer('jobs')
  expect(await entries()).toEqual([2, 2])
  for (const as of phones) await world.ask('reader', 'consent.withdraw', {}, as)
})

const remark = '王姐的备注'
/** A card meant for someone she wrote down was opened by this phone; she named whom it belongs to. */
const known = async (as: As) => {
  const contactId = await write(world, '写下的人')
  const { readerKey, contactId: own } = await getToKnow(world, await cardFor(world, postId, contactId), as)
  await say(world, 'own', readerKey, null)
  await world.ask('rep', 'contact.name', { eventId: `e${Date.now()}`, contactId: own, remark }, lin)
  const personId = String((await world.docs('readers'))[0]?.personId)
  return { personId, own, contactId }
}

test.each([
  ['consent.withdraw', {}],
  ['privacy.erase', { readingIds: [] }],
] as const)('%s that dies at any request is ended by the job', async (action, payload) => {
  let nth = 1
  for (; ; nth += 3) {
    const { personId, own } = await known(mei)
    const failed = await failing(nth, () => world.call('reader', action, payload, mei))
    const ended = (await world.docs('consents')).every((consent) => consent.withdrawnAt)
    if (!ended) await world.ask('reader', action, payload, mei) // refused before anything was done: she sees that it failed
    await later()
    const left = await everything()
    const found = [personId, own, remark, '"open.'].filter((text) => left.includes(text))
    expect({ nth, found }).toEqual({ nth, found: [] })
    if (!failed) break
  }
  expect(nth).toBeGreaterThan(8)
})

test('the contact of someone who withdrew goes with the last who was said to be her', async () => {
  const token = await share(world, postId)
  const [one, other] = [phone('one'), phone('other')]
  const { contactId } = await getToKnow(world, token, one)
  await world.ask('rep', 'contact.name', { eventId: `n${Date.now()}`, contactId, remark }, lin)
  const { readerKey } = await getToKnow(world, token, other)
  await say(world, 'assign', readerKey, contactId)
  await world.ask('reader', 'consent.withdraw', {}, one)
  expect((await seeFile(world, contactId)).contact).toMatchObject({ remark })
  await world.ask('reader', 'consent.withdraw', {}, other)
  expect(await world.doc('contacts', contactId)).toBeNull()
  expect(await everything()).not.toContain(remark)
})

test('but stays while she herself has agreed, whoever else was said to be her', async () => {
  const token = await share(world, postId)
  const [one, other] = [phone('one'), phone('other')]
  const { contactId } = await getToKnow(world, token, one)
  const { readerKey } = await getToKnow(world, token, other)
  await say(world, 'assign', readerKey, contactId)
  await world.ask('reader', 'consent.withdraw', {}, one)
  await getToKnow(world, token, one)
  await world.ask('reader', 'consent.withdraw', {}, other)
  expect((await seeFile(world, contactId)).readers).toHaveLength(1)
  await world.ask('reader', 'consent.withdraw', {}, one)
  expect(await world.doc('contacts', contactId)).toBeNull()
})
