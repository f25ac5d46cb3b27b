// Does a rep see how one post travelled, as a picture and as a table, with nobody in it?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import type { PostTree } from '../../client/features/spread/use-post-spread'
import { sizesOf } from '../../client/pkgs/rep/post-spread/_parts/words'
import PostSpreadPage from '../../client/pkgs/rep/post-spread/index'
import Readers from '../../client/pkgs/rep/readers/index'
import { queries } from '../../client/platform/queries'
import { instantOf } from '../../shared/domain/day'
import { navigated, resetTaro, router } from '../support/client-taro'
import { answer, resetCloud } from '../support/reader-phone'
import { demoPostReaders } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { resetPhone } from '../support/rep-taro'

const NOW = instantOf('2026-11-22', '10:00')
const level = (shares: number | 'few', opened: number | 'few', deep: number | 'few' = 0) => ({ shares, opened, deep })
const tree: PostTree = {
  ...{ shares: 9, opened: 31, deep: 12, depth: 2, width: 5, halfLifeHours: 30, firstAt: NOW },
  ...{ levels: [level(5, 20, 9), level(4, 9, 3), level('few', 'few', 'few')], scenes: { group: 18, chat: 13 } },
}
const text = () => document.body.textContent ?? ''
const show = async (reply: object) => {
  answer('spread.post', () => ({ asOf: NOW, title: '换季护肤', tree, ...reply }))
  router.params = { p: 'p1' }
  open(PostSpreadPage)
  await settle()
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.restoreAllMocks()
})

test('far, wide and how fast stand in words, and a line for each step', async () => {
  await show({})
  for (const said of ['一共转发 9 次，打开 31 次，细读 12 次', '最远传了 2 步', '转得最多的一步：5 次'])
    expect(text()).toContain(said)
  expect(text()).toContain('一半的阅读在头 30 小时里')
  const rows = [...document.querySelectorAll('.travel-row')].map((row) => row.textContent)
  expect(rows).toEqual([
    '你发的转发 5 次，打开 20 次，细读 9 次',
    '第 1 步转发 4 次，打开 9 次，细读 3 次',
    '第 2 步转发一两次，打开一两次，细读一两次',
  ])
  expect(text()).toContain('从哪里打开的：聊天 13 · 群 18')
  const ripples = [...document.querySelectorAll('.travel-ripple')].map(({ className }) => className.split('-').at(-1))
  expect(ripples).toEqual(['8', '5', 'few'])
})

test.each([
  ['never sent', { tree: null }],
  ['not worked out yet', { asOf: null, tree: null }],
])('a post %s says so', async (_, reply) => {
  await show(reply)
  expect(text()).toContain('《换季护肤》还没有转发')
})

test('the way to it is on the page of who read the post', async () => {
  answer('post.readers', () => demoPostReaders())
  router.params = { p: 'p1' }
  open(Readers)
  await settle()
  fireEvent.click(screen.getByText('怎么传开的'))
  expect(navigated.at(-1)).toContain('/pkgs/rep/post-spread/index?p=p1')
})

test('the area of a ripple tells how many opened it there; few and nobody are told apart from it', () => {
  expect(sizesOf([level(1, 64), level(1, 16), level(1, 3), level(1, 'few'), level(1, 0)])).toEqual([8, 4, 2, 'few', 0])
  expect(sizesOf([level('few', 'few')])).toEqual(['few'])
})
