// Withdrawn while something of hers was being stored: at whichever moment it falls, is anything left under her?
import { countReadings } from '../../cloudfunctions/jobs/count-readings'
import { erasePrivacy } from '../../cloudfunctions/reader/erase-privacy'
import { withdrawConsent } from '../../cloudfunctions/reader/withdraw-consent'
import { POLICY_VERSION } from '../../shared/domain/consent'
import type { PersonId } from '../../shared/domain/ids'
import { agree, letPass, publish, report, reportOf, share } from '../support/scenes'
import { lin, mei, startWorld, type World } from '../support/world'

let world: World
let postId: string
let token: string
/** Runs before the nth database request from now, while that request waits. */
let interrupt: { after: number; run: () => Promise<unknown> } | null = null

const middleware = async (_request: unknown, _response: unknown, url: URL): Promise<boolean> => {
  if (interrupt === null || !url.pathname.startsWith('/admin')) return false
  interrupt.after--
  if (interrupt.after > 0) return false
  const { run } = interrupt
  interrupt = null
  await run()
  return false
}

beforeAll(async () => {
  process.env.RIPPLE_PERSON_KEY = 'a-key-for-tests-only' // what runs in this process has the functions' key
  world = await startWorld({ middleware })
  postId = (await publish(world)).postId
  token = await share(world, postId, lin)
})
afterAll(() => world.stop())

const personOf = async (): Promise<PersonId> => {
  const [consent] = (await world.docs('consents')).filter(({ personId }) => personId)
  return String(consent?.personId) as PersonId
}
/** As another instance of the function would run it: the local cloud has one, which is busy. */
const elsewhere = async () => {
  const caller = { kind: 'person' as const, personId: await personOf(), via: 'mini' as const }
  return { caller, checkTexts: async () => 'pass' as const }
}
const withdrawElsewhere = async () => withdrawConsent({}, await elsewhere())
const eraseElsewhere = async () => erasePrivacy({ readingIds: [] }, await elsewhere())

const agreementOf = (readingIds: string[]) => ({
  token,
  policyVersion: POLICY_VERSION,
  purposes: ['reading', 'tags'],
  scene: 1007,
  readingIds,
})

/** What the rep sees and what is stored under her now. */
const stored = async () => {
  const consents = (await world.docs('consents')).filter(({ personId, withdrawnAt }) => personId && !withdrawnAt)
  const readings = (await world.docs('readings')).filter(({ known, personId }) => known || personId)
  return { consents, named: [...readings, ...(await world.docs('contacts')), ...(await world.docs('readers'))] }
}

/** Counts the database requests of a call, by interrupting it never. */
const requestsOf = async (act: () => Promise<unknown>): Promise<number> => {
  const never = { after: Number.MAX_SAFE_INTEGER, run: async () => undefined }
  interrupt = never
  await act()
  interrupt = null
  return Number.MAX_SAFE_INTEGER - never.after
}

const seenByRep = async () => [
  ...(await world.ask('rep', 'feed.list', {}, lin)).lines,
  ...(await world.ask('rep', 'contact.list', {}, lin)).contacts,
]

/** A report is one write: should she withdraw just before it, the rep sees nothing, and the next count lets go of it. */
test.each([
  ['withdraws', withdrawElsewhere],
  ['erases', eraseElsewhere],
])('a report under way leaves nothing under someone who %s before it ends', async (_, run) => {
  let after = 1
  for (; ; after++) {
    await agree(world, token, mei)
    interrupt = { after, run }
    await report(world, [reportOf({ postId, token })], mei)
    if (interrupt) break // it ended before it came so far
    expect({ after, seen: await seenByRep() }).toEqual({ after, seen: [] })
    await letPass(world)
    await countReadings(Date.now())
    expect({ after, ...(await stored()) }).toEqual({ after, consents: [], named: [] })
  }
  interrupt = null
  await run()
  expect(after).toBeGreaterThan(2)
})

test('counting under way leaves nothing under someone who withdraws before it ends', async () => {
  const read = async () => {
    await agree(world, token, mei)
    await report(world, [reportOf({ postId, token })], mei)
    await letPass(world)
  }
  await read()
  const requests = await requestsOf(() => countReadings(Date.now()))
  expect(requests).toBeGreaterThan(10)
  let withdrawn = 0
  for (let after = 1; after <= requests; after += 2) {
    await read()
    interrupt = { after, run: withdrawElsewhere }
    await countReadings(Date.now())
    if (interrupt) await withdrawElsewhere()
    else withdrawn++
    interrupt = null
    expect({ after, ...(await stored()) }).toEqual({ after, consents: [], named: [] })
  }
  expect(withdrawn).toBeGreaterThan(requests / 4)
})

test('agreeing under way leaves a consent in force or nothing', async () => {
  const reading = reportOf({ postId, token })
  await report(world, [reading], mei)
  const give = () => world.call('reader', 'consent.give', agreementOf([reading.readingId]), mei)
  const requests = await requestsOf(give)
  for (let after = 1; after <= requests; after++) {
    await withdrawElsewhere()
    interrupt = { after, run: withdrawElsewhere }
    const reply = await give()
    expect(interrupt).toBeNull()
    const { consents, named } = await stored()
    expect({ after, ok: reply.ok, consents: consents.length }).toEqual({
      after,
      ok: consents.length === 1,
      consents: consents.length,
    })
    if (!consents.length) expect({ after, named }).toEqual({ after, named: [] })
  }
})
