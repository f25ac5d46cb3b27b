// Is a reader nobody until she agrees, and nobody again when she takes it back?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { POLICY_VERSION, PROOF_DAYS } from '../../shared/domain/consent'
import { schema } from '../../shared/schema'
import { agree, newReadingId, newToken, publish, report, reportOf, share } from '../support/scenes'
import { type As, hua, lin, mei, nobody, startWorld, type World, wang } from '../support/world'

const DAY_MS = 86_400_000
/** None of them says who. */
const PROOF_FIELDS = 'keptUntil,givenAt,withdrawnAt,policyVersion,company,brand,franchise,purposes,_id'
  .split(',')
  .sort()

let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
})
afterAll(() => world.stop())

const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all(schema.map(({ name }) => world.docs(name))))

const filesOf = (place: string): string[] =>
  readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Every collection, and every byte on disk: database file, write-ahead log, stored files, function logs. */
const isAnywhere = async (text: string): Promise<boolean> =>
  (await everything()).includes(text) || filesOf(world.dataDir).some((file) => readFileSync(file).includes(text))

const consentsOf = async (repId: string) => (await world.docs('consents')).filter((consent) => consent.repId === repId)

const personIdOf = async (as: As, token: string): Promise<string> => {
  await agree(world, token, as)
  const consents = await world.docs('consents')
  return String(consents.find(({ repId }) => repId === 'rep-wang')?.personId)
}

describe('without consent', () => {
  test('neither her openid nor a person id is stored, whatever she does', async () => {
    const token = await share(world, postId, lin)
    await world.ask('reader', 'post.read', { token }, hua)
    const reading = reportOf({ postId, token })
    await report(world, [reading], hua)
    await report(world, [{ ...reading, seq: 2 }], hua)
    await world.ask('reader', 'share.record', { token: newToken(), parentToken: token, channel: 'chat-card' }, hua)
    await world.ask('reader', 'privacy.see', {}, hua)
    await world.ask('reader', 'consent.withdraw', {}, hua)
    await world.refusal('reader', 'consent.give', { token }, hua)
    await world.refusal('rep', 'feed.list', {}, hua)
    expect(await world.doc('readings', reading.readingId)).toMatchObject({ known: false, personId: null, seq: 2 })
    expect(await isAnywhere(hua.openid)).toBe(false)
    expect(await world.docs('contacts')).toEqual([])

    const wangs = await share(world, postId, wang)
    const personId = await personIdOf(hua, wangs)
    expect(personId).toMatch(/^[\w-]{22}$/)
    const stored = JSON.stringify(await Promise.all(['readings', 'shares'].map((name) => world.docs(name))))
    expect(stored).not.toContain(personId)
    expect(await isAnywhere(hua.openid)).toBe(false)
    await world.ask('reader', 'privacy.erase', { readingIds: [] }, hua)
  })
})

describe('consent', () => {
  test('claims what she read before, of this rep only, and nothing of others', async () => {
    const [lins, wangs] = [await share(world, postId, lin), await share(world, postId, wang)]
    const [mine, wangsReading, plain] = [
      reportOf({ postId, token: lins }),
      reportOf({ postId, token: wangs }),
      reportOf({ postId, token: null }),
    ]
    const huas = reportOf({ postId, token: lins })
    await report(world, [mine, wangsReading, plain], mei)
    await agree(world, lins, hua)
    await report(world, [huas], hua)
    const ids = [mine, wangsReading, plain, huas].map(({ readingId }) => readingId)
    const given = await agree(world, lins, mei, [...ids, newReadingId()])
    expect(given.claimed).toBe(1)
    expect(await agree(world, lins, mei, ids)).toEqual(given)
    expect(await world.doc('readings', mine.readingId)).toMatchObject({ known: true })
    expect(await world.doc('readings', wangsReading.readingId)).toMatchObject({ known: false, personId: null })
    expect(await world.doc('readings', plain.readingId)).toMatchObject({ known: false, personId: null })
    const [a, b] = [await world.doc('readings', mine.readingId), await world.doc('readings', huas.readingId)]
    expect(a?.personId).not.toBe(b?.personId)
    const seen = await world.ask('reader', 'privacy.see', {}, mei)
    expect(seen).toMatchObject({ retentionDays: 180, consents: [{ repId: 'rep-lin', repName: '林小满' }] })
    expect(seen.readings.map(({ readingId }) => readingId)).toEqual([mine.readingId])
  })

  test('needs the notice of today, and someone who can be recognised', async () => {
    const token = await share(world, postId, lin)
    const asked = { token, policyVersion: '2020-01', purposes: ['reading'], scene: 1007, readingIds: [] }
    expect(await world.refusal('reader', 'consent.give', asked, mei)).toMatchObject({ reason: 'policy-changed' })
    const today = { ...asked, policyVersion: POLICY_VERSION }
    expect(await world.refusal('reader', 'consent.give', today, nobody)).toMatchObject({ reason: 'sign-in-needed' })
    expect(await world.refusal('reader', 'consent.give', { ...today, purposes: [] }, mei)).toMatchObject({
      code: 'invalid',
      field: 'purposes',
    })
  })

  test('what a rep is told names no reading: who knows its id may claim it once it is nobody’s again', async () => {
    const token = await share(world, postId, lin)
    const reading = reportOf({ postId, token })
    await agree(world, token, mei)
    await report(world, [reading], mei)
    const { lines } = await world.ask('rep', 'feed.list', {}, lin)
    const seen = await world.ask('rep', 'contact.see', { contactId: lines[0]?.contactId }, lin)
    expect(JSON.stringify([lines, seen])).not.toContain(reading.readingId)
    expect(seen.timeline.map(({ readingId }) => readingId)).toContain(lines[0]?.readingId)
    expect(new Set(lines.map(({ readingId }) => readingId)).size).toBe(lines.length)
  })

  test('another person cannot grow a reading that is hers, nor hang it on another share', async () => {
    const token = await share(world, postId, lin)
    const reading = reportOf({ postId, token })
    await agree(world, token, mei)
    await report(world, [reading], mei)
    const before = await everything()
    const grown = { ...reading, seq: 9, sections: { s1: 110_000 } }
    for (const as of [nobody, hua]) expect((await report(world, [grown], as)).accepted).toEqual([reading.readingId])
    const wangs = await share(world, postId, wang)
    const after = await world.docs('readings')
    expect(JSON.parse(before)).toEqual(expect.arrayContaining([after]))
    await report(world, [{ ...grown, token: wangs }], mei)
    expect(await world.docs('readings')).toEqual(after)
  })
})

describe('taking it back', () => {
  test('withdrawing hides everything from the rep at once, and can be repeated', async () => {
    await world.ask('reader', 'privacy.erase', { readingIds: [] }, mei)
    const token = await share(world, postId, lin)
    const reading = reportOf({ postId, token })
    await report(world, [reading], mei)
    await agree(world, token, mei, [reading.readingId])
    const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
    const contactId = contacts[0]?.contactId ?? ''
    expect(await world.ask('reader', 'consent.withdraw', {}, mei)).toEqual({ withdrawn: 1 })
    expect(await world.ask('reader', 'consent.withdraw', {}, mei)).toEqual({ withdrawn: 0 })
    const { lines } = await world.ask('rep', 'feed.list', {}, lin)
    expect(lines.filter((line) => line.contactId === contactId)).toEqual([])
    expect(await world.refusal('rep', 'contact.see', { contactId }, lin)).toMatchObject({ reason: 'no-such-contact' })
    expect(await world.doc('readings', reading.readingId)).toMatchObject({ known: false, personId: null })
    expect(await world.ask('reader', 'privacy.see', {}, mei)).toMatchObject({ consents: [], readings: [] })
    await report(world, [{ ...reading, seq: 2 }], mei)
    expect(await world.doc('readings', reading.readingId)).toMatchObject({ seq: 2, known: false, personId: null })
    expect(await agree(world, token, mei, [reading.readingId])).toMatchObject({ claimed: 1 })
  })

  test('a half-done withdrawal already hides her: the consent alone decides', async () => {
    const token = await share(world, postId, wang)
    await report(world, [reportOf({ postId, token })], mei)
    await agree(world, token, mei)
    const reading = reportOf({ postId, token })
    await report(world, [reading], mei)
    const { lines } = await world.ask('rep', 'feed.list', {}, wang)
    const contactId = lines[0]?.contactId ?? ''
    const [reader] = (await world.docs('readers')).filter(({ repId }) => repId === 'rep-wang')
    await world.database.collection('consents').where({ personId: reader?.personId }).update({ withdrawnAt: 1 })
    const { consents, readings } = await world.ask('reader', 'privacy.see', {}, mei)
    expect(consents).toEqual([])
    expect(readings.map(({ readingId }) => readingId)).toContain(reading.readingId)
    expect((await world.ask('rep', 'feed.list', {}, wang)).lines).toEqual([])
    expect((await world.ask('rep', 'contact.list', {}, wang)).contacts).toEqual([])
    expect(await world.refusal('rep', 'contact.see', { contactId }, wang)).toMatchObject({ reason: 'consent-gone' })
    const name = { eventId: newReadingId(), contactId, remark: '美' }
    expect(await world.refusal('rep', 'contact.name', name, wang)).toMatchObject({
      code: 'gone',
    })
  })

  test('withdrawing leaves a proof of the time before, which names nobody, and agreeing anew begins anew', async () => {
    for (const as of [mei, hua]) await world.ask('reader', 'privacy.erase', { readingIds: [] }, as)
    const token = await share(world, postId, lin)
    const proofs = async () => (await world.docs('consents')).filter(({ _id }) => _id.startsWith('proof.'))
    await agree(world, token, mei)
    const [before, first] = [await proofs(), (await consentsOf('rep-lin')).find(({ withdrawnAt }) => !withdrawnAt)]
    await world.ask('reader', 'consent.withdraw', {}, mei)
    expect(await world.doc('consents', String(first?._id))).toBeNull()
    const withdrawnAt = expect.any(Number)
    await agree(world, token, mei)
    await agree(world, token, mei)
    const { policyVersion, company, brand, franchise, purposes, givenAt } = { ...first }
    const agreed = { policyVersion, company, brand, franchise, purposes, givenAt, withdrawnAt }
    const [proof, ...others] = (await proofs()).filter(({ _id }) => !before.some((known) => known._id === _id))
    expect(others).toEqual([])
    const keptUntil = Number(proof?.withdrawnAt) + PROOF_DAYS * DAY_MS
    expect(proof).toEqual({ _id: `proof.${first?.proofId}`, ...agreed, keptUntil })
    expect(await world.doc('consents', String(first?._id))).toMatchObject({ withdrawnAt: null })
  })

  test('someone who agreed and was hired later still sees it, withdraws and erases', async () => {
    const xiu = { openid: 'oOpenidOfReaderXiu0000000007' }
    const token = await share(world, postId, lin)
    const reading = reportOf({ postId, token })
    await report(world, [reading], xiu)
    await agree(world, token, xiu, [reading.readingId])
    await world.add('identities', [{ _id: `wx:${xiu.openid}`, memberId: 'rep-zhao' }])
    expect(await world.ask('rep', 'me.see', {}, xiu)).toMatchObject({ memberId: 'rep-zhao' })
    const seen = await world.ask('reader', 'privacy.see', {}, xiu)
    expect(seen.consents).toEqual([expect.objectContaining({ repId: 'rep-lin' })])
    expect(seen.readings.map(({ readingId }) => readingId)).toContain(reading.readingId)
    expect(await world.ask('reader', 'consent.withdraw', {}, xiu)).toEqual({ withdrawn: 1 })
    expect(await world.doc('readings', reading.readingId)).toMatchObject({ known: false, personId: null })
    expect(await world.ask('reader', 'privacy.erase', { readingIds: [reading.readingId] }, xiu)).toEqual({ erased: 1 })
  })

  test('erasing leaves nothing of her but a proof that names nobody', async () => {
    await world.ask('reader', 'privacy.erase', { readingIds: [] }, mei)
    const token = await share(world, postId, lin)
    await agree(world, token, mei)
    const [known, anonymous, huas] = [
      reportOf({ postId, token }),
      reportOf({ postId, token: null }),
      reportOf({ postId, token }),
    ]
    await report(world, [known, anonymous], mei)
    await agree(world, token, hua)
    await report(world, [huas], hua)
    const proofs = async () => (await world.docs('consents')).filter(({ _id }) => _id.startsWith('proof.'))
    const before = (await proofs()).length
    const personId = String((await world.doc('readings', known.readingId))?.personId)
    const readingIds = [known, anonymous, huas].map(({ readingId }) => readingId)
    expect(await world.ask('reader', 'privacy.erase', { readingIds }, mei)).toEqual({ erased: 2 })
    expect(await world.ask('reader', 'privacy.erase', { readingIds }, mei)).toEqual({ erased: 0 })
    expect(await world.doc('readings', known.readingId)).toBeNull()
    expect(await world.doc('readings', anonymous.readingId)).toBeNull()
    expect(await world.doc('readings', huas.readingId)).toMatchObject({ known: true })
    expect(await everything()).not.toContain(personId)
    const left = await proofs()
    expect(left).toHaveLength(before + 1)
    for (const proof of left) expect(Object.keys(proof).sort()).toEqual(PROOF_FIELDS)
    expect(await isAnywhere(mei.openid)).toBe(false)
  })
})
