// Does HQ see how far posts travel, as counts by store or region, and nothing of who passed on to whom?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

const narrow = window.matchMedia
Object.assign(window, { matchMedia: (query: string) => ({ ...narrow(query), matches: true }) })

const rows = [
  { id: 's1', name: '静安店', shares: 40, opened: 320, deep: 85, depth: 4 },
  { id: 's2', name: '万象城店', shares: 'few', opened: 10, deep: 'few', depth: 1 },
]
const whole = { shares: 45, opened: 330, deep: 85, depth: 4 }
const reply = { asOf: Date.now(), scope: 'firm', title: null, whole, rows }

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('work.shelf', () => ({ posts: [] }))
  answer('spread.see', () => reply)
})

test('a line a store, in numbers; fewer than five are not said', async () => {
  openDesk('?at=spread')
  await screen.findByText('静安店')
  expect(document.getElementById('spread-whole')?.textContent).toContain(
    '转发 45 次，打开 330 次，细读 85 次，最远 4 步',
  )
  const table = document.getElementById('spread-rows')?.textContent ?? ''
  expect(table).toContain('不到 5')
  expect(callsOf('spread.see').map(({ payload }) => payload)).toEqual([{ postId: null, per: 'store' }])
})

test('by region it is asked anew', async () => {
  openDesk('?at=spread')
  await screen.findByText('静安店')
  fireEvent.click(screen.getByText('大区'))
  await waitFor(() => expect(callsOf('spread.see').at(-1)?.payload).toEqual({ postId: null, per: 'region' }))
})

test('nothing yet says what comes; a failure says how to ask again', async () => {
  answer('spread.see', () => ({ ...reply, rows: [] }))
  const { unmount } = openDesk('?at=spread')
  await screen.findByText('还没有转发')
  unmount()
  refuse('spread.see', 'internal')
  openDesk('?at=spread')
  await screen.findByText('再试一次')
})
