// A sign-in of the staff that nobody uses: does it lapse, is that told, does a code open it again, and what does counting cost?
import { beginSignIns } from '../../cloudfunctions/jobs/begin-sign-ins'
import { spent } from '../../emulator'
import { newId } from '../support/scenes'
import { type As, approver, editor, lin, linOnWeb, manager, startWorld, type World, wang, zhao } from '../support/world'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const idOf = (as: { openid: string } | { uid: string }) => ('openid' in as ? `wx:${as.openid}` : `uid:${as.uid}`)
const usedDaysAgo = (as: { openid: string } | { uid: string }, days: number) =>
  world.database
    .collection('identities')
    .doc(idOf(as))
    .update({ usedAt: Date.now() - days * DAY_MS })
const usedAt = async (as: { openid: string } | { uid: string }) =>
  Number((await world.doc('identities', idOf(as)))?.usedAt)
const bind = (code: string, as: As) => world.call('rep', 'invite.bind', { code }, as)
const LAPSED = { code: 'unauthenticated', reason: 'sign-in-lapsed' }

test('one in use is written down once a day, and a call in between costs nothing', async () => {
  const cost = async () => {
    const before = world.emulator.meter()
    await world.ask('rep', 'me.see', {}, wang)
    return spent(world.emulator.meter(), before).dbRequests
  }
  const uncounted = await cost()
  await usedDaysAgo(wang, 89)
  expect(await cost()).toEqual({ ...uncounted, 'database.modifyDocument': 1 })
  expect(Date.now() - (await usedAt(wang))).toBeLessThan(HOUR_MS)
  expect(await cost()).toEqual(uncounted)
})

test('an account of the web that nobody used for 90 days opens nothing, in words, until a code of hers opens it again', async () => {
  await usedDaysAgo(linOnWeb, 90)
  expect(await world.refusal('rep', 'me.see', {}, linOnWeb)).toMatchObject({
    ...LAPSED,
    message: '超过 90 天没用，已停用。找店长或总部要一个邀请码，就能接着用。',
  })
  expect(await world.refusal('rep', 'me.see', {}, linOnWeb, 'en')).toMatchObject({
    message: 'Not used for over 90 days, so it is closed. Ask your manager or HQ for a code to open it again.',
  })
  expect(await world.ask('rep', 'me.see', {}, lin)).toMatchObject({ memberId: 'rep-lin' }) // her WeChat is another sign-in
  expect(await world.ask('hq', 'member.see', { memberId: 'rep-lin' }, manager)).toMatchObject({
    wechat: true,
    web: false,
  })

  const others = await world.ask('hq', 'member.invite', { memberId: 'rep-wang' }, manager)
  expect(await bind(others.code, linOnWeb)).toMatchObject({ ok: false, error: { reason: 'no-such-invite' } })
  const { code } = await world.ask('hq', 'member.invite', { memberId: 'rep-lin' }, manager)
  expect(await bind(code, linOnWeb)).toMatchObject({ ok: true, data: { name: '林小满' } })
  expect(await world.ask('rep', 'me.see', {}, linOnWeb)).toMatchObject({ memberId: 'rep-lin' })
  expect(await world.ask('rep', 'me.see', {}, lin)).toMatchObject({ memberId: 'rep-lin' })
  expect(await bind(code, linOnWeb)).toMatchObject({ ok: false, error: { reason: 'already-bound' } })
})

test('a WeChat that lapsed is bound again by a code, as a new one would be', async () => {
  await usedDaysAgo(zhao, 200)
  expect(await world.refusal('rep', 'talk.list', {}, zhao)).toMatchObject(LAPSED)
  const { code } = await world.ask('hq', 'member.invite', { memberId: 'rep-zhao' }, approver)
  expect(await bind(code, zhao)).toMatchObject({ ok: true })
  expect(await world.ask('rep', 'me.see', {}, zhao)).toMatchObject({ memberId: 'rep-zhao' })
  expect(Date.now() - (await usedAt(zhao))).toBeLessThan(HOUR_MS)
})

test('at HQ too; as a reader she is met like anybody', async () => {
  await usedDaysAgo(editor, 91)
  expect(await world.refusal('hq', 'post.list', {}, editor)).toMatchObject(LAPSED)
  expect(await world.refusal('reader', 'post.read', { postId: `post-${newId(8)}` }, editor)).toMatchObject({
    code: 'not-found',
  })
})

test('those that nobody counts yet begin within the hour, in one request, and the others stay as they are', async () => {
  await usedDaysAgo(wang, 10)
  const before = await usedAt(wang)
  const hour = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS
  expect(await beginSignIns(hour + 10 * 60_000)).toBe(0)
  expect(await beginSignIns(hour)).toBeGreaterThan(0)
  expect(await beginSignIns(hour)).toBe(0)
  expect((await world.docs('identities')).every(({ usedAt }) => typeof usedAt === 'number')).toBe(true)
  expect(await usedAt(wang)).toBe(before)
})
