// Does the phone beside the editor show the rep, her Moments and the customer, by day and by night?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, resetCloud } from '../support/reader-phone'

const phone = () => document.getElementById('post-preview') as HTMLElement

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [], next: null }))
  answer('post.see', () => shownPost())
  answer('presence.keep', () => ({ others: [], stored: null }))
  answer('topic.suggest', () => ({ topics: [], painPoints: [], personas: [] }))
})

test('one tab each for what the rep gets, what she posts and what the customer reads', async () => {
  openDesk('?post=post1')
  expect(await screen.findByText(/粘贴超过约 6 行可能折叠/)).toBeTruthy()
  expect(phone().textContent).toContain('林悦')
  fireEvent.click(screen.getByText('导购'))
  expect(phone().textContent).toContain('保存图文')
  expect(phone().textContent).toContain('先看长文。')
  expect(phone().textContent).toContain('¥269')
  fireEvent.click(screen.getByTitle('长文'))
  expect(phone().textContent).toContain('第一段。')
})

test('another version is another wording for rep and Moments alike', async () => {
  openDesk('?post=post1')
  fireEvent.click(await screen.findByText('导购'))
  const first = phone().textContent
  fireEvent.click(screen.getByText('换一版'))
  expect(phone().textContent).not.toBe(first)
})

test('night is chosen for the phone alone', async () => {
  openDesk('?post=post1')
  fireEvent.click(await screen.findByText('夜里'))
  expect(phone().dataset.theme).toBe('dark')
  fireEvent.click(screen.getByText('白天'))
  expect(phone().dataset.theme).toBe('light')
})
