// Does everybody see how the shared view forms, does nobody speak without her word, and is a voice hers to take back?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import { useVoices } from '../../client/pages/privacy/_parts/use-voices'
import { Voices } from '../../client/pages/privacy/_parts/Voices'
import CustomersPollPage from '../../client/pkgs/account/poll/index'
import RepPollsPage from '../../client/pkgs/rep/polls/index'
import { queries } from '../../client/platform/queries'
import { navigated, resetTaro, router } from '../support/client-taro'
import { trip } from '../support/poll-answers'
import { answer, callsOf, refuseFor, resetCloud } from '../support/reader-phone'
import { open, settle } from '../support/rep-screen'
import { resetPhone } from '../support/rep-taro'

const text = () => document.body.textContent ?? ''
const tap = async (id: string) => {
  fireEvent.click(document.getElementById(id) as HTMLElement)
  await settle()
}
const said = { moves: [{ at: 1, optionId: 'park' }], reason: null, isReasonShown: false }
const show = async (Page: () => unknown, params: Record<string, string>) => {
  router.params = params
  open(Page as () => null)
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('poll.see', () => ({ ...trip, version: 'v1' }))
  answer('poll.vote', () => said)
  answer('poll.take-back', () => ({ taken: true }))
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

test('a customer sees the picture before she says anything: in a sentence, in layers, in numbers', async () => {
  await show(CustomersPollPage, { p: 'poll-1' })
  const story = '一开始选“公园”的最多，现在是“博物馆”；后来 6 位改了主意，6 位从“公园”到“博物馆”'
  expect(screen.getByText(story)).toBeTruthy()
  expect(document.querySelectorAll('.poll-column')).toHaveLength(2)
  expect(text()).toContain('13 位 · 65%')
  expect(text()).toContain('博物馆：“下雨也能去”')
  expect(text()).not.toContain('公园 8 · 博物馆 2')
  fireEvent.click(screen.getByText('看每天'))
  expect(text()).toContain('公园 8 · 博物馆 2')
  expect(callsOf('poll.vote')).toEqual([])
})

test('nothing is kept of her before she ticked that it may be, and then it says which words she read', async () => {
  await show(CustomersPollPage, { p: 'poll-1' })
  expect(text()).toContain('不同意也能看结果')
  await tap('option-museum')
  await tap('poll-vote')
  expect(callsOf('poll.vote')).toEqual([])
  await tap('poll-agree')
  await tap('poll-vote')
  expect(callsOf('poll.vote').map(({ payload }) => payload)).toEqual([
    { pollId: 'poll-1', optionId: 'museum', reason: null, agreedTo: 'v1' },
  ])
})

test('who has spoken changes it without ticking again, sees what it was, and takes it back', async () => {
  const moves = [...said.moves, { at: 2, optionId: 'museum' }]
  answer('poll.see', () => ({ ...trip, version: 'v1', voice: { ...said, moves } }))
  await show(CustomersPollPage, { p: 'poll-1' })
  expect(text()).toContain('之前选过：公园')
  expect(document.getElementById('poll-agree')).toBeNull()
  await tap('option-park')
  await tap('poll-vote')
  expect(callsOf('poll.vote')[0]?.payload).toMatchObject({ optionId: 'park', agreedTo: null })
  await tap('poll-back')
  expect(callsOf('poll.take-back')).toHaveLength(1)
})

test('of too few there is no picture, and of what is over nothing to choose', async () => {
  answer('poll.see', () => ({
    ...trip,
    version: 'v1',
    picture: null,
    mayVote: false,
    poll: { ...trip.poll, state: 'closed' },
  }))
  await show(CustomersPollPage, { p: 'poll-1' })
  expect(text()).toContain('还不到 5 位')
  expect(document.getElementById('poll-vote')).toBeNull()
})

test('a rep sees which questions wait for her, opens one, speaks, and is told why it was refused', async () => {
  const { poll } = trip
  answer('poll.list', () => ({
    polls: [
      { ...poll, mayVote: true, hasVoted: false },
      { ...poll, pollId: 'poll-2', question: '孩子几点睡', whoMayVote: 'customers', mayVote: false, hasVoted: false },
    ],
  }))
  await show(RepPollsPage, {})
  expect(text()).toContain('周末带孩子去哪儿还剩 3 天 · 还没说')
  fireEvent.click(screen.getByText('孩子几点睡'))
  expect(navigated).toEqual(['/pkgs/rep/polls/index?p=poll-2'])
  document.body.innerHTML = ''
  refuseFor('poll.vote', 'conflict', 'poll-not-open')
  await show(RepPollsPage, { p: 'poll-1' })
  expect(document.querySelector('[data-share="poll:poll-1"]')).not.toBeNull()
  await tap('option-park')
  await tap('poll-vote')
  expect(callsOf('poll.vote')[0]?.payload).toEqual({ pollId: 'poll-1', optionId: 'park', reason: null })
  expect(document.querySelector('.poll-error')).not.toBeNull()
})

test('the privacy page says what she chose and chose before, and takes it back', async () => {
  const choices = [
    { at: Date.now(), text: '公园' },
    { at: Date.now(), text: '博物馆' },
  ]
  answer('poll.voices', () => ({
    voices: [{ pollId: 'poll-1', question: '周末带孩子去哪儿', choices, reason: '离家近', agreedAt: 1 }],
  }))
  const Listed = () => <Voices voices={useVoices(true)} />
  await show(Listed, {})
  expect(text()).toContain('公园（今天） → 博物馆（今天）')
  fireEvent.click(screen.getByText('收回'))
  await settle()
  expect(callsOf('poll.take-back')[0]?.payload).toEqual({ pollId: 'poll-1' })
})
