// How large does this phone show letters? WeChat's own setting (小程序适老化设计指南), in a browser its default size.
import Taro from '@tarojs/taro'
import { browserLetters, withinScreens } from './letter-size'

/** Taro's types do not know it yet. */
const inWeChat = (): number | undefined =>
  (Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor

/** From 1 to as large as the screens are drawn for; 1 where nobody says. */
export const letterScale = (): number => {
  try {
    return withinScreens(process.env.TARO_ENV === 'h5' ? browserLetters() : inWeChat())
  } catch {
    return 1
  }
}
