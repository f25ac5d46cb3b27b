// How is a reading told to a guide, and can she name a reader in place?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { i18n } from '@lingui/core'
import { act, fireEvent, screen } from '@testing-library/react'
import { heatOf, wordAnonymous, wordLongest, wordReader, wordReading } from '../../client/features/contact/words'
import Feed from '../../client/pages/feed/index'
import ContactPage from '../../client/pkgs/rep/contact/index'
import { queries } from '../../client/platform/queries'
import { navigated, resetTaro } from '../support/client-taro'
import { answer, callsOf, resetCloud } from '../support/reader-phone'
import { demoFeed, demoLine, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'

const openFeed = async () => {
  open(Feed)
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  i18n.loadAndActivate({ locale: 'zh', messages: {} })
  resetTaro()
  resetCloud()
  queries.clear()
})
afterEach(() => jest.restoreAllMocks())

test('told like a colleague would', () => {
  const line = demoLine()
  expect(`${wordReader(line, i18n)} ${wordReading(line, T0, 'zh', i18n)}`).toBe(
    '优优妈妈 昨晚 21:04 读了《换季护肤三步走》 13 分 20 秒',
  )
  expect(wordLongest({ heading: '第二步', ms: 360_000 }, 'zh', i18n)).toBe('‘第二步’最久，6 分钟')
  expect(wordReader({ remark: null, ordinal: 'A7' }, i18n)).toBe('新读者 A7')
  expect(wordReading(demoLine({ live: true, totalMs: 20_000 }), T0, 'zh', i18n)).toBe('正在读《换季护肤三步走》 20 秒')
})

test('one or two readers without consent are not counted out', () => {
  expect(wordAnonymous({ title: '防晒', readings: 'few' }, i18n)).toBe('《防晒》 少于 3 次')
  expect(wordAnonymous({ title: '防晒', readings: 12 }, i18n)).toBe('《防晒》 12 次')
})

test.each([
  [5_000, 'glance'],
  [15_000, 'read'],
  [60_000, 'deep'],
])('%i ms is %s', (ms, heat) => expect(heatOf(ms)).toBe(heat))

test('who reads right now stands on top', async () => {
  const live = demoLine({ readingId: 'r2', contactId: 'm1.c2', remark: '林姐', live: true, lastAt: T0 - 86_400_000 })
  answer('feed.list', () => demoFeed([demoLine(), live], [{ postId: 'p1', title: '防晒', readings: 'few' }]))
  await openFeed()
  const names = [...document.querySelectorAll('.reading-who')].map((name) => name.textContent)
  expect(names).toEqual(['林姐', '优优妈妈'])
  expect(screen.getByText('《防晒》 少于 3 次')).toBeTruthy()
})

test('an unnamed reader gets a name in place', async () => {
  answer('feed.list', () => demoFeed([demoLine({ remark: null })]))
  answer('contact.name', ({ remark }) => ({
    contactId: 'm1.c1',
    remark,
    ordinal: 'A7',
    createdAt: T0,
    lastReadAt: T0,
  }))
  await openFeed()
  fireEvent.click(screen.getByText('起个名'))
  const field = document.querySelector('#remark') as HTMLElement
  await act(async () => void fireEvent(field, new CustomEvent('input', { detail: { value: ' 优优妈妈 ' } })))
  fireEvent.click(screen.getByText('记下'))
  await settle()
  expect(callsOf('contact.name')[0]?.payload).toEqual({ contactId: 'm1.c1', remark: '优优妈妈' })
  expect(screen.getByText('优优妈妈')).toBeTruthy()
  expect(screen.queryByText('起个名')).toBeNull()
})

test('no readers yet: what to do next', async () => {
  answer('feed.list', () => demoFeed([]))
  await openFeed()
  fireEvent.click(screen.getByText('去转发一篇'))
  expect(navigated).toEqual(['/pages/today/index'])
})

test('an address without a contact: said so, and the way on', async () => {
  open(ContactPage)
  await settle()
  fireEvent.click(screen.getByText('去客户'))
  expect(navigated).toEqual(['/pages/contacts/index'])
  expect(callsOf('contact.see')).toEqual([])
})

test('naming by keyboard: the sheet takes the focus, Escape closes it and gives the focus back', async () => {
  answer('feed.list', () => demoFeed([demoLine({ remark: null })]))
  await openFeed()
  const opener = screen.getByText('起个名').closest('[role=button]') as HTMLElement
  opener.focus()
  fireEvent.click(opener)
  expect(document.activeElement?.getAttribute('role')).toBe('dialog')
  fireEvent.keyDown(document, { key: 'Tab', shiftKey: true })
  expect(document.activeElement?.getAttribute('aria-label')).toBe('关上')
  fireEvent.keyDown(document, { key: 'Escape' })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(opener)
})
