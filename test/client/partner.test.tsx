// Does a customer read the terms before she answers, is either answer hers, and does she see each step and how to leave?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import PartnerPage from '../../client/pkgs/account/partner/index'
import { TERMS } from '../../shared/domain/partner-terms'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, refuseFor } from '../support/reader-phone'
import { open, settle, typeIn } from '../support/rep-screen'

const invitation = { partnerId: 'partner-1', repName: '林小满', storeName: '东街店', company: '东方母婴有限公司' }
const steady = { tier: 'steady', rateBp: 400, fromSales: 5 }
const referral = {
  ...{ referralId: 'deal-1', month: '2026-11', state: 'verified', fen: 597, rateBp: 300, nextAt: null, dispute: null },
}
const partner = {
  ...{ partnerId: 'partner-1', state: 'active', leftFor: null, code: 'ABC234', repName: '林小满', storeName: '东街店' },
  ...{ tier: 'starter', rateBp: 300, sales: 1, next: steady, came: 'few', referrals: [referral] },
  due: { pending: 597, payable: 0, held: 0, paid: 0, setOff: 0 },
  history: [{ n: 1, at: 1_700_000_000_000, kind: 'earn', fen: 597 }],
}
const text = () => document.body.textContent ?? ''
const tap = async (id: string) => {
  fireEvent.click(document.getElementById(id) as HTMLElement)
  await settle()
}
const show = async (seen: { invitations: unknown[]; partners: unknown[] }) => {
  answer('partner.see', () => ({ terms: TERMS, ...seen }))
  open(PartnerPage)
  await settle()
}

runInWeChat()

test('the terms say what is paid, for what, when, up to how much, that sharing is not, and how to leave', async () => {
  await show({ invitations: [invitation], partners: [] })
  for (const words of ['林小满（东街店，东方母婴有限公司）邀请您做合伙人', '3%', '¥500.00', '15 天退货期', '只有一层'])
    expect(text()).toContain(words)
  expect(text()).toContain('转发、阅读、拉人都不付钱')
  expect(text()).toContain('随时在本页退出')
  expect(text()).toContain('不同意也照样为您服务')
})

test('yes needs her own name for the payment, and says which terms; nothing is sent before', async () => {
  answer('partner.answer', () => ({ state: 'active', code: 'ABC234' }))
  await show({ invitations: [invitation], partners: [] })
  await tap('partner-yes')
  expect(callsOf('partner.answer')).toEqual([])
  await typeIn('pay-name', '何小美')
  await tap('partner-yes')
  expect(callsOf('partner.answer').map(({ payload }) => payload)).toEqual([
    { partnerId: 'partner-1', answer: 'yes', version: TERMS.version, payName: '何小美' },
  ])
})

test('no is as near as yes', async () => {
  answer('partner.answer', () => ({ state: 'declined', code: '' }))
  await show({ invitations: [invitation], partners: [] })
  await tap('partner-no')
  expect(callsOf('partner.answer')[0]?.payload).toEqual({
    ...{ partnerId: 'partner-1', answer: 'no', version: TERMS.version },
  })
})

test('she sees her code, how far each purchase is and what is due; never a small count', async () => {
  await show({ invitations: [], partners: [partner] })
  for (const words of ['ABC234', '不足 3 笔', '¥5.97', '已核实，等异议期结束', '核实一笔', '满 5 笔到稳定档，按 4%'])
    expect(text()).toContain(words)
})

test.each([
  ['own', '已退出'],
  ['hired', '您成了员工，合伙已结束'],
  ['other', '邀请不是给您的，合伙已结束'],
])('who is a partner no longer is told why: %s', async (leftFor, words) => {
  await show({ invitations: [], partners: [{ ...partner, state: 'left', leftFor }] })
  expect(text()).toContain(words)
  expect(text()).not.toContain('ABC234')
})

test('before the first sale each step to come is told', async () => {
  await show({ invitations: [], partners: [{ ...partner, referrals: [], history: [], came: 0 }] })
  expect(text()).toContain('报代码 → 过退货期核实 → 异议期 → 应付 → 已付')
})

test('she objects in her own words, and is told when it does not go through', async () => {
  refuseFor('partner.dispute', 'conflict', 'already-disputed')
  await show({ invitations: [], partners: [partner] })
  fireEvent.click(screen.getByText('有异议'))
  await typeIn('partner-says', '少算了一件')
  await tap('partner-object')
  expect(callsOf('partner.dispute')[0]?.payload).toEqual({ referralId: 'deal-1', says: '少算了一件' })
  expect(document.querySelector('.field-error')).not.toBeNull()
})

test('leaving is asked once more, and then done', async () => {
  answer('partner.leave', () => ({ state: 'left' }))
  await show({ invitations: [], partners: [partner] })
  await tap('partner-leave')
  expect(callsOf('partner.leave')).toEqual([])
  await tap('partner-leave')
  expect(callsOf('partner.leave')).toHaveLength(1)
})

test('who was not invited is told so, and may read the terms all the same', async () => {
  await show({ invitations: [], partners: [] })
  expect(text()).toContain('没有给您的邀请')
  expect(text()).toContain('合伙人约定')
})

test('in a browser that does not know her an invitation waits for her word', async () => {
  process.env.TARO_ENV = 'h5'
  await show({ invitations: [invitation], partners: [] })
  expect(callsOf('partner.see')).toEqual([])
  fireEvent.click(screen.getByText('继续'))
  await settle()
  await settle()
  expect(text()).toContain('邀请您做合伙人')
})
