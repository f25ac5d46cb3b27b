// Does 成交 show every figure with its formula, keep back what is too little, bring orders in only after a look, and verify?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { TextDecoder, TextEncoder } from 'node:util'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { Output } from '../../shared/contracts'
import { MODELS } from '../../shared/domain/attribution'
import { UNIT_EXAMPLE, unitSheet } from '../../shared/domain/unit-economics'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, resetCloud } from '../support/reader-phone'

Object.assign(globalThis, { TextDecoder, TextEncoder }) // jsdom has neither
const narrow = window.matchMedia
Object.assign(window, { matchMedia: (query: string) => ({ ...narrow(query), matches: true }) })
jest.setTimeout(240_000) // Ant Design's tables are slow to draw on a busy machine

const sheet = {
  ...{ deals: 4, pieces: 5, amountFen: 129_950, incomeFen: 120_000, goodsFen: 30_000, profitFen: 80_000 },
  ...{ spentFen: { content: 5_000, ads: 5_000, goods: 0, other: 0 }, minutes: 120, perHourFen: 40_000, unknownCost: 1 },
}
const profit: Output<'hq', 'profit.see'> = {
  ...{ from: '2026-11-01', to: '2026-11-22', asOf: 1, scope: 'firm', whole: sheet },
  teams: [{ teamId: 'team-1', name: '一组', store: '东街店', ...sheet }],
  costs: [
    {
      ...{ costId: 'k1' as never, teamId: 'team-1' as never, team: '一组', day: '2026-11-20', kind: 'content' },
      ...{ amountFen: 5_000, minutes: 0, sold: null, words: '拍摄' },
    },
  ],
  costsMore: 0,
  ads: { deals: 3, amountFen: 60_000, spentFen: 30_000, perDealFen: 10_000 },
  own: { deals: 4, amountFen: 129_950, spentFen: 5_000, perDealFen: 1_250 },
  ...{ voice: { opened: 120, deep: 'few' }, offered: [{ teamId: 'team-1', name: '一组' }] },
}
const byModel = (fen: number) => Object.fromEntries(MODELS.map((model) => [model, fen])) as never
const worth: Output<'hq', 'deal.see'> = {
  ...{ from: '2026-11-01', to: '2026-11-22', asOf: 1, scope: ['东街店'] },
  kinds: [
    { kind: 'first', deals: 'few', amountFen: null },
    { kind: 'repurchase', deals: 15, amountFen: 400_000 },
  ],
  credited: {
    ...{ amountFen: 500_000, noneFen: 100_000, waiting: 2, windowDays: 30 },
    ways: [{ of: 'reading', fen: byModel(400_000) }],
    posts: [{ postId: 'p1', title: '早八点补水', deals: 6, fen: byModel(400_000) }],
  },
  again: { withinDays: 90, people: 20, again: 5, young: 'few', rate: 0.25 },
  products: [{ product: '水光精华', theirs: false, pieces: 9, amountFen: 240_000, statedDays: 60, medianDays: 41.5 }],
  unit: null,
  example: unitSheet(UNIT_EXAMPLE) as never,
}
const book = {
  ...{ dealId: 'd1', rep: '林小满', store: '东街店', kind: 'first', amountFen: 26_900, day: '2026-11-21' },
  ...{ items: [{ product: '水光精华', qty: 2, amountFen: 26_900, theirs: false }], source: 'rep', orderNo: null },
  ...{ verifiedAt: null, refunded: false },
} as const

const as = (role: string) => answer('me.see', () => ({ memberId: 'm1', name: '周主任', role }))
beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  as('approver')
  answer('store.list', () => ({ stores: [] }))
  answer('profit.see', () => profit)
  answer('deal.see', () => worth)
  answer('deal.list', () => ({ deals: [book], more: 0 }))
  answer('product.list', () => ({ products: [] }))
})

const text = () => document.body.textContent ?? ''
const open = async (tab: string, until: string) => {
  openDesk(`?at=deals&tab=${tab}`)
  await waitFor(() => expect(text()).toContain(until))
}
const formula = async (name: string) => {
  const [button] = screen.getAllByLabelText(`${name}怎么算的`)
  fireEvent.click(button as HTMLElement)
  return (await screen.findByRole('tooltip')).textContent
}

test('a team’s sheet: profit, what each hour came to, 销量 beside 声量, with the parts one tap away', async () => {
  await open('', '一组')
  for (const words of ['¥800', '¥400', '5 件', '打开 120', '有 1 行不知道成本', '¥12.50'])
    expect(text()).toContain(words)
  const said = await formula('利润')
  expect(said).toContain('收入 − 货品成本 − 花费')
  expect(said).toContain('¥1,200')
})

test('what each team took in and kept is drawn, and stands in words behind the picture', async () => {
  answer('profit.see', () => ({ ...profit, costsMore: 1_200 }))
  await open('', '每组收进多少')
  const rows = [...document.querySelectorAll('#profit-chart tbody tr')].map((row) => row.textContent)
  expect(rows).toEqual(['一组¥1,200¥800'])
  expect(text()).toContain('还有 1200 行更早的没有列出，都算在上面的数里')
})

test('after how long a product is bought again is drawn once five have, and said in words before', async () => {
  await open('worth', '多久再买')
  const rows = [...document.querySelectorAll('#deal-cycles tbody tr')].map((row) => row.textContent)
  expect(rows).toEqual(['水光精华60 天42 天'])
})

test('before five have bought twice the picture is words', async () => {
  answer('deal.see', () => ({ ...worth, products: worth.products.map((one) => ({ ...one, medianDays: null })) }))
  await open('worth', '还看不出多久再买')
  expect(document.getElementById('deal-cycles')).toBeNull()
})

test('a cost is written down as money or as hours, never as both', async () => {
  answer('cost.save', (cost) => ({ cost: { ...cost, team: '一组' } }))
  await open('', '花了多少钱和时间')
  fireEvent.change(document.getElementById('cost-typed') as HTMLElement, { target: { value: '49.9' } })
  fireEvent.click(screen.getByText('记下花费'))
  await waitFor(() => expect(callsOf('cost.save')).toHaveLength(1))
  expect(callsOf('cost.save')[0]?.payload).toMatchObject({
    ...{ teamId: 'team-1', kind: 'content', amountFen: 4_990, minutes: 0, sold: null },
  })
})

test('what came before stands in four ways side by side, and says what it does not say', async () => {
  await open('worth', '早八点补水')
  for (const words of ['不是因为什么才成交', '最早一次', '越近越多', '25%', '42 天', '只看你管的：东街店'])
    expect(text()).toContain(words)
  expect(await formula('复购率')).toContain('90 天内又买了的占几成')
})

test('too few new customers: the example stands alone', async () => {
  await open('unit', '例子')
  for (const words of ['不到 5 位，还不能判断', '¥500', '¥19.90', '¥5,000', '10.0 倍']) expect(text()).toContain(words)
})

test('what nobody has verified is verified with one tap', async () => {
  answer('deal.verify', () => ({ deal: { ...book, verifiedAt: 5 } }))
  await open('books', '林小满')
  fireEvent.click(document.querySelector('#books button') as HTMLElement)
  await waitFor(() => expect(callsOf('deal.verify')).toMatchObject([{ payload: { dealId: 'd1' } }]))
})

test('orders are looked through first; only then are they brought in', async () => {
  answer('deal.import', ({ dry }) => ({
    ...{ made: 1, proved: 1, same: 0 },
    faults: dry ? [{ line: 4, fault: 'no-rep', found: 'B9' }] : [],
  }))
  await open('import', '把收银的订单拖到这里')
  const csv =
    '订单号,工号,日期,商品,金额\nT1,A001,2026-11-21,精华,269\nT2,A001,2026-11-21,面霜,99\nT3,B9,2026-11-21,面霜,9\n'
  const file = new File([csv], '订单.csv', { type: 'text/csv' })
  const { buffer } = new Uint8Array(new TextEncoder().encode(csv)) // jsdom's file cannot be read as bytes
  Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(buffer) })
  await act(async () => {
    fireEvent.change(document.querySelector('input[type=file]') as HTMLElement, { target: { files: [file] } })
  })
  await waitFor(() => expect(text()).toContain('会导入 1 单，核实导购自己记的 1 单'))
  expect(text()).toContain('没有这个工号的导购')
  expect(callsOf('deal.import').map(({ payload }) => payload.dry)).toEqual([true])
  fireEvent.click(document.getElementById('bring') as HTMLElement)
  await waitFor(() => expect(text()).toContain('导入了 1 单'))
  expect(callsOf('deal.import').map(({ payload }) => payload.dry)).toEqual([true, false])
})

test('a product is added with its price in 分', async () => {
  answer('product.save', (product) => ({ product: { ...product, rev: 1 } }))
  await open('products', '还没有商品')
  fireEvent.click(document.getElementById('new-product') as HTMLElement)
  await waitFor(() => expect(document.getElementById('product-name')).not.toBeNull())
  const type = (id: string, value: string) =>
    fireEvent.change(document.getElementById(`product-${id}`) as HTMLElement, { target: { value } })
  type('name', '水光精华')
  type('price', '269.5')
  type('days', '60')
  fireEvent.click(screen.getByText('保存商品'))
  await waitFor(() => expect(callsOf('product.save')).toHaveLength(1))
  expect(callsOf('product.save')[0]?.payload).toMatchObject({
    ...{ name: '水光精华', priceFen: 26_950, costFen: null, cycleDays: 60, rev: 0 },
  })
})

test('a manager sees her part: neither the firm’s products nor the import', async () => {
  as('manager')
  await open('', '一组')
  expect(screen.getByText('利润表')).toBeTruthy()
  expect(screen.queryByRole('tab', { name: '商品' })).toBeNull()
  expect(screen.queryByRole('tab', { name: '导入' })).toBeNull()
})
