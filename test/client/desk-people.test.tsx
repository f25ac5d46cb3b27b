// Can HQ hand a leaving rep's contacts over, knowing in words what passes, and see how far it has come without a figure that
// points at a customer?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Output } from '../../shared/contracts'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, answerAsked, callsOf, resetCloud } from '../support/reader-phone'

type Row = Output<'hq', 'member.list'>['members'][number]
const row = (change: Partial<Row>): Row => ({
  ...{ memberId: 'rep-xu', name: '许婉清', role: 'rep', kind: 'guide', code: '', storeId: 'store-1', teamId: null },
  ...{ storeName: '静安店', company: '涟漪护肤', contacts: 42, leftAt: null, handover: null },
  ...change,
})
const gone = (change: Partial<NonNullable<Row['handover']>> = {}): Row =>
  row({
    ...{ memberId: 'rep-zhou', name: '周燕', kind: 'teacher', contacts: 0, leftAt: Date.UTC(2026, 10, 20, 2) },
    handover: {
      ...{ toId: 'rep-chen', toName: '陈默', state: 'passed', beganAt: Date.UTC(2026, 10, 20, 2) },
      ...{ contacts: 30, left: 0, told: 12, agreed: 7, declined: 'few', mayCancel: false },
      ...change,
    },
  })
const colleague = row({ memberId: 'rep-chen', name: '陈默' })

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('member.list', (payload) => ({
    members: payload.successorsOf ? [colleague] : [row({}), gone()],
    next: null,
  }))
  answer('handover.begin', () => gone().handover)
  answer('handover.cancel', () => ({ cancelled: true }))
})

const rowOf = (name: string) => screen.getByText(name).closest('tr') as HTMLElement
const openDialog = async () => {
  openDesk('?at=people')
  fireEvent.click(await screen.findByText('离职交接'))
  return (await screen.findByText('许婉清 离职交接')).closest('.ant-modal') as HTMLElement
}
const choose = async (dialog: HTMLElement) => {
  fireEvent.mouseDown(within(dialog).getByRole('combobox'))
  fireEvent.click(await screen.findByText('陈默 · 静安店'))
}

test('reps stand with store and contacts, and the figures of who left point at nobody', async () => {
  openDesk('?at=people')
  await screen.findByText('许婉清')
  expect(rowOf('许婉清').textContent).toMatch(/导购.*静安店.*42/)
  expect(rowOf('周燕').textContent).toContain('2026-11-20 离职')
  expect(rowOf('周燕').textContent).toContain('记下的 30 位客户已交接')
  expect(rowOf('周燕').textContent).toContain('已告知 12 · 同意 7 · 不用 不到 3')
  expect(within(rowOf('周燕')).queryByText(/离职交接|取消交接/)).toBeNull()
})

test('the dialog says what passes now and what waits, and hands over to a colleague of the same firm', async () => {
  const dialog = await openDialog()
  for (const words of ['账号马上停用', '没兑现的承诺由接手的人兑现', '要等客户下次打开文章', '一直不答，什么也不交接'])
    expect(dialog.textContent).toContain(words)
  expect(callsOf('member.list').some(({ payload }) => payload.successorsOf === 'rep-xu')).toBe(true)
  await choose(dialog)
  fireEvent.click(within(dialog).getByText('停用并交接'))
  await waitFor(() => expect(callsOf('handover.begin')).toHaveLength(1))
  expect(callsOf('handover.begin')[0]?.payload).toEqual({ fromId: 'rep-xu', toId: 'rep-chen' })
})

test('nothing is handed over before somebody is chosen', async () => {
  const dialog = await openDialog()
  fireEvent.click(within(dialog).getByText('停用并交接'))
  expect(await within(dialog).findByText('先选接手的人')).toBeTruthy()
  expect(callsOf('handover.begin')).toEqual([])
})

test('a refusal stands at the field, and the dialog stays', async () => {
  answerAsked('handover.begin', () => ({
    ok: false,
    error: { code: 'conflict', message: '接手的导购已离职，请另选一位。', trace: 't1', reason: 'successor-gone' },
  }))
  const dialog = await openDialog()
  await choose(dialog)
  fireEvent.click(within(dialog).getByText('停用并交接'))
  expect((await within(dialog).findByRole('alert')).textContent).not.toBe('')
  expect(callsOf('handover.begin')).toHaveLength(1)
})

test('while nothing has passed she may stay', async () => {
  answer('member.list', () => ({
    members: [gone({ contacts: 0, told: 0, agreed: 0, declined: 0, mayCancel: true })],
    next: null,
  }))
  openDesk('?at=people')
  fireEvent.click(await screen.findByText('取消交接'))
  await waitFor(() => expect(callsOf('handover.cancel')).toHaveLength(1))
  expect(callsOf('handover.cancel')[0]?.payload).toEqual({ fromId: 'rep-zhou' })
})
