// Does the calculator ask for what it needs, answer in plain words, and keep what was typed in the address?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import fc from 'fast-check'
import { readFit, writeFit } from '../../client/pkgs/desk/_parts/fit-typed'
import { FIT_FIELDS, FIT_KEYS, FIT_READY, SAMPLE_FIT } from '../../shared/domain/fit'
import { resetTaro } from '../support/client-taro'
import { postRow, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, resetCloud } from '../support/reader-phone'

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [postRow({ state: 'live' })], next: null }))
})

const SURE = { value: 'books', acquire: 'books', own: 'books' } as const
const openFit = (change = {}, ready: (typeof FIT_READY)[number][] = [...FIT_READY]) =>
  openDesk(
    `?at=fit&fit=${encodeURIComponent(writeFit({ typed: { ...SAMPLE_FIT, ...change }, sureness: SURE, ready }))}`,
  )
const result = () => within(screen.getByLabelText('结论'))
const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label)
  fireEvent.change(field, { target: { value } })
  fireEvent.blur(field)
}

test('an empty page says which numbers it needs, and offers an example', async () => {
  openDesk('?at=fit')
  expect(await screen.findByText('还差 11 个数')).toBeTruthy()
  fireEvent.click(screen.getByText('先看一个例子'))
  expect(result().getByText('值得做，先备好 8 样')).toBeTruthy()
})

test('even the low case pays and all stands: worth doing, with the sums of the three factors', async () => {
  openFit()
  expect(await screen.findByText('值得做')).toBeTruthy()
  const text = screen.getByLabelText('结论').textContent
  expect(text).toContain('¥4900') // a customer's worth
  expect(text).toContain('¥540') // a buyer here
  expect(text).toContain('第 7 个月回本')
  expect(text).toMatch(/会再买吗¥3900/)
})

test('a customer who buys once at a loss: not now, and what would have to change', async () => {
  openFit({ timesAYear: 0.4, years: 1, otherAYear: 0, price: 60, bringsPer100: 0 })
  expect(await screen.findByText('现在别做')).toBeTruthy()
  const text = screen.getByLabelText('结论').textContent
  expect(text).toContain('客户只买一次')
  expect(text).toContain('往好里算，每个月也亏')
})

test('every sum tells how it is made', async () => {
  openFit()
  fireEvent.click(await screen.findByLabelText('获客成本怎么算的'))
  const how = await screen.findByRole('tooltip')
  expect(how.textContent).toContain('一月全部花费 ÷ 一月新来买的')
  expect(how.textContent).toContain('¥3.9 万')
})

test('what is typed changes the answer and stands in the address, and returns from this device', async () => {
  const first = openFit()
  await screen.findByText('值得做')
  type('在别处，一位来买的要花', '60')
  expect(result().getByText('先小范围试')).toBeTruthy()
  expect(result().getByText('在别处找一位来买的更便宜：别处 ¥60，这里 ¥540')).toBeTruthy()
  await waitFor(() =>
    expect(readFit(new URLSearchParams(window.location.hash.split('?')[1]).get('fit') ?? '').typed.elsewhere).toBe(60),
  )
  first.unmount()
  openDesk('?at=fit')
  expect(await screen.findByText('先小范围试')).toBeTruthy()
})

test('a number that cannot be says what it may be, and there is no answer', async () => {
  openFit()
  await screen.findByText('值得做')
  type('毛利率', '180')
  expect(screen.getByText('填 1 到 100')).toBeTruthy()
  expect(screen.getByText('还差 1 个数')).toBeTruthy()
})

test('the reps we have can be taken over', async () => {
  openFit()
  fireEvent.click(await screen.findByText('用现在的人数：3 位导购'))
  expect((screen.getByLabelText('几位导购做') as HTMLInputElement).value).toBe('3')
})

test('what is written can be read again, and nonsense reads as empty', () => {
  const typed = fc.record(
    Object.fromEntries(
      FIT_KEYS.map((key) => {
        const { min, max } = FIT_FIELDS[key]
        return [key, fc.integer({ min: Math.ceil(min), max: Math.min(max, 1e8) })]
      }),
    ),
    { requiredKeys: [] },
  )
  const ready = fc.subarray([...FIT_READY])
  fc.assert(
    fc.property(typed, ready, (numbers, stands) => {
      const form = { typed: numbers, sureness: SURE, ready: stands }
      const empty = Object.keys(numbers).length === 0 && stands.length === 0
      expect(readFit(writeFit(form))).toEqual(empty ? readFit('') : form)
    }),
  )
  fc.assert(fc.property(fc.string(), (any) => expect(() => readFit(any)).not.toThrow()))
  expect(readFit('1e9_-5_NaN_<b>~99~x').typed).toEqual({})
})
