// What is told of many deals, and is it kept back where fewer than five customers stand behind it? What does a till's table say?
import fc from 'fast-check'
import { MODELS } from '../../shared/domain/attribution'
import { dayOf } from '../../shared/domain/day'
import type { Deal } from '../../shared/domain/deal'
import { boughtIn, dealOfOrder, orderOfDeal, rhythmOf } from '../../shared/domain/deal-history'
import { fenOfText, orderRows, readOrders } from '../../shared/domain/deal-import'
import { cohortOf, creditSums, kindSums, newCustomers, productSums, showUnit } from '../../shared/domain/deal-sums'
import type { ContactId, DealId, MemberId, NoteId, PostId, StoreId } from '../../shared/domain/ids'

const DAY_MS = 86_400_000
const T0 = Date.UTC(2026, 8, 1, 4)
const item = (product: string, amountFen: number, qty = 1) => ({
  ...{ productId: null, product, qty, amountFen, costFen: null, theirs: false },
})
let n = 0
const deal = (who: string | null, days: number, change: Partial<Deal> = {}): Deal => {
  const at = T0 + days * DAY_MS
  return {
    ...{ _id: `d${n++}` as DealId, repId: 'rep' as MemberId, storeId: 's' as StoreId, teamId: null },
    ...{ contactId: who as ContactId | null, kind: 'first', items: [item('精华', 10_000)], at, day: dayOf(at) },
    ...{ writtenAt: at, source: 'rep', orderNo: null, noteIds: [], talkDay: null, partnerId: null },
    ...{ verifiedAt: null, verifiedBy: null, refundedAt: null, droppedAt: null, due: null, credits: [] },
    ...change,
  }
}
const many = (count: number, of: (who: string) => Deal): Deal[] =>
  Array.from({ length: count }, (_, at) => of(`c${at}`))
const read = (fen: number, postId = 'p') => ({
  ...{ of: 'reading' as const, postId: postId as PostId },
  fen: Object.fromEntries(MODELS.map((model) => [model, fen])),
})

test('a kind that four customers bought is few and no sum; from five it is told in fives', () => {
  const told = (count: number) => kindSums(many(count, (who) => deal(who, 0)))[0]
  expect(told(4)).toEqual({ kind: 'first', deals: 'few', amountFen: null })
  expect(told(7)).toEqual({ kind: 'first', deals: 5, amountFen: 70_000 })
  expect(told(0)).toEqual({ kind: 'first', deals: 0, amountFen: null })
})

test('many deals of one customer are still one customer, and orders without a name are nobody', () => {
  const all = [...many(9, () => deal('only', 0)), ...many(9, () => deal(null, 0))]
  expect(kindSums(all)[0]).toEqual({ kind: 'first', deals: 'few', amountFen: null })
})

test('what is put down to a post read by four is told nowhere; what is left is told as nothing known', () => {
  const all = (count: number) => many(count, (who) => deal(who, 0, { credits: [read(10_000)] }))
  expect(creditSums(all(4))).toMatchObject({ amountFen: 40_000, noneFen: 40_000, ways: [], posts: [] })
  const told = creditSums([...all(5), deal('x', 0), deal('y', 0, { due: 5 }), deal('z', 0, { refundedAt: 1 })])
  expect(told).toMatchObject({ amountFen: 60_000, noneFen: 10_000, waiting: 1 })
  expect(told.posts).toMatchObject([{ postId: 'p', deals: 5, fen: { linear: 50_000 } }])
})

test('each way of dividing adds up to what was sold, to the 分', () => {
  const one = fc.record({
    who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    fen: fc.integer({ min: 0, max: 1_000_000_000 }),
    known: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one), (all) => {
      const deals = all.map(({ who, fen, known }) =>
        deal(who, 0, { items: [item('精华', fen)], credits: known ? [read(fen)] : [] }),
      )
      const { amountFen, noneFen, ways } = creditSums(deals)
      for (const model of MODELS) expect(ways.reduce((sum, way) => sum + way.fen[model], noneFen)).toBe(amountFen)
    }),
  )
})

test('who came again within 90 days, of whom it can be said', () => {
  const today = dayOf(T0 + 200 * DAY_MS)
  const all = [...many(5, (who) => deal(who, 0)), deal('c0', 50), deal('c1', 95), deal('young', 150)]
  expect(cohortOf(all, today)).toEqual({ people: 5, again: 1, young: 1, rate: 0.2 })
  expect(cohortOf([...many(5, (who) => deal(who, 0)), deal('c0', 50, { refundedAt: 1 })], today).again).toBe(0)
})

test('how long one lasts is told of five customers who bought twice, no fewer', () => {
  const twice = (count: number) => many(count, (who) => deal(who, 0)).concat(many(count, (who) => deal(who, 30)))
  expect(productSums(twice(4), twice(4), [])[0]).toMatchObject({ pieces: 8, medianDays: null })
  expect(productSums(twice(5), twice(5), [])[0]).toMatchObject({ pieces: 10, amountFen: 100_000, medianDays: 30 })
})

test('new customers: what they began with and what followed, per customer; four are too few', () => {
  const span = { from: dayOf(T0), to: dayOf(T0 + 10 * DAY_MS) }
  const all = [...many(6, (who) => deal(who, 2)), deal('c0', 40), deal('old', -50), deal('old', 3)]
  const facts = newCustomers(all, span, 60_000)
  expect(facts).toEqual({ customers: 6, costFen: 60_000, firstFen: 60_000, laterFen: 10_000, goodsFen: 0 })
  expect(showUnit(facts)).toMatchObject({ customers: 5, costFen: 10_000, firstFen: 10_000, laterFen: 1_667 })
  expect(showUnit({ ...facts, customers: 4 })).toBeNull()
})

const note = (id: string, days: number) => ({
  ...{ _id: id as NoteId, contactId: 'c' as ContactId, at: T0 + days * DAY_MS },
  purchase: { product: '精华', cycleDays: 40, amountFen: null },
})

test('a purchase that a deal names is that deal’s, also when the deal was undone', () => {
  const named = deal('c', 0, { noteIds: ['n1' as NoteId] })
  expect(boughtIn([named], [note('n1', 0), note('n2', 5)])).toHaveLength(2)
  expect(boughtIn([{ ...named, droppedAt: 1 }], [note('n1', 0)])).toHaveLength(0)
})

test('gaps are of one customer each; orders without a name make none', () => {
  const all = boughtIn([deal('a', 0), deal('b', 10), deal('a', 30), deal(null, 31), deal(null, 33)], [])
  expect(rhythmOf(all, ' 精华', null)).toEqual({ medianDays: 30, gaps: 1, statedDays: null })
})

test('an order proves her own deal of the same day and money, once', () => {
  const [first, second] = [deal('c', 0), deal('d', 0)]
  const order = { repId: 'rep' as MemberId, day: first.day, items: [item('收银名', 10_000)] }
  expect(dealOfOrder(order, [second, first])?._id).toBe(first._id)
  expect(
    dealOfOrder(order, [
      { ...first, orderNo: 'A' },
      { ...second, droppedAt: 1 },
    ]),
  ).toBeNull()
  expect(dealOfOrder({ ...order, items: [item('收银名', 9_999)] }, [first])).toBeNull()
})

test('a deal of hers takes an order that stands alone, and no other', () => {
  const mine = deal('c', 0)
  const order = deal(null, 0, { source: 'import', orderNo: 'A' })
  expect(orderOfDeal(mine, [mine, order])?._id).toBe(order._id)
  const others = [
    { ...order, droppedAt: 1 },
    { ...order, repId: 'else' as MemberId },
    deal(null, 1, { source: 'import' }),
  ]
  expect(orderOfDeal(mine, others)).toBeNull()
})

const facts = {
  today: '2026-11-22',
  repOf: (code: string) => (code === 'A001' ? ('rep-lin' as MemberId) : null),
  products: [],
}
const head = ['订单号', '工号', '日期', '商品', '数量', '实付金额']
const tableOf = (...rows: string[][]) => readOrders(orderRows([head, ...rows]), facts)
const row = (change: Partial<Record<'no' | 'code' | 'day' | 'product' | 'qty' | 'amount', string>> = {}) => {
  const { no = 'T1', code = 'A001', day = '2026/11/1', product = '精华', qty = '2', amount = '¥1,299.50' } = change
  return [no, code, day, product, qty, amount]
}

test('rows of one order are one deal of several lines', () => {
  const { orders, faults } = tableOf(row(), row({ product: '面霜', qty: '', amount: '0.01' }), [])
  expect(faults).toEqual([])
  expect(orders).toMatchObject([{ orderNo: 'T1', repId: 'rep-lin', day: '2026-11-01', lines: [2, 3] }])
  expect(orders[0]?.items.map(({ qty, amountFen }) => [qty, amountFen])).toEqual([
    [2, 129_950],
    [1, 1],
  ])
})

test.each([
  ['no-order', { no: '订单 1' }],
  ['no-rep', { code: 'B9' }],
  ['bad-day', { day: '2026-02-30' }],
  ['bad-day', { day: '2026-11-23' }],
  ['no-product', { product: '' }],
  ['bad-qty', { qty: '1.5' }],
  ['bad-amount', { amount: '-5' }],
  ['bad-amount', { amount: '1.234' }],
] as const)('%s, and the whole order is left out', (fault, change) => {
  const { orders, faults } = tableOf(row(change), row({ no: change && 'no' in change ? change.no : 'T1' }))
  expect(faults[0]).toMatchObject({ line: 2, fault })
  expect(orders).toEqual([])
})

test('rows of one order that name two days are not one order', () => {
  expect(tableOf(row(), row({ day: '2026-11-02' }))).toMatchObject({ orders: [], faults: [{ fault: 'two-sellers' }] })
})

test('an amount read from its own text is the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
      expect(fenOfText((fen / 100).toFixed(2))).toBe(fen)
    }),
  )
})
