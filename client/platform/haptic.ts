// A light touch on her hand when something long has ended.
import Taro from '@tarojs/taro'

export const lightHaptic = (): void => {
  if (process.env.TARO_ENV === 'weapp') void Taro.vibrateShort({ type: 'light' }).catch(() => undefined)
}
