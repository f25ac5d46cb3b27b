// Can she see what is recorded, take it back and take it with her, and is nobody asked about someone unknown?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import { declinedAt } from '../../client/features/consent/declined'
import { allMine, forgetReadings, rememberMine } from '../../client/features/reading/memory'
import Privacy from '../../client/pages/privacy/index'
import { currentSession } from '../../client/platform/session'
import { remember } from '../../client/platform/storage'
import type { ReadingId } from '../../shared/domain/ids'
import { navigated, resetTaro } from '../support/client-taro'
import { recorded, T0 } from '../support/privacy-answers'
import { answer, asked, callsOf, fill, loseSignal, open, resetCloud, settle } from '../support/reader-phone'

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

test.each([
  [true, 1],
  [false, 0],
])('a partner (%s) finds the page of what is due to her', async (partner, n) => {
  signedIn(false)
  answer('privacy.see', () => ({ ...recorded(), partner }))
  await openPage()
  expect(screen.queryAllByText('我的合伙人账')).toHaveLength(n)
  if (partner) tap('我的合伙人账')
  expect(navigated).toEqual(partner ? ['/pkgs/account/partner/index'] : [])
})

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
  for (const text of [
    '林小满 · 静安店',
    '2026-11-21 起，说明版本 2026-12',
    '换季用精华',
    '开头',
    '4 秒',
    '读成分表',
    '50 秒',
  ])
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

describe('what an adviser makes of her reading', () => {
  const text = () => document.body.textContent ?? ''

  test('stands there with its reason, and what the adviser calls her beside it', async () => {
    signedIn(true)
    await openPage()
    for (const said of [
      '爱问顺序的林姐',
      '老顾客',
      '敏感肌',
      '爱看讲科学的写法',
      '3 篇里看了 4 次，共 31 分钟，最近昨晚 21:04',
    ])
      expect(screen.getAllByText(said).length).toBeGreaterThan(0)
  })

  test('a franchise store: who records and who is given it are two firms by name', async () => {
    signedIn(true)
    const [consent] = recorded().consents
    const two = consent && { ...consent, company: '禾苗商行', franchise: true }
    answer('privacy.see', () => ({ ...recorded(), consents: [two] }))
    await openPage()
    expect(screen.getByText('涟漪护肤记录，提供给禾苗商行')).toBeTruthy()
  })

  test('one tag goes with one tap, and she is told that it stays away', async () => {
    signedIn(true)
    answer('privacy.drop-tag', () => ({ muted: ['敏感肌'] }))
    await openPage()
    fireEvent.click(screen.getByLabelText('去掉「敏感肌」'))
    const [consent] = recorded().consents
    answer('privacy.see', () => ({ ...recorded(), consents: [{ ...consent, tags: [] }] }))
    await settle(100)
    expect(callsOf('privacy.drop-tag')[0]?.payload).toEqual({ repId: 'rep1', tag: '敏感肌' })
    expect(screen.queryByText('敏感肌')).toBeNull()
    expect(screen.getByText('已去掉，以后也不再整理')).toBeTruthy()
  })

  test('a tag the adviser added goes as easily', async () => {
    signedIn(true)
    answer('privacy.drop-tag', () => ({ muted: ['老顾客'] }))
    await openPage()
    fireEvent.click(screen.getByLabelText('去掉「老顾客」'))
    await settle(10)
    expect(callsOf('privacy.drop-tag')[0]?.payload).toEqual({ repId: 'rep1', tag: '老顾客' })
  })

  test('a tag that could not be dropped stays, and she is told', async () => {
    signedIn(true)
    loseSignal('privacy.drop-tag')
    await openPage()
    fireEvent.click(screen.getByLabelText('去掉「敏感肌」'))
    await settle(100)
    expect(screen.getByText('敏感肌')).toBeTruthy()
    expect(screen.getByText('没有改成，网络恢复后再试')).toBeTruthy()
  })

  test('she turns it off, and what was worked out is gone', async () => {
    signedIn(true)
    answer('privacy.tags', ({ on }) => ({ tagsOn: on }))
    await openPage()
    const [consent] = recorded().consents
    answer('privacy.see', () => ({ ...recorded(), consents: [{ ...consent, tagsOn: false, tags: [] }] }))
    const topics = () => screen.getByRole('switch', { name: '整理我关心的话题' })
    fireEvent.click(topics())
    await settle(100)
    expect(callsOf('privacy.tags')[0]?.payload).toEqual({ repId: 'rep1', on: false })
    expect(topics().getAttribute('aria-checked')).toBe('false')
    expect(text()).not.toContain('敏感肌')
  })

  test('what her passing-on brings is told only where she turns that on, and it says to whom', async () => {
    signedIn(true)
    answer('privacy.spread', ({ on }) => ({ spreadOn: on }))
    await openPage()
    const spread = () => screen.getByRole('switch', { name: '我转发后带来的阅读，也告诉顾问' })
    expect(spread().getAttribute('aria-checked')).toBe('false')
    expect(text()).toContain('您的顾问林小满（静安店，涟漪护肤）看得到您转发后带来了多少阅读')
    const [consent] = recorded().consents
    answer('privacy.see', () => ({ ...recorded(), consents: [{ ...consent, spreadOn: true, passedOn: 2 }] }))
    fireEvent.click(spread())
    await settle(100)
    expect(callsOf('privacy.spread')[0]?.payload).toEqual({ repId: 'rep1', on: true })
    expect(spread().getAttribute('aria-checked')).toBe('true')
    expect(text()).toContain('记在您名下的转发：2 次')
  })

  test('she says what to call her, and takes it back by leaving it empty', async () => {
    signedIn(true)
    answer('privacy.introduce', ({ name }) => ({ selfName: name }))
    await openPage()
    const [consent] = recorded().consents
    answer('privacy.see', () => ({ ...recorded(), consents: [{ ...consent, selfName: '林女士' }] }))
    tap('填称呼')
    await act(async () => fill('introduce-name', '林女士'))
    tap('告诉顾问')
    await settle(100)
    expect(screen.getByText('林女士')).toBeTruthy()
    tap('改称呼')
    await act(async () => fill('introduce-name', ''))
    tap('去掉称呼')
    await settle(100)
    expect(callsOf('privacy.introduce').map((each) => each.payload.name)).toEqual(['林女士', null])
  })
})

test('where to complain is said here too, about her data', async () => {
  signedIn(true)
  await openPage()
  tap('投诉')
  expect(screen.getByText('个人信息的事，可以告诉静安店（涟漪护肤），我们会核实并答复您')).toBeTruthy()
})
