// Is an editor told, at once and quietly, who writes the same post, and can both keep what they wrote?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

const theirs = shownPost({ version: 4, draft: { ...shownPost().draft, topics: ['护肤', '敏感'] } })
const stored = { version: 4, byName: '孙编辑', byMe: false, at: 1_795_000_000_000 }

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
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
})

test('who else writes it is told at once, and leaving is said', async () => {
  answer('presence.keep', () => ({ others: ['孙编辑', '周主任'], stored: null }))
  const { unmount } = openDesk('?post=post1')
  expect(await screen.findByText('孙编辑、周主任也在改这篇')).toBeTruthy()
  unmount()
  await waitFor(() => expect(callsOf('presence.keep').pop()?.payload).toEqual({ postId: 'post1', leaving: true }))
})

test('a post that is out is written by nobody, so nobody is asked', async () => {
  answer('post.see', () => shownPost({ state: 'live', publishedAt: 1_795_000_000_000 }))
  openDesk('?post=post1')
  await screen.findByText('发出去的内容不能直接改。先撤回，改好再发')
  expect(callsOf('presence.keep')).toHaveLength(0)
})

test("another's save is told; who has typed nothing takes it with one tap", async () => {
  answer('presence.keep', () => ({ others: ['孙编辑'], stored }))
  openDesk('?post=post1')
  expect(await screen.findByText(/孙编辑 .* 存了新的一版/)).toBeTruthy()
  answer('post.see', () => theirs)
  await act(async () => fireEvent.click(screen.getByText('换成新的')))
  expect(await screen.findByTitle('敏感')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/存了新的一版/)).toBeNull())
  expect(callsOf('post.save')).toHaveLength(0)
})

test('who has typed sees what the other changed, and both are put together and stored over it', async () => {
  openDesk('?post=post1')
  fireEvent.change(await screen.findByLabelText('首条评论'), { target: { value: '我补的首评' } })
  answer('post.see', () => theirs)
  refuse('post.save', 'conflict')
  await act(async () => fireEvent.click(screen.getByText('存草稿')))
  expect(await screen.findByText('别人先存了这条内容')).toBeTruthy()
  await waitFor(() => expect(document.querySelector('.conflict-diff ins')?.textContent).toBe('敏感'))
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
  await act(async () => fireEvent.click(screen.getByText('合在一起')))
  expect(await screen.findByText('合好了，两边的改动都在')).toBeTruthy()
  await waitFor(() => expect(callsOf('post.save').length).toBeGreaterThan(1))
  expect(callsOf('post.save').pop()?.payload).toMatchObject({
    baseVersion: 4,
    draft: { firstComment: '我补的首评', topics: ['护肤', '敏感'] },
  })
})
