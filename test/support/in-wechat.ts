// Where does a component test run? In WeChat, on a phone and with a cloud that know nothing yet, anew for each test.
import { queries } from '../../client/platform/queries'
import { resetTaro } from './client-taro'
import { resetCloud } from './reader-phone'
import { resetPhone } from './rep-taro'

/** For files that put rep-taro in Taro's place; the file's own beforeEach, with its answers, comes after. */
export const runInWeChat = (): void => {
  beforeEach(() => {
    process.env.TARO_ENV = 'weapp'
    resetTaro()
    resetPhone()
    resetCloud()
    queries.clear()
  })
  afterEach(() => {
    process.env.TARO_ENV = 'h5'
  })
}
