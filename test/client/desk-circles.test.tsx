// Can HQ build a circle from conditions, see how many that would be before saving, and where circles overlap?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, answerAsked, callsOf, resetCloud } from '../support/reader-phone'

const asks = { event: 'consultation', withinDays: 90, is: 'at-least', n: 2 }
const circle = (circleId: string, name: string, rule: object, people: number | 'few') => ({
  ...{ circleId, name, about: '', rule, rev: 3, people, fans: 'few' },
})
const overview = {
  ...{ asOf: 1, sorting: false, mayEdit: true, people: 120, inNone: 35 },
  circles: [
    circle('c1', '爱问的', asks, 40),
    circle('c2', '湖滨店的', { not: { fact: 'storeId', oneOf: ['s1'] } }, 'few'),
  ],
  overlaps: [
    { circleIds: ['c1'], people: 25 },
    { circleIds: ['c1', 'c2'], people: 15 },
  ],
  stores: [{ id: 's1', name: '湖滨店' }],
  ...{ teams: [], topics: ['睡眠'] },
}
const counts = (...rows: [string, number | 'few'][]) => rows.map(([id, people]) => ({ id, people }))
const seen = {
  ...{ circleId: 'c1', people: 40, fans: 'few', levels: counts(['known', 20], ['again', 'few']) },
  ...{ hours: counts(['h21', 15]), informed: counts(['informed-by:friends', 10]) },
  ...{ relations: [], values: [], tastes: counts(['science', 20]) },
  gaps: [{ topic: '睡眠', people: 30, posts: 0, share: 0.75, postShare: 0 }],
  ideas: [{ topic: '睡眠', people: 30, posts: 0, taste: 'science', value: null, hour: 21 }],
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('circle.list', () => overview)
  answer('circle.see', () => seen)
  answer('circle.preview', () => ({ people: 15, of: 120, whole: true, stores: [] }))
  answer('circle.save', (asked) => ({ circleId: (asked as { circleId: string }).circleId, rev: 4 }))
})

const openCircles = async () => {
  openDesk('?at=circles')
  await screen.findByRole('heading', { name: '爱问的' })
}

test('each circle says its rule in words and how many are in it; few stay few', async () => {
  await openCircles()
  expect(screen.getByText('近 90 天内咨询至少 2 次')).toBeTruthy()
  expect(screen.getByText('不是（门店：湖滨店）')).toBeTruthy()
  expect(screen.getByText('40 位')).toBeTruthy()
  expect(screen.getByText('共 120 位，不在任何圈层：35 位')).toBeTruthy()
})

test('overlaps are rows of exactly these circles, with their numbers', async () => {
  await openCircles()
  const table = within(screen.getByRole('region', { name: '重叠' }))
  expect(table.getAllByRole('row').map((row) => row.textContent)).toEqual([
    '爱问的湖滨店的正好在人数',
    '爱问的25 位',
    '爱问的 ＋ 湖滨店的15 位',
  ])
})

test('one circle opened: levels, hours, what is missed and what to write', async () => {
  await openCircles()
  fireEvent.click(screen.getAllByRole('button', { name: '看这群人' })[0] as HTMLElement)
  const region = within(await screen.findByRole('region', { name: '“爱问的”这群人' }))
  expect(region.getByText('又买过')).toBeTruthy()
  expect(region.getByText('不到 5 位')).toBeTruthy()
  expect(region.getByText('30 位，75%')).toBeTruthy()
  expect(region.getByText('写一篇“睡眠”')).toBeTruthy()
  expect(region.getByText('多讲科学，21–24 点发')).toBeTruthy()
})

test('a rule is built, tried on and saved; nothing unfinished is asked of the cloud', async () => {
  await openCircles()
  fireEvent.click(screen.getAllByText('改规则')[0] as HTMLElement)
  await screen.findByText('120 位里有15 位')
  fireEvent.click(screen.getByText('加一个条件'))
  fireEvent.click(screen.getAllByText('不是')[1] as HTMLElement)
  const rule = { all: [asks, { not: { event: 'read', withinDays: 30, is: 'at-least', n: 1 } }] }
  await waitFor(() => expect(callsOf('circle.preview').at(-1)?.payload).toEqual({ rule }))
  fireEvent.click(screen.getByText('保存'))
  await waitFor(() =>
    expect(callsOf('circle.save').map(({ payload }) => payload)).toEqual([
      { circleId: 'c1', rev: 3, name: '爱问的', about: '', rule },
    ]),
  )
})

test('what the cloud says no to stands in the form', async () => {
  const message = '已有同名的圈层，请换一个名称。'
  answerAsked('circle.save', () => ({ ok: false, error: { code: 'conflict', message, trace: 't1' } }))
  await openCircles()
  fireEvent.click(screen.getAllByText('改规则')[0] as HTMLElement)
  fireEvent.click(await screen.findByText('保存'))
  expect(await screen.findByText(/已有同名的圈层/)).toBeTruthy()
})

test('a manager reads, and is offered nothing to change', async () => {
  answer('me.see', () => ({ memberId: 'manager-1', name: '吴店长', role: 'manager' }))
  answer('circle.list', () => ({ ...overview, mayEdit: false }))
  await openCircles()
  expect(screen.queryByRole('button', { name: '改规则' })).toBeNull()
  expect(screen.queryByRole('button', { name: '加一个圈层' })).toBeNull()
})
