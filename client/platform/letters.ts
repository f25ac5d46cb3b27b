// How large does this phone show letters? WeChat's own setting (小程序适老化设计指南), in a browser its default size.
import Taro from '@tarojs/taro'

/** Up to here no screen cuts anything off; who wants them larger still gets these. */
const LARGEST = 1.3
const BROWSER_STANDARD_PX = 16

const inBrowser = (): number => {
  const probe = document.createElement('div')
  probe.style.fontSize = 'medium'
  document.body.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size / BROWSER_STANDARD_PX
}

/** Taro's types do not know it yet. */
const inWeChat = (): number => (Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1

/** From 1 to LARGEST; 1 where nobody says. */
export const letterScale = (): number => {
  try {
    const asked = process.env.TARO_ENV === 'h5' ? inBrowser() : inWeChat()
    return Math.min(LARGEST, Math.max(1, asked || 1))
  } catch {
    return 1
  }
}
