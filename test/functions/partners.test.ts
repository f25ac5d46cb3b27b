// From the invitation to the money in the bank: who agrees, what is booked, what is taken back, and that nothing is paid twice.
import { newId } from '../support/scenes'
import { approver, editor, hua, lin, manager, mei, otherEditor, startWorld, type World, wang } from '../support/world'

const DAY_MS = 86_400_000
const VERSION = '2026-12-p1'
let world: World
let code = ''
const [meiContact, huaContact] = [newId(16), newId(16)]
const partnerId = 'partner-mei'
beforeAll(async () => {
  world = await startWorld()
  for (const contactId of [meiContact, huaContact])
    await world.ask('rep', 'contact.create', { contactId, remark: contactId === meiContact ? '小美' : '阿华' }, lin)
})
afterAll(() => world.stop())

/** As the till tells of it: seen paid, some days ago. */
const sell = async (dealId: string, change: object = {}) => {
  const at = Date.now() - 16 * DAY_MS
  await world.add('deals', [
    {
      ...{ _id: dealId, repId: 'rep-lin', storeId: 'store-east', teamId: null, contactId: huaContact, kind: 'first' },
      items: [{ productId: null, product: '水光精华', qty: 1, amountFen: 199_00, costFen: null, theirs: false }],
      ...{ at, day: '2026-11-06', writtenAt: at, source: 'import', orderNo: null, noteIds: [], talkDay: null },
      ...{ partnerId: null, verifiedAt: at, verifiedBy: 'editor-1', refundedAt: null, droppedAt: null },
      ...change,
    },
  ])
  return dealId
}
const claim = (dealId: string, as = lin) => world.ask('rep', 'partner.claim', { dealId, code }, as)
const own = async (as = mei) => (await world.ask('reader', 'partner.see', {}, as)).partners[0]
const tick = () => world.emulator.fireTimer('jobs')
/** Time goes by: what was booked, and when it is looked at, lies so long back. */
const pass = async (days: number) => {
  const { _ } = { _: world.database.command }
  await world.database
    .collection('referrals')
    .where({ lookAt: _.gt(0) })
    .update({ lookAt: 1 })
  for (const one of await world.docs('entries'))
    await world.database
      .collection('entries')
      .doc(one._id)
      .update({ at: Number(one.at) - days * DAY_MS })
}
const verify = () => world.ask('hq', 'ledger.verify', {}, approver)

describe('an invitation', () => {
  test('is the rep’s, of her own contact; the code is nobody’s before she agreed', async () => {
    const shown = await world.ask('rep', 'partner.invite', { partnerId, contactId: meiContact }, lin)
    expect(shown).toMatchObject({ state: 'invited', code: '', who: '小美' })
    await world.ask('rep', 'partner.invite', { partnerId, contactId: meiContact }, lin)
    expect(await world.docs('partners')).toHaveLength(1)
    expect(
      await world.refusal('rep', 'partner.invite', { partnerId: 'another', contactId: meiContact }, lin),
    ).toMatchObject({ reason: 'already-asked' })
    expect(
      await world.refusal('rep', 'partner.invite', { partnerId: 'another', contactId: meiContact }, wang),
    ).toMatchObject({ reason: 'no-such-contact' })
  })

  test('shows the terms, and is answered by the customer herself: never by staff, never under other terms', async () => {
    const seen = await world.ask('reader', 'partner.see', { partnerId }, mei)
    expect(seen.invitations).toEqual([expect.objectContaining({ partnerId, repName: '林小满' })])
    expect(seen.terms).toMatchObject({ version: VERSION, refundDays: 15 })
    const yes = { partnerId, answer: 'yes' as const, version: VERSION, payName: '=何小美' }
    expect(await world.refusal('reader', 'partner.answer', yes, lin)).toMatchObject({ reason: 'staff' })
    expect(await world.refusal('reader', 'partner.answer', { ...yes, version: 'old' }, mei)).toMatchObject({
      reason: 'policy-changed',
    })
    const answered = await world.ask('reader', 'partner.answer', yes, mei)
    expect(answered).toMatchObject({ state: 'active', code: expect.stringMatching(/^[A-Z2-9]{6}$/) })
    expect(await world.ask('reader', 'partner.answer', yes, mei)).toEqual(answered)
    expect(await world.refusal('reader', 'partner.answer', yes, hua)).toMatchObject({ reason: 'no-such-invitation' })
    code = answered.code
    expect(await world.ask('reader', 'privacy.see', {}, mei)).toMatchObject({ partner: true })
    expect(await world.ask('reader', 'privacy.see', {}, hua)).toMatchObject({ partner: false })
    await world.database
      .collection('partners')
      .doc(partnerId)
      .update({ answeredAt: Date.now() - 60 * DAY_MS })
  })
})

describe('a purchase', () => {
  test('that nobody named is nobody’s, whoever’s card was opened', async () => {
    await sell('deal-unnamed')
    await tick()
    expect(await world.docs('referrals')).toEqual([])
  })

  test.each<[string, object, string]>([
    ['her own', { contactId: meiContact }, 'self-referral'],
    ['of somebody who becomes a partner', { kind: 'partner' }, 'no-recruiting'],
    ['given back', { refundedAt: 5 }, 'deal-gone'],
    ['too long ago', { at: Date.now() - 31 * DAY_MS }, 'claimed-too-late'],
    ['of another rep', { repId: 'rep-wang' }, 'no-such-deal'],
  ])('%s is none', async (name, change, reason) => {
    const dealId = await sell(`deal-${reason}-${name.length}`, change)
    expect(await world.refusal('rep', 'partner.claim', { dealId, code }, lin)).toMatchObject({ reason })
  })

  test('goes from named to payable step by step, each seen by her, and in no step who bought', async () => {
    await sell('deal-1')
    expect(await claim('deal-1')).toMatchObject({ state: 'verified', fen: 597, rateBp: 300, month: '2026-11' })
    expect((await own())?.due).toEqual({ pending: 597, payable: 0, held: 0, paid: 0, setOff: 0 })
    await pass(7)
    await tick()
    expect((await own())?.due).toMatchObject({ pending: 0, payable: 597 })
    expect((await own())?.came).toBe('few')
    expect(JSON.stringify(await own())).not.toMatch(/阿华|水光|19900|deal-1.*2026-11-06/)
  })

  test('named again, also at once from many phones, is booked once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => claim('deal-1')))
    expect((await world.docs('entries')).map(({ kind }) => kind)).toEqual(['earn', 'release'])
  })

  test('not seen paid, or still to be given back, books nothing', async () => {
    await sell('deal-unseen', { verifiedAt: null })
    await sell('deal-fresh', { at: Date.now() - DAY_MS })
    expect(await claim('deal-unseen')).toMatchObject({ state: 'claimed', fen: 0 })
    expect(await claim('deal-fresh')).toMatchObject({ state: 'claimed', fen: 0 })
  })
})

describe('an objection', () => {
  test('stops what is not payable yet, is decided once by HQ with a reason, and both can read it', async () => {
    await sell('deal-2')
    await claim('deal-2')
    await world.ask('rep', 'partner.dispute', { referralId: 'deal-2', says: '她没有介绍' }, lin)
    expect(
      await world.refusal('reader', 'partner.dispute', { referralId: 'deal-2', says: '是我介绍的' }, mei),
    ).toMatchObject({ reason: 'already-disputed' })
    await pass(7)
    await tick()
    const { disputes } = await world.ask('hq', 'dispute.list', {}, editor)
    expect(disputes).toEqual([expect.objectContaining({ referralId: 'deal-2', state: 'verified', baseFen: 19_900 })])
    const said = { referralId: 'deal-2', decision: 'void' as const, grantFen: 0, reason: '客户说是自己来的' }
    expect(await world.refusal('hq', 'dispute.decide', said, editor)).toMatchObject({ code: 'forbidden' })
    expect(await world.ask('hq', 'dispute.decide', said, approver)).toMatchObject({ state: 'reversed', fen: 0 })
    await world.ask('hq', 'dispute.decide', said, approver)
    const shown = (await own())?.referrals.find(({ referralId }) => referralId === 'deal-2')
    expect(shown?.dispute).toMatchObject({ decision: 'void', reason: '客户说是自己来的' })
    const { entries } = await world.ask('hq', 'audit.list', { of: 'referral.deal-2' }, approver)
    expect(entries).toHaveLength(1)
  })

  test('of hers may be granted, never above what one sale may bring', async () => {
    await sell('deal-3')
    await claim('deal-3')
    await world.ask('reader', 'partner.dispute', { referralId: 'deal-3', says: '还有一件没算' }, mei)
    const said = { referralId: 'deal-3', decision: 'grant' as const, grantFen: 50_000, reason: '补记一件' }
    expect(await world.refusal('hq', 'dispute.decide', said, approver)).toMatchObject({ reason: 'grant-too-much' })
    expect(await world.ask('hq', 'dispute.decide', { ...said, grantFen: 900 }, approver)).toMatchObject({ fen: 1_497 })
  })
})

describe('a payout', () => {
  const [payoutId, next] = ['payout-1', 'payout-2']

  test('is made by one and approved by another, and only then exported', async () => {
    await pass(7)
    await tick()
    const made = await world.ask('hq', 'payout.make', { payoutId }, approver)
    expect(made).toMatchObject({ state: 'made', people: 1, totalFen: 597 + 597 + 900 })
    expect(await world.refusal('hq', 'payout.approve', { payoutId }, approver)).toMatchObject({ reason: 'own-payout' })
    expect(await world.refusal('hq', 'payout.export', { payoutId }, editor)).toMatchObject({
      reason: 'payout-not-so-far',
    })
    expect(await world.refusal('hq', 'payout.pay', { payoutId }, editor)).toMatchObject({ reason: 'payout-not-so-far' })
    expect(await world.refusal('hq', 'payout.list', {}, manager)).toMatchObject({ code: 'forbidden' })
    await world.ask('hq', 'payout.return', { payoutId, reason: '换人做' }, approver)
    expect((await own())?.due).toMatchObject({ payable: 2_094, held: 0 })
    await Promise.all([1, 2, 3].map(() => world.call('hq', 'payout.make', { payoutId: next }, editor)))
    expect(await world.ask('hq', 'payout.make', { payoutId: next }, editor)).toMatchObject({ totalFen: 2_094 })
    expect(await world.refusal('hq', 'payout.make', { payoutId: 'payout-3' }, otherEditor)).toMatchObject({
      reason: 'nothing-to-pay',
    })
    expect(await world.ask('hq', 'payout.approve', { payoutId: next }, approver)).toMatchObject({ state: 'approved' })
    const { rows } = await world.ask('hq', 'payout.export', { payoutId: next }, editor)
    expect(rows).toEqual([[next, partnerId, "'=何小美", '20.94', 2, code]])
  })

  test('is paid once, however often and however many at once say so', async () => {
    await Promise.all(Array.from({ length: 6 }, () => world.call('hq', 'payout.pay', { payoutId: next }, editor)))
    await world.ask('hq', 'payout.pay', { payoutId: next }, otherEditor)
    expect((await own())?.due).toEqual({ pending: 0, payable: 0, held: 0, paid: 2_094, setOff: 0 })
    expect((await world.docs('entries')).filter(({ kind }) => kind === 'pay')).toHaveLength(1)
    expect((await world.docs('referrals')).find(({ _id }) => _id === 'deal-1')).toMatchObject({ state: 'paid' })
    expect(await world.refusal('hq', 'payout.return', { payoutId: next, reason: '晚了' }, approver)).toMatchObject({
      reason: 'payout-not-so-far',
    })
  })

  test('holds nothing for what was given back just before', async () => {
    const items = [{ productId: null, product: '面霜', qty: 1, amountFen: 60_000, costFen: null, theirs: false }]
    await sell('deal-4', { items })
    await claim('deal-4')
    await pass(7)
    await tick()
    expect((await own())?.due.payable).toBe(1_800)
    await world.database.collection('deals').doc('deal-4').update({ refundedAt: Date.now() })
    const empty = { payoutId: 'payout-4' }
    expect(await world.ask('hq', 'payout.make', empty, editor)).toMatchObject({ state: 'made', people: 0, totalFen: 0 })
    expect(await world.refusal('hq', 'payout.approve', empty, approver)).toMatchObject({ reason: 'payout-empty' })
    await world.ask('hq', 'payout.return', { ...empty, reason: '没有人' }, approver)
    expect((await own())?.due).toMatchObject({ pending: 0, payable: 0, held: 0 })
  })

  test('of a sale given back later is set off, and who leaves owes nothing', async () => {
    await world.database.collection('deals').doc('deal-1').update({ refundedAt: Date.now() })
    await pass(0)
    await tick()
    expect((await own())?.due).toMatchObject({ payable: 0, setOff: 597 })
    expect(await verify()).toMatchObject({ partners: 1, faults: [] })
    expect(await world.ask('reader', 'partner.leave', { partnerId }, mei)).toEqual({ state: 'left' })
    expect((await own())?.due.setOff).toBe(0)
    await sell('deal-late')
    expect(await world.refusal('rep', 'partner.claim', { dealId: 'deal-late', code }, lin)).toMatchObject({
      reason: 'partner-not-active',
    })
    expect(await verify()).toMatchObject({ faults: [] })
  })

  test('what is changed in the database is found', async () => {
    const [first] = await world.docs('entries')
    await world.database
      .collection('entries')
      .doc(String(first?._id))
      .update({ lines: [{ account: 'firm:commission', fen: -597 }] })
    expect((await verify()).faults.map(({ fault }) => fault)).toContain('unbalanced')
  })
})

test('who is erased is no partner any more; her name stays only while something may still be due', async () => {
  await world.ask('reader', 'privacy.erase', { readingIds: [] }, mei)
  expect(await world.doc('partners', partnerId)).toMatchObject({ state: 'left', personId: null, payName: '=何小美' })
  expect((await world.ask('reader', 'partner.see', {}, mei)).partners).toEqual([])
  for (const dealId of ['deal-unseen', 'deal-fresh'])
    await world.database.collection('deals').doc(dealId).update({ droppedAt: Date.now() })
  await pass(0)
  await tick()
  expect(await world.doc('partners', partnerId)).toMatchObject({ payName: '' })
})
