// Withdrawn while something of hers was being stored: at whichever moment it falls, is anything left under her?
import { erasePrivacy } from '../../cloudfunctions/reader/erase-privacy'
import { withdrawConsent } from '../../cloudfunctions/reader/withdraw-consent'
import { POLICY_VERSION } from '../../shared/domain/consent'
import type { PersonId } from '../../shared/domain/ids'
import { agree, publish, report, reportOf, share } from '../support/scenes'
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
  purposes: ['reading'],
  scene: 1007,
  readingIds,
})

const stored = async () => {
  const consents = (await world.docs('consents')).filter(({ personId, withdrawnAt }) => personId && !withdrawnAt)
  const readings = (await world.docs('readings')).filter(({ known, personId }) => known || personId)
  return { consents, named: [...readings, ...(await world.docs('contacts'))] }
}

/** Counts the database requests of a call, by interrupting it never. */
const requestsOf = async (act: () => Promise<unknown>): Promise<number> => {
  const never = { after: Number.MAX_SAFE_INTEGER, run: async () => undefined }
  interrupt = never
  await act()
  interrupt = null
  return Number.MAX_SAFE_INTEGER - never.after
}

test.each([
  ['withdraws', withdrawElsewhere],
  ['erases', eraseElsewhere],
])('a report under way stores nothing under someone who %s before it ends', async (_, run) => {
  await agree(world, token, mei)
  const send = () => report(world, [reportOf({ postId, token })], mei)
  const requests = await requestsOf(send)
  expect(requests).toBeGreaterThan(3)
  for (let after = 1; after <= requests; after++) {
    await agree(world, token, mei)
    interrupt = { after, run }
    await send()
    expect(interrupt).toBeNull()
    expect({ after, ...(await stored()) }).toEqual({ after, consents: [], named: [] })
  }
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
