// How is a reading told to a guide, and can she name a reader in place?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { i18n } from '@lingui/core'
import { act, fireEvent, screen } from '@testing-library/react'
import { joinFeed } from '../../client/features/contact/use-feed'
import {
  heatOf,
  wordAnonymous,
  wordApart,
  wordLongest,
  wordReader,
  wordReading,
  wordReturns,
} from '../../client/features/contact/words'
import Feed from '../../client/pages/feed/index'
import ContactPage from '../../client/pkgs/rep/contact/index'
import { queries } from '../../client/platform/queries'
import { life, navigated, resetTaro } from '../support/client-taro'
import { answer, callsOf, loseSignal, resetCloud } from '../support/reader-phone'
import { demoContact, demoFeed, demoLine, T0 } from '../support/rep-answers'
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
  expect(wordReader(demoLine({ remark: null }), i18n)).toBe('新客户 A7')
  expect(wordReader(demoLine({ certainty: 'likely' }), i18n)).toBe('可能是优优妈妈')
  expect(wordReturns({ nth: 2, again: 3 }, i18n)).toEqual(['第 2 次读', '反复看了 3 次'])
  expect(wordReturns({ nth: 1, again: 0 }, i18n)).toEqual([])
  expect(wordReading(demoLine({ live: true, totalMs: 20_000 }), T0, 'zh', i18n)).toBe('正在读《换季护肤三步走》 20 秒')
})

test('one or two readers without consent are not counted out', () => {
  expect(wordAnonymous('few', i18n)).toBe('没同意告知的少于 3 次')
  expect(wordAnonymous(12, i18n)).toBe('没同意告知的 12 次')
})

test.each([
  [{ staff: 3, sharer: 1, crawler: 2 }, '另有员工 3 次、转发的人自己 1 次、机器 2 次，不算在内'],
  [{ staff: 0, sharer: 0, crawler: 2 }, '另有机器 2 次，不算在内'],
  [{ staff: 0, sharer: 0, crawler: 0 }, ''],
])('what does not count as reading: %o', (apart, told) => expect(wordApart(apart, i18n)).toBe(told))

test.each([
  [5_000, 'glance'],
  [15_000, 'read'],
  [60_000, 'deep'],
])('%i ms is %s', (ms, heat) => expect(heatOf(ms)).toBe(heat))

const noApart = { staff: 0, sharer: 0, crawler: 0 }

test('who reads right now stands on top, then day by day; below, each post with those who stay unnamed', async () => {
  const live = demoLine({ readingId: 'r2', contactId: 'c2', remark: '林姐', live: true, lastAt: T0 - 5_000 })
  const older = demoLine({ readingId: 'r3', contactId: 'c3', remark: '王姐', lastAt: T0 - 3 * 86_400_000 })
  const apart = { ...noApart, staff: 3 }
  answer('feed.list', () =>
    demoFeed([older, demoLine(), live], [{ postId: 'p2', title: '防晒', readings: 'few', apart }]),
  )
  await openFeed()
  expect([...document.querySelectorAll('.feed-day')].map((day) => day.textContent)).toEqual([
    '正在读',
    '昨天',
    '11月18日',
  ])
  const names = [...document.querySelectorAll('.reading-who')].map((name) => name.textContent)
  expect(names).toEqual(['林姐', '优优妈妈', '王姐'])
  expect(screen.getByLabelText('谁读了《防晒》 没同意告知的少于 3 次 另有员工 3 次，不算在内')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('谁读了《换季护肤三步走》'))
  expect(navigated).toEqual(['/pkgs/rep/readers/index?p=p1'])
})

test('an unnamed reader gets a name in place', async () => {
  answer('feed.list', () => demoFeed([demoLine({ remark: null })]))
  answer('contact.name', ({ remark }) => {
    answer('feed.list', () => demoFeed([demoLine({ remark: remark as string })]))
    return demoContact({ remark: remark as string })
  })
  await openFeed()
  fireEvent.click(screen.getByText('起个名'))
  const field = document.querySelector('#remark') as HTMLElement
  await act(async () => void fireEvent(field, new CustomEvent('input', { detail: { value: ' 优优妈妈 ' } })))
  fireEvent.click(screen.getByText('记下'))
  await settle()
  const { eventId, ...said } = callsOf('contact.name')[0]?.payload ?? {}
  expect(said).toEqual({ contactId: 'c1', remark: '优优妈妈' })
  expect(screen.getByText('优优妈妈')).toBeTruthy()
  expect(screen.queryByText('起个名')).toBeNull()

  answer('link.undo', () => {
    answer('feed.list', () => demoFeed([demoLine({ remark: null })]))
    return { contactId: 'c1' }
  })
  fireEvent.click(screen.getByText('撤销'))
  await settle()
  expect(callsOf('link.undo')[0]?.payload.undoes).toBe(eventId)
  expect(screen.getByText('撤销了')).toBeTruthy()
  expect(screen.getByText('新客户 A7')).toBeTruthy()
})

test('a name that found no signal stays in the field, and trying again says it under the same id', async () => {
  answer('feed.list', () => demoFeed([demoLine({ remark: null })]))
  loseSignal('contact.name')
  await openFeed()
  fireEvent.click(screen.getByText('起个名'))
  const field = document.querySelector('#remark') as HTMLElement
  await act(async () => void fireEvent(field, new CustomEvent('input', { detail: { value: '林姐' } })))
  fireEvent.click(screen.getByText('记下'))
  await settle()
  expect(screen.getByText('网络不通，连上后再试')).toBeTruthy()
  answer('contact.name', () => demoContact({ remark: '林姐' }))
  fireEvent.click(screen.getByText('记下'))
  await settle()
  const [first, second] = callsOf('contact.name').map(({ payload }) => payload)
  expect(second).toEqual(first)
  expect(screen.getByText('记下了：林姐')).toBeTruthy()
})

test('what came in stands on top, what grew is told anew in its place, who went is no longer reading', () => {
  const gone = demoLine({ readingId: 'r2', live: true, lastAt: T0 - 55_000 })
  const before = { pages: [demoFeed([demoLine(), gone])], pageParams: [null] }
  const came = demoLine({ readingId: 'r3', lastAt: T0 + 9_000, live: true })
  const grown = demoLine({ totalMs: 900_000 })
  const { pages } = joinFeed(before, { asOf: T0 + 10_000, lines: [came, grown], unread: 1 })
  expect(pages[0]?.asOf).toBe(T0 + 10_000)
  expect(pages[0]?.lines).toEqual([came, grown, { ...gone, live: false }])
})

describe('while she looks', () => {
  beforeEach(() => void jest.useFakeTimers({ now: T0, doNotFake: ['Date'] }))
  afterEach(() => void jest.useRealTimers())
  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms).then(() => undefined))

  const turn = (heard: readonly (() => void)[]) =>
    act(() => {
      for (const tell of heard) tell()
    })

  test('every ten seconds it asks what came; a hidden page asks nothing', async () => {
    answer('feed.list', () => demoFeed())
    answer('feed.watch', () => ({
      asOf: T0 + 10_000,
      lines: [demoLine({ readingId: 'r9', remark: '林姐' })],
      unread: 1,
    }))
    open(Feed)
    await pass(100)
    expect(screen.queryByText('林姐')).toBeNull()
    await pass(10_100)
    expect(screen.getByText('林姐')).toBeTruthy()
    const [first] = callsOf('feed.watch')
    expect(first?.payload).toEqual({ since: T0 - 5_000 })
    turn(life.hide)
    await pass(60_000)
    expect(callsOf('feed.watch')).toHaveLength(1)
    turn(life.show)
    await pass(10_100)
    expect(callsOf('feed.watch')).toHaveLength(2)
  })

  test('without signal it asks ever more rarely', async () => {
    answer('feed.list', () => demoFeed())
    loseSignal('feed.watch')
    open(Feed)
    await pass(100)
    await pass(150_000) // 10 + 20 + 40 + 80
    expect(callsOf('feed.watch')).toHaveLength(4)
  })

  test('once a minute it asks for all: what a reader took back goes', async () => {
    answer('feed.list', () => demoFeed())
    answer('feed.watch', () => ({ asOf: T0, lines: [], unread: 0 }))
    open(Feed)
    await pass(100)
    answer('feed.list', () => demoFeed([]))
    await pass(60_500)
    expect(screen.queryByText('优优妈妈')).toBeNull()
  })

  test('new ones are marked in words too; having looked, the cloud is told once', async () => {
    answer('feed.list', () => demoFeed([demoLine({ unread: true })]))
    answer('feed.see', ({ at }) => ({ seenAt: at }))
    answer('feed.watch', () => ({ asOf: T0 + 10_000, lines: [], unread: 0 }))
    open(Feed)
    await pass(100)
    expect(screen.getByLabelText(/^新的 优优妈妈/)).toBeTruthy()
    await pass(9_000)
    expect(callsOf('feed.see').map(({ payload }) => payload)).toEqual([{ at: T0 }])
    await pass(30_000)
    expect(callsOf('feed.see')).toHaveLength(1)
  })
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
