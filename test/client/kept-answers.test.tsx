// Are the last answers there at once when the app opens again, and none that an older version kept in another shape?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { CallError } from '../../client/platform/call'
import { queries, startQueries } from '../../client/platform/queries'
import { recall, remember } from '../../client/platform/storage'
import taro, { resetTaro } from '../support/client-taro'

const KEY = ['rep', 'feed.list']
const SAVED_AFTER_MS = 600
const OWN_SAVED_AFTER_MS = 60
/** As when the app is closed and opened again. */
const openAgain = (): void => {
  queries.clear()
  startQueries()
}

beforeEach(() => {
  jest.useFakeTimers()
  resetTaro()
  queries.clear()
})
afterEach(() => {
  jest.restoreAllMocks()
  jest.useRealTimers()
})

test('what was answered before is there at once', () => {
  startQueries()
  queries.setQueryData(KEY, { lines: ['a'] })
  jest.advanceTimersByTime(SAVED_AFTER_MS)
  openAgain()
  expect(queries.getQueryData(KEY)).toEqual({ lines: ['a'] })
})

test('what she did herself is there again though the app was killed the next moment, also behind an answer', async () => {
  startQueries()
  await queries.fetchQuery({ queryKey: ['rep', 'other'], queryFn: () => 1 }) // is written down in a while
  queries.setQueryData(KEY, { lines: ['hers'] })
  jest.advanceTimersByTime(OWN_SAVED_AFTER_MS)
  openAgain()
  expect(queries.getQueryData(KEY)).toEqual({ lines: ['hers'] })
})

test.each([
  ['before shapes were numbered', (kept: { state: object }) => kept.state],
  ['in another shape', (kept: object) => ({ ...kept, shape: 1 })],
])('an answer kept %s is asked for anew', (_, older) => {
  startQueries()
  queries.setQueryData(KEY, { lines: ['a'] })
  jest.advanceTimersByTime(SAVED_AFTER_MS)
  remember('ripple.cache', older(recall<{ state: object }>('ripple.cache') ?? { state: {} }))
  openAgain()
  expect(queries.getQueryData(KEY)).toBeUndefined()
})

const fetchFails = (error: unknown) =>
  queries.fetchQuery({ queryKey: KEY, queryFn: () => Promise.reject(error), retry: false }).catch(() => undefined)

test.each([
  ['without signal the last answer is still the last answer', 'offline', { lines: ['a'] }],
  ['what may not be seen any more is not remembered either', 'not-found', undefined],
])('%s', async (_, code, remembered) => {
  startQueries()
  queries.setQueryData(KEY, { lines: ['a'] })
  await fetchFails(new CallError(code as 'offline', '', ''))
  queries.setQueryData(['rep', 'other'], 1)
  jest.advanceTimersByTime(SAVED_AFTER_MS)
  openAgain()
  expect(queries.getQueryData(KEY)).toEqual(remembered)
  expect(queries.getQueryState(KEY)?.error ?? null).toBeNull()
})

describe('more than there is room for', () => {
  const T0 = Date.UTC(2026, 10, 21, 2)
  const long = (size: number) => 'x'.repeat(size)
  const put = (action: string, id: string, size: number, minutesAgo: number) =>
    queries.setQueryData(['rep', action, id], long(size), { updatedAt: T0 - minutesAgo * 60_000 })
  const kept = () =>
    queries
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => `${queryKey[1]} ${queryKey[2]}`)
      .sort()

  test('the oldest goes first; her day, contacts and kits stay, however old', () => {
    startQueries()
    put('talk.list', '', 50_000, 900)
    put('contact.list', 'recent', 100_000, 800)
    put('kit.open', 'p1', 50_000, 700)
    put('sheet.see', 'c1', 150_000, 10)
    put('sheet.see', 'c2', 150_000, 20)
    put('feed.list', '', 10_000, 30)
    jest.advanceTimersByTime(SAVED_AFTER_MS)
    openAgain()
    expect(kept()).toEqual(['contact.list recent', 'feed.list ', 'kit.open p1', 'sheet.see c1', 'talk.list '])
  })

  test('one answer that is too large does not take the others along', () => {
    startQueries()
    put('contact.list', 'recent', 500_000, 1)
    put('talk.list', '', 50_000, 2)
    jest.advanceTimersByTime(SAVED_AFTER_MS)
    openAgain()
    expect(kept()).toEqual(['talk.list '])
  })

  test('a phone that is nearly full keeps what matters most', () => {
    const store = taro.setStorageSync
    jest.spyOn(taro, 'setStorageSync').mockImplementation((key, value) => {
      if (String(value).length > 150_000) throw new Error('full')
      store(key, value)
    })
    startQueries()
    put('talk.list', '', 50_000, 900)
    put('sheet.see', 'c1', 150_000, 10)
    jest.advanceTimersByTime(SAVED_AFTER_MS)
    openAgain()
    expect(kept()).toEqual(['talk.list '])
  })
})
