// On the web desk: does the queue show what waits and why, and do an approver's word, her note and a taking-back reach the
// cloud, while who may not decide is told whom to ask?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ReviewRow } from '../../client/features/post/use-reviews'
import { queries } from '../../client/platform/queries'
import { resetTaro } from '../support/client-taro'
import { demoPool, shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuseFor, resetCloud } from '../support/reader-phone'

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
const as = (role: string) => answer('me.see', () => ({ memberId: 'x', name: '某', role }))
const press = async (id: string) => {
  await waitFor(() => expect(document.getElementById(id)).toBeTruthy())
  fireEvent.click(document.getElementById(id) as HTMLElement)
}
const said = (action: string) => callsOf(action).map(({ payload }) => payload)

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  queries.clear()
  as('approver')
  answer('store.list', () => ({ stores }))
  answer('post.see', () => shownPost({ review }))
  answer('pool.see', () => demoPool())
  answer('check.see', () => ({ standing: 'pass', reachable: true, mayDecide: true, checks: [] }))
  answer('review.approvers', () => ({ names: ['周主任', '郑主任'] }))
  answer('review.list', () => ({ reviews: [row()], next: null }))
})

const openRow = async () => {
  openDesk('?at=review')
  const list = await screen.findByRole('list', { name: '审核列表' })
  fireEvent.click(within(list).getByText('换季用精华'))
  await screen.findByText('陈编辑 签字说可以用：有授权书')
}

test('what waits stands in the list with who handed it in and how risky it is, and opens beside it', async () => {
  openDesk('?at=review')
  const list = await screen.findByRole('list', { name: '审核列表' })
  expect(list.textContent).toContain('陈编辑')
  expect(list.textContent).toContain('1 处风险')
  fireEvent.click(within(list).getByText('换季用精华'))
  expect(await screen.findByText('要有凭据')).toBeTruthy()
  expect(window.location.hash).toContain('item=post1')
})

test('approved, this very version goes out', async () => {
  answer('post.approve', () => shownPost({ state: 'live', publishedAt: 1 }))
  await openRow()
  await press('review-approve')
  await waitFor(() => expect(said('post.approve')).toEqual([{ postId: 'post1', version: 3, publishAt: null }]))
})

test('given back only with what to change; what was refused is told', async () => {
  refuseFor('post.return', 'conflict', 'stale-version')
  await openRow()
  await press('review-return')
  expect(await screen.findByText('写一句要改什么')).toBeTruthy()
  expect(callsOf('post.return')).toHaveLength(0)
  fireEvent.change(document.getElementById('review-notes') as HTMLElement, { target: { value: '写上编号' } })
  await press('review-return')
  await waitFor(() => expect(said('post.return')).toEqual([{ postId: 'post1', version: 3, notes: '写上编号' }]))
  await waitFor(() => expect(callsOf('review.list').length).toBeGreaterThan(1)) // somebody else was faster: asked again
})

test('an editor cannot decide, and is told who can', async () => {
  as('editor')
  await openRow()
  expect(await screen.findByText('要有审核权限的同事来审')).toBeTruthy()
  expect(await screen.findByText('可以审的：周主任、郑主任')).toBeTruthy()
  expect(document.getElementById('review-approve')).toBeNull()
  expect(document.getElementById('review-withdraw')).toBeNull()
})

test('whoever handed it in takes it back', async () => {
  answer('review.list', () => ({ reviews: [row({ own: true })], next: null }))
  answer('post.withdraw', () => shownPost({ review: null }))
  await openRow()
  expect(await screen.findByText('你写过或提交过这一条，要请另一位审核人来审')).toBeTruthy()
  await press('review-withdraw')
  await waitFor(() => expect(said('post.withdraw')).toEqual([{ postId: 'post1', version: 3 }]))
})

test('with nobody else to approve, that is said', async () => {
  as('editor')
  answer('review.approvers', () => ({ names: [] }))
  await openRow()
  expect(await screen.findByText('现在没有别人能审，请审核人再加一位')).toBeTruthy()
})

test('given back ones stand under their own heading with the note', async () => {
  answer('review.list', ({ tab }) => ({
    reviews: tab === 'returned' ? [row({ review: { ...review, state: 'returned', notes: '补一张图' } })] : [],
    next: null,
  }))
  openDesk('?at=review')
  expect(await screen.findByText('没有要审的')).toBeTruthy()
  fireEvent.click(screen.getByText('已退回', { selector: '.ant-segmented-item-label' }))
  expect(await screen.findByText('补一张图')).toBeTruthy()
  expect(window.location.hash).toContain('tab=returned')
})

test('sending out starts from the place the post has in the calendar', async () => {
  const plannedAt = Date.UTC(2099, 0, 2, 1, 30) // 09:30 in Shanghai
  answer('post.see', () => shownPost({ plannedAt }))
  openDesk('?post=post1')
  await press('post-publish')
  const time = () => document.getElementById('publish-time') as HTMLInputElement
  await waitFor(() => expect(time()).toBeTruthy())
  expect(time().value).toBe('09:30')
  expect((document.getElementById('publish-day') as HTMLInputElement).value).toBe('2099-01-02')
})

test('who writes on at what was given back is told at once, before it is stored, that it needs the second person again', async () => {
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('post.see', () => shownPost({ review: { ...review, state: 'returned', notes: '补一张图' } }))
  answer('post.save', () => new Promise<never>(() => {})) // slow: what she typed is not stored yet
  openDesk('?post=post1')
  fireEvent.change(await screen.findByLabelText('长文标题'), { target: { value: '补好了' } })
  await press('post-publish')
  expect(await screen.findByLabelText('请另一位同事审核后再发')).toMatchObject({ checked: true, disabled: true })
})
