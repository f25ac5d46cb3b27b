// Does the approver see what is risky and who answers for it, and do her word and her note reach the cloud, on both desks?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import type { ReviewRow } from '../../client/features/post/use-reviews'
import DeskOnPhone from '../../client/pkgs/desk/home/index'
import { demoPool, postRow, shownPost, stores } from '../support/desk-answers'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, fill } from '../support/reader-phone'
import { open, settle } from '../support/rep-screen'

const review: ReviewRow['review'] = {
  ...{ state: 'submitted', byName: '陈编辑', at: 1_795_000_000_000, publishAt: null, signed: ['first-made'] },
  ...{ reason: '有授权书', decidedByName: '', decidedAt: null, notes: '' },
}
const row = (change: Partial<ReviewRow> = {}): ReviewRow => ({
  ...{
    postId: 'post1',
    version: 3,
    title: '换季用精华',
    text: '独家配方',
    column: '',
    thumbUrl: null,
    review,
    own: false,
  },
  risks: [
    { id: 'first-made', severity: 'sign', where: 'text', word: '独家', why: { zh: '要有凭据', en: '' }, article: '' },
  ],
  ...change,
})
const tap = async (text: string) => {
  fireEvent.click(screen.getByText(text))
  await settle()
}
const press = async (id: string) => {
  fireEvent.click(document.getElementById(id) as HTMLElement)
  await settle()
}

runInWeChat()
beforeEach(() => {
  answer('me.see', () => ({ memberId: 'approver-1', name: '周主任', role: 'approver' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [postRow({ review: 'submitted' })], next: null }))
  answer('post.see', () => shownPost({ review }))
  answer('pool.see', () => demoPool())
  answer('review.list', () => ({ reviews: [row()], next: null }))
})
jest.setTimeout(120_000)

const openReview = async () => {
  open(DeskOnPhone)
  await settle()
  await tap('1 条等审核')
  await tap('换季用精华')
  await settle() // who she is and the texts are asked for once the post is there
}

test('on the phone: what waits, why it is risky and who answers for it; approved as wished', async () => {
  answer('post.approve', () => shownPost({ state: 'live', publishedAt: 1 }))
  await openReview()
  expect(screen.getByText(/“独家”/)).toBeTruthy()
  expect(screen.getByText('陈编辑 签字说可以用：有授权书')).toBeTruthy()
  expect(screen.getByText('导购会拿到的，随便抽几份')).toBeTruthy()
  await press('review-approve')
  expect(callsOf('post.approve').map(({ payload }) => payload)).toEqual([
    { postId: 'post1', version: 3, publishAt: null },
  ])
})

test('on the phone: given back with a note, not without one', async () => {
  answer('post.return', () => shownPost({ review: { ...review, state: 'returned', notes: '写上编号' } }))
  await openReview()
  await press('review-return')
  expect(callsOf('post.return')).toHaveLength(0)
  fill('review-notes', '写上编号')
  await settle()
  await press('review-return')
  expect(callsOf('post.return').map(({ payload }) => payload)).toEqual([
    { postId: 'post1', version: 3, notes: '写上编号' },
  ])
})

test.each([
  ['an editor', 'editor', false, '要有审核权限的同事来审'],
  ['whoever wrote it', 'approver', true, '你写过或提交过这一条，要请另一位审核人来审'],
])('%s reads it and cannot decide', async (_, role, own, words) => {
  answer('me.see', () => ({ memberId: 'x', name: '某', role }))
  answer('review.list', () => ({ reviews: [row({ own })], next: null }))
  await openReview()
  expect(screen.getByText(words)).toBeTruthy()
  expect(document.getElementById('review-approve')).toBeNull()
})
