// Is what she tells of a talk kept whatever the signal does, and when two phones of hers say different things?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import Today from '../../client/pages/today/index'
import { queries } from '../../client/platform/queries'
import { answer, loseSignal, refuse } from '../support/reader-phone'
import { T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { demoDay, demoTalk, second, type Tell } from '../support/talk-answers'
import {
  bar,
  cards,
  comeBack,
  connect,
  cutOff,
  DAY,
  openToday,
  resetToday,
  tap,
  tells,
  toldLines,
} from '../support/talks-screen'

beforeEach(resetToday)
afterEach(() => jest.restoreAllMocks())

describe('without signal', () => {
  test('the list as the phone remembers it, and from when', async () => {
    queries.setQueryData(DAY, demoDay())
    cutOff()
    open(Today)
    await settle(1_300)
    expect(cards()).toEqual(['优优妈妈', '林姐'])
    expect(document.querySelector('.talks .offline')?.textContent).toBe('没有网络，这是 刚刚 的内容。点这里刷新')
  })

  test('what she tells is shown, kept, and told with how long ago she said it', async () => {
    const cloud = connect()
    await openToday()
    cutOff()
    await tap('优优妈妈 聊了')
    await tap('林姐 没回')
    await tap('林姐 撤销')
    await tap('林姐 约了')
    expect(cards()).toEqual([])
    jest.spyOn(Date, 'now').mockReturnValue(T0 + 3_600_000)
    const before = tells().length
    answer('talk.list', cloud.list)
    answer('talk.tell', (payload) => cloud.tell(payload as Tell))
    await comeBack()
    expect(tells().slice(before)).toEqual([
      { day: '2026-11-21', contactId: 'c1', end: 'talked', from: null, agoMs: 3_600_000 },
      { day: '2026-11-21', contactId: 'c2', end: 'booked', from: null, agoMs: 3_600_000 },
    ])
    expect(cloud.list().talks.map(({ outcome }) => outcome?.end)).toEqual(['talked', 'booked'])
    expect(cards()).toEqual([])
    expect(document.querySelector('.talks-conflicts')).toBeNull()
  })

  test('the list is there again and what she told is not: it stays told on this phone', async () => {
    connect()
    await openToday()
    cutOff()
    await tap('优优妈妈 聊了')
    answer('talk.list', () => demoDay({ asOf: T0 + 60_000 }))
    refuse('talk.tell', 'internal')
    await comeBack()
    expect(cards()).toEqual(['林姐'])
    expect(toldLines()[0]).toContain('优优妈妈聊了')
  })
})

describe('two phones of hers', () => {
  const booked = { end: 'booked', at: T0 - 60_000 } as const

  test('she said it later here: her word holds, and she is told what the other had', async () => {
    const cloud = connect()
    await openToday()
    cloud.tell({ day: '2026-11-21', contactId: 'c1', end: 'booked', from: null, agoMs: 0 })
    await tap('优优妈妈 聊了')
    expect(bar()).toBe('优优妈妈 另一台手机上记的是‘约了’，你后说的，以你刚说的为准')
    expect(toldLines()[0]).toContain('聊了')
  })

  test('she said it there after this, and this phone had no signal: told when it is delivered, until she has seen it', async () => {
    const cloud = connect()
    await openToday()
    cutOff()
    await tap('优优妈妈 聊了')
    const held = demoDay({ asOf: T0 + 60_000, talks: [second(), demoTalk({ outcome: booked })] })
    answer('talk.list', () => held)
    answer('talk.tell', () => ({ today: held, held: booked, was: booked }))
    await comeBack()
    const told = '优优妈妈 另一台手机后来记的是‘约了’，以那个为准'
    expect(screen.getByText(told)).toBeTruthy()
    expect(toldLines()[0]).toContain('约了')
    expect(cloud.list().asOf).toBe(T0)
    fireEvent.click(screen.getByText('知道了'))
    await settle()
    expect(screen.queryByText(told)).toBeNull()
  })

  test('her own word whose answer was lost is no other phone', async () => {
    const cloud = connect()
    await openToday()
    answer('talk.tell', (payload) => cloud.tell(payload as Tell))
    cloud.tell({ day: '2026-11-21', contactId: 'c1', end: 'talked', from: null, agoMs: 0 }) // arrived,
    loseSignal('talk.tell') // and the answer did not
    await tap('优优妈妈 聊了')
    answer('talk.tell', (payload) => cloud.tell(payload as Tell))
    await tap('优优妈妈 撤销')
    expect(bar()).toBe('撤销了')
    expect(document.querySelector('.talks-conflicts')).toBeNull()
  })
})
