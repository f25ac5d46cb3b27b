// Does the customer read at once, is she asked once and plainly, and does nothing name her before she says yes?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen } from '@testing-library/react'
import Read from '../../client/pages/read/index'
import { resetTaro, router } from '../support/client-taro'
import {
  addresses,
  answer,
  asked,
  callsOf,
  demoPost,
  loseSignal,
  open,
  refuse,
  resetCloud,
  settle,
} from '../support/reader-phone'

const DAY_MS = 86_400_000
const T0 = Date.UTC(2026, 10, 21, 2)

const bar = () => document.getElementById('consent-bar')
const give = () => document.getElementById('consent-give') as HTMLElement
const decline = () => document.getElementById('consent-decline') as HTMLElement

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.useFakeTimers({ now: T0 })
  resetTaro()
  resetCloud()
  router.params = { p: 'a01', t: 'TokenToken12' }
  answer('post.read', demoPost)
  answer('consent.give', () => ({ givenAt: Date.now(), claimed: 1 }))
})
afterEach(() => jest.useRealTimers())

const openAt = async (at: number) => {
  jest.setSystemTime(at)
  const page = open(Read)
  await settle()
  return page
}

test('the article, who sends it and the way to privacy are there; nothing stands in front', async () => {
  await openAt(T0)
  expect(screen.getByText('林小满 · 静安店 发给您')).toBeTruthy()
  expect(screen.getByText('洗完脸等 20 分钟')).toBeTruthy()
  expect(screen.getByText('隐私中心')).toBeTruthy()
  expect(document.querySelector('.sheet')).toBeNull()
})

test('nothing that could name her is called before she agrees: no sign-in, no session, no consent', async () => {
  const page = await openAt(T0)
  await settle(20_000)
  page.unmount()
  await settle()
  expect(new Set(asked.map((each) => each.action))).toEqual(new Set(['post.read', 'reading.report']))
  expect(asked.every((each) => each.authorization === null)).toBe(true)
  expect(addresses.some((url) => url.includes('/auth/'))).toBe(false)
})

test('two equal answers, nothing ticked', async () => {
  await openAt(T0)
  expect(give().className).toBe(decline().className)
  expect(document.querySelector('[aria-checked=true]')).toBeNull()
})

test('after 暂不 it does not return for 30 days, and then may be asked again', async () => {
  const first = await openAt(T0)
  fireEvent.click(decline())
  expect(bar()).toBeNull()
  first.unmount()
  for (const day of [0, 1, 29, 29.9]) {
    const page = await openAt(T0 + day * DAY_MS)
    expect(bar()).toBeNull()
    page.unmount()
  }
  await openAt(T0 + 30 * DAY_MS + 60_000)
  expect(bar()).not.toBeNull()
  expect(callsOf('consent.give')).toEqual([])
})

test('yes: the identity is made then, her readings of this rep go along, and the bar leaves', async () => {
  await openAt(T0)
  await settle(6_000)
  answer('post.read', () => ({ ...demoPost(), consent: 'given' }))
  fireEvent.click(give())
  await settle(500)
  expect(addresses.filter((url) => url.includes('signin/anonymously'))).toHaveLength(1)
  const [consent] = callsOf('consent.give')
  const [report] = callsOf('reading.report')
  const [reading] = (report?.payload.readings ?? []) as { readingId: string }[]
  expect(consent?.payload).toMatchObject({ token: 'TokenToken12', policyVersion: '2026-12', purposes: ['reading'] })
  expect(consent?.payload.readingIds).toEqual([reading?.readingId])
  expect(consent?.authorization).toBe('Bearer a')
  expect(bar()).toBeNull()
})

test('yes that does not arrive says so and keeps the bar', async () => {
  loseSignal('consent.give')
  await openAt(T0)
  fireEvent.click(give())
  await settle(500)
  expect(bar()).not.toBeNull()
  expect(screen.getByText(/没有记下/)).toBeTruthy()
})

test.each([
  ['given', {}],
  ['not-asked', {}],
  ['none', { sender: null }],
] as const)('nobody is asked when consent is %s %o', async (consent, more) => {
  answer('post.read', () => ({ ...demoPost(), ...more, consent }))
  await openAt(T0)
  expect(bar()).toBeNull()
})

test('a code from a poster opens by its scene', async () => {
  router.params = { scene: 'TokenToken12' }
  await openAt(T0)
  expect(callsOf('post.read')[0]?.payload).toEqual({ token: 'TokenToken12' })
})

test('opened bare it is calm and calls nothing', async () => {
  router.params = {}
  await openAt(T0)
  expect(screen.getByText('打开顾问发给您的内容，就能在这里阅读')).toBeTruthy()
  expect(asked).toEqual([])
})

test('taken down: says so and shows no article', async () => {
  refuse('post.read', 'gone')
  await openAt(T0)
  expect(screen.getByText('这篇内容已下架')).toBeTruthy()
  expect(document.querySelector('.article')).toBeNull()
})

test('without signal it shows what the phone remembers, and since when', async () => {
  const page = open(Read)
  await settle()
  loseSignal('post.read')
  page.refetch()
  await settle()
  expect(screen.getByText(/没有网络，这是/)).toBeTruthy()
  expect(document.querySelector('.article')).not.toBeNull()
})

test('an advertisement is marked', async () => {
  answer('post.read', () => ({ ...demoPost(), article: { ...demoPost().article, isAd: true } }))
  await openAt(T0)
  expect(screen.getAllByText('广告').length).toBeGreaterThan(0)
})
