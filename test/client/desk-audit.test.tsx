// On the web desk: does the log say who did what, narrow to one thing or one act, and does its check say plainly how far it
// looked, which entries are not whole, and when it may have been emptied?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { queries } from '../../client/platform/queries'
import type { Output } from '../../shared/contracts'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

type Entry = Output<'hq', 'audit.list'>['entries'][number]
type Verified = Output<'hq', 'audit.verify'>
const entry = (n: number, change: Partial<Entry> = {}): Entry => ({
  ...{ id: String(n).padStart(12, '0'), act: 'post.approved', byId: 'approver-1', byName: '周主任' },
  ...{ of: 'post.post1', facts: { title: '换季用精华', version: 3 }, at: Date.UTC(2026, 10, 20, 2) },
  ...change,
})
const verified = (change: Partial<Verified> = {}): Verified => ({
  ...{ faults: [], mark: null, n: 3, last: 'seal3', signedBefore: null },
  span: { from: 1, to: 3, fromAt: Date.UTC(2026, 10, 1, 2), toAt: Date.UTC(2026, 10, 20, 2) },
  ...change,
})
const verify = async () => {
  openDesk('?at=audit')
  fireEvent.click(await screen.findByText('验证'))
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  queries.clear()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('audit.list', () => ({
    entries: [
      entry(3),
      entry(2, {
        ...{ act: 'post.planned', byName: '陈编辑' },
        facts: { title: '换季用精华', version: 3, at: Date.UTC(2030, 0, 2, 1), was: null, moves: 0 },
      }),
      entry(1, { act: 'post.expired', byId: null, byName: '', facts: { title: '换季用精华' } }),
    ],
    next: null,
  }))
  answer('audit.verify', () => verified())
})

test('who did what to what; what happened by itself says so, and instants are words', async () => {
  openDesk('?at=audit')
  const approved = (await screen.findAllByText('审核通过'))[0]?.closest('tr')
  expect(approved?.textContent).toContain('换季用精华')
  expect(approved?.textContent).toContain('周主任')
  expect(screen.getAllByText('到期下架')[0]?.closest('tr')?.textContent).toContain('自动')
  const planned = screen.getAllByText('排期')[0]?.closest('tr')
  expect(planned?.textContent).toContain('排到')
  expect(planned?.textContent).not.toMatch(/\d{13}/)
})

test('a press on a thing narrows the log to it', async () => {
  openDesk('?at=audit')
  fireEvent.click((await screen.findAllByTitle('只看这一项'))[0] as HTMLElement)
  await waitFor(() => expect(callsOf('audit.list').at(-1)?.payload).toEqual({ of: 'post.post1' }))
  expect(await screen.findByText('只看这一项：post.post1')).toBeTruthy()
})

test('a whole log: how many, from which to which, and the line to keep elsewhere', async () => {
  await verify()
  expect(await screen.findByText('3 条都在，没有人改过')).toBeTruthy()
  expect(screen.getByText('从第 1 条到第 3 条，2026-11-01 到 2026-11-20')).toBeTruthy()
  expect(screen.getByText('抄下这一行放在别处，以后可以对：3:seal3')).toBeTruthy()
})

test('a long one is gone through to its end, portion by portion', async () => {
  const mark = { after: '000000000002', n: 2, seal: 's2' }
  answer('audit.verify', ({ from }) =>
    from
      ? verified({ span: { from: 3, to: 3, fromAt: Date.UTC(2026, 10, 20, 2), toAt: Date.UTC(2026, 10, 20, 2) } })
      : verified({ mark, n: 2, last: 's2', span: { from: 1, to: 2, fromAt: Date.UTC(2026, 10, 1, 2), toAt: 2 } }),
  )
  await verify()
  expect(await screen.findByText('从第 1 条到第 3 条，2026-11-01 到 2026-11-20')).toBeTruthy()
  expect(callsOf('audit.verify').map(({ payload }) => payload)).toEqual([{}, { from: mark }])
})

test('entries that were touched are named', async () => {
  answer('audit.verify', () =>
    verified({
      faults: [
        { fault: 'edited', id: '000000000002' },
        { fault: 'removed', from: 4, to: 5 },
      ],
    }),
  )
  await verify()
  expect(await screen.findByText('有 2 处不对，有人动过数据库')).toBeTruthy()
  expect(screen.getByText('第 2 条被改过')).toBeTruthy()
  expect(screen.getByText('第 4 到 5 条被删掉了')).toBeTruthy()
})

test('an emptied log in which something must have stood is not called whole', async () => {
  answer('audit.verify', () => verified({ n: 0, last: null, span: null, signedBefore: Date.UTC(2026, 9, 1, 2) }))
  await verify()
  expect(await screen.findByText('记录可能被整个清空过')).toBeTruthy()
  expect(screen.getByText(/^2026-10-01 就有人签过字/)).toBeTruthy()
  expect(screen.queryByText(/没有人改过/)).toBeNull()
})

test('a check that broke off says so', async () => {
  refuse('audit.verify', 'internal')
  await verify()
  expect(await screen.findByText(/^没验完/)).toBeTruthy()
})
