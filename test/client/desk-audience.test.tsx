// Does an editor say whom a post is for, where it is used and how long it lasts, and see how many that comes to?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, resetCloud } from '../support/reader-phone'

const morning = {
  ...{ columnId: 'morning', name: '早八点育儿', weekdays: [1, 2, 3, 4, 5, 6, 7], time: '08:00', channels: [] },
  ...{ topicHint: '', about: '', coverId: null, cover: null, updatedAt: 0, rev: 1 },
}
const post = shownPost({ state: 'draft', publishAt: null, publishedAt: null })

beforeEach(async () => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [], next: null }))
  answer('post.see', () => post)
  answer('post.save', ({ draft }) => ({ ...post, version: 4, draft }))
  answer('column.list', () => ({ columns: [morning] }))
  answer('org.see', () => ({
    regions: [{ regionId: 'north', name: '华北', parentId: null, rev: 1 }],
    stores: [],
    teams: [{ teamId: 'a', name: '一组', storeId: 's1', rev: 1 }],
    all: true,
  }))
  answer('circle.list', () => ({ circles: [{ circleId: 'ask', name: '爱问的' }], sorting: false }))
  answer('audience.count', () => ({ stores: 102, reps: 640 }))
  openDesk(`?post=${post.postId}`)
  await screen.findByLabelText('发给哪些区域')
})

const savedDraft = async () => {
  fireEvent.keyDown(window, { key: 's', ctrlKey: true })
  await waitFor(() => expect(callsOf('post.save').length).toBeGreaterThan(0), { timeout: 30_000 })
  const { draft } = (callsOf('post.save').at(-1)?.payload ?? {}) as { draft?: Record<string, unknown> }
  return draft
}
const choose = async (label: string, option: string) => {
  fireEvent.mouseDown(screen.getByLabelText(label))
  fireEvent.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }))
}

test('a region is chosen, and the cloud counts whom that reaches', async () => {
  await choose('发给哪些区域', '华北')
  expect(await screen.findByText('发给：102 家门店，640 位导购')).toBeTruthy()
  expect(callsOf('audience.count').at(-1)?.payload).toMatchObject({ regionIds: ['north'], storeIds: [] })
})

test('written like a fixed column it is that column, with its rhythm said', async () => {
  const field = screen.getByLabelText('栏目')
  fireEvent.change(field, { target: { value: '早八点育儿' } })
  expect(await screen.findByText('每天早八点')).toBeTruthy()
  expect(await savedDraft()).toMatchObject({ column: '早八点育儿', columnId: 'morning' })
})

test('evergreen with a rest, channels and an end are saved', async () => {
  fireEvent.click(screen.getByLabelText('常青，过一阵可以再发'))
  fireEvent.change(await screen.findByLabelText('冷却几天'), { target: { value: '45' } })
  fireEvent.click(screen.getByText('私聊'))
  fireEvent.change(screen.getByLabelText('什么时候到期'), { target: { value: '2126-11-30T18:00' } })
  expect(await savedDraft()).toMatchObject({
    coolDays: 45,
    channels: ['chat'],
    expiresAt: Date.parse('2126-11-30T18:00:00+08:00'),
  })
})

test('the circles it suits are chosen by name, asked for only then, and saved', async () => {
  expect(callsOf('circle.list')).toHaveLength(0)
  await choose('适合发给哪些圈层', '爱问的')
  expect(await savedDraft()).toMatchObject({ circleIds: ['ask'] })
})
