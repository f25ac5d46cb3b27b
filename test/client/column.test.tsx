// Does a reader see what stood in a column and when the next comes, and a rep what was taken back?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import Column from '../../client/pages/column/index'
import Today from '../../client/pages/today/index'
import { queries } from '../../client/platform/queries'
import { dayAfter, dayOf, instantOf } from '../../shared/domain/day'
import { navigated, resetTaro, router } from '../support/client-taro'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'
import { demoList, demoMe, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'

const tomorrow = dayAfter(dayOf(Date.now()), 1)
const column = {
  ...{ name: '早八点育儿', about: '每天一条', cover: null, weekdays: [1, 2, 3, 4, 5, 6, 7], time: '08:00' },
  nextAt: instantOf(tomorrow, '08:00'),
  posts: [{ postId: 'p9', title: '辅食第一口', excerpt: '从一小勺米粉开始', publishedAt: Date.now() - 60_000 }],
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  queries.clear()
})

describe('the column', () => {
  test('its rhythm, when the next comes, and what stood in it', async () => {
    router.params = { c: 'morning', t: 'A'.repeat(12) }
    answer('column.see', () => column)
    open(Column)
    await settle()
    for (const text of ['每天早八点', '每天一条', '下一篇：明天 08:00', '从一小勺米粉开始'])
      expect(screen.getByText(text)).toBeTruthy()
    expect(callsOf('column.see')[0]?.payload).toEqual({ columnId: 'morning', token: 'A'.repeat(12) })
    fireEvent.click(screen.getByText('辅食第一口'))
    expect(navigated).toEqual(['/pages/read/index?p=p9'])
  })
  test('one that is no more says so', async () => {
    router.params = { c: 'morning' }
    refuse('column.see', 'not-found')
    open(Column)
    await settle(1_500)
    expect(screen.getByText('这个栏目停更了')).toBeTruthy()
  })
})

describe('taken back', () => {
  const recalled = [{ postId: 'p7', version: 2, title: '双十一价格', reason: '价格写错了', at: T0, posted: true }]
  beforeEach(() => {
    answer('me.see', demoMe)
    answer('kit.list', () => ({ ...demoList(), recalled }))
  })
  test('she is told why and what to do, and says that she knows', async () => {
    answer('recall.know', () => ({ knownAt: T0 }))
    open(Today)
    await settle()
    for (const text of ['总部撤回了《双十一价格》', '原因：价格写错了', '去朋友圈删掉那条，也别再转发'])
      expect(screen.getByText(text)).toBeTruthy()
    fireEvent.click(screen.getByText('知道了'))
    await settle()
    expect(callsOf('recall.know')[0]?.payload).toEqual({ postId: 'p7', version: 2 })
    expect(screen.queryByText('总部撤回了《双十一价格》')).toBeNull()
  })
  test('without signal it stands until it could be said', async () => {
    refuse('recall.know', 'internal')
    open(Today)
    await settle()
    fireEvent.click(screen.getByText('知道了'))
    await settle(1_500)
    expect(screen.getByText('总部撤回了《双十一价格》')).toBeTruthy()
  })
})
