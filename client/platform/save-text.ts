// Giving her a text to keep: a file in a browser, the clipboard in WeChat. Only after her tap.
import { copyText } from './clipboard'

const SETTLE_MS = 10_000 // some browsers read the blob after the click

const download = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), SETTLE_MS)
}

export const saveText = async (name: string, text: string): Promise<'file' | 'clipboard' | 'failed'> => {
  if (process.env.TARO_ENV === 'h5') {
    download(name, text)
    return 'file'
  }
  return (await copyText(text)) ? 'clipboard' : 'failed'
}
