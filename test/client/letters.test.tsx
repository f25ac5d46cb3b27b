// Do letters follow the size she set in WeChat, within what the screens are drawn for?

import Taro from '@tarojs/taro'
import { render } from '@testing-library/react'
import { letterScale } from '@/platform/letters'
import { LetterScale } from '@/ui/letters'
import { Page } from '@/ui/Page'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getAppBaseInfo: jest.fn() } }))
const says = (info: object): void => void jest.mocked(Taro.getAppBaseInfo).mockReturnValue(info as never)

test.each([
  ['the usual size', { fontSizeScaleFactor: 1 }, 1],
  ['a size larger', { fontSizeScaleFactor: 1.18 }, 1.18],
  ['larger than the screens are drawn for', { fontSizeScaleFactor: 1.75 }, 1.3],
  ['a size smaller', { fontSizeScaleFactor: 0.94 }, 1],
  ['a WeChat that does not say', {}, 1],
])('%s', (_, info, scale) => {
  says(info)
  expect(letterScale()).toBe(scale)
})

test('a phone that cannot be asked shows them as drawn', () => {
  jest.mocked(Taro.getAppBaseInfo).mockImplementation(() => {
    throw new Error('not here')
  })
  expect(letterScale()).toBe(1)
})

const root = (scale: number): HTMLElement => {
  const { container } = render(
    <LetterScale.Provider value={scale}>
      <Page>今日</Page>
    </LetterScale.Provider>,
  )
  return container.firstElementChild as HTMLElement
}
test('a page tells what stands in it; at the usual size it says nothing', () => {
  expect(root(1.3).style.getPropertyValue('--letters')).toBe('1.3')
  expect(root(1).getAttribute('style')).toBeNull()
})
