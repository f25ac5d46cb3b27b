// Does the approver see how the product runs, and nobody else a way there?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { Output } from '../../shared/contracts'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

type Seen = Output<'hq', 'ops.see'>
const NOW = Date.UTC(2026, 10, 23, 2)
const call = (action: string, calls: number, failed: number): Seen['hour'][number] => ({
  ...{ action, calls, refused: 1, failed, cold: 1, p50: 12, p95: 1_400, requests: 2.5 },
})
const seen = (change: Partial<Seen> = {}): Seen => ({
  ...{ at: NOW, version: '0.1.0+3fa2b1c9', isOn: true, tickAt: NOW - 30_000, alerts: [], curve: [] },
  jobs: [
    { job: 'count-readings', at: NOW, ms: 40, done: 7, okAt: NOW - 20_000, isLate: false },
    { job: 'send-digest', at: NOW, ms: 40, done: null, okAt: NOW - 1_500_000, isLate: true },
  ],
  queues: [{ queue: 'readings', waiting: 1_234, oldestAt: NOW - 600_000, isOld: false }],
  ...{ hour: [call('rep/talk.list', 200, 4)], day: [call('reader/post.read', 5_000, 0)] },
  ...{ cost: { readers: 6.52, jobs: 2.81, openings: 900 }, ...change },
})
const be = (role: string) => answer('me.see', () => ({ memberId: 'm1', name: '周主任', role }))

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  be('approver')
  answer('ops.see', () => seen())
})

test('calm: jobs, queues, calls by the hour and by the day, and what a reading costs', async () => {
  openDesk('?at=ops')
  await screen.findByText('没有异常')
  expect(screen.getByText('0.1.0+3fa2b1c9')).toBeTruthy()
  expect(screen.getByText('9.3 次')).toBeTruthy()
  expect(screen.getByText('等计数的阅读')).toBeTruthy()
  expect(screen.getByText('1,234')).toBeTruthy()
  expect(screen.getByText('25 分钟前').className).toBe('ops-late')
  expect(screen.getByText('rep/talk.list').closest('tr')?.textContent).toContain('1.4 秒2%')
  fireEvent.click(screen.getByText('近 24 小时'))
  await screen.findByText('reader/post.read')
  expect(screen.queryByText('rep/talk.list')).toBeNull()
})

test('what is amiss stands on top, in words', async () => {
  const alerts: Seen['alerts'] = [
    { kind: 'failing', of: 'rep/talk.list', value: 9, since: NOW },
    { kind: 'queue-old', of: 'checks', value: 31, since: NOW },
    { kind: 'timer-late', of: '', value: 20, since: NOW },
  ]
  answer('ops.see', () => seen({ alerts }))
  openDesk('?at=ops')
  await screen.findByText('rep/talk.list 每 100 次有 9 次出错')
  expect(screen.getByText('等微信检查的文字和图片卡了 31 分钟')).toBeTruthy()
  expect(screen.getByText('定时任务 20 分钟没跑完一轮')).toBeTruthy()
  expect(screen.queryByText('没有异常')).toBeNull()
})

test('where nothing is measured it says how to', async () => {
  answer('ops.see', () => seen({ isOn: false, tickAt: null, jobs: [], hour: [], day: [], cost: null }))
  openDesk('?at=ops')
  await screen.findByText('部署时把 RIPPLE_METRICS 设成 on，这里才记数')
  expect(screen.getByText('还没有跑过')).toBeTruthy()
  expect(screen.queryByText('没有异常')).toBeNull()
})

test('what went wrong is said, with the code for the log', async () => {
  refuse('ops.see', 'internal')
  openDesk('?at=ops')
  await screen.findByText('查询号 t1')
  answer('ops.see', () => seen())
  fireEvent.click(screen.getByText('再试一次'))
  await screen.findByText('没有异常')
})

test('an editor has no way there', async () => {
  be('editor')
  openDesk('?at=audit')
  await waitFor(() => expect(screen.getAllByText('操作记录').length).toBeGreaterThan(0))
  expect(screen.queryByText('运行')).toBeNull()
  expect(callsOf('ops.see')).toEqual([])
})
