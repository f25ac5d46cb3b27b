// Does an editor see what is empty and what clashes, and can she move things with a mouse, without one, and by a proposal?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { SeenCalendar, ShownColumn } from '../../shared/contracts/calendar'
import { dayAfter, instantOf } from '../../shared/domain/day'
import { resetTaro } from '../support/client-taro'
import { stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuseFor, resetCloud } from '../support/reader-phone'

const MONDAY = '2126-11-25' // far off: all of its week is to come
const at = (day: number, time: string) => instantOf(dayAfter(MONDAY, day), time)
const morning: ShownColumn = {
  ...{ columnId: 'morning', name: '早八点育儿', weekdays: [1, 2], time: '08:00', channels: ['moments'] },
  ...{ topicHint: '辅食', about: '每天一条', coverId: null, cover: null, updatedAt: 0, rev: 2 },
}
const calendar = (): SeenCalendar => ({
  asOf: instantOf(MONDAY, '00:30'),
  columns: [morning],
  regions: [{ regionId: 'north', name: '华北', parentId: null }],
  slots: [
    { columnId: 'morning', at: at(0, '08:00'), total: 300, short: 100 },
    { columnId: 'morning', at: at(1, '08:00'), total: 300, short: 300 },
  ],
  entries: [
    {
      ...{
        postId: 'p1',
        version: 3,
        at: at(0, '08:00'),
        standing: 'planned',
        title: '辅食第一口',
        columnId: 'morning',
      },
      ...{ channels: ['moments'], stores: 200, waits: false },
    },
    {
      ...{ postId: 'p2', version: 1, at: at(0, '08:30'), standing: 'scheduled', title: '周末去哪', columnId: null },
      ...{ channels: [], stores: null, waits: false },
    },
  ],
  clashes: [{ kind: 'same-hour', a: 'p1', b: 'p2', at: at(0, '08:30'), alike: 0, topic: '' }],
  shelf: [
    {
      ...{ postId: 'p3', version: 2, title: '睡前三件事', columnId: 'morning', outAt: at(-60, '08:00'), coolDays: 30 },
      ...{ restedFrom: at(-30, '08:00'), plannedAt: null, age: 'steady' },
      ...{ before: { readings: 100, deep: 40 }, lately: { readings: 40, deep: 16 } },
    },
  ],
  drafts: [{ postId: 'p4', version: 1, title: '换季护肤', columnId: null, ready: true }],
  moves: [
    {
      ...{ postId: 'p3', version: 2, at: at(1, '08:00'), columnId: 'morning', title: '睡前三件事' },
      why: [
        { of: 'column', days: 0 },
        { of: 'rested', days: 61 },
      ],
    },
  ],
  cut: false,
})

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [], next: null }))
  answer('calendar.see', calendar)
  answer('column.list', () => ({ columns: [morning] }))
  answer('column.save', (asked) => ({ ...morning, ...(asked as { column: object }).column, rev: 3 }))
  answer('post.place', ({ postId, at: when }) => ({ postId, at: when, columnId: null }))
  answer('calendar.fill', ({ moves }) => ({ placed: moves, refused: [] }))
  openDesk(`?at=calendar&day=${MONDAY}`)
})

const day = (n: number) => screen.getByRole('region', { name: `11月${25 + n}日` })
const card = async (title: string) =>
  (
    await screen.findByText((_, el) => el?.className === 'cal-card-title' && (el.textContent ?? '').includes(title))
  ).closest('button') as HTMLElement

test('what is empty, short of stores and clashing is said in words', async () => {
  await card('辅食第一口')
  expect(screen.getByRole('status').textContent).toBe('2 个时间还空着，1 处相撞')
  expect(within(day(0)).getByText('还差 100 家店')).toBeTruthy()
  expect(within(day(1)).getByText('空着')).toBeTruthy()
  expect(within(day(0)).getByText('和《辅食第一口》同一小时')).toBeTruthy()
  expect((await card('周末去哪')).textContent).toContain('已定时')
  expect(within(day(2)).getByText('没有安排')).toBeTruthy()
  expect(callsOf('calendar.see')[0]?.payload).toEqual({ from: MONDAY, to: '2126-12-01', regionId: null })
})

test('dragged into a gap it takes the gap’s hour and column, from the version that was seen', async () => {
  const draft = (await screen.findByText('换季护肤')).closest('li') as HTMLElement
  fireEvent.dragStart(draft)
  const gap = within(day(1)).getByText('空着').closest('li') as HTMLElement
  fireEvent.dragOver(gap)
  expect(gap.dataset.over).toBe('true')
  fireEvent.drop(gap)
  await waitFor(() => expect(callsOf('post.place')).toHaveLength(1))
  expect(callsOf('post.place')[0]?.payload).toEqual({
    postId: 'p4',
    version: 1,
    at: at(1, '08:00'),
    columnId: 'morning',
  })
  await waitFor(() => expect(callsOf('calendar.see').length).toBeGreaterThan(1))
})

test('dragged to another day it keeps its hour', async () => {
  fireEvent.dragStart(await card('周末去哪'))
  fireEvent.drop(day(3))
  await waitFor(() => expect(callsOf('post.place')[0]?.payload).toMatchObject({ postId: 'p2', at: at(3, '08:30') }))
})

test('without a mouse: by the menu into a gap, or to a day and an hour', async () => {
  fireEvent.click(await card('辅食第一口'))
  fireEvent.click(await screen.findByText('移到…'))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('11月26日 08:00 早八点育儿：空着')).toBeTruthy()
  fireEvent.change(dialog.getByLabelText('哪天'), { target: { value: dayAfter(MONDAY, 4) } })
  fireEvent.change(dialog.getByLabelText('几点'), { target: { value: '20:15' } })
  fireEvent.click(dialog.getByText('排到这里'))
  await waitFor(() =>
    expect(callsOf('post.place')[0]?.payload).toMatchObject({ postId: 'p1', version: 3, at: at(4, '20:15') }),
  )
})

test('a time that has passed cannot be chosen; a refusal is told and nothing is lost', async () => {
  refuseFor('post.place', 'conflict', 'stale-version')
  fireEvent.click(await screen.findByLabelText('排到… 换季护肤'))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByLabelText('哪天'), { target: { value: '2020-01-01' } })
  expect(dialog.getByText('这个时间已经过了')).toBeTruthy()
  expect(dialog.getByText('排到这里').closest('button')?.disabled).toBe(true)
  fireEvent.click(dialog.getByText('11月26日 08:00 早八点育儿：空着'))
  await waitFor(() => expect(document.querySelector('.ant-message-error')).toBeTruthy())
  expect(screen.getByRole('dialog')).toBeTruthy()
})

test('a proposal is taken in one act, with its reasons shown', async () => {
  await card('辅食第一口')
  fireEvent.click(screen.getByText('填满空档'))
  expect(await screen.findByText('就是这个栏目的，上次发是 61 天前')).toBeTruthy()
  fireEvent.click(screen.getByText('排上这 1 条'))
  await waitFor(() => expect(callsOf('calendar.fill')).toHaveLength(1))
  expect(callsOf('calendar.fill')[0]?.payload).toEqual({
    moves: [{ postId: 'p3', version: 2, at: at(1, '08:00'), columnId: 'morning' }],
  })
})

test('span, day, region and column stand in the address', async () => {
  await card('辅食第一口')
  fireEvent.click(screen.getByText('月'))
  await waitFor(() => expect(window.location.hash).toContain('span=month'))
  await waitFor(() =>
    expect(callsOf('calendar.see').at(-1)?.payload).toMatchObject({ from: '2126-10-28', to: '2126-12-01' }),
  )
  fireEvent.click(screen.getByLabelText('下个月'))
  await waitFor(() => expect(window.location.hash).toContain('day=2126-12-01'))
})

test('a column is kept with its days and hour', async () => {
  await card('辅食第一口')
  fireEvent.click(screen.getByText('栏目', { selector: 'button span' }))
  fireEvent.click(await screen.findByText('早八点育儿', { selector: '.cal-shelf-row button' }))
  const drawer = within(await screen.findByRole('dialog'))
  fireEvent.change(drawer.getByLabelText('几点'), { target: { value: '07:45' } })
  fireEvent.click(drawer.getByText('周日'))
  fireEvent.click(drawer.getByText('存好'))
  await waitFor(() => expect(callsOf('column.save')).toHaveLength(1))
  expect(callsOf('column.save')[0]?.payload).toMatchObject({
    columnId: 'morning',
    rev: 2,
    column: { name: '早八点育儿', time: '07:45', weekdays: [1, 2, 7] },
  })
})
