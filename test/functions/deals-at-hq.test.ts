// What does HQ see of deals: imported once, verified by somebody else, summed by team, and never to whom?
import type { Input } from '../../shared/contracts'
import { dayOf } from '../../shared/domain/day'
import { newId } from '../support/scenes'
import { approver, editor, lin, manager, startWorld, type World, zhao } from '../support/world'

const TODAY = dayOf(Date.now())
let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.add('teams', [
    { _id: 'team-1', name: '一组', storeId: 'store-east', rev: 1 },
    { _id: 'team-2', name: '西一组', storeId: 'store-west', rev: 1 },
  ])
  const change = (id: string, set: object) => world.database.collection('members').doc(id).update(set)
  await change('rep-lin', { code: 'A001', teamId: 'team-1' })
  await change('rep-zhao', { code: 'A002', teamId: 'team-2' })
})
afterAll(() => world.stop())

const product = {
  ...{ productId: 'serum', name: '水光精华', use: 'goods', theirs: false, priceFen: 26_900, costFen: 9_000 },
  ...{ cycleDays: 60, on: true, rev: 0 },
} as const
const record = (amountFen: number, as = lin) =>
  world.ask(
    'rep',
    'deal.record',
    {
      ...{ dealId: newId(20), contactId: null, kind: 'first', agoMs: 0, noteId: null, talkDay: null },
      items: [{ productId: 'serum', product: '水光精华', qty: 1, amountFen, theirs: false, cycleDays: null }],
    } as never,
    as,
  )
const row = (line: number, change: object = {}) => ({
  ...{ line, orderNo: `T${line}`, code: 'A001', day: TODAY, product: '水光精华', qty: '1', amount: '100' },
  ...change,
})
const bring = (rows: object[], dry = false) =>
  world.ask('hq', 'deal.import', { dry, rows } as Input<'hq', 'deal.import'>, approver)

test('a product is saved once, changed only as it was seen, and never twice under one name', async () => {
  await world.ask('hq', 'product.save', product, editor)
  expect((await world.ask('hq', 'product.save', product, editor)).product.rev).toBe(1)
  const stale = { ...product, priceFen: 1 }
  expect(await world.refusal('hq', 'product.save', stale, editor)).toMatchObject({ reason: 'stale-version' })
  const twin = { ...product, productId: 'twin', name: '水光 精华' }
  expect(await world.refusal('hq', 'product.save', twin, editor)).toMatchObject({ reason: 'product-name-taken' })
  expect((await world.ask('hq', 'product.list', {}, editor)).products).toHaveLength(1)
})

test('a dry run saves nothing; the file is brought in once, and again it changes nothing', async () => {
  const rows = [row(2), row(3, { orderNo: 'T2', product: '面霜', amount: '50' }), row(4, { code: 'B9' })]
  const said = { made: 1, proved: 0, same: 0, faults: [{ line: 4, fault: 'no-rep', found: 'B9' }] }
  expect(await bring(rows, true)).toEqual(said)
  expect(await world.docs('deals')).toEqual([])
  expect(await bring(rows)).toEqual(said)
  expect(await bring(rows)).toEqual({ ...said, made: 0, same: 1 })
  expect(await bring([row(2, { amount: '101' })])).toMatchObject({ made: 0, faults: [{ line: 2, fault: 'changed' }] })
  expect(await world.docs('deals')).toMatchObject([
    { _id: 'o_T2', source: 'import', contactId: null, items: [{ costFen: 9_000 }, { costFen: null }] },
  ])
})

test('an order that a rep has entered herself proves that deal, and is not counted again', async () => {
  const { deal } = await record(33_300)
  await record(33_300)
  const rows = [row(7, { amount: '333' })]
  expect(await bring(rows, true)).toMatchObject({ made: 0, proved: 1 })
  expect(await bring(rows)).toMatchObject({ made: 0, proved: 1 })
  expect(await bring(rows)).toMatchObject({ made: 0, proved: 0, same: 1 })
  const docs = (await world.docs('deals')).filter(({ orderNo }) => orderNo === 'T7')
  expect(docs).toHaveLength(1)
  expect(docs[0]?._id).toBe(deal.dealId)
  expect(await world.refusal('rep', 'deal.undo', { dealId: deal.dealId }, lin)).toMatchObject({
    reason: 'deal-verified',
  })
})

test('a deal written down after its order was brought in is that order, once', async () => {
  await bring([row(9, { amount: '77' })])
  const { deal } = await record(7_700)
  expect(deal.verified).toBe(true)
  const said = (await world.docs('deals')).filter(({ orderNo }) => orderNo === 'T9')
  expect(said.filter(({ droppedAt }) => droppedAt === null)).toMatchObject([{ _id: deal.dealId, source: 'rep' }])
  expect(await bring([row(9, { amount: '77' })])).toMatchObject({ made: 0, proved: 0, same: 1 })
  await world.ask('rep', 'deal.refund', { dealId: deal.dealId }, lin)
})

test('verified by somebody at HQ, once, and only in her own part of the firm', async () => {
  const [{ deal: east }, { deal: west }] = [await record(1_100), await record(2_200, zhao)]
  const open = await world.ask('hq', 'deal.list', { span: 'this-week', open: true }, manager)
  expect(open.deals.map(({ dealId }) => dealId)).toContain(east.dealId)
  expect(open.deals.map(({ dealId }) => dealId)).not.toContain(west.dealId)
  for (const _ of [1, 2])
    expect((await world.ask('hq', 'deal.verify', { dealId: east.dealId }, manager)).deal.verifiedAt).not.toBeNull()
  expect(await world.refusal('hq', 'deal.verify', { dealId: west.dealId }, manager)).toMatchObject({
    reason: 'outside-your-scope',
  })
  await world.ask('rep', 'deal.refund', { dealId: west.dealId }, zhao)
  expect(await world.refusal('hq', 'deal.verify', { dealId: west.dealId }, approver)).toMatchObject({
    reason: 'deal-over',
  })
  const acts = (await world.docs('audits')).filter(({ act }) => act === 'deal.verified')
  expect(acts).toHaveLength(1)
})

test('a team’s sheet: income less goods and what it put in, and what that is for each hour', async () => {
  const cost = (id: string, change: object) => ({
    ...{
      costId: id,
      teamId: 'team-1',
      day: TODAY,
      kind: 'content',
      amountFen: 5_000,
      minutes: 0,
      sold: null,
      words: '',
    },
    ...change,
  })
  const save = (input: object, as = manager) => world.ask('hq', 'cost.save', input as never, as)
  for (const _ of [1, 2]) await save(cost('k1', {}))
  await save(cost('k2', { kind: 'time', amountFen: 0, minutes: 120 }))
  await save(cost('k3', { kind: 'ads', amountFen: 900, sold: { deals: 1, amountFen: 1_000 } }))
  await save(cost('k4', { amountFen: 1 }))
  expect(await world.ask('hq', 'cost.drop', { costId: 'k4' } as never, manager)).toEqual({ dropped: true })
  const west = cost('k5', { teamId: 'team-2' })
  expect(await world.refusal('hq', 'cost.save', west as never, manager)).toMatchObject({ reason: 'outside-your-scope' })
  const both = cost('k6', { minutes: 5 })
  expect(await world.refusal('hq', 'cost.save', both as never, editor)).toMatchObject({ reason: 'bad-cost' })
  const { teams, whole, ads, own } = await world.ask('hq', 'profit.see', { span: 'this-week' }, manager)
  // 150 of the till, twice 333 and 11 of her own; a serum costs 90, of the cream it is not known
  const income = 15_000 + 2 * 33_300 + 1_100
  expect(whole).toMatchObject({ deals: 4, incomeFen: income, goodsFen: 4 * 9_000, minutes: 120, unknownCost: 1 })
  expect(whole.profitFen).toBe(income - 36_000 - 5_000 - 900)
  expect(whole.perHourFen).toBe(whole.profitFen / 2)
  expect(teams.map(({ name }) => name)).toEqual(['一组'])
  expect([ads.perDealFen, own.perDealFen]).toEqual([900, 1_250])
})

test('HQ is told sums, shares in fives and nothing of a customer', async () => {
  const seen = await world.ask('hq', 'deal.see', { span: 'this-week' }, editor)
  expect(seen.kinds.every(({ amountFen }) => amountFen === null)).toBe(true) // nobody she knows
  expect(seen.unit).toBeNull()
  expect(seen.example).toMatchObject({ costFen: 50_000, firstFen: 1_990, laterFen: 500_000, times: 10.0398 })
  expect(seen.products[0]).toMatchObject({ product: '水光精华', statedDays: 60, medianDays: null })
  const books = await world.ask('hq', 'deal.list', { span: 'this-week', open: false }, editor)
  expect(JSON.stringify([seen, books])).not.toContain('contactId')
  const theirs = await world.ask('hq', 'profit.see', { span: 'this-week' }, editor)
  expect(theirs.whole.deals).toBeGreaterThanOrEqual(4)
})
