// Does HQ see what may not stand before it can take it, ask for it to be changed, and accept only what was looked at?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, resetCloud } from '../support/reader-phone'

const AT = Date.UTC(2026, 10, 20)
const listed = {
  submissionId: 's1',
  by: 'customer',
  from: '',
  state: 'new',
  excerpt: '餐椅垫一块布',
  photos: 0,
  at: AT,
}
const offer = (change: object = {}) => ({
  ...{ ...listed, words: '餐椅垫一块布', pictures: [], rights: { mine: true, people: 'nobody' }, named: '何女士' },
  ...{ agreement: { version: '2026-12-s1', at: AT }, questions: [], round: 1, reason: '', decidedAt: null },
  ...{ postId: null, creditedAt: null, withdrawnAt: null, ...change },
})
const standing = (now: string) => ({ standing: now, reachable: true, mayDecide: false, checks: [] })
const button = (name: string) => screen.getByText(name).closest('button') as HTMLButtonElement

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('submission.list', () => ({ offers: [listed], next: null }))
  answer('submission.see', () => offer())
  answer('check.see', () => standing('pass'))
  answer('submission.intake', () => ({ images: 0 }))
})

test('a customer’s is from a customer; accepted, its photos are taken in first and it leads to the draft', async () => {
  answer('submission.accept', () => offer({ state: 'accepted', postId: 'post-1' }))
  openDesk('?at=offers')
  fireEvent.click(await screen.findByText('一位顾客'))
  await screen.findByText('微信没查出问题')
  answer('submission.see', () => offer({ state: 'accepted', postId: 'post-1' }))
  fireEvent.click(button('收下，做成草稿'))
  await screen.findByText('打开这条内容')
  expect(callsOf('submission.intake')[0]?.payload).toEqual({ submissionId: 's1' })
  expect(callsOf('submission.accept')[0]?.payload).toEqual({
    ...{ submissionId: 's1', round: 1, postId: expect.any(String), looked: false },
  })
})

test('words that may not stand are shown, and she is asked instead', async () => {
  answer('submission.see', () => offer({ words: '这是全国第一的餐椅' }))
  answer('submission.ask', () => offer({ state: 'asked' }))
  openDesk('?at=offers&item=s1')
  await screen.findByText('里面有不能用的话，要先请她改，不能替她改')
  expect(button('收下，做成草稿').disabled).toBe(true)
  fireEvent.click(button('请她改'))
  fireEvent.change(screen.getByPlaceholderText('想请她改什么，她看得到'), { target: { value: '“第一”不能写' } })
  fireEvent.click(button('请她改'))
  await waitFor(() => expect(callsOf('submission.ask')).toHaveLength(1))
  expect(callsOf('submission.ask')[0]?.payload).toEqual({ submissionId: 's1', round: 1, says: '“第一”不能写' })
})

test('before WeChat has answered, it is taken only by whoever says that she has looked', async () => {
  answer('check.see', () => standing('waiting'))
  openDesk('?at=offers&item=s1')
  await screen.findByText('送去检查了，在等微信回话')
  expect(button('收下，做成草稿').disabled).toBe(true)
  fireEvent.click(screen.getByText('微信还没查完，我自己看过了，没问题'))
  expect(button('收下，做成草稿').disabled).toBe(false)
})

test('one taken back shows nothing of it, and leads to the post that was made of it', async () => {
  const gone = { state: 'withdrawn', words: '', named: '', postId: 'post-1', withdrawnAt: AT }
  answer('submission.see', () => offer(gone))
  openDesk('?at=offers&item=s1&tab=withdrawn')
  await screen.findByText('打开这条内容')
  expect(screen.queryByText('收下，做成草稿')).toBeNull()
  expect(screen.queryByText(/署名/)).toBeNull()
})
