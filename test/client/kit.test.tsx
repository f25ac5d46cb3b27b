// What does a guide meet when she saves a post on her phone in WeChat?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import { askSaving } from '../../client/features/kit/saving-asked'
import Kit from '../../client/pkgs/rep/kit/index'
import { recall } from '../../client/platform/storage'
import { navigated, router } from '../support/client-taro'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, loseSignal } from '../support/reader-phone'
import { demoKit, demoMe, T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { done, phone } from '../support/rep-taro'

const tap = async (text: string) => {
  fireEvent.click(screen.getByText(text))
  await settle()
}
const openKit = async () => {
  router.params = { p: 'p1' }
  const view = open(Kit)
  await settle()
  return view
}

runInWeChat()
beforeEach(() => {
  answer('kit.open', () => demoKit(4))
  answer('me.see', demoMe)
  answer('kit.mark', ({ mark }) => ({
    savedAt: T0,
    savedImages: (mark as { images?: number }).images ?? 4,
    postedAt: (mark as { mark: string }).mark === 'posted' ? T0 : null,
  }))
})

test('her text with its length, her pictures, and one button that does it all in order', async () => {
  await openKit()
  expect(screen.getByText('早晚温差大，先补水。')).toBeTruthy()
  expect(screen.getByText('约 1 行')).toBeTruthy()
  await tap('保存图文')
  expect(done.filter((what) => !what.startsWith('fetch'))).toEqual([
    'privacy',
    'album',
    expect.stringMatching(/^save /),
    expect.stringMatching(/^save /),
    expect.stringMatching(/^save /),
    expect.stringMatching(/^save /),
    'copy 早晚温差大，先补水。',
    'mark',
    'haptic',
  ])
  expect(done.filter((what) => what.startsWith('fetch'))).toEqual([1, 2, 3, 4].map((n) => `fetch cloud://${n}`))
  expect(screen.getByText('已存 4/4，文案已复制')).toBeTruthy()
  expect(callsOf('kit.mark')[0]?.payload).toMatchObject({ version: 1, mark: { mark: 'saved', images: 4 } })
})

test('from 今日 it starts by itself', async () => {
  askSaving('p1')
  await openKit()
  expect(screen.getByText('已存 4/4，文案已复制')).toBeTruthy()
})

test('the album refused: why, and the way back', async () => {
  phone.album = false
  await openKit()
  await tap('保存图文')
  expect(screen.getByText('相册还没打开')).toBeTruthy()
  expect(done).toEqual(['privacy', 'album'])
  await tap('去打开')
  expect(done).toContain('setting')
  expect(screen.getByText('已存 4/4，文案已复制')).toBeTruthy()
})

test('what is in the album is not saved twice after the app died', async () => {
  const { unmount } = await openKit()
  await tap('保存图文')
  const saved = recall<Record<string, { saved: number[] }>>('ripple.saves')
  expect(saved?.['p1.1.0']?.saved).toEqual([0, 1, 2, 3])
  unmount()
  await openKit()
  expect(screen.getByText('再存一遍')).toBeTruthy()
})

test('posted, and taken back; without signal it is sent later', async () => {
  await openKit()
  await tap('保存图文')
  await act(async () => void fireEvent.click(screen.getAllByText('已发布').at(-1) as HTMLElement))
  await settle()
  expect(callsOf('kit.mark').at(-1)?.payload).toMatchObject({ mark: { mark: 'posted' } })
  loseSignal('kit.mark')
  await act(async () => void fireEvent.click(screen.getAllByText('还没发，撤回').at(-1) as HTMLElement))
  await settle()
  expect(recall<{ payload: unknown }[]>('ripple.outbox')?.at(-1)?.payload).toMatchObject({ mark: { mark: 'unposted' } })
})

test.each<Record<string, string>>([{}, { p: '%E0%A4' }])(
  'an address without a post (%o): said so, and the way on',
  async (params) => {
    router.params = params
    open(Kit)
    await settle()
    expect(screen.getByText('没找到这条内容')).toBeTruthy()
    fireEvent.click(screen.getByText('去今日'))
    expect(navigated).toEqual(['/pages/today/index'])
    expect(callsOf('kit.open')).toEqual([])
  },
)
