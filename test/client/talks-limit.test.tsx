// May a guide say how many talks a day she wants, and does it hold within its bounds, also without signal?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import Me from '../../client/pages/me/index'
import { queries } from '../../client/platform/queries'
import { life, resetTaro } from '../support/client-taro'
import { answer, callsOf, loseSignal, refuse, resetCloud } from '../support/reader-phone'
import { demoMe } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { resetPhone } from '../support/rep-taro'
import { demoDay } from '../support/talk-answers'

const PAUSE_MS = 700 // taps come in a row; then it is sent
let aDay = 6

const openMe = async () => {
  open(Me)
  await settle()
}
const shown = () => document.querySelector('#talks-a-day .hour-shown')?.textContent
const step = (which: '少一位' | '多一位', times = 1) => {
  for (let n = 0; n < times; n += 1) fireEvent.click(screen.getByLabelText(new RegExp(`${which}$`)))
}
const sent = () => callsOf('talk.limit').map(({ payload }) => payload)

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  aDay = 6
  answer('me.see', demoMe)
  answer('feed.watch', () => ({ asOf: 0, lines: [], unread: 0 }))
  answer('talk.list', () => demoDay({ aDay }))
  answer('talk.limit', (payload) => {
    aDay = payload.aDay as number
    return { aDay }
  })
})

test('taps in a row are one change; the number stands at once, for tomorrow on', async () => {
  await openMe()
  expect(shown()).toBe('6 位')
  expect(screen.getByText(/^明天起按这个数/)).toBeTruthy()
  step('少一位', 2)
  expect(shown()).toBe('4 位')
  expect(sent()).toEqual([])
  await settle(PAUSE_MS)
  expect(sent()).toEqual([{ aDay: 4 }])
  expect(shown()).toBe('4 位')
})

test.each([
  ['少一位', 1],
  ['多一位', 12],
] as const)('%s stops at %i', async (which, end) => {
  await openMe()
  step(which, 15)
  expect(shown()).toBe(`${end} 位`)
  await settle(PAUSE_MS)
  expect(sent()).toEqual([{ aDay: end }])
})

test('leaving the page sends what the pause has not', async () => {
  const { unmount } = open(Me)
  await settle()
  step('多一位')
  unmount()
  await settle()
  expect(sent()).toEqual([{ aDay: 7 }])
})

test('without signal it stands here, and arrives when there is some', async () => {
  await openMe()
  loseSignal('talk.limit')
  step('多一位')
  await settle(PAUSE_MS)
  expect(shown()).toBe('7 位')
  answer('talk.limit', (payload) => {
    aDay = payload.aDay as number
    return { aDay }
  })
  act(() => {
    for (const show of life.show) show()
  })
  await settle()
  expect(aDay).toBe(7)
})

test('the cloud says no: said so, and the number is what it was', async () => {
  await openMe()
  refuse('talk.limit', 'forbidden')
  step('多一位')
  await settle(PAUSE_MS)
  expect(screen.getByText('你没有权限看这里').getAttribute('role')).toBe('alert')
  expect(shown()).toBe('6 位')
})
