// What counts as sold, what of it is ours, and of which kind is it likely?
import fc from 'fast-check'
import {
  amountOf,
  DEAL_KINDS,
  DEAL_MAX_FEN,
  type DealItem,
  goodsCostOf,
  guessKind,
  incomeOf,
  isSold,
  isVerified,
  mayRecordDeal,
} from '../../shared/domain/deal'
import type { ProductId } from '../../shared/domain/ids'
import { maySaveProduct, type Product } from '../../shared/domain/product'

const item = (change: Partial<DealItem> = {}): DealItem => ({
  ...{ productId: null, product: '水光精华', qty: 1, amountFen: 26_900, costFen: null, theirs: false },
  ...change,
})
const goods = (product: string) => ({ product, use: 'goods' as const })

test.each([
  ['nothing bought before', [goods('精华')], [], 'first'],
  ['the same again', [goods('精华')], ['精华'], 'repurchase'],
  ['the same, spelt with blanks and in full width', [goods('Ａ 精华')], ['a精华'], 'repurchase'],
  ['something else', [goods('面霜')], ['精华'], 'cross-sale'],
  ['the same and something else', [goods('面霜'), goods('精华')], ['精华'], 'repurchase'],
  ['a lesson', [{ product: '护肤课', use: 'information' as const }], [], 'information'],
  ['a lesson with goods', [{ product: '护肤课', use: 'information' as const }, goods('精华')], [], 'first'],
  ['a place as a partner', [{ product: '合伙名额', use: 'partner' as const }, goods('精华')], ['精华'], 'partner'],
] as const)('%s is likely', (_, items, before, kind) => {
  expect(guessKind(items, before)).toBe(kind)
})

test('every guess is one of the kinds', () => {
  const use = fc.constantFrom('goods' as const, 'information' as const, 'partner' as const)
  const line = fc.record({ product: fc.constantFrom('a', 'b', 'c'), use })
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.constantFrom('a', 'b')), (items, before) =>
      DEAL_KINDS.includes(guessKind(items, before)),
    ),
  )
})

test.each([
  ['one line', [item()], 'ok'],
  ['a gift', [item({ amountFen: 0 })], 'ok'],
  ['nothing', [], 'missing'],
  ['half a 分', [item({ amountFen: 0.5 })], 'bad-request'],
  ['money back', [item({ amountFen: -1 })], 'bad-request'],
  ['no name', [item({ product: ' ' })], 'bad-request'],
  ['no piece', [item({ qty: 0 })], 'bad-request'],
  ['a cost that is no number', [item({ costFen: Number.NaN })], 'bad-request'],
  ['too much in one line', [item({ amountFen: DEAL_MAX_FEN + 1 })], 'bad-request'],
  ['too much altogether', [item({ amountFen: DEAL_MAX_FEN }), item({ amountFen: 1 })], 'bad-request'],
] as const)('a deal of %s', (_, items, said) => {
  const decision = mayRecordDeal({ items: [...items] })
  expect(decision.ok ? 'ok' : decision.reason).toBe(said)
})

test('of ours the price is income; of theirs only what is left to us, and nothing while that is not known', () => {
  const items = [
    ...[item({ amountFen: 10_000, costFen: 4_000 }), item({ amountFen: 5_000, costFen: 4_200, theirs: true })],
    item({ amountFen: 7_000, costFen: null, theirs: true }),
  ]
  expect([amountOf({ items }), incomeOf({ items }), goodsCostOf({ items })]).toEqual([22_000, 10_800, 4_000])
})

test('what was given back or undone is not sold, and verified is only what is sold', () => {
  const sold = { refundedAt: null, droppedAt: null, verifiedAt: 1 }
  expect([isSold(sold), isVerified(sold)]).toEqual([true, true])
  for (const end of [{ refundedAt: 2 }, { droppedAt: 2 }])
    expect([isSold({ ...sold, ...end }), isVerified({ ...sold, ...end })]).toEqual([false, false])
  expect(isVerified({ ...sold, verifiedAt: null })).toBe(false)
})

const product = (change: Partial<Product> = {}): Product => ({
  ...{ _id: 'p1' as ProductId, name: '水光精华', use: 'goods', theirs: false, priceFen: 26_900 },
  ...{ costFen: 9_000, cycleDays: 60, on: true, rev: 1, ...change },
})

test.each([
  ['new', product({ _id: 'p2' as ProductId, name: '面霜' }), 0, 'ok'],
  ['of a name that is there', product({ _id: 'p2' as ProductId, name: '水光 精华' }), 0, 'product-name-taken'],
  ['as it was seen', product({ priceFen: 1 }), 1, 'ok'],
  ['as it no longer is', product(), 0, 'stale-version'],
  ['of half a 分', product({ priceFen: 0.5 }), 1, 'bad-request'],
])('a product %s', (_, said, rev, reason) => {
  const decision = maySaveProduct(said, [product()], rev)
  expect(decision.ok ? 'ok' : decision.reason).toBe(reason)
})
