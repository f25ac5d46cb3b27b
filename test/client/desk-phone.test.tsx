// Does the desk on a phone show advertising words, refuse the barred ones, and ask who answers for the others?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import type { RegionId } from '@shared/domain/ids'
import { fireEvent, screen } from '@testing-library/react'
import DeskOnPhone from '../../client/pkgs/desk/home/index'
import { postRow, shownPost, stores } from '../support/desk-answers'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, fill, refuseFor } from '../support/reader-phone'
import { open, settle } from '../support/rep-screen'

const BASE = shownPost().draft
const tap = async (text: string) => {
  fireEvent.click(screen.getByText(text))
  await settle()
}
/** The post's own page, its publishing sheet open. */
const openPublishing = async (text: string) => {
  answer('post.see', () => shownPost({ draft: { ...BASE, text } }))
  open(DeskOnPhone)
  await settle()
  await tap('换季用精华')
  await tap('现在发布')
}
const confirm = async () => {
  fireEvent.click(document.getElementById('publish-confirm') as HTMLElement)
  await settle()
}

runInWeChat()
beforeEach(() => {
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [postRow()], next: null }))
  answer('review.list', () => ({ reviews: [], next: null }))
  answer('post.submit', () => shownPost())
  answer('post.publish', ({ version }) => shownPost({ version: Number(version), state: 'live', publishedAt: 1 }))
})
jest.setTimeout(120_000)

test('a barred word is named with what to do, and the post does not go out', async () => {
  await openPublishing(`国家级配方，${BASE.text}`)
  expect(screen.getByText('有 1 处不能发的词，改掉才能发布')).toBeTruthy()
  await confirm()
  expect(callsOf('post.publish')).toHaveLength(0)
  await tap('去改')
  expect(document.getElementById('post-text')).toBeTruthy()
})

test('a doubtful word is handed in for a second person, with a signature and a reason', async () => {
  await openPublishing(`独家配方，${BASE.text}`)
  await confirm()
  expect(screen.getByText('每一处都确认，再写一句为什么可以用')).toBeTruthy()
  expect(callsOf('post.publish')).toHaveLength(0)
  fireEvent.click(document.getElementById('sign-first-made') as HTMLElement)
  fill('publish-reason', '有授权书')
  await settle()
  await confirm()
  expect(callsOf('post.publish')).toHaveLength(0)
  expect(callsOf('post.submit').map(({ payload }) => payload)).toEqual([
    { postId: 'post1', version: 3, publishAt: null, signed: ['first-made'], reason: '有授权书' },
  ])
})

test('a post without such words goes out with one press; what the server refuses is told', async () => {
  refuseFor('post.publish', 'invalid', 'words-unsigned')
  await openPublishing(BASE.text)
  await confirm()
  expect(screen.getByText('有一项填得不对')).toBeTruthy()
  answer('post.publish', () => shownPost({ state: 'live', publishedAt: 1 }))
  await confirm()
  expect(callsOf('post.publish').map(({ payload }) => payload.signed)).toEqual([[], []])
})

test('while writing, a safe wording takes a word’s place', async () => {
  answer('post.see', () => shownPost({ draft: { ...BASE, text: `国家级配方，${BASE.text}` } }))
  open(DeskOnPhone)
  await settle()
  await tap('换季用精华')
  await tap('接着写')
  expect(screen.getByText('1 处不能发')).toBeTruthy()
  await tap('换成“通过国家标准检测”')
  expect(screen.queryByText('1 处不能发')).toBeNull()
  answer('post.save', ({ draft }) => shownPost({ version: 4, draft: draft as never }))
  await tap('存草稿')
  expect(callsOf('post.save')[0]?.payload).toMatchObject({ draft: { text: `通过国家标准检测配方，${BASE.text}` } })
})

test('what was marked at the desk on the web is still there after the phone stored', async () => {
  const marks = [{ imageId: 'a', focus: null, keepOut: [{ x: 0, y: 0, w: 100, h: 100 }] }] as never
  const draft = { ...BASE, imageIds: ['a'] as never, imageMarks: marks, orderFree: true }
  answer('post.see', () => shownPost({ draft }))
  answer('post.save', ({ draft }) => shownPost({ version: 4, draft: draft as never }))
  open(DeskOnPhone)
  await settle()
  await tap('换季用精华')
  await tap('接着写')
  fill('post-column', '新栏目')
  await settle()
  await tap('存草稿')
  expect(callsOf('post.save')[0]?.payload).toMatchObject({
    draft: { column: '新栏目', imageMarks: marks, orderFree: true },
  })
})

test('whom a post reaches is counted as it is asked for: regions, teams and kinds, not stores alone', async () => {
  answer('audience.count', () => ({ stores: 3, reps: 7 }))
  answer('post.see', () => shownPost({ draft: { ...BASE, regionIds: ['south' as RegionId] } }))
  open(DeskOnPhone)
  await settle()
  await tap('换季用精华')
  await settle()
  await tap('现在发布')
  expect(callsOf('audience.count')[0]?.payload).toMatchObject({ regionIds: ['south'], storeIds: [] })
  expect(screen.getByText('发给 3 家门店，7 位导购')).toBeTruthy()
})

test('where a second person has to look, she is told by name whom to ask', async () => {
  answer('review.approvers', () => ({ names: ['周主任', '郑主任'] }))
  await openPublishing(`独家配方，${BASE.text}`)
  await settle()
  expect(screen.getByText('可以审的：周主任、郑主任')).toBeTruthy()
})
