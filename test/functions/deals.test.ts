// Is a deal kept once, told to her notes, undone and given back; and does what she read before it go when she says so?
import { CREDIT_AFTER_MS, sumDeals } from '../../cloudfunctions/jobs/sum-deals'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { dayAfter, dayOf } from '../../shared/domain/day'
import { purchaseOf, seeSheet, writeNote } from '../support/files-world'
import { countReadings, newId, publish, report, reportOf, share } from '../support/scenes'
import { lin, mei, startWorld, type World, wang } from '../support/world'

const DAY_MS = 86_400_000
let world: World
let contactId = ''
let token = ''
beforeAll(async () => {
  world = await startWorld()
  await world.add('products', [
    {
      ...{ _id: 'serum', name: '水光精华', use: 'goods', theirs: false, priceFen: 26_900, costFen: 9_000 },
      ...{ cycleDays: 60, on: true, rev: 1 },
    },
    {
      ...{ _id: 'lesson', name: '护肤课', use: 'information', theirs: true, priceFen: 9_900, costFen: 8_000 },
      ...{ cycleDays: null, on: true, rev: 1 },
    },
    {
      ...{ _id: 'old', name: '旧款', use: 'goods', theirs: false, priceFen: 100, costFen: null },
      ...{ cycleDays: null, on: false, rev: 1 },
    },
  ])
  await publish(world, {}, 'post-1')
  token = await share(world, 'post-1', lin)
  // what she reads may be known, and worked with
  const agreed = { token, policyVersion: POLICY_VERSION, purposes: ['reading', 'tags'] as const, scene: 1007 }
  await world.ask('reader', 'consent.give', { ...agreed, purposes: [...agreed.purposes], readingIds: [] }, mei)
  await report(world, [reportOf({ postId: 'post-1', token })], mei)
  contactId = (await world.ask('rep', 'contact.list', {}, lin)).contacts[0]?.contactId ?? ''
})
afterAll(() => world.stop())

const serum = { productId: 'serum', product: '水光精华', qty: 1, amountFen: 26_900, theirs: false, cycleDays: null }
const dealOf = (change: object = {}) => ({
  ...{ dealId: newId(20), contactId, kind: 'first' as const, items: [serum], agoMs: 0, noteId: null, talkDay: null },
  ...change,
})
const record = (deal: object, as = lin) => world.ask('rep', 'deal.record', deal as never, as)
const purchases = async () =>
  (await seeSheet(world, contactId)).notes.filter(({ kind }) => kind === 'purchase').map(({ purchase }) => purchase)

test('said three times it is one deal and one purchase in her notes, with the cycle HQ knows', async () => {
  const deal = dealOf()
  for (const _ of [1, 2, 3]) await record(deal)
  expect(await world.docs('deals')).toHaveLength(1)
  expect(await purchases()).toEqual([{ product: '水光精华', cycleDays: 60, amountFen: 26_900 }])
  expect((await seeSheet(world, contactId)).sheet.lastContactAt).not.toBeNull()
  const { deals, before, products } = await world.ask('rep', 'deal.prepare', { contactId }, lin)
  expect(deals).toMatchObject([{ dealId: deal.dealId, amountFen: 26_900, verified: false, refunded: false }])
  const due = dayAfter(dayOf(Date.now()), 60)
  expect(before).toMatchObject([{ product: '水光精华', times: 1, cycleDays: 60, from: 'product', dueDay: due }])
  expect(products.map(({ name }) => name).sort()).toEqual(['护肤课', '水光精华'].sort())
  await world.ask('rep', 'deal.undo', { dealId: deal.dealId }, lin)
})

test('undone it counts nowhere, and a late repeat does not bring it back', async () => {
  const deal = dealOf()
  await record(deal)
  expect(await world.ask('rep', 'deal.undo', { dealId: deal.dealId }, lin)).toEqual({ dropped: true })
  await record(deal)
  expect(await purchases()).toEqual([])
  const { deals, before } = await world.ask('rep', 'deal.prepare', { contactId }, lin)
  expect([deals, before]).toEqual([[], []])
  expect(await world.ask('rep', 'deal.undo', { dealId: deal.dealId }, lin)).toEqual({ dropped: false })
})

test('given back it stays in the list as such, and nothing comes due for it', async () => {
  const deal = dealOf()
  await record(deal)
  const { deal: shown } = await world.ask('rep', 'deal.refund', { dealId: deal.dealId }, lin)
  expect(shown.refunded).toBe(true)
  expect(await purchases()).toEqual([])
  const listed = (await world.ask('rep', 'deal.list', {}, lin)).deals
  expect(listed.filter(({ dealId }) => dealId === deal.dealId)).toMatchObject([{ refunded: true }])
  expect(await world.refusal('rep', 'deal.undo', { dealId: deal.dealId }, lin)).toMatchObject({ reason: 'deal-over' })
})

test('a purchase that stands in her notes may be named: it is not written, and not counted, twice', async () => {
  const note = purchaseOf(contactId, '水光精华', 45)
  await writeNote(world, note)
  const deal = dealOf({ noteId: note.noteId })
  await record(deal)
  expect(await purchases()).toHaveLength(1)
  const { before } = await world.ask('rep', 'deal.prepare', { contactId }, lin)
  expect(before).toMatchObject([{ product: '水光精华', times: 1 }])
  await world.ask('rep', 'deal.undo', { dealId: deal.dealId }, lin)
  expect(await purchases()).toHaveLength(1) // her own note is hers
  await world.ask('rep', 'note.drop', { noteId: note.noteId }, lin)
  const foreign = { ...dealOf(), noteId: note.noteId }
  expect(await world.refusal('rep', 'deal.record', foreign as never, lin)).toMatchObject({ reason: 'no-such-entry' })
})

test('from the third purchase on it is due by her own rhythm', async () => {
  const deals = [90, 70, 40].map((days) => dealOf({ agoMs: days * DAY_MS }))
  for (const deal of deals) await record(deal)
  const [last] = (await world.ask('rep', 'deal.prepare', { contactId }, lin)).before
  expect(last).toMatchObject({ times: 3, cycleDays: 25, from: 'own', dueDay: dayOf(Date.now() - 15 * DAY_MS) })
  expect((await purchases())[0]).toMatchObject({ cycleDays: 25 })
  for (const { dealId } of deals) await world.ask('rep', 'deal.undo', { dealId }, lin)
})

test('what HQ knows of a product holds whatever the phone says; a lesson is nothing to be used up', async () => {
  const lesson = { ...serum, productId: 'lesson', product: '别的名字', theirs: false, amountFen: 9_900 }
  const deal = dealOf({ items: [lesson], kind: 'information' })
  const { deal: shown } = await record(deal)
  expect(shown.items).toEqual([{ product: '护肤课', qty: 1, amountFen: 9_900, theirs: true }])
  expect((await world.docs('deals')).find(({ _id }) => _id === deal.dealId)).toMatchObject({
    items: [{ costFen: 8_000 }],
  })
  expect(await purchases()).toEqual([])
  await world.ask('rep', 'deal.undo', { dealId: deal.dealId }, lin)
})

test('a colleague gets at nothing of it', async () => {
  const deal = dealOf()
  await record(deal)
  for (const action of ['deal.refund', 'deal.credit'] as const)
    expect(await world.refusal('rep', action, { dealId: deal.dealId }, wang)).toMatchObject({ reason: 'no-such-entry' })
  expect(await world.ask('rep', 'deal.undo', { dealId: deal.dealId }, wang)).toEqual({ dropped: false })
  expect(await world.refusal('rep', 'deal.record', deal as never, wang)).toMatchObject({ code: 'not-found' })
  await world.ask('rep', 'deal.undo', { dealId: deal.dealId }, lin)
})

test('what she read is put down to the deal while she agrees, and gone from it when she withdraws', async () => {
  const deal = dealOf()
  await record(deal)
  await countReadings(world)
  const said = await world.ask('rep', 'deal.credit', { dealId: deal.dealId }, lin)
  expect(said.credits.map(({ of }) => of)).toEqual(['reading'])
  expect(said.credits[0]?.fen).toEqual({ first: 26_900, last: 26_900, linear: 26_900, 'time-decay': 26_900 })
  await sumDeals(Date.now() + CREDIT_AFTER_MS)
  const stored = async () => (await world.docs('deals')).find(({ _id }) => _id === deal.dealId)
  expect(await stored()).toMatchObject({ due: null, credits: [{ of: 'reading', postId: 'post-1' }] })
  await world.ask('reader', 'consent.withdraw', {}, mei)
  await sumDeals(Date.now() + CREDIT_AFTER_MS)
  const left = await stored()
  expect(left).toMatchObject({ contactId: null, credits: [], noteIds: [] })
  expect(JSON.stringify(left)).not.toContain('post-1')
  expect(left).toMatchObject({ items: [{ amountFen: 26_900 }] }) // the money stays in the books
})
