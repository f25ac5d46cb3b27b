// Putting text where she can paste it. Only after her tap.
import Taro from '@tarojs/taro'

const copyInBrowser = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text) // plain http, an old browser, or her tap was too long ago
  }
}

const copyBySelection = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.appendChild(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
  }
}

/** WeChat confirms with its own toast, so a loading mark is taken away first. */
const copyInWeChat = async (text: string): Promise<boolean> => {
  Taro.hideLoading()
  return Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  )
}

// chosen in one expression: what the other side needs is then left out of the build
export const copyText = (text: string): Promise<boolean> =>
  process.env.TARO_ENV === 'h5' ? copyInBrowser(text) : copyInWeChat(text)
