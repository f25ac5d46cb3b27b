// Does the desk list, filter, and say at its field what is wrong with what was written?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { postRow, shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, resetCloud } from '../support/reader-phone'

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({
    posts: [postRow(), postRow({ postId: 'post2', title: '已经发的', state: 'live' })],
    next: null,
  }))
  answer('post.see', () => shownPost())
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
})

test('the list is filtered by what stands in the address', async () => {
  openDesk('?state=live')
  expect(await screen.findByText('已经发的')).toBeTruthy()
  expect(screen.queryByText('换季用精华')).toBeNull()
  expect(screen.getByText('陈编辑')).toBeTruthy()
})

test('nothing found says what to do', async () => {
  openDesk('?q=没有的词')
  expect(await screen.findByText('没有这样的内容')).toBeTruthy()
  fireEvent.click(screen.getByText('看全部'))
  expect(await screen.findByText('换季用精华')).toBeTruthy()
  expect(window.location.hash).toBe('#/pkgs/desk/home/index')
})

test('a broken choice is told with its place, a missing locked word by name', async () => {
  openDesk('?post=post1')
  await screen.findByLabelText('朋友圈文案')
  type('朋友圈文案', '第一行\n现在{来吧|来看')
  expect(await screen.findByText(/第 2 行第 3 字：这个 \{ 没有收尾/)).toBeTruthy()
  expect(screen.getByText('文案里没有：¥269')).toBeTruthy()
})

test('publishing an unfinished post points at what is missing and asks the cloud nothing', async () => {
  openDesk('?post=post1')
  await screen.findByLabelText('长文标题')
  type('长文标题', ' ')
  fireEvent.click(screen.getByText('发布'))
  expect(await screen.findByText('还没写长文标题')).toBeTruthy()
  expect(callsOf('post.publish')).toHaveLength(0)
})

test('publishing stores what is typed first, says whom it reaches, and then shows the post as out', async () => {
  answer('post.publish', ({ version }) =>
    shownPost({
      version: Number(version),
      state: 'live',
      publishedAt: 1_795_000_000_000,
      counts: { dealt: 2, saved: 1, posted: 0 },
    }),
  )
  openDesk('?post=post1')
  await screen.findByLabelText('首条评论')
  type('首条评论', '新的首评')
  fireEvent.click(screen.getByText('发布'))
  expect(await screen.findByText('发给全部 2 家门店，3 位导购')).toBeTruthy()
  fireEvent.click(screen.getByText('现在发布'))
  await waitFor(() => expect(callsOf('post.publish')).toHaveLength(1))
  expect(callsOf('post.save').pop()?.payload).toMatchObject({ baseVersion: 3, draft: { firstComment: '新的首评' } })
  expect(callsOf('post.publish')[0]?.payload).toEqual({
    postId: 'post1',
    version: 4,
    publishAt: null,
    signed: [],
    reason: '',
  })
  expect(await screen.findByText('发出去的内容不能直接改。先撤回，改好再发')).toBeTruthy()
})

test('a section is marked with how it speaks, and that is stored', async () => {
  openDesk('?post=post1')
  fireEvent.mouseDown(await screen.findByLabelText('第 1 节写法'))
  fireEvent.click(await screen.findByTitle('科学'))
  fireEvent.click(screen.getByText('存草稿'))
  await waitFor(() => expect(callsOf('post.save')).toHaveLength(1))
  expect(callsOf('post.save')[0]?.payload).toMatchObject({ draft: { article: { sections: [{ form: 'science' }] } } })
})
