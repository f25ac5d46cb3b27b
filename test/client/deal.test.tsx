// Can a guide enter a deal with one hand, with signal or without, and take it back; and see what came before it?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import { addTyped, amountOfLine, changeLine, EMPTY, fenOfTyped, more, totalOf } from '../../client/features/deal/draft'
import { wordMoney } from '../../client/features/deal/words'
import DealPage from '../../client/pkgs/rep/deal/index'
import { flushOutbox } from '../../client/platform/outbox'
import type { Input, Output } from '../../shared/contracts'
import { router } from '../support/client-taro'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, loseSignal } from '../support/reader-phone'
import { open, settle, typeIn } from '../support/rep-screen'

type Prepared = Output<'rep', 'deal.prepare'>
type Said = Input<'rep', 'deal.record'>
const sold: Prepared['deals'][number] = {
  ...{ dealId: 'd0', contactId: 'c1', who: '优优妈妈', kind: 'first', amountFen: 26_900, at: Date.now() - 86_400_000 },
  ...{ items: [{ product: '水光精华', qty: 1, amountFen: 26_900, theirs: false }], writtenAt: Date.now() - 86_400_000 },
  ...{ source: 'rep', verified: false, refunded: false },
}
const prepared: Prepared = {
  products: [
    { productId: 'p1', name: '水光精华', use: 'goods', theirs: false, priceFen: 26_900, cycleDays: 60 },
    { productId: 'p2', name: '护肤课', use: 'information', theirs: true, priceFen: 9_990, cycleDays: null },
  ],
  who: '优优妈妈',
  before: [{ product: '水光精华', times: 1, lastAt: 1, cycleDays: 60, from: 'product', dueDay: '2026-12-01' }],
  deals: [sold],
}
const text = () => document.body.textContent ?? ''
const tapId = async (id: string) => {
  fireEvent.click(document.getElementById(id) as HTMLElement)
  await settle()
}
const tapWords = async (words: string) => {
  fireEvent.click(screen.getByText(words))
  await settle()
}
const sent = () => callsOf('deal.record').map(({ payload }) => payload as Said)

runInWeChat()
beforeEach(() => {
  router.params = { c: 'c1' }
  answer('deal.prepare', () => prepared)
  answer('deal.record', ({ dealId }) => ({ deal: { ...sold, dealId } }))
  answer('deal.undo', () => ({ dropped: true }))
})

const openPage = async () => {
  open(DealPage)
  await settle()
}

test('two taps: what she had before at the list’s price, guessed as bought again', async () => {
  await openPage()
  await tapId('had-水光精华')
  expect(text()).toContain('✓ 复购')
  await tapId('keep-deal')
  expect(sent()).toMatchObject([{ contactId: 'c1', kind: 'repurchase', noteId: null, talkDay: null }])
  expect(sent()[0]?.items).toEqual([
    { productId: 'p1', product: '水光精华', qty: 1, amountFen: 26_900, theirs: false, cycleDays: null },
  ])
  expect(text()).toContain('记下了 ¥269')
})

test('her own word on kind, pieces, money and day goes over what was guessed', async () => {
  await openPage()
  await tapId('listed-护肤课')
  expect(text()).toContain('✓ 信息消费')
  await tapId('had-水光精华')
  fireEvent.click(screen.getByLabelText('水光精华 多一件'))
  await settle()
  expect(text()).toContain('¥637.90')
  await typeIn('amount-1', '500')
  expect(text()).toContain('¥599.90')
  await tapId('deal-kind-cross-sale')
  await tapId('deal-day-1')
  await tapId('keep-deal')
  expect(sent()[0]).toMatchObject({ kind: 'cross-sale', items: [{ amountFen: 9_990 }, { qty: 2, amountFen: 50_000 }] })
  expect(sent()[0]?.agoMs).toBeGreaterThanOrEqual(86_400_000)
})

test('what is no amount is told at once and is not sent', async () => {
  await openPage()
  await tapId('had-水光精华')
  await typeIn('amount-0', '三百')
  expect(text()).toContain('只写数字')
  await tapId('keep-deal')
  expect(sent()).toEqual([])
})

test('what the list does not have is written by hand', async () => {
  await openPage()
  await typeIn('other', '手霜')
  await tapId('add-other')
  await typeIn('amount-0', '39.9')
  await tapId('keep-deal')
  expect(sent()[0]?.items).toMatchObject([{ productId: null, product: '手霜', amountFen: 3_990 }])
})

test('without signal it is kept, sent once when there is signal again, under one id', async () => {
  loseSignal('deal.record')
  await openPage()
  await tapId('had-水光精华')
  await tapId('keep-deal')
  expect(text()).toContain('连上网就送出')
  answer('deal.record', ({ dealId }) => ({ deal: { ...sold, dealId } }))
  await flushOutbox()
  await settle()
  expect(new Set(sent().map(({ dealId }) => dealId)).size).toBe(1)
})

test('what still waits to be sent and is taken back is never sent', async () => {
  loseSignal('deal.record')
  loseSignal('deal.undo')
  await openPage()
  await tapId('had-水光精华')
  await tapId('keep-deal')
  const before = sent().length
  await tapWords('撤销')
  answer('deal.record', ({ dealId }) => ({ deal: { ...sold, dealId } }))
  answer('deal.undo', () => ({ dropped: false }))
  await flushOutbox()
  await settle()
  expect(sent()).toHaveLength(before)
  expect(callsOf('deal.undo').length).toBeGreaterThan(0)
})

test('on a phone that has never asked, without signal, products are written by hand', async () => {
  loseSignal('deal.prepare')
  await openPage()
  await settle(1_500) // asked once more
  expect(text()).toContain('没有网络')
  await typeIn('other', '手霜')
  await tapId('add-other')
  expect(document.getElementById('amount-0')).not.toBeNull()
})

test('opened from a purchase in her notes it names that note', async () => {
  router.params = { c: 'c1', n: 'note1', p: '水光精华', y: '199' }
  await openPage()
  await tapId('keep-deal')
  expect(sent()).toMatchObject([{ noteId: 'note1', items: [{ product: '水光精华', amountFen: 19_900 }] }])
})

test('four ways of dividing stand side by side, with what they do not say', async () => {
  answer('deal.credit', () => ({
    ...{ amountFen: 26_900, windowDays: 30, noneFen: 0 },
    credits: [
      {
        ...{ of: 'reading', title: '早八点补水', at: Date.now() - 7_200_000 },
        fen: { first: 26_900, last: 0, linear: 13_450, 'time-decay': 9_000 },
      },
    ],
  }))
  await openPage()
  await tapWords('成交前发生过什么')
  for (const words of ['最早一次 ¥269', '最近一次 ¥0', '平分 ¥134.50', '越近越多 ¥90', '不是因为什么才成交'])
    expect(text()).toContain(words)
})

test('given back is asked twice', async () => {
  answer('deal.refund', () => ({ deal: { ...sold, refunded: true } }))
  await openPage()
  await tapWords('退了')
  expect(callsOf('deal.refund')).toEqual([])
  await tapWords('真的退了')
  expect(callsOf('deal.refund')).toMatchObject([{ payload: { dealId: 'd0' } }])
})

test.each([
  ['269', 26_900],
  ['39.9', 3_990],
  ['0.01', 1],
  ['1.005', null],
  ['', null],
  ['-3', null],
  ['99999999', null],
])('%s 元', (typed, fen) => {
  expect(fenOfTyped(typed)).toBe(fen)
})

test('a line of so many pieces never falls below one, and money is told with its sign', () => {
  const draft = addTyped(EMPTY, '手霜', '10')
  const [line] = draft.lines
  if (!line) throw new Error('no line')
  expect(more(draft, line, -1).lines[0]?.qty).toBe(1)
  expect(amountOfLine(line)).toBe(1_000)
  expect(totalOf(changeLine(draft, '手霜', { typed: 'x' }))).toBeNull()
  expect([wordMoney(129_950), wordMoney(-5), wordMoney(0)]).toEqual(['¥1,299.50', '−¥0.05', '¥0'])
})
