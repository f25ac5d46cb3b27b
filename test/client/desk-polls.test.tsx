// Does HQ write a question without promising anything, open it, and see what everybody sees?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { trip } from '../support/poll-answers'
import { answer, callsOf, resetCloud } from '../support/reader-phone'

const draft = { ...trip.poll, pollId: 'poll-2', question: '几点睡', state: 'draft', rev: 1 }

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('poll.list', () => ({ polls: [{ ...trip.poll, rev: 2 }, draft], next: null }))
  answer('poll.see', () => ({ ...trip, rev: 2 }))
  answer('poll.save', () => draft)
  answer('poll.open', () => ({ ...draft, state: 'open' }))
})
const openPolls = async () => {
  openDesk('?at=polls')
  await screen.findByText('几点睡')
}
const type = (id: string, value: string) =>
  fireEvent.change(document.getElementById(id) as HTMLElement, { target: { value } })

test('a question is opened to its picture, with the table behind it', async () => {
  await openPolls()
  fireEvent.click(screen.getByRole('button', { name: '周末带孩子去哪儿 看' }))
  await screen.findByText('一开始选“公园”的最多，现在是“博物馆”；后来 6 位改了主意，6 位从“公园”到“博物馆”')
  expect(screen.getByText('7 · 35%')).toBeTruthy()
  expect(screen.getByText('6 位从“公园”改成“博物馆”')).toBeTruthy()
})

test('a prize is refused while it is written; plain words are saved and opened as they were seen', async () => {
  await openPolls()
  fireEvent.click(screen.getByRole('button', { name: '问一个问题' }))
  await screen.findByLabelText('问什么')
  type('poll-question', '投票有奖')
  type('poll-option-0', '八点')
  type('poll-option-1', '九点')
  expect(await screen.findByText('不能说投票有奖，去掉奖品、红包、领取这类话')).toBeTruthy()
  expect(screen.getByRole('button', { name: '存为草稿' })).toHaveProperty('disabled', true)
  type('poll-question', '几点睡')
  fireEvent.click(screen.getByRole('button', { name: '存为草稿' }))
  await waitFor(() => expect(callsOf('poll.save')).toHaveLength(1))
  expect(callsOf('poll.save')[0]?.payload).toMatchObject({ rev: 0, question: '几点睡', whoMayVote: 'all' })
  fireEvent.click(screen.getByRole('button', { name: '几点睡 看' }))
  fireEvent.click(await screen.findByRole('button', { name: '开始问' }))
  await waitFor(() => expect(callsOf('poll.open')[0]?.payload).toEqual({ pollId: 'poll-2', rev: 1 }))
})
