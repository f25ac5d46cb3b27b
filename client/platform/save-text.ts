// Giving her a text to keep: a file in a browser, the clipboard in WeChat. Only after her tap.
import { copyText } from './clipboard'

const SETTLE_MS = 10_000 // some browsers read the blob after the click

/** A browser may add the ending of the type it is told; told the right one, it opens the file as what it is. */
const TYPES: Record<string, string> = { html: 'text/html', json: 'application/json' }
const typeOf = (name: string): string => TYPES[name.split('.').pop() ?? ''] ?? 'text/plain'

const download = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: `${typeOf(name)};charset=utf-8` }))
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
