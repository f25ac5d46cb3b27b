// Does 今日 say with whom to talk, why and how, and is an outcome told by one tap, and taken back by one?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import { queries } from '../../client/platform/queries'
import { navigated } from '../support/client-taro'
import { answer, hold, refuse } from '../support/reader-phone'
import { T0 } from '../support/rep-answers'
import { settle } from '../support/rep-screen'
import { done, phone } from '../support/rep-taro'
import { demoClue, demoDay, demoTalk, facts } from '../support/talk-answers'
import {
  bar,
  cards,
  connect,
  DAY,
  openToday,
  resetToday,
  STILL_MS,
  tap,
  tells,
  toldLines,
} from '../support/talks-screen'

beforeEach(resetToday)
afterEach(() => jest.restoreAllMocks())

test('posts first; then a card says who, why, about what, how, what for', async () => {
  const window = { fromHour: 20, toHour: 22, weekend: false }
  const clues = [
    demoClue({ learned: { talks: 8, won: 3 } }),
    demoClue({ reason: 'promise', evidence: [facts.promise, { ...facts.promise, promiseId: 'pr2', text: '留一瓶' }] }),
  ]
  answer('talk.list', () => demoDay({ talks: [demoTalk({ clues, window, relation: 'expert' })] }))
  await openToday()
  const text = document.body.textContent ?? ''
  const order = [
    '保存图文',
    '今天和谁聊',
    '还有 1 位',
    '优优妈妈',
    '你认出的',
    ...['为什么', '刚读过', '昨晚 21:04 读了《换季护肤三步走》', '你这样聊过 8 次，约 3 次有下文'],
    ...['承诺到期', '你答应过：带小样给她，今天到期', '你答应过：留一瓶，今天到期'],
    ...['聊什么', '最近换季，皮肤还好吗', '点一下复制'],
    ...['怎么聊', '发微信 · 她多在 20:00–22:00 有空 · 像专家：说清道理', '为了', '趁她刚读过，答她想问的'],
    ...['聊了', '没回', '约了', '成交', '不合适', '稍后'],
  ]
  const places = order.map((words) => text.indexOf(words))
  expect(places).not.toContain(-1)
  expect([...places].sort((a, b) => a - b)).toEqual(places)
})

test('what is not known is not said: no line, no subject, no hours', async () => {
  answer('talk.list', () => demoDay({ talks: [demoTalk({ about: null, line: null })] }))
  await openToday()
  expect(screen.queryByText('聊什么')).toBeNull()
  expect(screen.getByText('发微信')).toBeTruthy()
})

test('her name leads to her file', async () => {
  connect()
  await openToday()
  fireEvent.click(screen.getByLabelText('优优妈妈 你认出的'))
  expect(navigated).toEqual(['/pkgs/rep/contact/index?c=c1'])
})

test('the line is copied by one tap in WeChat, and says so; or that it was not', async () => {
  process.env.TARO_ENV = 'weapp'
  connect(demoDay({ talks: [demoTalk()] }))
  await openToday()
  phone.copies = false
  fireEvent.click(screen.getByText('最近换季，皮肤还好吗'))
  await settle()
  expect(screen.getByText('没复制上，再点一次')).toBeTruthy()
  phone.copies = true
  fireEvent.click(screen.getByText('最近换季，皮肤还好吗'))
  await settle()
  expect(done).toContain('copy 最近换季，皮肤还好吗')
  expect(screen.getByText('已复制')).toBeTruthy()
})

test.each([
  ['聊了', 'talked'],
  ['没回', 'silent'],
  ['约了', 'booked'],
  ['成交', 'dealt'],
  ['不合适', 'unfit'],
  ['稍后', 'later'],
])('%s: one tap, the card becomes a line before the cloud has answered', async (words, end) => {
  connect()
  const release = hold('talk.tell')
  await openToday()
  await tap(`优优妈妈 ${words}`)
  expect(cards()).toEqual(['林姐'])
  expect(toldLines()[0]).toContain(`优优妈妈${words}，10:00`)
  expect(bar()).toBe(`优优妈妈，${words}`)
  expect(tells()).toEqual([{ day: '2026-11-21', contactId: 'c1', end, from: null, agoMs: 0 }])
  release()
  await settle()
  expect(toldLines()[0]).toContain(`优优妈妈${words}，10:00`)
})

test('taken back in the bar, or later in the line: the talk stands on the list again', async () => {
  connect()
  await openToday()
  await tap('优优妈妈 聊了')
  fireEvent.click(document.querySelector('.undo-act') as HTMLElement)
  await settle()
  expect(cards()).toContain('优优妈妈')
  expect(toldLines()).toEqual([])
  expect(bar()).toBe('撤销了')
  await tap('林姐 没回')
  await tap('林姐 撤销')
  expect(cards()).toContain('林姐')
  expect(tells().map(({ contactId, end, from }) => [contactId, end, from])).toEqual([
    ['c1', 'talked', null],
    ['c1', null, 'talked'],
    ['c2', 'silent', null],
    ['c2', null, 'silent'],
  ])
})

test('put off: one tap brings the card back', async () => {
  connect()
  await openToday()
  await tap('优优妈妈 稍后')
  await tap('优优妈妈 现在聊')
  expect(cards()).toContain('优优妈妈')
})

test('the second half of a double tap does not tell of who moved up under her thumb', async () => {
  connect()
  await openToday()
  await tap('优优妈妈 聊了', 0)
  await tap('林姐 聊了', 0)
  expect(tells()).toHaveLength(1)
  await settle(STILL_MS)
  await tap('林姐 聊了')
  expect(tells()).toHaveLength(2)
  expect(screen.getByText('今天的都说过了')).toBeTruthy()
})

test('the cloud says no: said so, and the talk is as the cloud has it', async () => {
  connect()
  refuse('talk.tell', 'forbidden')
  await openToday()
  await tap('优优妈妈 聊了')
  expect(bar()).toBe('你没有权限看这里')
  expect(cards()).toEqual(['优优妈妈', '林姐'])
})

test('an answer that was overtaken by a later one does not bring a talk back', async () => {
  const cloud = connect()
  await openToday()
  const slow = demoDay() // as it was before she told
  const release = (() => {
    answer('talk.list', () => slow)
    const go = hold('talk.list')
    void queries.refetchQueries({ queryKey: DAY })
    return go
  })()
  await tap('优优妈妈 聊了')
  release()
  await settle()
  expect(cards()).toEqual(['林姐'])
  expect(cloud.list().talks[1]?.outcome?.end).toBe('talked')
})

describe('今天别打扰', () => {
  const rest = [
    { contactId: 'c3', remark: '王姐', ordinal: 'B2', certainty: 'named', reason: 'asked-quiet', at: T0, until: null },
    {
      contactId: 'c4',
      remark: null,
      ordinal: 'B3',
      certainty: 'unnamed',
      reason: 'unanswered',
      at: null,
      until: '2026-12-02',
    },
  ] as const

  test('folded, with how many; opened: who, why, until when', async () => {
    answer('talk.list', () => demoDay({ rest: [...rest] }))
    await openToday()
    const head = screen.getByLabelText('今天别打扰，2 位')
    expect(head.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByText('王姐')).toBeNull()
    fireEvent.click(head)
    expect(head.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByText('今天说过先别打扰。等她先开口')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('新客户 B3 发了没回，先等等。12月2日 起可以聊'))
    expect(navigated).toEqual(['/pkgs/rep/contact/index?c=c4'])
  })
})

test('nobody to talk to: says when somebody comes', async () => {
  answer('talk.list', () => demoDay({ talks: [] }))
  await openToday()
  expect(screen.getByText('今天没有要紧的人要聊')).toBeTruthy()
})

test('a door that is closed is said once, by the posts', async () => {
  refuse('kit.list', 'forbidden')
  refuse('talk.list', 'forbidden')
  await openToday()
  expect(screen.getAllByText('你没有权限看这里')).toHaveLength(1)
  expect(screen.queryByText('今天和谁聊')).toBeNull()
})

test('the talks fail and the posts do not: the posts stand, the talks can be asked for again', async () => {
  refuse('talk.list', 'internal')
  await openToday()
  expect(screen.getByText('保存图文')).toBeTruthy()
  answer('talk.list', () => demoDay())
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(cards()).toEqual(['优优妈妈', '林姐'])
})
