// Does a guide decide whether WeChat tells her, when not, and does each tap of hers count once?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import Me from '../../client/pages/me/index'
import { flushOutbox } from '../../client/platform/outbox'
import { queries } from '../../client/platform/queries'
import { resetTaro } from '../support/client-taro'
import { answer, callsOf, hold, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { demoMe, demoNotices, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { done, phone, resetPhone } from '../support/rep-taro'

const openMe = async (change: Parameters<typeof demoNotices>[0] = {}) => {
  answer('notice.see', () => demoNotices(change))
  const page = open(Me)
  await settle()
  return page
}
const text = () => document.body.textContent?.replace(/\u00a0/g, ' ') ?? ''
const later = (id: string) => document.querySelectorAll(`#${id} .hour-step`)[1] as HTMLElement

beforeEach(() => {
  process.env.TARO_ENV = 'weapp'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('me.see', demoMe)
  answer('notice.set', (settings) => demoNotices(settings))
  answer('notice.grant', () => demoNotices({ quota: 3 }))
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.restoreAllMocks()
})

test('each tap asks WeChat and buys one message', async () => {
  await openMe()
  expect(text()).toContain('还能提醒 2 条')
  fireEvent.click(screen.getByText('再要几条提醒'))
  await settle()
  expect(done).toEqual(['ask template-1'])
  expect(callsOf('notice.grant')[0]?.payload).toMatchObject({ channel: 'subscribe', accepted: true })
  expect(text()).toContain('还能提醒 3 条')
})

test('a no is told to the cloud as a no', async () => {
  phone.messages = 'reject'
  await openMe()
  fireEvent.click(screen.getByText('再要几条提醒'))
  await settle()
  expect(callsOf('notice.grant')[0]?.payload).toMatchObject({ accepted: false })
  expect(screen.getByText('没有加上。想要时再点')).toBeTruthy()
})

test.each([
  ['accept', true, '好了，记上了'],
  ['reject', false, '没有加上。想要时再点'],
])('work messages, where WeChat answers only by callback: %s', async (says, accepted, words) => {
  phone.messages = says
  await openMe({ templates: { subscribe: 'template-1', employee: 'template-2' } })
  fireEvent.click(screen.getByText('收工作消息，不限条数'))
  await settle()
  expect(done).toEqual(['bind template-2'])
  expect(callsOf('notice.grant')[0]?.payload).toMatchObject({ channel: 'employee', accepted })
  expect(screen.getByText(words)).toBeTruthy()
})

test.each([
  ['without signal', () => loseSignal('notice.grant')],
  ['that the cloud stumbled over', () => refuse('notice.grant', 'internal')],
])('a yes %s is kept and sent later, under its own id', async (_, fail) => {
  fail()
  await openMe()
  fireEvent.click(screen.getByText('再要几条提醒'))
  await settle()
  expect(screen.getByText('好了，连上网会记上')).toBeTruthy()
  answer('notice.grant', () => demoNotices({ quota: 3 }))
  await flushOutbox()
  const told = callsOf('notice.grant').map(({ payload }) => payload)
  expect(told.length).toBeGreaterThan(1)
  for (const each of told) expect(each).toEqual(told[0])
})

test('taps on the hours are sent together, once they pause, over midnight too', async () => {
  await openMe({ quietFrom: 22 })
  for (let n = 0; n < 3; n++) fireEvent.click(later('quiet-from'))
  fireEvent.click(later('quiet-to'))
  expect(text()).toContain('01:00')
  expect(callsOf('notice.set')).toEqual([])
  await settle(700)
  expect(callsOf('notice.set').map(({ payload }) => payload)).toEqual([
    { on: true, quietFrom: 1, quietTo: 10, morning: false },
  ])
})

test('switched off: nothing else is asked of her; what she set leaves with the page', async () => {
  const { unmount } = await openMe()
  fireEvent.click(screen.getByText('不提醒'))
  expect(screen.queryByText('再要几条提醒')).toBeNull()
  unmount()
  await settle()
  expect(callsOf('notice.set').map(({ payload }) => payload)).toEqual([
    { on: false, quietFrom: 21, quietTo: 9, morning: false },
  ])
})

test('a setting the cloud refuses goes back, with words', async () => {
  refuse('notice.set', 'invalid')
  await openMe()
  fireEvent.click(screen.getByText('不提醒'))
  await settle(700)
  expect(screen.getByText('有一项填得不对')).toBeTruthy()
  expect(screen.getByText('✓ 提醒')).toBeTruthy()
})

test('a refusal that comes while she goes on setting swallows nothing', async () => {
  refuse('notice.set', 'invalid')
  const release = hold('notice.set')
  await openMe({ quietFrom: 21 })
  fireEvent.click(later('quiet-from'))
  await settle(700)
  fireEvent.click(later('quiet-from'))
  release()
  await settle()
  answer('notice.set', (settings) => demoNotices(settings))
  await settle(700)
  expect(callsOf('notice.set').map(({ payload }) => payload.quietFrom)).toEqual([22, 23])
  expect(text()).toContain('23:00')
})

test.each([
  ['a browser cannot ask', 'h5', {}, '提醒发到微信。加条数要在微信小程序里点，网页上点不了'],
  ['work messages need no quota', 'weapp', { employee: true }, '走工作消息，不限条数'],
  ['not set up', 'weapp', { templates: { subscribe: '', employee: '' } }, '公司还没接好微信提醒'],
] as const)('%s', async (_, env, change, words) => {
  process.env.TARO_ENV = env
  await openMe(change)
  expect(text()).toContain(words)
  expect(screen.queryByText('再要几条提醒')).toBeNull()
})

test('what was sent lately, and whether it arrived', async () => {
  const sent = {
    at: T0 - 120_000,
    channel: 'subscribe',
    outcome: 'delivered',
    readings: 3,
    digest: true,
    morning: false,
  }
  await openMe({ sent: [sent, { ...sent, at: T0 - 180_000, outcome: 'exhausted', readings: 1, digest: false }] })
  expect(text()).toContain('2 分钟前 · 3 次阅读合成一条 · 送到了')
  expect(text()).toContain('3 分钟前 · 1 次阅读 · 条数用完了')
})

test('the morning’s message stands by itself: wanted without the others, with its own quiet hours and quota', async () => {
  await openMe({ on: false })
  expect(screen.queryByText('再要几条提醒')).toBeNull()
  fireEvent.click(document.getElementById('morning-on') as HTMLElement)
  expect(screen.getByText('✓ 要')).toBeTruthy()
  expect(screen.getByText('再要几条提醒')).toBeTruthy()
  await settle(700)
  expect(callsOf('notice.set').map(({ payload }) => payload)).toEqual([
    { on: false, quietFrom: 21, quietTo: 9, morning: true },
  ])
})

test('a morning’s message is told as such among what was sent', async () => {
  await openMe({
    sent: [{ at: T0 - 120_000, channel: 'subscribe', outcome: 'delivered', readings: 0, digest: true, morning: true }],
  })
  expect(text()).toContain('2 分钟前 · 早上的一条 · 送到了')
})
