// Are topics offered with why, and taken with one tap? And is what a post is about, and what its pictures lack, told?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

const image = (imageId: string, alt: string) => ({
  ...{ imageId, fileId: 'f', url: 'u', thumbUrl: 't', width: 10, height: 10, kind: 'photo' as const, alt },
})

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [], next: null }))
  answer('post.see', () => shownPost())
  answer('presence.keep', () => ({ others: [], stored: null }))
  answer('topic.suggest', () => ({
    topics: [
      { topic: '换季', posts: 3, words: ['补水', '精华'] },
      { topic: '敏感肌', posts: 0, words: [] },
    ],
    painPoints: [{ value: '换季脸干', posts: 2 }],
    personas: [],
  }))
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
})

test('a topic is offered with how many posts say so, and taken with one tap', async () => {
  openDesk('?post=post1')
  expect(await screen.findByText('在 3 篇里也谈到：补水、精华')).toBeTruthy()
  expect(screen.getByText('这篇里说得多，别的内容还没用过')).toBeTruthy()
  expect(callsOf('topic.suggest')[0]?.payload).toMatchObject({ postId: 'post1', headings: ['换季用精华', '第一步'] })
  await act(async () => fireEvent.click(screen.getByLabelText('加上话题 换季')))
  await act(async () => fireEvent.click(screen.getByText('存草稿')))
  await waitFor(() => expect(callsOf('post.save')[0]?.payload).toMatchObject({ draft: { topics: ['护肤', '换季'] } }))
  expect(screen.queryByLabelText('加上话题 换季')).toBeNull()
})

test('without suggestions one writes as before', async () => {
  refuse('topic.suggest', 'internal')
  openDesk('?post=post1')
  expect(await screen.findByLabelText('话题')).toBeTruthy()
  expect(screen.queryByLabelText('可能的话题')).toBeNull()
})

test('the worry and the persona are stored, with what was written before to choose from', async () => {
  openDesk('?post=post1')
  const pain = await screen.findByLabelText('痛点')
  await screen.findByText('在 3 篇里也谈到：补水、精华')
  fireEvent.mouseDown(pain)
  fireEvent.click(await screen.findByText('换季脸干（2 篇）'))
  fireEvent.change(screen.getByLabelText('身份'), { target: { value: '过来人' } })
  await act(async () => fireEvent.click(screen.getByText('存草稿')))
  await waitFor(() =>
    expect(callsOf('post.save')[0]?.payload).toMatchObject({ draft: { painPoint: '换季脸干', persona: '过来人' } }),
  )
})

test('pictures without words are named, and the first comment says how long it is', async () => {
  const draft = { ...shownPost().draft, imageIds: ['a', 'b'] as never, firstComment: '先看长文。'.repeat(20) }
  answer('post.see', () => shownPost({ draft, images: [image('a', '精华液'), image('b', '')] }))
  openDesk('?post=post1')
  expect(await screen.findByText(/第 2 张还没写图里是什么/)).toBeTruthy()
  expect(document.getElementById('post-comment-length')?.textContent).toBe('约 6 行 · 100/500')
})
