// What is agreed to, for whom, and is it whole whatever fails on the way?
import { refreshReaders } from '../../cloudfunctions/jobs/refresh-readers'
import { POLICY_VERSION, PROOF_DAYS, RETENTION_DAYS } from '../../shared/domain/consent'
import { countReadings, publish, report, reportOf, share } from '../support/scenes'
import { type As, type Doc, hua, lin, mei, startWorld, type World, zhao } from '../support/world'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world, { topics: ['睡眠'] })).postId
})
afterAll(() => world.stop())
afterEach(async () => {
  world.emulator.faults = undefined
  for (const as of [mei, hua]) await world.ask('reader', 'privacy.erase', { readingIds: [] }, as)
})

const wish = (token: string, change: object = {}) => ({
  ...{ token, policyVersion: POLICY_VERSION, purposes: ['reading', 'tags'], scene: 1007, readingIds: [] as string[] },
  ...change,
})
const give = (token: string, change: object = {}, as: As = mei) =>
  world.ask('reader', 'consent.give', wish(token, change), as)
const consents = async () => (await world.docs('consents')).filter(({ _id }) => !_id.startsWith('proof.'))
const only = async (collection: string): Promise<Doc> => {
  const docs = await world.docs(collection)
  expect(docs).toHaveLength(1)
  return docs[0] as Doc
}

describe('a franchise store', () => {
  test('is named with its brand, and needs a consent of its own', async () => {
    const token = await share(world, postId, zhao)
    const firms = { company: '西城加盟商行', brand: '东方母婴有限公司', franchise: true }
    expect((await world.ask('reader', 'post.read', { token }, mei)).sender).toMatchObject(firms)
    expect(await world.refusal('reader', 'consent.give', wish(token), mei)).toMatchObject({
      reason: 'store-consent-needed',
    })
    expect(await consents()).toEqual([])
    await give(token, { purposes: ['reading', 'store'] })
    expect(await consents()).toEqual([expect.objectContaining({ ...firms, purposes: ['reading', 'store'] })])
    expect((await world.ask('reader', 'privacy.see', {}, mei)).consents).toEqual([expect.objectContaining(firms)])
    expect(await world.ask('reader', 'post.read', { token }, mei)).toMatchObject({ consent: 'given' })
  })

  test('an own store is no second firm', async () => {
    const token = await share(world, postId, lin)
    const firms = { company: '东方母婴有限公司', brand: '东方母婴有限公司', franchise: false }
    expect((await world.ask('reader', 'post.read', { token }, mei)).sender).toMatchObject(firms)
    await give(token, { purposes: ['reading', 'store'] })
    expect(await consents()).toEqual([expect.objectContaining({ ...firms, purposes: ['reading'] })])
  })
})

test('agreed to again with tags, they are worked out; without, they are gone; each time a proof remains', async () => {
  const token = await share(world, postId, lin)
  const reading = reportOf({ postId, token })
  await report(world, [reading], mei)
  const proofs = async () => (await world.docs('consents')).length - (await consents()).length
  const before = await proofs()
  await give(token, { purposes: ['reading'], readingIds: [reading.readingId] })
  expect(await only('readers')).toMatchObject({ tagsOn: false, interests: {}, warmth: 0, stale: false })
  await give(token)
  expect(await only('readers')).toMatchObject({ tagsOn: true, interests: { 睡眠: { readings: 1 } } })
  await give(token)
  expect(await proofs()).toBe(before + 1)
  await give(token, { purposes: ['reading'] })
  expect(await only('readers')).toMatchObject({ tagsOn: false, interests: {}, warmth: 0 })
  expect(await proofs()).toBe(before + 2)
})

test('a rep who moves to another firm sees nothing more, until she is back or asked anew', async () => {
  const token = await share(world, postId, lin)
  const reading = reportOf({ postId, token })
  await report(world, [reading], mei)
  await give(token, { readingIds: [reading.readingId] })
  const move = async (storeId: string) => {
    await world.database.collection('members').doc('rep-lin').update({ storeId })
    for (const name of ['rep', 'reader', 'jobs']) world.emulator.crash(name) // each remembers for a minute at most
  }
  const seen = async () => (await world.ask('rep', 'feed.list', {}, lin)).lines.length
  expect(await seen()).toBe(1)
  await move('store-west')
  expect(await seen()).toBe(0)
  expect((await world.ask('rep', 'contact.list', {}, lin)).contacts).toEqual([])
  expect(await world.ask('reader', 'post.read', { token }, mei)).toMatchObject({ consent: 'none' })
  const later = reportOf({ postId, token })
  await report(world, [later], mei)
  expect(await world.doc('readings', later.readingId)).toMatchObject({ known: false, personId: null })
  expect((await world.ask('reader', 'privacy.see', {}, mei)).readings).toHaveLength(1)
  await give(token, { purposes: ['reading', 'store'] })
  expect(await seen()).toBe(1)
  await move('store-east')
  expect(await seen()).toBe(0)
})

test('only readings that count as hers are claimed: what staff read stays apart', async () => {
  const token = await share(world, postId, lin)
  const [hers, sharers] = [reportOf({ postId, token }), reportOf({ postId, token }, { by: 'sharer' })]
  await report(world, [hers, sharers], mei)
  expect(await give(token, { readingIds: [hers, sharers].map((one) => one.readingId) })).toMatchObject({ claimed: 1 })
  expect(await world.doc('readings', sharers.readingId)).toMatchObject({ known: false, personId: null })
  expect(Object.keys((await only('readers')).entries as object)).toEqual([hers.readingId])
})

/** What agreeing comes to, without what is drawn or clocked. */
const outcome = async (readingId: string) => {
  const [reader, contact, reading] = [
    await only('readers'),
    await only('contacts'),
    await world.doc('readings', readingId),
  ]
  return {
    purposes: (await consents()).map(({ purposes, withdrawnAt }) => ({ purposes, withdrawnAt })),
    reader: [reader.stale, reader.tagsOn, reader.warmth !== 0, Object.keys(reader.interests as object)],
    entries: Object.keys(reader.entries as object).map((id) => id === readingId),
    link: (reader.link as { contactId: string }).contactId === contact._id,
    contact: [contact.origin, contact.readers, contact.remark],
    reading: [reading?.known, reading?.personId === reader.personId],
  }
}

describe.each(['refuse', 'lose'] as const)('with one request that fails (%s)', (fault) => {
  /** Agrees with the nth database request failing; false when it did not come so far. */
  const giveFailing = async (token: string, readingId: string, nth: number): Promise<boolean> => {
    let [seen, failed] = [0, false]
    world.emulator.faults = ({ action, collection }) => {
      if (!action.startsWith('database.') || collection === undefined || ++seen !== nth) return 'none'
      failed = true
      return fault
    }
    await world.call('reader', 'consent.give', wish(token, { readingIds: [readingId] }), mei)
    world.emulator.faults = undefined
    return failed
  }

  test('agreeing again ends as if nothing had failed', async () => {
    const token = await share(world, postId, lin)
    const first = reportOf({ postId, token })
    await report(world, [first], mei)
    await give(token, { readingIds: [first.readingId] })
    const whole = await outcome(first.readingId)
    let nth = 1
    for (; ; nth++) {
      await world.ask('reader', 'privacy.erase', { readingIds: [] }, mei)
      const reading = reportOf({ postId, token })
      await report(world, [reading], mei)
      if (!(await giveFailing(token, reading.readingId, nth))) break
      await give(token, { readingIds: [reading.readingId] })
      expect({ nth, ...(await outcome(reading.readingId)) }).toEqual({ nth, ...whole })
    }
    expect(nth).toBeGreaterThan(8)
  })

  test('withdrawing again leaves nothing under her', async () => {
    const token = await share(world, postId, lin)
    let nth = 1
    for (; ; nth++) {
      const reading = reportOf({ postId, token })
      await report(world, [reading], mei)
      await give(token, { readingIds: [reading.readingId] })
      let [seen, failed] = [0, false]
      world.emulator.faults = ({ action, collection }) => {
        if (!action.startsWith('database.') || collection === undefined || ++seen !== nth) return 'none'
        failed = true
        return fault
      }
      await world.call('reader', 'consent.withdraw', {}, mei)
      world.emulator.faults = undefined
      await world.ask('reader', 'consent.withdraw', {}, mei)
      const left = [...(await world.docs('readers')), ...(await world.docs('contacts')), ...(await world.docs('links'))]
      const named = (await world.docs('readings')).filter(({ personId, known }) => personId !== null || known)
      expect({ nth, left, named }).toEqual({ nth, left: [], named: [] })
      if (!failed) break
    }
    expect(nth).toBeGreaterThan(6)
  })
})

describe('the job', () => {
  test('completes a reader whom a crash left half-known', async () => {
    const token = await share(world, postId, lin)
    const reading = reportOf({ postId, token })
    await report(world, [reading], mei)
    await give(token, { readingIds: [reading.readingId] })
    const whole = await only('readers')
    const half = { stale: true, entries: world.database.command.set({}), interests: world.database.command.set({}) }
    await world.database.collection('readers').doc(whole._id).update(half)
    expect(await world.emulator.fireTimer('jobs')).toMatchObject({ data: { 'refresh-readers': { done: 1 } } })
    expect(await only('readers')).toEqual({ ...whole, rev: expect.any(Number) })
    expect(await world.emulator.fireTimer('jobs')).toMatchObject({ data: { 'refresh-readers': { done: 0 } } })
  })

  test('lets go of what was stored under someone while she withdrew', async () => {
    const token = await share(world, postId, lin)
    await give(token)
    const reading = reportOf({ postId, token })
    await report(world, [reading], mei)
    const { personId } = { ...(await world.doc('readings', reading.readingId)) }
    await world.ask('reader', 'consent.withdraw', {}, mei)
    await world.database.collection('readings').doc(reading.readingId).update({ known: true, personId })
    await countReadings(world)
    expect(await world.doc('readings', reading.readingId)).toMatchObject({ known: false, personId: null })
    expect(await world.docs('readers')).toEqual([])
  })

  test('forgets a reader who has been silent as long as readings are kept, and knows her again when she reads', async () => {
    const token = await share(world, postId, lin)
    await give(token)
    await give(token, {}, hua)
    const [silent] = await world.docs('readers')
    const longAgo = Date.now() - (RETENTION_DAYS + 1) * DAY_MS
    await world.database
      .collection('readers')
      .doc(String(silent?._id))
      .update({ lastReadAt: longAgo, createdAt: longAgo })
    expect(await refreshReaders(Date.now())).toBe(1)
    expect((await world.docs('readers')).map(({ _id }) => _id)).not.toContain(silent?._id)
    expect(await world.docs('contacts')).toHaveLength(1)
    for (const as of [mei, hua]) await report(world, [reportOf({ postId, token })], as)
    await countReadings(world)
    expect(await world.docs('readers')).toHaveLength(2)
    expect(await world.docs('contacts')).toHaveLength(2)
  })

  test('keeps a proof for three years from the day it ended', async () => {
    const token = await share(world, postId, lin)
    await give(token)
    await world.ask('reader', 'privacy.erase', { readingIds: [] }, mei)
    const kept = async () => (await world.docs('consents')).length
    const before = await kept()
    const ended = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS
    await refreshReaders(ended + (PROOF_DAYS - 1) * DAY_MS)
    expect([before > 0, await kept()]).toEqual([true, before])
    await refreshReaders(ended + PROOF_DAYS * DAY_MS)
    expect(await kept()).toBe(0)
  })

  test('forgets the longest silent first, so many in a minute, and goes on with the rest in the next', async () => {
    const token = await share(world, postId, lin)
    await give(token)
    const [one] = await world.docs('readers')
    const consent = (await world.docs('consents')).find(({ personId }) => personId === one?.personId)
    const longAgo = Date.now() - (RETENTION_DAYS + 10) * DAY_MS
    const silent = Array.from({ length: 50 }, (_, n) => {
      const personId = `silent-person-${n}`
      const _id = `${one?.repId}.${personId}`
      return {
        ...one,
        _id,
        key: `key-${n}`,
        personId,
        link: null,
        owns: [],
        lastReadAt: longAgo + n,
        createdAt: longAgo,
      }
    })
    await world.add('readers', silent)
    const consentOf = ({ personId }: { personId: string }) =>
      String(consent?._id).replace(String(one?.personId), personId)
    await world.add(
      'consents',
      silent.map((of) => ({ ...consent, _id: consentOf(of), personId: of.personId })),
    )
    expect(await refreshReaders(Date.now())).toBe(40)
    const left = (await world.docs('readers')).filter(({ lastReadAt }) => Number(lastReadAt) < Date.now() - DAY_MS)
    expect(left.map(({ lastReadAt }) => Number(lastReadAt)).sort()).toEqual(silent.slice(40).map((of) => of.lastReadAt))
    expect([await refreshReaders(Date.now()), await refreshReaders(Date.now())]).toEqual([10, 0])
    expect((await world.docs('readers')).map(({ _id }) => _id)).toEqual([one?._id])
  })
})
