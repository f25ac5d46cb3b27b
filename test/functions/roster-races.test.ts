// Two at once: an import beside a hand-made change, a second look, the job that passes contacts; two saves of one code.
// Whichever comes first, nobody's work is taken for the other's, and undone all is as it was.
import { rowsOf } from '../support/roster-rows'
import { carryThrough, stage } from '../support/roster-world'
import { newId } from '../support/scenes'
import { approver, editor, otherEditor, startWorld, type World } from '../support/world'

const SETTLED_MS = 240_000
jest.setTimeout(300_000)

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
/** True when `act` came as far as its nth request, before which `run` ran to its end. */
const interrupted = async (after: number, act: () => Promise<unknown>, run: () => Promise<unknown>) => {
  interrupt = { after, run }
  await act()
  const came = interrupt === null
  interrupt = null
  return came
}

beforeAll(async () => {
  world = await startWorld({ middleware })
  await world.database.collection('members').doc('rep-lin').update({ code: 'A001', account: 'lin' })
}, SETTLED_MS)
afterAll(() => world.stop())

const LIN = { code: 'A001', account: 'lin', name: '林小满' }
const newRoster = () => `roster-${newId(8)}`
const everything = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all((['members', 'identities', 'handovers', 'contacts', 'invites'] as const).map(world.docs)),
  )
const check = (rosterId: string) => world.ask('hq', 'roster.check', { rosterId }, editor)
const ready = async (rows: Parameters<typeof rowsOf>[0]): Promise<string> => {
  const rosterId = newRoster()
  await stage(world, rosterId, rowsOf(rows), 1)
  expect((await check(rosterId)).faults).toEqual([])
  return rosterId
}
const draft = (change: object) => ({
  ...{ name: '新同事', role: 'rep', kind: 'guide', storeId: 'store-east', teamId: null, tone: 'warm' },
  ...{ labels: [], code: '', account: '', scope: null },
  ...change,
})

test('what somebody saved of her in between is hers, not the import’s, though it counts to the same number', async () => {
  const rosterId = await ready([
    { code: 'H5', name: '新人' },
    { ...LIN, tone: '专业' },
  ])
  // the journal stands, and she was just saved by hand: the same number that the import would give her
  await world.database.collection('rosters').doc(rosterId).update({ state: 'applying', done: 0 })
  await world.database.collection('rosters').add({ _id: 'running', rosterId })
  await world.database.collection('members').doc('rep-lin').update({ rev: 1, tone: 'lively' })
  expect(await carryThrough(world, 'roster.apply', rosterId)).toMatchObject({ state: 'undone', clash: '林小满' })
  expect(await world.doc('members', 'rep-lin')).toMatchObject({ rev: 1, tone: 'lively' })
  const { command } = world.database
  await world.database.collection('members').doc('rep-lin').update({ rev: command.remove(), tone: 'warm' })
})

test('a second look while it comes in leaves the journal alone', async () => {
  for (let nth = 1; ; nth += 3) {
    const before = await everything()
    const rosterId = await ready([
      { code: 'J1', name: '甲' },
      { ...LIN, tone: '专业' },
    ])
    const came = await interrupted(
      nth,
      () => world.call('hq', 'roster.check', { rosterId }, otherEditor),
      () => carryThrough(world, 'roster.apply', rosterId),
    )
    if (!came) await carryThrough(world, 'roster.apply', rosterId)
    expect({ nth, state: (await world.doc('rosters', rosterId))?.state }).toEqual({ nth, state: 'applied' })
    await carryThrough(world, 'roster.undo', rosterId)
    expect({ nth, all: await everything() }).toEqual({ nth, all: before })
    if (!came) break
  }
})

describe('someone who leaves by the list', () => {
  const contact = { _id: 'contact-lu', repId: 'rep-lu', name: '客', origin: 'rep', createdAt: 1 }
  const left = async (): Promise<string> => {
    for (const name of ['members', 'contacts', 'handovers'] as const)
      for (const { _id } of await world.docs(name))
        if (/-(lu|ma)$/.test(_id)) await world.database.collection(name).doc(_id).remove()
    await world.add('members', [
      { _id: 'rep-lu', name: '陆离', role: 'rep', storeId: 'store-east', tone: 'warm', code: 'L1' },
      { _id: 'rep-ma', name: '马接', role: 'rep', storeId: 'store-east', tone: 'warm', code: 'L2' },
    ])
    await world.add('contacts', [contact])
    const rosterId = await ready([{ code: 'L1', name: '陆离', left: '2026-01-05', successor: 'L2' }])
    await carryThrough(world, 'roster.apply', rosterId)
    return rosterId
  }
  /** Undone, she works here and her contacts are hers; or she has left, and they have passed or will. */
  const agrees = async (rosterId: string) => {
    await world.emulator.fireTimer('jobs')
    const isUndone = (await world.doc('rosters', rosterId))?.state === 'undone'
    const [her, contacts] = [await world.doc('members', 'rep-lu'), await world.doc('contacts', contact._id)]
    return { isUndone, left: (her?.leftAt ?? null) !== null, repId: contacts?.repId }
  }
  const UNDONE = { isUndone: true, left: false, repId: 'rep-lu' }
  const PASSED = { isUndone: false, left: true, repId: 'rep-ma' }
  const undo = (rosterId: string) => world.call('hq', 'roster.undo', { rosterId }, editor)

  test('stays with all that is hers, or has left with all of it, when the job runs into the undoing', async () => {
    for (let nth = 1; ; nth += 5) {
      const rosterId = await left()
      const came = await interrupted(
        nth,
        () => undo(rosterId),
        () => world.emulator.fireTimer('jobs'),
      )
      const end = await agrees(rosterId)
      expect({ nth, ...end }).toEqual({ nth, ...(end.isUndone ? UNDONE : PASSED) })
      if (!came) break
    }
  })

  test('and when the undoing runs into the job', async () => {
    for (let nth = 1; ; nth += 7) {
      const rosterId = await left()
      const came = await interrupted(
        nth,
        () => world.emulator.fireTimer('jobs'),
        () => undo(rosterId),
      )
      const end = await agrees(rosterId)
      expect({ nth, ...end }).toEqual({ nth, ...(end.isUndone ? UNDONE : PASSED) })
      if (!came) break
    }
  })
})

test('one code is one person’s, however many save it at once', async () => {
  for (const [n, field] of (['code', 'account', 'code', 'account'] as const).entries()) {
    const said = `same-${n}`
    const all = await Promise.all(
      [editor, otherEditor, approver].map((as) =>
        world.call('hq', 'member.save', { memberId: newId(8), rev: 0, member: draft({ [field]: said }) }, as),
      ),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await world.docs('members')).filter((one) => one[field] === said)).toHaveLength(1)
  }
})

test('rows of all that is long over are dropped, however many lists there were', async () => {
  const ids = Array.from({ length: 45 }, (_, n) => `old-${n}`)
  const old = { fileName: 'a', print: 'p', byId: 'editor-1', byName: '陈编辑', state: 'applied', rows: 1, parts: 1 }
  await world.add(
    'rosters',
    ids.map((_id, n) => ({ _id, ...old, at: n + 1, done: 2, leaseUntil: 0, signedAt: n, clash: '', planKey: '' })),
  )
  await world.add(
    'rosterparts',
    ids.map((rosterId) => ({ _id: `${rosterId}.0`, rosterId, n: 0, rows: [], entries: [] })),
  )
  for (let n = 0; n < 3; n++) await world.emulator.fireTimer('jobs')
  expect((await world.docs('rosterparts')).filter(({ _id }) => _id.startsWith('old-'))).toEqual([])
})
