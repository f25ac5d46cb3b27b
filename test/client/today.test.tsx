// What stands on 今日, and what happens to someone who may not see it?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import { takeSavingAsked } from '@/features/kit/saving-asked'
import Today from '../../client/pages/today/index'
import { queries } from '../../client/platform/queries'
import { navigated, resetTaro } from '../support/client-taro'
import { answer, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { demoList, demoMe, noMarks, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'

const openToday = async () => {
  open(Today)
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  queries.clear()
  answer('kit.list', demoList)
  answer('me.see', demoMe)
})

test('a post: column, title, how many pictures, and the button that starts saving', async () => {
  await openToday()
  for (const text of ['护肤课', '换季护肤三步走', '共 9 张']) expect(screen.getByText(text)).toBeTruthy()
  fireEvent.click(screen.getByText('保存图文'))
  expect(navigated).toEqual(['/pkgs/rep/kit/index?p=p1'])
  expect(takeSavingAsked('p1')).toBe(true)
  expect(takeSavingAsked('p1')).toBe(false)
})

test.each([
  [{ ...noMarks, savedAt: T0, savedImages: 9 }, '已存'],
  [{ ...noMarks, savedAt: T0, savedImages: 7 }, '已存 7/9'],
  [{ savedAt: T0, savedImages: 9, postedAt: T0 }, '已发布'],
])('its mark %#', async (marks, words) => {
  const post = demoList().posts[0]
  answer('kit.list', () => ({ posts: [{ ...post, marks }] }))
  await openToday()
  expect(screen.getByText(words)).toBeTruthy()
})

test('nothing published yet: says what to do', async () => {
  answer('kit.list', () => ({ posts: [] }))
  await openToday()
  expect(screen.getByText('今天还没有内容')).toBeTruthy()
})

test('not signed in, in a browser: to sign-in and back here after', async () => {
  refuse('kit.list', 'unauthenticated')
  await openToday()
  expect(navigated).toEqual([`/pkgs/account/sign-in/index?next=${encodeURIComponent('/pages/today/index')}`])
})

test('a reader who opened the tab in WeChat is told whom it is for', async () => {
  process.env.TARO_ENV = 'weapp'
  refuse('kit.list', 'unauthenticated')
  await openToday()
  expect(screen.getByText('这里给门店导购用')).toBeTruthy()
  process.env.TARO_ENV = 'h5'
})

test('no signal: what the phone remembers, and from when', async () => {
  queries.setQueryData(['rep', 'kit.list'], demoList())
  loseSignal('kit.list')
  open(Today)
  await settle(1_200) // it asks once more before it gives up
  expect(screen.getByText('换季护肤三步走')).toBeTruthy()
  expect(screen.getByText(/没有网络，这是 刚刚 的内容/)).toBeTruthy()
})
