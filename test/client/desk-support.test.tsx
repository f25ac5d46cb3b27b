// Does HQ see counts alone, and keep support from being a reward for passing on?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { KOL_DEFAULTS } from '../../shared/domain/kol'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, resetCloud } from '../support/reader-phone'

const sums = (warm: number | 'few') => ({
  tiers: [
    { tier: 'warm', people: warm },
    { tier: 'companion', people: 0 },
    { tier: 'leader', people: 0 },
  ],
  given: [{ supportId: 'answers', name: '专家答疑', times: 10 }],
})
beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('kol.see', () => KOL_DEFAULTS)
  answer('support.see', () => ({
    ...{ asOf: Date.now(), scope: 'firm', tiers: KOL_DEFAULTS.tiers.map(({ tier, name }) => ({ tier, name })) },
    ...{ whole: sums(15), rows: [{ id: 'team-1', name: '一组', ...sums('few') }] },
  }))
})

test('counts by team, under five as few, with what was given', async () => {
  openDesk('?at=support')
  await screen.findByText('一组')
  expect(screen.getByText('不到 5')).toBeTruthy()
  expect(screen.getByText('一共：热心 15、伙伴 0、意见领袖 0；专家答疑 10')).toBeTruthy()
})

test('support for passing on cannot be saved, other support can', async () => {
  answer('kol.save', (said) => ({ ...said, rev: 1 }))
  openDesk('?at=support')
  const field = await screen.findByLabelText('热心的第 1 项支持')
  fireEvent.change(field, { target: { value: '转发三次先看' } })
  await screen.findByText('支持不能和转发、朋友圈、拉人挂钩')
  const save = screen.getByText('保存等级').closest('button') as HTMLButtonElement
  expect(save.disabled).toBe(true)
  fireEvent.change(field, { target: { value: '新品先试' } })
  fireEvent.click(save)
  await waitFor(() => expect(callsOf('kol.save')).toHaveLength(1))
  expect(JSON.stringify(callsOf('kol.save')[0]?.payload)).toContain('新品先试')
})

test('a manager sees the counts of her part and does not change tiers', async () => {
  answer('me.see', () => ({ memberId: 'manager-1', name: '吴店长', role: 'manager' }))
  openDesk('?at=support')
  await screen.findByText('一组')
  expect(callsOf('kol.see')).toEqual([])
})
