// Does a guide see whom she might ask and why, ask only by her own tap, and name a code at a purchase?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import PartnersPage from '../../client/pkgs/rep/partners/index'
import { wordDay } from '../../shared/domain/day'
import { TERMS } from '../../shared/domain/partner-terms'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, refuseFor } from '../support/reader-phone'
import { open, settle, typeIn } from '../support/rep-screen'

const AT = Date.UTC(2026, 10, 20, 4)
const candidate = {
  ...{ contactId: 'c1', who: '优优妈妈' },
  evidence: { brought: { posts: 2, deep: 'few' }, bought: { times: 3, lastAt: AT }, met: 4 },
}
const partner = {
  ...{ partnerId: 'p1', contactId: 'c2', who: '王姐', state: 'active', code: 'ABC234', tier: 'starter', sales: 1 },
  ...{ due: { pending: 0, payable: 597, held: 0, paid: 0, setOff: 0 }, since: AT, leftFor: null, taken: null },
}
const deal = {
  ...{ dealId: 'd1', contactId: 'c3', who: '阿华', kind: 'first', amountFen: 19_900, at: AT, writtenAt: AT },
  ...{ items: [{ product: '水光精华', qty: 1, amountFen: 19_900, theirs: false }], source: 'rep' },
  ...{ verified: false, refunded: false },
}
const text = () => document.body.textContent ?? ''
const show = async (partners: unknown[]) => {
  answer('partner.list', () => ({ terms: TERMS, partners, candidates: [candidate] }))
  open(PartnersPage)
  await settle()
  await settle() // her deals
}

runInWeChat()
beforeEach(() => {
  answer('deal.list', () => ({ deals: [deal, { ...deal, dealId: 'd2', refunded: true }], next: null }))
})

test('why she might be asked stands in numbers, and a small one is not told', async () => {
  await show([])
  expect(text()).toContain('买过 3 次，最近 11月20日')
  expect(text()).toContain('她传出去的 2 篇有人细看，不足 3 人')
  expect(text()).toContain('转发、阅读、拉人都不付')
  expect(callsOf('partner.invite')).toEqual([])
})

test('one tap invites one, and a refusal is told', async () => {
  refuseFor('partner.invite', 'conflict', 'already-asked')
  await show([])
  fireEvent.click(screen.getByText('邀请做合伙人'))
  await settle()
  expect(callsOf('partner.invite')[0]?.payload).toEqual({ partnerId: expect.any(String), contactId: 'c1' })
  expect(document.querySelector('.partners-error')).not.toBeNull()
})

test('an invitation not answered yet can be sent and taken back', async () => {
  answer('partner.uninvite', () => ({ withdrawn: true }))
  await show([{ ...partner, state: 'invited', code: '', tier: null }])
  expect(document.querySelector('[data-share="partner:p1"]')).not.toBeNull()
  fireEvent.click(screen.getByText('收回邀请'))
  await settle()
  expect(callsOf('partner.uninvite')).toHaveLength(1)
})

test('in a browser it is a link to hand on, to the page where she answers', async () => {
  process.env.TARO_ENV = 'h5'
  const written = jest.fn().mockResolvedValue(undefined)
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: written } })
  answer('me.see', () => ({ readerUrl: 'https://read.example.com' }))
  await show([{ ...partner, state: 'invited', code: '', tier: null }])
  await settle()
  fireEvent.click(screen.getByText('复制邀请链接'))
  await settle()
  expect(written).toHaveBeenCalledWith('https://read.example.com/#/pkgs/account/partner/index?i=p1')
  expect(text()).toContain('链接已复制')
})

test('of a partner stands what was verified and what is due', async () => {
  await show([partner])
  expect(text()).toContain('代码 ABC234，一年内核实 1 笔，应付 ¥5.97，已付 ¥0.00')
})

test('of each stands since when, and why she is a partner no longer', async () => {
  await show([partner, { ...partner, partnerId: 'p2', who: '李姐', state: 'left', leftFor: 'hired' }])
  expect(text()).toContain('合伙人 · 11月20日')
  expect(text()).toContain('成了员工，合伙已结束 · 11月20日')
  expect(screen.queryByText('不是她，结束合伙')).toBeNull()
})

test('where somebody else may have accepted she is told who, and one tap ends it', async () => {
  answer('partner.uninvite', () => ({ withdrawn: true }))
  await show([{ ...partner, taken: { who: '阿华' } }])
  expect(text()).toContain('接受邀请的是「阿华」')
  fireEvent.click(screen.getByText('不是她，结束合伙'))
  await settle()
  expect(callsOf('partner.uninvite')[0]?.payload).toEqual({ partnerId: 'p1' })
})

test('of who accepted and is nobody she knows she is told to ask for the code', async () => {
  await show([{ ...partner, taken: { who: '' } }])
  expect(text()).toContain('当面请她念一遍代码')
})

test('each purchase stands under its month, and when it comes due', async () => {
  const referral = { referralId: 'd1', state: 'verified', fen: 597, rateBp: 300, dispute: null }
  const nextAt = Date.now() + 3 * 86_400_000
  answer('partner.referrals', () => ({ referrals: [{ ...referral, month: '2020-11', nextAt }] }))
  await show([partner])
  fireEvent.click(screen.getByText('看每一笔'))
  await settle()
  expect(text()).toContain('2020年11月')
  expect(text()).toContain(`没有异议的话，${wordDay(nextAt, Date.now(), 'zh')}起应付`)
})

test('a code is named at a purchase that was not given back, and only once it is whole', async () => {
  answer('partner.claim', () => ({
    ...{ referralId: 'd1', month: '2026-11', state: 'claimed', fen: 0, rateBp: 0, nextAt: null, dispute: null },
  }))
  await show([partner])
  await typeIn('partner-code', 'ABC')
  expect(screen.queryByText('记给她')).toBeNull()
  await typeIn('partner-code', 'abc 234')
  expect(screen.getAllByText('记给她')).toHaveLength(1)
  fireEvent.click(screen.getByText('记给她'))
  await settle()
  expect(callsOf('partner.claim')[0]?.payload).toEqual({ dealId: 'd1', code: 'abc 234' })
  expect(text()).toContain('记好了，过了退货期会核实')
})
