// The small number on a tab.
import Taro from '@tarojs/taro'

const MOST_SHOWN = 99

/** 0 takes it away. WeChat changes it only while a tab page is shown; elsewhere nothing happens. */
export const showBadge = async (tab: number, count: number): Promise<void> => {
  try {
    if (count === 0) await Taro.removeTabBarBadge({ index: tab })
    else await Taro.setTabBarBadge({ index: tab, text: count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count) })
  } catch {
    // not a tab page any more
  }
}
