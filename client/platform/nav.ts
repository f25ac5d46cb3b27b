// Going from page to page, and what the address said.
import Taro from '@tarojs/taro'

export const TABS = ['/pages/today/index', '/pages/feed/index', '/pages/contacts/index', '/pages/me/index'] as const
export type Tab = (typeof TABS)[number]

export const openPage = (url: string): void => void Taro.navigateTo({ url })
export const replacePage = (url: string): void => void Taro.redirectTo({ url })
export const openTab = (url: Tab): void => void Taro.switchTab({ url })

/** Back, or to `otherwise` when this page was opened first (a card, a code, a link). */
export const goBack = (otherwise: Tab = '/pages/today/index'): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab(otherwise)
}

export const setTitle = (title: string): void => void Taro.setNavigationBarTitle({ title })

/** null when an address was cut off in the middle of a character. */
const decoded = (value: string): string | null => {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/** The page's parameters, decoded; one that cannot be decoded was not given. */
export const pageParams = (): Record<string, string> => {
  const raw = (Taro.getCurrentInstance().router?.params ?? {}) as Record<string, string | undefined>
  const params: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    const known = value === undefined ? null : decoded(value)
    if (known !== null) params[name] = known
  }
  return params
}

/** WeChat's scene number of this entry; 0 in a browser. */
export const entryScene = (): number => {
  if (process.env.TARO_ENV === 'h5') return 0
  const scene: unknown = Taro.getEnterOptionsSync().scene
  return typeof scene === 'number' ? scene : 0
}

/** Where the card was opened, as WeChat numbers it (1 a single chat, 3 a group); undefined elsewhere. */
export const entryChatType = (): number | undefined => {
  if (process.env.TARO_ENV === 'h5') return undefined
  const { chatType } = Taro.getEnterOptionsSync() as { chatType?: unknown }
  return typeof chatType === 'number' ? chatType : undefined
}
