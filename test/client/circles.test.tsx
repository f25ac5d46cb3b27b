// Does a guide see whom she has in each circle, and why somebody is one of her fans?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import CirclesPage from '../../client/pkgs/rep/circles/index'
import { queries } from '../../client/platform/queries'
import { resetTaro } from '../support/client-taro'
import { answer, resetCloud } from '../support/reader-phone'
import { open, settle } from '../support/rep-screen'
import { resetPhone } from '../support/rep-taro'

const who = (contactId: string, remark: string | null) => ({ contactId, remark, ordinal: 'A7' })
const own = {
  places: [{ id: 's1', name: '湖滨店' }],
  circles: [
    {
      ...{ circleId: 'c1', name: '爱问的', about: '', rule: { fact: 'storeId', oneOf: ['s1'] } },
      contacts: [who('x1', '优优妈妈'), who('x2', null)],
    },
  ],
  fans: [
    {
      ...{ who: who('x3', '老主顾'), score: 70 },
      parts: [
        { part: 'weeks', n: 5, points: 25 },
        { part: 'dealings', n: 6, points: 20 },
        { part: 'purchases', n: 4, points: 25 },
        { part: 'brought', n: 0, points: 0 },
      ],
    },
  ],
}
const text = () => document.body.textContent ?? ''
const openCircles = async () => {
  open(CirclesPage)
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('circle.list', () => own)
})

test('a circle says its rule and opens into names; one without a remark stays a reader', async () => {
  await openCircles()
  expect(text()).toContain('门店：湖滨店')
  expect(text()).not.toContain('优优妈妈')
  fireEvent.click(screen.getByRole('button', { name: '爱问的 2 位' }))
  expect(screen.getByRole('button', { name: '优优妈妈' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '读者 A7' })).toBeTruthy()
})

test('a fan stands with the evidence that there is, and no other', async () => {
  await openCircles()
  expect(text()).toContain('老主顾70 分 · 5 周里有深读 · 真正聊过 6 天 · 买过 4 回')
  expect(text()).not.toContain('0 次深读')
})

test('before HQ has made any, she is told so', async () => {
  answer('circle.list', () => ({ places: [], circles: [], fans: [] }))
  await openCircles()
  expect(text()).toContain('总部还没有分圈层')
})
