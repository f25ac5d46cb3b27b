// Has she agreed to WeChat's privacy notice? Asked before work that needs her clipboard or album, so nothing breaks half-way.
import Taro from '@tarojs/taro'

type Gate = (option: { success: () => void; fail: () => void }) => void

/** true: go on. false: she said no; WeChat asks again at the next tap, after ten silent seconds. */
export const askPrivacy = (): Promise<boolean> => {
  if (process.env.TARO_ENV !== 'weapp') return Promise.resolve(true)
  const gate = (Taro as unknown as { requirePrivacyAuthorize?: Gate }).requirePrivacyAuthorize
  if (typeof gate !== 'function') return Promise.resolve(true) // before base library 2.32.3 there is no gate
  return new Promise((resolve) => gate({ success: () => resolve(true), fail: () => resolve(false) }))
}
