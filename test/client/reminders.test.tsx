// Does a guide see what not to forget, by day, and does what she puts off move at once, without signal too?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import RemindersPage from '../../client/pkgs/rep/reminders/index'
import { flushOutbox } from '../../client/platform/outbox'
import type { ReminderList } from '../../shared/contracts/reminder'
import { instantOf } from '../../shared/domain/day'
import { navigated } from '../support/client-taro'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, loseSignal, refuse } from '../support/reader-phone'
import { open, settle } from '../support/rep-screen'

const TODAY = '2026-11-22'
const NOW = instantOf(TODAY, '10:00')
const who = { contactId: 'c1', remark: '优优妈妈', ordinal: 'A1', certainty: 'named' } as const
const promise = {
  ...{ key: 'promise-p1', who, day: '2026-11-20', putOff: false },
  facts: { kind: 'promise', promiseId: 'p1', text: '带小样' },
} as const
const birthday = {
  ...{ key: 'occasion-o1', who, day: '2026-11-23', putOff: false },
  facts: { kind: 'occasion', occasionId: 'o1', name: '她的生日', occasion: 'birthday' },
} as const
const festival = {
  ...{ key: 'festival-new-year', who: null, day: '2026-12-01', putOff: false },
  facts: { kind: 'festival', festivalId: 'new-year', zh: '元旦', en: 'New Year' },
} as const

const listOf = (reminders: ReminderList['reminders']): ReminderList => ({ asOf: NOW, today: TODAY, reminders, more: 0 })
const names = () => [...document.querySelectorAll('.reminders-name')].map((one) => one.textContent)

const openPage = async (list = listOf([promise, birthday, festival])) => {
  answer('reminder.list', () => list)
  const page = open(RemindersPage)
  await settle()
  return page
}

runInWeChat()
beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  answer('reminder.snooze', ({ key, until }) => ({ key, until }))
})
afterEach(() => jest.restoreAllMocks())

test('late first, then tomorrow, then by date; festivals are for everyone and cannot be put off', async () => {
  await openPage()
  expect(names()).toEqual(['已经过了', '明天', '12月1日'])
  expect(screen.getByText('答应过她：带小样')).toBeTruthy()
  expect(screen.getByText('过了 2 天')).toBeTruthy()
  expect(screen.getByText('元旦，可以问候大家')).toBeTruthy()
  expect(screen.getAllByText('推迟')).toHaveLength(2)
})

test('a tap opens her file', async () => {
  await openPage()
  fireEvent.click(screen.getByText('答应过她：带小样'))
  expect(navigated.join()).toContain('/pkgs/rep/contact/index?c=c1')
})

test('put off three days it stands on that day at once and is told to the cloud', async () => {
  await openPage()
  answer('reminder.list', () => listOf([birthday, { ...promise, day: '2026-11-25', putOff: true }, festival]))
  fireEvent.click(screen.getAllByText('推迟')[0] as HTMLElement)
  fireEvent.click(screen.getByText('3 天后再提醒'))
  await settle()
  expect(callsOf('reminder.snooze').map(({ payload }) => payload)).toEqual([
    { contactId: 'c1', key: 'promise-p1', until: '2026-11-25' },
  ])
  expect(names()).toEqual(['明天', '11月25日', '12月1日'])
  expect(screen.getByText('推迟了 3 天')).toBeTruthy()
  expect(screen.getByText('推迟到这天')).toBeTruthy()
})

test('without signal it moves at once, and is sent later', async () => {
  await openPage()
  loseSignal('reminder.snooze')
  fireEvent.click(screen.getAllByText('推迟')[0] as HTMLElement)
  fireEvent.click(screen.getByText('1 天后再提醒'))
  await settle()
  expect(names()).toEqual(['明天', '12月1日'])
  expect(screen.getByText('推迟了 1 天，连上网就送出')).toBeTruthy()
  answer('reminder.snooze', ({ key, until }) => ({ key, until }))
  await flushOutbox()
  expect(callsOf('reminder.snooze').at(-1)?.payload).toEqual({
    contactId: 'c1',
    key: 'promise-p1',
    until: '2026-11-23',
  })
})

test('refused it goes back, with words', async () => {
  await openPage()
  refuse('reminder.snooze', 'gone')
  fireEvent.click(screen.getAllByText('推迟')[0] as HTMLElement)
  fireEvent.click(screen.getByText('7 天后再提醒'))
  await settle()
  expect(screen.getByText('内容已下架')).toBeTruthy()
  expect(names()).toEqual(['已经过了', '明天', '12月1日'])
})

test('nothing to remember says what to do for it', async () => {
  await openPage(listOf([]))
  expect(screen.getByText('两周内没有要记的')).toBeTruthy()
})
