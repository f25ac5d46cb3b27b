// Does HQ decide with a reason, is a batch approved by another than who made it, and is a fault in the ledger told?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, resetCloud } from '../support/reader-phone'

const dispute = {
  ...{ referralId: 'deal-1', partnerId: 'p1', code: 'ABC234', repName: '林小满', state: 'verified', day: '2026-11-06' },
  ...{ baseFen: 19_900, fen: 597 },
  dispute: { by: 'rep', at: 1, says: '她没有介绍', decision: null, grantFen: 0, reason: '' },
}
const payout = (change: object) => ({
  ...{ payoutId: 'b1', at: Date.UTC(2026, 10, 20), state: 'made', byName: '陈编辑', approvedName: '', mine: false },
  ...{ people: 2, totalFen: 123_456, reason: '', ...change },
})
beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'approver-1', name: '周主任', role: 'approver' }))
  answer('partner.list', () => ({ partners: [], next: null }))
  answer('dispute.list', () => ({ disputes: [dispute] }))
  answer('payout.list', () => ({ payouts: [payout({})], next: null }))
})

test('a decision needs a reason, and says which', async () => {
  answer('dispute.decide', () => dispute)
  openDesk('?at=partners')
  await screen.findByText(/她没有介绍/)
  fireEvent.click(screen.getByText('取消这笔'))
  const send = screen.getByText('裁定').closest('button') as HTMLButtonElement
  expect(send.disabled).toBe(true)
  fireEvent.change(screen.getByPlaceholderText('理由，双方都看得到'), { target: { value: '客户说是自己来的' } })
  fireEvent.click(send)
  await waitFor(() => expect(callsOf('dispute.decide')).toHaveLength(1))
  expect(callsOf('dispute.decide')[0]?.payload).toEqual({
    ...{ referralId: 'deal-1', decision: 'void', grantFen: 0, reason: '客户说是自己来的' },
  })
})

test('who made a batch waits for another; another approves it', async () => {
  answer('payout.list', () => ({ payouts: [payout({ mine: true })], next: null }))
  const { unmount } = openDesk('?at=partners')
  await screen.findByText('等另一位审核人批准')
  expect(screen.getByText('¥1234.56')).toBeTruthy()
  expect(screen.queryByText('批准')).toBeNull()
  unmount()
  answer('payout.list', () => ({ payouts: [payout({})], next: null }))
  answer('payout.approve', () => payout({ state: 'approved' }))
  openDesk('?at=partners')
  fireEvent.click(await screen.findByText('批准'))
  await waitFor(() => expect(callsOf('payout.approve')[0]?.payload).toEqual({ payoutId: 'b1' }))
})

test('what does not add up is told before anything is paid', async () => {
  answer('ledger.verify', ({ cursor }) => ({
    ...{ partners: 20, transfers: 50, faults: cursor ? [{ fault: 'gap', id: 'p9.3' }] : [] },
    next: cursor ? null : 'p20',
  }))
  openDesk('?at=partners')
  fireEvent.click(await screen.findByText('验账'))
  await screen.findByText('有 1 处对不上，先别付款')
  expect(screen.getByText('gap · p9.3')).toBeTruthy()
})
