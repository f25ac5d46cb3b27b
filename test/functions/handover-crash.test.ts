// A handover fails on the way, at any request to the database, or the customer withdraws in the midst of it: does all of it
// pass in the end, or nothing stay?
import { countReadings } from '../../cloudfunctions/jobs/count-readings'
import { passOnContacts } from '../../cloudfunctions/jobs/pass-contacts'
import { refreshReaders } from '../../cloudfunctions/jobs/refresh-readers'
import { setAside } from '../../cloudfunctions/jobs/set-aside'
import { withdrawConsent } from '../../cloudfunctions/reader/withdraw-consent'
import type { PersonId } from '../../shared/domain/ids'
import { answer, answerPayload, begin, keepReady, type Left, openPost, ownersOf } from '../support/handover-world'
import { seeFile } from '../support/known-readers'
import { editor, startWorld, type World, wang } from '../support/world'

let world: World
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
  ready = await keepReady(world)
})
afterAll(() => world.stop())
afterEach(() => {
  world.emulator.faults = undefined
  interrupt = null
})
jest.setTimeout(300_000)

let ready: () => Promise<Left>

/** True when it came as far as its nth request to the database, which failed, with all after it. */
const dying = async (nth: number, act: () => Promise<unknown>): Promise<boolean> => {
  let seen = 0
  world.emulator.faults = ({ action, collection }) =>
    action.startsWith('database.') && collection !== undefined && ++seen >= nth ? 'refuse' : 'none'
  await act()
  world.emulator.faults = undefined
  return seen >= nth
}

const HOUR_MS = 3_600_000
const jobs = [passOnContacts, setAside, countReadings, refreshReaders]
/** The jobs that have to do with people run, an hour after anything that ended. */
const later = async (): Promise<void> => {
  const withdrawnAt = world.database.command.inc(-HOUR_MS)
  for (const consent of await world.docs('consents'))
    if (consent.withdrawnAt) await world.database.collection('consents').doc(consent._id).update({ withdrawnAt })
  for (const job of [...jobs, ...jobs]) await job(Date.now())
}

const all = (repId: string) => ({
  ...{ contact: repId, sheet: repId, note: repId, words: repId, promise: repId, occasion: repId, partner: repId },
})

test('beginning that dies at any request is ended by beginning again, or by the job', async () => {
  let nth = 1
  for (; ; nth += 3) {
    const left = await ready()
    const payload = { fromId: left.rep.id, toId: 'rep-wang' }
    const died = await dying(nth, () => world.call('hq', 'handover.begin', payload, editor))
    const isBegun = (await world.doc('handovers', left.rep.id)) !== null
    if (!isBegun || nth % 2 === 1) await begin(world, left.rep.id)
    else await later()
    expect({ nth, ...(await ownersOf(world, left.written)) }).toEqual({ nth, ...all('rep-wang'), words: left.rep.id })
    expect({ nth, ...(await ownersOf(world, left.named)) }).toEqual({ nth, ...all(left.rep.id) })
    expect((await world.docs('groups')).map(({ repId }) => repId)).toEqual(['rep-wang'])
    expect((await world.doc('members', left.rep.id))?.leftAt).toEqual(expect.any(Number))
    if (!died) break
  }
  expect(nth).toBeGreaterThan(10)
})

test('a yes that dies at any request passes by the job, once and whole', async () => {
  let nth = 1
  for (; ; nth += 4) {
    const left = await ready()
    await begin(world, left.rep.id)
    const payload = answerPayload('yes', left.rep.id)
    const died = await dying(nth, () => world.call('reader', 'handover.answer', payload, left.phones.assigned))
    const said = (await world.docs('consents')).some(({ passTo, passedFrom }) => passTo || passedFrom)
    if (!said) await answer(world, left.phones.assigned, 'yes', left.rep.id) // she saw that it failed
    await later()
    expect({ nth, ...(await ownersOf(world, left.written)) }).toEqual({ nth, ...all('rep-wang') })
    const file = await seeFile(world, left.written, wang)
    expect({ nth, readers: file.readers.length, read: file.timeline.length }).toEqual({ nth, readers: 1, read: 1 })
    expect({ nth, acts: file.history.map(({ act }) => act) }).toEqual({ nth, acts: ['assign'] })
    const consents = (await world.docs('consents')).filter(({ repId }) => repId === 'rep-wang')
    expect(consents).toEqual([expect.objectContaining({ arriving: false, withdrawnAt: null })])
    expect((await world.docs('consents')).filter(({ passTo }) => passTo)).toEqual([])
    expect((await world.docs('readers')).filter(({ stale }) => stale)).toEqual([])
    if (!died) break
  }
  expect(nth).toBeGreaterThan(20)
})

test('a no that dies at any request is ended by the job, and touches nobody else who knows her', async () => {
  let nth = 1
  for (; ; nth += 5) {
    const left = await ready()
    await begin(world, left.rep.id)
    const payload = answerPayload('no', left.rep.id)
    const died = await dying(nth, () => world.call('reader', 'handover.answer', payload, left.phones.named))
    const isEnded = !(await openPost(world, left.token, left.phones.named)).handover
    if (!isEnded) await answer(world, left.phones.named, 'no', left.rep.id)
    await later()
    expect({ nth, contact: await world.doc('contacts', left.named) }).toEqual({ nth, contact: null })
    expect({ nth, readers: (await world.docs('readers')).length }).toEqual({ nth, readers: 2 })
    const left2 = (await world.docs('consents')).filter(({ personId }) => personId)
    expect({ nth, consents: left2.length }).toEqual({ nth, consents: 2 })
    if (!died) break
  }
  expect(nth).toBeGreaterThan(10)
})

test('withdrawn at whichever moment of passing, nothing of hers is left', async () => {
  let withdrawn = 0
  let nth = 1
  for (; ; nth += 5) {
    const left = await ready()
    await begin(world, left.rep.id)
    const [{ personId } = { personId: '' }] = (await world.docs('readers')).filter(
      ({ link }) => (link as { contactId: string }).contactId === left.named,
    )
    // as another instance of the function would run it: the local cloud has one, which is busy
    const caller = { kind: 'person' as const, personId: String(personId) as PersonId, via: 'mini' as const }
    const withdraw = () => withdrawConsent({}, { caller, checkTexts: async () => 'pass' as const, groupHash: null })
    interrupt = { after: nth, run: withdraw }
    await world.call('reader', 'handover.answer', answerPayload('yes', left.rep.id), left.phones.named)
    const isOver = interrupt !== null
    interrupt = null
    if (isOver) break
    withdrawn++
    await later()
    const names = ['readers', 'consents', 'readings', 'links', 'contacts'] as const
    const kept = JSON.stringify(await Promise.all(names.map((name) => world.docs(name))))
    const found = [String(personId), left.named, '叫她李姐'].filter((text) => kept.includes(text))
    expect({ nth, found }).toEqual({ nth, found: [] })
  }
  expect(withdrawn).toBeGreaterThan(10)
})
