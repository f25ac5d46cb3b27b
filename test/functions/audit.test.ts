// Is every act written down once, whoever writes at the same time, and is a log that was touched told from one that was not?
import { execFile } from 'node:child_process'
import fc from 'fast-check'
import { appendAudit, undoAudit } from '../../cloudfunctions/_kit/audit'
import { verifyPortion } from '../../cloudfunctions/_kit/audit-verify'
import type { Act, AuditEntry } from '../../shared/domain/audit'
import type { MemberId } from '../../shared/domain/ids'
import { approver, editor, manager, startWorld, type World } from '../support/world'

// one line for each entry is for the platform's own log
jest.mock('../../cloudfunctions/_kit/log', () => ({ log: { info: () => undefined, warn: () => undefined } }))

const KEY = 'a-key-for-tests-only'
let world: World
beforeAll(async () => {
  world = await startWorld()
  process.env.RIPPLE_PERSON_KEY = KEY
})
afterAll(() => world.stop())
const empty = async () => {
  for (const name of ['audits', 'auditheads'])
    await world.database
      .collection(name)
      .where({ _id: world.database.command.gt('') })
      .remove()
}
beforeEach(empty)

const act = (n: number | string, change: Partial<Act> = {}): Act => ({
  ...{ actId: `act-${n}`, act: 'post.approved', byId: 'editor-1' as MemberId, byName: '陈编辑' },
  ...{ of: 'post.p1', facts: { version: 1 } },
  ...change,
})
const log = async () => (await world.docs('audits')) as unknown as AuditEntry[]
const faults = async () => (await verifyPortion()).faults

test('acts written at the same moment are all there, in one chain', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
      async (writers) => {
        await empty()
        // each writes hers one after the other, all of them at the same time; the same act may be written by several
        await Promise.all(
          writers.map(async (mine) => {
            for (const n of mine) await appendAudit(act(n), 1_000 + n)
          }),
        )
        const written = await log()
        expect(written.map(({ actId }) => actId).sort()).toEqual(
          [...new Set(writers.flat())].map((n) => `act-${n}`).sort(),
        )
        expect(written.map(({ _id }) => Number(_id))).toEqual(written.map((_, i) => i + 1))
        expect(await faults()).toEqual([])
      },
    ),
    { numRuns: 12 },
  )
})

test('the same act written twice stands once; one that did not come to pass is told of', async () => {
  await appendAudit(act(1), 5)
  await appendAudit(act(1), 6)
  await undoAudit(act(1), 7)
  expect(await log()).toMatchObject([
    { actId: 'act-1', at: 5, prev: '' },
    { act: 'act.lost', facts: { version: 1, lost: 'post.approved' } },
  ])
})

test('an entry written by a call that died before it moved the head is neither lost nor a fault', async () => {
  await appendAudit(act(1), 1)
  const head = await world.doc('auditheads', 'head')
  await appendAudit(act(2), 2)
  const { _id, ...before } = head ?? { _id: 'head' }
  await world.database.collection('auditheads').doc('head').set(before)
  expect(await faults()).toEqual([])
  await appendAudit(act(3), 3)
  expect((await log()).map(({ actId }) => actId)).toEqual(['act-1', 'act-2', 'act-3'])
  expect(await faults()).toEqual([])
})

const write = async (count: number) => {
  for (let n = 1; n <= count; n++) await appendAudit(act(n), n)
}
const audits = () => world.database.collection('audits')

const run = (noted?: string) =>
  new Promise<{ status: number; stdout: string }>((resolve) => {
    const args = ['tools/run.mjs', 'audit-verify', ...(noted ? [noted] : [])]
    const child = execFile(process.execPath, args, { env: { ...process.env, RIPPLE_PERSON_KEY: KEY } }, (_, stdout) =>
      resolve({ status: child.exitCode ?? -1, stdout }),
    )
  })

test('what was changed, taken out or put in with the database open is named; also by the desk and by the command', async () => {
  await write(5)
  expect(await world.ask('hq', 'audit.verify', {}, editor)).toMatchObject({ faults: [], mark: null, n: 5 })
  const good = await run()
  expect(good).toMatchObject({ status: 0, stdout: expect.stringContaining('5 entries, nobody touched them') })
  const noted = good.stdout.trim().split('Note down: ')[1]
  await audits().doc('000000000002').update({ 'facts.version': 9 })
  await audits().doc('000000000004').remove()
  await audits().doc('000000000005').remove()
  const expected = [
    { fault: 'edited', id: '000000000002' },
    { fault: 'removed', from: 4, to: 5 },
  ]
  expect(await world.ask('hq', 'audit.verify', {}, editor)).toMatchObject({ faults: expected })
  const bad = await run(noted)
  expect(bad.status).toBe(1)
  expect(bad.stdout.trim().split('\n')).toEqual([
    'entry 000000000002 was edited',
    'entries 4 to 5 were removed',
    `entry ${noted} is not as it was noted`,
    expect.stringContaining('Looked at entries 1 to 3'),
  ])
})

test('a check says from which entry to which it looked, and when something was signed that an emptied log knows nothing of', async () => {
  const check = () => world.ask('hq', 'audit.verify', {}, editor)
  expect(await check()).toMatchObject({ n: 0, span: null, signedBefore: null })
  await world.add('signoffs', [{ _id: 'p.1.x', postId: 'p', version: 1, at: 50, approvedBy: null, approvedName: '' }])
  expect(await check()).toMatchObject({ faults: [], n: 0, span: null, signedBefore: 50 })
  await write(3) // emptied, head and all, and gone on with
  await appendAudit(act(4), 70)
  expect(await check()).toMatchObject({ n: 4, span: { from: 1, to: 4, fromAt: 1, toAt: 70 }, signedBefore: null })
  await empty()
  await appendAudit(act(5), 3_600_000)
  expect(await check()).toMatchObject({ faults: [], span: { from: 1, to: 1 }, signedBefore: 50 })
  const { status, stdout } = await run()
  expect({ status, stdout }).toMatchObject({ status: 1, stdout: expect.stringContaining('signed before') })
  expect(stdout).toContain('entries 1 to 1')
  // proofs from before there was a log are no sign of anything
  await world.database.collection('signoffs').doc('p.1.x').remove()
  await world.add('signoffs', [{ _id: 'p.1.y', postId: 'p', version: 1, at: 50 }])
  expect(await check()).toMatchObject({ signedBefore: null })
})

test('any single edit or removal is found in the stored log', async () => {
  await write(6)
  const stored = await log()
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 5 }), fc.constantFrom('remove', 'byName', 'of', 'at', 'facts'), async (i, how) => {
      const entry = stored[i]
      if (!entry) throw new Error('no such entry')
      const { _id, ...rest } = entry
      if (how === 'remove') await audits().doc(_id).remove()
      else
        await audits()
          .doc(_id)
          .set({ ...rest, [how]: how === 'at' ? 7_777 : 'other' })
      expect(await faults()).toEqual([
        how === 'remove' ? { fault: 'removed', from: i + 1, to: i + 1 } : { fault: 'edited', id: _id },
      ])
      await audits().doc(_id).set(rest)
      expect(await faults()).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('the list: newest first, by what it was about, by act, by whom, page by page; a manager sees her own', async () => {
  for (let n = 1; n <= 55; n++) await appendAudit(act(n, { of: n % 2 ? 'post.odd' : 'post.even' }), n)
  await appendAudit(act('m', { byId: 'manager-1' as MemberId, act: 'handover.begun', of: 'member.x' }), 99)
  const list = (asked: object, as = editor) => world.ask('hq', 'audit.list', asked, as)
  const first = await list({})
  expect(first.entries).toHaveLength(50)
  expect(first.entries[0]).toMatchObject({ act: 'handover.begun', at: 99 })
  const second = await list({ before: first.next ?? '' })
  expect(second).toMatchObject({ next: null })
  expect([...first.entries, ...second.entries].map(({ at }) => at)).toEqual([
    99,
    ...Array.from({ length: 55 }, (_, i) => 55 - i),
  ])
  expect((await list({ of: 'post.even' })).entries).toHaveLength(27)
  expect((await list({ of: 'post.even', act: 'handover.begun' })).entries).toEqual([])
  expect((await list({ act: 'handover.begun' }, approver)).entries).toHaveLength(1)
  expect((await list({ by: 'manager-1' })).entries).toHaveLength(1)
  expect((await list({}, manager)).entries.map(({ at }) => at)).toEqual([99])
  expect((await list({ by: 'editor-1' }, manager)).entries.map(({ at }) => at)).toEqual([99])
})
