// Does an editor plan what reps do in their groups: write it, change it, take it away, and hear when someone else was faster?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ShownPlan } from '../../shared/contracts/group'
import { resetTaro } from '../support/client-taro'
import { stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuseFor, resetCloud } from '../support/reader-phone'

const plan: ShownPlan = {
  ...{ planId: 'plan1', theme: '早八点育儿', weekdays: [1, 2, 3, 4, 5, 6, 7], storeIds: [], updatedAt: 0, rev: 3 },
  items: [{ itemId: 'i1', time: '08:30', act: '发早安清单', playbookId: null, postId: null }],
}
const put = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const drawer = () => within(screen.getByRole('dialog'))

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.list', () => ({ posts: [], next: null }))
  answer('playbook.list', () => ({ playbooks: [] }))
  answer('plan.list', () => ({ plans: [plan] }))
  answer('plan.save', ({ plan: words }) => ({ ...plan, ...(words as object), rev: 4 }))
  answer('plan.drop', () => ({ dropped: true }))
  openDesk('?at=plans')
})

test('a plan is listed with its days and its items by the clock', async () => {
  const row = (await screen.findByText('早八点育儿')).closest('tr')
  expect(row?.textContent).toContain('每天')
  expect(row?.textContent).toContain('08:30 发早安清单')
})

test('a new one needs something to do, and is saved as it was written', async () => {
  fireEvent.click(await screen.findByText('新建计划'))
  expect(await screen.findByText('有一件还没写做什么')).toBeTruthy()
  expect(drawer().getByText('存好').closest('button')?.disabled).toBe(true)
  put('主题', ' 跑步 ')
  put('第 1 件做什么', '约晚上的跑')
  put('第 1 件的时间', '18:00')
  fireEvent.click(screen.getByText('周日'))
  fireEvent.click(drawer().getByText('存好'))
  await waitFor(() => expect(callsOf('plan.save')).toHaveLength(1))
  expect(callsOf('plan.save')[0]?.payload).toMatchObject({
    rev: 0,
    plan: {
      ...{ theme: '跑步', weekdays: [1, 2, 3, 4, 5, 6], storeIds: [] },
      items: [{ time: '18:00', act: '约晚上的跑', playbookId: null, postId: null }],
    },
  })
  await waitFor(() => expect(callsOf('plan.list').length).toBeGreaterThan(1))
})

test('someone else was faster: told, and what is written stays', async () => {
  refuseFor('plan.save', 'conflict', 'stale-version')
  fireEvent.click(await screen.findByText('早八点育儿'))
  put('第 1 件做什么', '发晚安清单')
  fireEvent.click(drawer().getByText('存好'))
  expect((await drawer().findByRole('alert')).textContent).not.toBe('')
  expect(callsOf('plan.save')[0]?.payload).toMatchObject({ planId: 'plan1', rev: 3 })
  expect((screen.getByLabelText('第 1 件做什么') as HTMLInputElement).value).toBe('发晚安清单')
})

test('taken away only when said twice', async () => {
  fireEvent.click(await screen.findByText('早八点育儿'))
  fireEvent.click(drawer().getByText('删掉'))
  expect(callsOf('plan.drop')).toHaveLength(0)
  const sure = await screen.findByText('删掉这份计划？群里今天起就看不到了')
  const box = sure.closest('.ant-popconfirm') as HTMLElement
  fireEvent.click(within(box).getByText('删掉'))
  await waitFor(() => expect(callsOf('plan.drop')[0]?.payload).toEqual({ planId: 'plan1' }))
})
