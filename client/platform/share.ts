// Handing something on: the card in a chat, and the picture menu.
import Taro, { useShareAppMessage } from '@tarojs/taro'

/** path starts with '/'; imageUrl is shown 5:4, without it WeChat takes a picture of the screen. */
export type ShareCard = { title: string; path: string; imageUrl: string }
type From = { from?: string; target?: { dataset?: Record<string, unknown> } }

/**
 * What the chat card says. `make` runs when she taps share, with the `data-share` of the button or null for the menu,
 * and must answer at once.
 */
export const useShareCard = (make: (share: string | null) => ShareCard): void => {
  useShareAppMessage((from: From) => {
    const share = from.target?.dataset?.share
    return make(typeof share === 'string' && share !== '' ? share : null)
  })
}

/** WeChat's own menu for a picture: send, save, keep. false: this phone has none. */
export const showImageMenu = async (file: string): Promise<boolean> => {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.canIUse('showShareImageMenu')) return false
  return Taro.showShareImageMenu({ path: file }).then(
    () => true,
    (error: { errMsg?: string } | null) => /cancel/.test(error?.errMsg ?? ''),
  )
}
