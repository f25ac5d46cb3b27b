// Can she see what is recorded, take it back and take it with her, and is nobody asked about someone unknown?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen } from '@testing-library/react'
import { declinedAt } from '../../client/features/consent/declined'
import { allMine, forgetReadings, rememberMine } from '../../client/features/reading/memory'
import Privacy from '../../client/pages/privacy/index'
import { currentSession } from '../../client/platform/session'
import { remember } from '../../client/platform/storage'
import type { ReadingId } from '../../shared/domain/ids'
import { resetTaro } from '../support/client-taro'
import { answer, asked, callsOf, loseSignal, open, resetCloud, settle } from '../support/reader-phone'

const T0 = Date.UTC(2026, 10, 21, 2)
const recorded = () => ({
  retentionDays: 180,
  consents: [
    {
      repId: 'rep1',
      repName: '林小满',
      storeName: '静安店',
      company: '涟漪护肤',
      givenAt: T0,
      policyVersion: '2026-11',
    },
  ],
  readings: [
    {
      readingId: 'r1',
      title: '换季用精华',
      lastAt: T0,
      totalMs: 80_000,
      sections: [{ heading: '读成分表', ms: 50_000 }],
    },
  ],
})
const signedIn = (anonymous: boolean) =>
  remember('ripple.session', { accessToken: 'a', refreshToken: 'r', expiresAt: T0 + 7_200_000, anonymous })

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.useFakeTimers({ now: T0 })
  resetTaro()
  forgetReadings()
  resetCloud()
  answer('privacy.see', recorded)
  answer('privacy.erase', () => ({ erased: 1 }))
  answer('consent.withdraw', () => ({ withdrawn: 1 }))
})
afterEach(() => jest.useRealTimers())

const openPage = async () => {
  open(Privacy)
  await settle()
}
const tap = (text: string) => fireEvent.click(screen.getAllByText(text).at(-1) as HTMLElement)
const yes = () => fireEvent.click(document.getElementById('privacy-yes') as HTMLElement)

test('who never agreed is told so, and no one is asked about her', async () => {
  await openPage()
  expect(screen.getByText('我们只按次计数，不知道您是谁。')).toBeTruthy()
  expect(asked).toEqual([])
})

test('the numbers that only her phone remembers can be cleared there', async () => {
  rememberMine('rep1', 'r1' as ReadingId)
  await openPage()
  tap('清除这些编号')
  expect(allMine()).toEqual([])
  expect(asked).toEqual([])
})

test('shows whom she told since when, and each reading by section', async () => {
  signedIn(true)
  await openPage()
  for (const text of ['林小满 · 静安店', '2026-11-21 起，说明版本 2026-11', '换季用精华', '读成分表', '50 秒'])
    expect(screen.getByText(text)).toBeTruthy()
})

test('withdrawing asks first, then says it is done, and no article asks her again soon', async () => {
  signedIn(true)
  await openPage()
  tap('撤回同意')
  expect(callsOf('consent.withdraw')).toHaveLength(0)
  yes()
  answer('privacy.see', () => ({ ...recorded(), consents: [] }))
  await settle(100)
  expect(callsOf('consent.withdraw')).toHaveLength(1)
  expect(screen.getByText('已撤回，顾问看不到了')).toBeTruthy()
  expect(declinedAt('rep1')).not.toBeNull()
})

test('erasing takes along what the phone remembers, forgets it and the nameless identity', async () => {
  signedIn(true)
  for (let i = 0; i < 120; i++) rememberMine(i < 60 ? 'rep1' : 'rep2', `r${i}` as ReadingId)
  await openPage()
  tap('删除我的数据')
  yes()
  await settle(100)
  const sent = callsOf('privacy.erase').map((each) => each.payload.readingIds as string[])
  expect(sent.map((ids) => ids.length)).toEqual([100, 20])
  expect(allMine()).toEqual([])
  expect(currentSession()).toBeNull()
  expect(screen.getByText('我们只按次计数，不知道您是谁。')).toBeTruthy()
})

test('after she took it back, the readings her phone remembers can still be deleted from the cloud', async () => {
  signedIn(true)
  rememberMine('rep1', 'r1' as ReadingId)
  answer('privacy.see', () => ({ ...recorded(), consents: [], readings: [] }))
  await openPage()
  tap('删除这些阅读')
  yes()
  await settle(100)
  expect(callsOf('privacy.erase')[0]?.payload).toEqual({ readingIds: ['r1'] })
  expect(screen.queryByText('删除这些阅读')).toBeNull()
})

test('a member who erases what she read stays signed in', async () => {
  signedIn(false)
  await openPage()
  tap('删除我的数据')
  yes()
  await settle(100)
  expect(currentSession()).not.toBeNull()
})

test('erasing that does not arrive forgets nothing and says so', async () => {
  signedIn(true)
  rememberMine('rep1', 'r1' as ReadingId)
  loseSignal('privacy.erase')
  await openPage()
  tap('删除我的数据')
  yes()
  await settle(100)
  expect(screen.getByText('没有办成，记录还在。网络恢复后再试')).toBeTruthy()
  expect(allMine()).toEqual(['r1'])
})
