// Does a list of people come in whole or not at all, and go again to the last field? Through the door, with crashes.
import { manyRows, type Row, rowsOf } from '../support/roster-rows'
import { carryThrough, stage } from '../support/roster-world'
import { newId } from '../support/scenes'
import { approver, editor, lin, manager, startWorld, type World, zhao } from '../support/world'

/** Functions start cold, and the machine may be busy. */
const SETTLED_MS = 240_000

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.add('teams', [{ _id: 'team-1', name: '一组', storeId: 'store-east', rev: 1 }])
}, SETTLED_MS)
afterAll(() => world.stop())

const newRoster = () => `roster-${newId(8)}`
/** Whatever an import may touch, as it stands to the last byte. */
const everything = async (): Promise<string> => {
  const names = ['members', 'stores', 'regions', 'teams', 'identities', 'handovers', 'invites', 'contacts'] as const
  return JSON.stringify(await Promise.all(names.map((name) => world.docs(name))))
}
const check = (rosterId: string) => world.ask('hq', 'roster.check', { rosterId }, editor)
const bringIn = async (rows: Partial<Row>[], size?: number) => {
  const rosterId = newRoster()
  await stage(world, rosterId, rowsOf(rows), size)
  const checked = await check(rosterId)
  expect(checked.faults).toEqual([])
  return { rosterId, checked, applied: await carryThrough(world, 'roster.apply', rosterId) }
}
const takeBack = (rosterId: string) => carryThrough(world, 'roster.undo', rosterId)
const member = (id: string) => world.doc('members', id)
const byCode = async (code: string) => (await world.docs('members')).find((one) => one.code === code)
const acts = async () => (await world.docs('audits')).map(({ act }) => act)

const LIN = { code: 'A001', account: 'lin', name: '林小满' }

test('looking through changes nothing, names the bad rows, and lets none of them in', async () => {
  const rosterId = newRoster()
  const before = await everything()
  await stage(world, rosterId, rowsOf([{ code: 'X1', name: '好人' }, { code: 'X1', name: '' }, { name: '无名' }]))
  const { roster, faults } = await check(rosterId)
  expect(roster.counts).toMatchObject({ faults: 3, added: 0 })
  expect(faults.map(({ line, fault }) => `${line} ${fault}`).sort()).toEqual([
    '3 code-twice',
    '3 name-missing',
    '4 nothing-to-know-her-by',
  ])
  expect(await world.refusal('hq', 'roster.apply', { rosterId }, editor)).toMatchObject({ reason: 'roster-has-faults' })
  expect(await everything()).toBe(before)
})

test('people join and change at once, it is signed, and undone all is as it was to the last byte', async () => {
  const before = await everything()
  // who is known by nothing yet is given a code by hand first
  const { rosterId, checked, applied } = await bringIn(
    [
      { code: 'N1', name: '新人甲', account: 'n.1', kind: '老师', team: '一组', labels: '新手' },
      { code: 'N2', name: '新人乙', store: '西街店', tone: '活泼' },
    ],
    1,
  )
  expect(checked.roster.counts).toEqual({ added: 2, changed: 0, leaving: 0, same: 0, faults: 0 })
  expect(applied).toMatchObject({ state: 'applied', done: 2, parts: 2 })
  expect(await byCode('N1')).toMatchObject({ name: '新人甲', kind: 'teacher', teamId: 'team-1', labels: ['新手'] })
  expect(await acts()).toContain('roster.applied')
  expect(await takeBack(rosterId)).toMatchObject({ state: 'undone', clash: '' })
  expect(await everything()).toBe(before)
  expect(await acts()).toContain('roster.undone')
})

describe('with someone who has a code', () => {
  beforeAll(() => world.database.collection('members').doc('rep-lin').update({ code: 'A001', account: 'lin' }))

  test('what was never written about her is not there again after undoing', async () => {
    const before = await everything()
    const { rosterId } = await bringIn([
      { ...LIN, tone: '专业', team: '一组', labels: '老手' },
      { code: 'N9', name: '新' },
    ])
    expect(await member('rep-lin')).toMatchObject({ tone: 'expert', teamId: 'team-1', labels: ['老手'], rev: 1 })
    await takeBack(rosterId)
    expect(await everything()).toBe(before)
  })

  test('the same list again is no news', async () => {
    const { checked } = await bringIn([LIN])
    expect(checked.roster.counts).toMatchObject({ same: 1, added: 0, changed: 0 })
  })

  test('whom somebody changes in between takes all of it back', async () => {
    const rosterId = newRoster()
    await stage(
      world,
      rosterId,
      rowsOf([
        { code: 'N5', name: '新人' },
        { ...LIN, tone: '专业' },
      ]),
      1,
    )
    await check(rosterId)
    const before = await everything()
    // the journal stands, and somebody was just saving her
    await world.database.collection('rosters').doc(rosterId).update({ state: 'applying', done: 0 })
    await world.database.collection('rosters').add({ _id: 'running', rosterId })
    await world.database.collection('members').doc('rep-lin').update({ rev: 7 })
    const roster = await carryThrough(world, 'roster.apply', rosterId)
    expect(roster).toMatchObject({ state: 'undone', clash: '林小满' })
    expect(await byCode('N5')).toBeUndefined()
    await world.database.collection('members').doc('rep-lin').update({ rev: world.database.command.remove() })
    expect(await everything()).toBe(before)
  })

  test('changed since it was looked through, it has to be looked through again', async () => {
    const rosterId = newRoster()
    await stage(world, rosterId, rowsOf([{ ...LIN, tone: '专业' }]))
    await check(rosterId)
    await world.database.collection('members').doc('rep-lin').update({ tone: 'lively' })
    expect(await world.refusal('hq', 'roster.apply', { rosterId }, editor)).toMatchObject({ reason: 'roster-stale' })
    await world.database.collection('members').doc('rep-lin').update({ tone: 'warm' })
    await world.ask('hq', 'member.list', {}, editor) // nothing is locked
  })

  test('changed since it came in, it is not taken back, and the name is told', async () => {
    const { rosterId } = await bringIn([{ ...LIN, labels: '甲' }])
    const { rev } = await world.ask('hq', 'member.see', { memberId: 'rep-lin' }, editor)
    const change = {
      ...{ name: '林小满', role: 'rep', kind: 'guide', storeId: 'store-east', teamId: null, tone: 'warm' },
      ...{ labels: ['乙'], code: 'A001', account: 'lin', scope: null },
    }
    await world.ask('hq', 'member.save', { memberId: 'rep-lin', rev, member: change }, editor)
    const error = await world.refusal('hq', 'roster.undo', { rosterId }, editor)
    expect(error).toMatchObject({ reason: 'roster-moved-on', message: expect.stringContaining('林小满') })
  })
})

test('while it runs nobody at HQ meets half of it, and what a crash left the job completes', async () => {
  const rosterId = newRoster()
  await stage(
    world,
    rosterId,
    rowsOf([
      { code: 'C1', name: '甲' },
      { code: 'C2', name: '乙' },
      { code: 'C3', name: '丙' },
    ]),
    1,
  )
  await check(rosterId)
  // it died after the first portion, with its lease
  await world.database.collection('rosters').add({ _id: 'running', rosterId })
  const [part] = (await world.docs('rosterparts')).filter((one) => one.rosterId === rosterId)
  const [entry] = (part?.entries ?? []) as { memberId: string; after: Record<string, unknown> }[]
  await world.add('members', [{ _id: entry?.memberId ?? '', ...entry?.after }])
  await world.database.collection('rosters').doc(rosterId).update({ state: 'applying', done: 0 })
  for (const action of ['member.list', 'member.see'] as const)
    if (action === 'member.list')
      expect(await world.refusal('hq', action, {}, editor)).toMatchObject({ reason: 'roster-running' })
  expect(await world.refusal('hq', 'handover.begin', { fromId: 'rep-lin', toId: 'rep-wang' }, editor)).toMatchObject({
    reason: 'roster-running',
  })
  await world.emulator.fireTimer('jobs')
  expect((await world.doc('rosters', rosterId))?.state).toBe('applied')
  expect(await Promise.all(['C1', 'C2', 'C3'].map(byCode))).toMatchObject([
    { name: '甲' },
    { name: '乙' },
    { name: '丙' },
  ])
  await takeBack(rosterId)
})

test('who leaves by the list is out, her successor follows, and until anything has passed it can be undone', async () => {
  await world.add('members', [
    { _id: 'rep-li', name: '李离', role: 'rep', storeId: 'store-east', tone: 'warm', code: 'L1' },
    { _id: 'rep-he', name: '何接', role: 'rep', storeId: 'store-east', tone: 'warm', code: 'L2' },
  ])
  await world.add('identities', [{ _id: 'wx:oOpenidOfRepLi00000000000077', memberId: 'rep-li' }])
  const li = { openid: 'oOpenidOfRepLi00000000000077' }
  const before = await everything()
  const { rosterId } = await bringIn([{ code: 'L1', name: '李离', left: '2026-01-05', successor: 'L2' }])
  expect(await world.doc('handovers', 'rep-li')).toMatchObject({ toId: 'rep-he', state: 'passing' })
  expect(await world.refusal('rep', 'me.see', {}, li)).toMatchObject({ code: 'unauthenticated' })
  expect(await acts()).toContain('handover.begun')
  await takeBack(rosterId)
  expect(await everything()).toBe(before)
  expect(await world.ask('rep', 'me.see', {}, li)).toMatchObject({ name: '李离' })
})

test('who has signed in since cannot be taken away by undoing', async () => {
  const { rosterId } = await bringIn([{ code: 'B1', name: '绑过' }])
  const her = String((await byCode('B1'))?._id)
  await world.add('identities', [{ _id: 'wx:oOpenidBound', memberId: her }])
  expect(await world.refusal('hq', 'roster.undo', { rosterId }, editor)).toMatchObject({ reason: 'roster-moved-on' })
  await world.database.collection('identities').doc('wx:oOpenidBound').remove()
  await takeBack(rosterId)
})

test('two at once apply the same list once', async () => {
  const rosterId = newRoster()
  await stage(world, rosterId, manyRows(60, ['东街店', '西街店']), 20)
  await check(rosterId)
  const calls = [editor, approver, editor].map((as) => world.call('hq', 'roster.apply', { rosterId }, as))
  await Promise.all(calls)
  await carryThrough(world, 'roster.apply', rosterId)
  expect((await world.docs('members')).filter(({ code }) => String(code).startsWith('E0'))).toHaveLength(60)
  expect((await acts()).filter((act) => act === 'roster.applied').length).toBeGreaterThan(0)
  await takeBack(rosterId)
})

test('managers and reps bring in no lists', async () => {
  for (const as of [manager, lin, zhao])
    expect(await world.refusal('hq', 'roster.list', {}, as)).toMatchObject({ code: 'forbidden' })
})

test('a portion sent again is the same portion, and a list that has come in takes no more', async () => {
  const rosterId = newRoster()
  const rows = rowsOf([{ code: 'P1', name: '甲' }])
  await stage(world, rosterId, rows)
  await stage(world, rosterId, rows)
  await check(rosterId)
  await carryThrough(world, 'roster.apply', rosterId)
  const again = { rosterId, fileName: 'a', print: '0123456789abcdef', parts: 1, rows: 1, n: 0, part: rows }
  expect(await world.refusal('hq', 'roster.stage', again, editor)).toMatchObject({ reason: 'roster-done' })
  await takeBack(rosterId)
})
