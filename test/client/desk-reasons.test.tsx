// Does the desk say which reasons to talk work, how sure that is, and nothing where too few have told?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { TALK_REASONS } from '@shared/domain/talk'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { resetTaro } from '../support/client-taro'
import { demoAdoption, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, loseSignal, resetCloud } from '../support/reader-phone'
import { demoReasons } from '../support/talk-answers'

/** A wide window: the columns that a narrow one leaves out stand too. */
const narrow = window.matchMedia
Object.assign(window, { matchMedia: (query: string) => ({ ...narrow(query), matches: true }) })

const NO_ENDS = { talked: 0, silent: 0, booked: 0, dealt: 0, unfit: 0 }
const shown = {
  ...{ talks: 40, ends: { ...NO_ENDS, talked: 16, silent: 14, booked: 6, dealt: 4 } },
  ...{ rate: 0.45, low: 0.31, high: 0.6, reps: 9 },
}
const weaker = { ...shown, rate: 0.5, low: 0.2, high: 0.8, talks: 8, reps: 5 }

const rows = () => [...document.querySelectorAll('#talk-reasons tbody tr.ant-table-row')]
const row = (name: string) => rows().find((one) => one.textContent?.startsWith(name)) as HTMLElement
const openEffect = async () => {
  openDesk('?at=effect&tab=reasons')
  await screen.findByText('哪些理由管用')
}
/** The columns of a wide window come after the others. */
const wide = () => screen.findByText('几位导购')

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('adoption.see', demoAdoption)
  const { reasons } = demoReasons()
  answer('talk.reasons', () =>
    demoReasons({
      reasons: reasons.map(({ reason }) => ({
        reason,
        shown: reason === 'thanks' ? shown : reason === 'promise' ? weaker : null,
      })),
    }),
  )
})

test('a reason: how many talks, how often they went well and how sure that is, how they ended, how many reps', async () => {
  await openEffect()
  await screen.findByText('该谢谢她')
  await wide()
  const words = () => row('该谢谢她').textContent ?? ''
  for (const part of ['40', '45%', '31%–60%', '成交 4 · 约了 6 · 聊了 16 · 没回 14', '9'])
    await waitFor(() => expect(words()).toContain(part))
  expect(words()).not.toContain('不合适')
  const line = row('该谢谢她').querySelector<HTMLElement>('.reason-span')
  expect([line?.style.left, line?.style.width]).toEqual(['31%', '29%'])
})

test('where too few have told nothing is claimed, and those stand last', async () => {
  await openEffect()
  await wide()
  await screen.findByText('该谢谢她')
  expect(rows()).toHaveLength(TALK_REASONS.length)
  expect(
    rows()
      .slice(0, 3)
      .map((one) => one.textContent?.slice(0, 4)),
  ).toEqual(['该谢谢她', '承诺到期', '商机—还'])
  expect(row('商机').textContent).toBe('商机—还不能判断—')
})

test('the formula and how many reps told stand beside it', async () => {
  await openEffect()
  expect(
    await screen.findByText(/^管用 =（成交 \+ 约了 \+ 聊了 ÷ 2）÷ 说了结果的沟通.*已有 12 位导购说过$/),
  ).toBeTruthy()
})

test('nothing worked out yet: says when there will be', async () => {
  answer('talk.reasons', () => demoReasons({ asOf: null, reps: 0 }))
  await openEffect()
  expect(await screen.findByText('还没有算过')).toBeTruthy()
  expect(rows()).toHaveLength(0)
})

test('it fails within its tab; asked again it comes', async () => {
  const reasons = demoReasons()
  loseSignal('talk.reasons')
  await openEffect()
  expect(screen.getByRole('tab', { name: '漏斗' })).toBeTruthy()
  const again = await screen.findByText('再试一次')
  answer('talk.reasons', () => reasons)
  fireEvent.click(again)
  expect((await screen.findAllByText('还不能判断')).length).toBe(TALK_REASONS.length)
  expect(callsOf('talk.reasons')).toHaveLength(2)
})
