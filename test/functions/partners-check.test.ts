// Does the ledger follow a deal at once, is whoever is hired a partner no longer, and is it seen who took an invitation up?
import type { PartnerId } from '../../shared/domain/ids'
import { cardFor, getToKnow, phone, say, write } from '../support/known-readers'
import { newId, publish } from '../support/scenes'
import { type As, approver, editor, lin, manager, startWorld, type World, wang } from '../support/world'

const DAY_MS = 86_400_000
const VERSION = '2026-12-p1'
let world: World
let postId: string
beforeAll(async () => {
  world = await startWorld()
  postId = (await publish(world)).postId
})
afterAll(() => world.stop())

const yes = (partnerId: string) => ({
  ...{ partnerId: partnerId as PartnerId, answer: 'yes' as const, version: VERSION, payName: '何小美' },
})
const invite = async (contactId: string): Promise<string> => {
  const partnerId = `partner-${newId(12)}`
  await world.ask('rep', 'partner.invite', { partnerId, contactId } as never, lin)
  return partnerId
}
const accept = (partnerId: string, as: As) => world.ask('reader', 'partner.answer', yes(partnerId), as)
/** A partner of lin's since long, and her code. */
const partnerOf = async (as: As) => {
  const partnerId = await invite(await write(world, `合伙人 ${newId(6)}`))
  const { code } = await accept(partnerId, as)
  const answeredAt = Date.now() - 60 * DAY_MS
  await world.database.collection('partners').doc(partnerId).update({ answeredAt })
  return { partnerId, code }
}
/** A deal of 16 days ago that nobody at HQ has seen paid. */
const sell = async (code: string) => {
  const [dealId, at] = [`deal-${newId(12)}`, Date.now() - 16 * DAY_MS]
  await world.add('deals', [
    {
      ...{ _id: dealId, repId: 'rep-lin', storeId: 'store-east', teamId: null, contactId: null, kind: 'first' },
      items: [{ productId: null, product: '水光精华', qty: 1, amountFen: 199_00, costFen: null, theirs: false }],
      ...{ at, day: '2026-11-06', writtenAt: at, source: 'rep', orderNo: null, noteIds: [], talkDay: null },
      ...{ partnerId: null, verifiedAt: null, verifiedBy: null, refundedAt: null, droppedAt: null },
    },
  ])
  await world.ask('rep', 'partner.claim', { dealId, code } as never, lin)
  return dealId
}
const kindsOf = async (partnerId: string) =>
  (await world.docs('entries')).filter((one) => one.partnerId === partnerId).map(({ kind }) => kind)
const shown = async (partnerId: string) =>
  (await world.ask('rep', 'partner.list', {}, lin)).partners.find((one) => one.partnerId === partnerId)

describe('the ledger', () => {
  test('books a sale as soon as HQ verifies it, takes it back as soon as it is given back, and each once', async () => {
    const { partnerId, code } = await partnerOf(phone('Sell'))
    const dealId = await sell(code)
    expect(await world.doc('referrals', dealId)).toMatchObject({ state: 'claimed' })
    const verify = () => world.ask('hq', 'deal.verify', { dealId } as never, approver)
    await Promise.all([verify(), verify(), verify()])
    expect(await world.doc('referrals', dealId)).toMatchObject({ state: 'verified', fen: 597 })
    expect(await kindsOf(partnerId)).toEqual(['earn'])
    const refund = () => world.ask('rep', 'deal.refund', { dealId } as never, lin)
    await Promise.all([refund(), refund(), refund()])
    await refund()
    expect(await world.doc('referrals', dealId)).toMatchObject({ state: 'reversed', lookAt: null })
    expect(await kindsOf(partnerId)).toEqual(['earn', 'reverse'])
    expect((await world.ask('hq', 'ledger.verify', {}, approver)).faults).toEqual([])
  })

  test('knows at once of a slip that was undone', async () => {
    const { code } = await partnerOf(phone('Slip'))
    const dealId = await sell(code)
    await world.database.collection('deals').doc(dealId).update({ writtenAt: Date.now() })
    expect(await world.ask('rep', 'deal.undo', { dealId } as never, lin)).toEqual({ dropped: true })
    expect(await world.doc('referrals', dealId)).toMatchObject({ state: 'reversed' })
    expect(await world.ask('rep', 'deal.undo', { dealId } as never, lin)).toEqual({ dropped: false })
  })

  test('keeps no name of who left, once the last sale that might pay her is given back', async () => {
    const as = phone('Gone')
    const { partnerId, code } = await partnerOf(as)
    const dealId = await sell(code)
    await world.ask('reader', 'partner.leave', { partnerId } as never, as)
    expect(await world.doc('partners', partnerId)).toMatchObject({ payName: '何小美', leftFor: 'own' })
    await world.ask('rep', 'deal.refund', { dealId } as never, lin)
    expect(await world.doc('partners', partnerId)).toMatchObject({ payName: '' })
  })
})

test('a partner who is hired is one no longer, for that reason; what she earned before stays due', async () => {
  const as = phone('Hired')
  const { partnerId, code } = await partnerOf(as)
  const dealId = await sell(code)
  await world.ask('hq', 'deal.verify', { dealId } as never, approver)
  const memberId = `m-${newId(12)}`
  const her = { name: '何小美', role: 'rep', kind: 'guide', storeId: 'store-east', teamId: null, scope: null }
  await world.add('members', [{ _id: memberId, ...her, tone: 'warm', rev: 1 }])
  const invitation = await world.ask('hq', 'member.invite', { memberId } as never, manager)
  await world.ask('rep', 'invite.bind', { code: invitation.code }, as)
  expect(await shown(partnerId)).toMatchObject({ state: 'left', leftFor: 'hired', due: { pending: 597 } })
  const own = await world.ask('reader', 'partner.see', {}, as)
  expect(own.partners).toMatchObject([{ state: 'left', leftFor: 'hired' }])
  expect(await world.refusal('rep', 'partner.claim', { dealId: await soldAgain(), code } as never, lin)).toMatchObject({
    reason: 'partner-not-active',
  })
})
const soldAgain = async () => {
  const { code } = await partnerOf(phone('Other'))
  const dealId = await sell(code)
  await world.database.collection('referrals').doc(dealId).remove()
  return dealId
}

describe('an invitation', () => {
  const known = async (as: As) => getToKnow(world, await cardFor(world, postId), as)

  test('of a contact whose phone is known is that phone’s alone', async () => {
    const [hers, other] = [phone('Hers'), phone('Other')]
    const contactId = await write(world, '王姐')
    const { readerKey } = await known(hers)
    await say(world, 'assign', readerKey, contactId)
    const partnerId = await invite(contactId)
    expect(await world.refusal('reader', 'partner.answer', yes(partnerId), other)).toMatchObject({
      reason: 'invited-other',
    })
    expect(
      await world.refusal('reader', 'partner.answer', { ...yes(partnerId), answer: 'no' } as never, other),
    ).not.toBeNull()
    await accept(partnerId, hers)
    expect(await shown(partnerId)).toMatchObject({ state: 'active', taken: null })
    expect(await world.ask('rep', 'partner.uninvite', { partnerId } as never, lin)).toEqual({ withdrawn: false })
  })

  test('of a contact whose phone nobody knows shows the rep who accepted, until she has put the two together', async () => {
    const her = phone('Her')
    const contactId = await write(world, '李姐')
    const { readerKey, contactId: own } = await known(her)
    await world.ask('rep', 'contact.name', { eventId: newId(20), contactId: own, remark: '常来的那位' } as never, lin)
    const partnerId = await invite(contactId)
    await accept(partnerId, her)
    expect(await shown(partnerId)).toMatchObject({ state: 'active', taken: { who: '常来的那位' } })
    await say(world, 'assign', readerKey, contactId)
    expect(await shown(partnerId)).toMatchObject({ state: 'active', taken: null })
  })

  test('that somebody else took up is ended by the rep, with its reason; nobody else ends it', async () => {
    const stranger = phone('Stranger')
    const partnerId = await invite(await write(world, '赵姐'))
    await accept(partnerId, stranger)
    expect(await shown(partnerId)).toMatchObject({ taken: { who: '' } })
    expect(JSON.stringify(await shown(partnerId))).not.toContain('何小美') // said for the payment, to HQ alone
    expect(await world.ask('rep', 'partner.uninvite', { partnerId } as never, wang)).toEqual({ withdrawn: false })
    expect(await world.ask('rep', 'partner.uninvite', { partnerId } as never, lin)).toEqual({ withdrawn: true })
    expect(await shown(partnerId)).toMatchObject({ state: 'left', leftFor: 'other' })
    expect(await world.ask('rep', 'partner.uninvite', { partnerId } as never, lin)).toEqual({ withdrawn: false })
    expect((await world.ask('reader', 'partner.see', {}, stranger)).partners).toMatchObject([{ leftFor: 'other' }])
  })
})

test('more lines of costs than one reading gives are all in the sheet, and the page says how many it leaves out', async () => {
  await world.add('teams', [{ _id: 'team-costs', name: '一组', storeId: 'store-east', rev: 1 }])
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const lines = Array.from({ length: 2_345 }, (_, n) => ({
    ...{ _id: `cost-${String(n).padStart(5, '0')}`, teamId: 'team-costs', day: today, kind: 'content' },
    ...{ amountFen: 100, minutes: 0, sold: null, words: '', droppedAt: n % 5 === 0 ? 1 : null },
  }))
  for (let from = 0; from < lines.length; from += 200) await world.add('costs', lines.slice(from, from + 200))
  const sheet = await world.ask('hq', 'profit.see', { span: 'this-week' }, editor)
  expect(sheet.whole.spentFen.content).toBe(1_876 * 100)
  expect(sheet.teams.find(({ teamId }) => teamId === 'team-costs')?.spentFen.content).toBe(1_876 * 100)
  expect([sheet.costs.length, sheet.costsMore]).toEqual([500, 1_376])
  const scoped = await world.ask('hq', 'profit.see', { span: 'this-week' }, manager)
  expect(scoped.whole.spentFen.content).toBe(1_876 * 100)
})
