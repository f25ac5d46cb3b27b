// Are the last answers there at once when the app opens again, and none that an older version kept in another shape?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { queries, startQueries } from '../../client/platform/queries'
import { recall, remember } from '../../client/platform/storage'
import { resetTaro } from '../support/client-taro'

const KEY = ['rep', 'feed.list']
const SAVED_AFTER_MS = 600
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
afterEach(() => jest.useRealTimers())

test('what was answered before is there at once', () => {
  startQueries()
  queries.setQueryData(KEY, { lines: ['a'] })
  jest.advanceTimersByTime(SAVED_AFTER_MS)
  openAgain()
  expect(queries.getQueryData(KEY)).toEqual({ lines: ['a'] })
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
