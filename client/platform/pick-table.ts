// She chooses a file with a table: from a chat in WeChat (CSV), from her disk in a browser (CSV or a workbook).
import { readCsv } from '@shared/domain/csv'
import Taro from '@tarojs/taro'

export type Picked = { got: 'table'; name: string; table: string[][] } | { got: 'nothing' | 'too-big' | 'unreadable' } // unreadable: no text, or not in UTF-8

const BYTES_MAX = 200 * 1024
/** What stands where bytes were no UTF-8. */
const BROKEN = '\ufffd'

const tableOf = (name: string, text: string): Picked =>
  text.includes(BROKEN) || text.includes('\0') ? { got: 'unreadable' } : { got: 'table', name, table: readCsv(text) }

const readInWeChat = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'utf8',
      success: ({ data }) => resolve(String(data)),
      fail: reject,
    })
  })

/** developers.weixin.qq.com … wx.chooseMessageFile; she may well choose nothing. */
const pickInWeChat = async (): Promise<Picked> => {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'txt'] }).catch(() => null)
  const file = chosen?.tempFiles[0]
  if (!file) return { got: 'nothing' }
  if (file.size > BYTES_MAX) return { got: 'too-big' }
  return readInWeChat(file.path).then(
    (text) => tableOf(file.name, text),
    (): Picked => ({ got: 'unreadable' }),
  )
}

const chooseInBrowser = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.csv,.txt,.xlsx'
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })

/** Excel in China saves CSV in GB 18030 unless told otherwise. */
const decode = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const readWorkbook = async (file: File): Promise<Picked> => {
  const { readSheet } = await import('read-excel-file/browser')
  const rows = await readSheet(file)
  return { got: 'table', name: file.name, table: rows.map((row) => row.map((cell) => String(cell ?? ''))) }
}

const pickInBrowser = async (): Promise<Picked> => {
  const file = await chooseInBrowser()
  if (!file) return { got: 'nothing' }
  if (file.size > BYTES_MAX) return { got: 'too-big' }
  try {
    return /\.xlsx$/i.test(file.name) ? await readWorkbook(file) : tableOf(file.name, decode(await file.arrayBuffer()))
  } catch {
    return { got: 'unreadable' }
  }
}

/** Only after her tap. */
export const pickTable = (): Promise<Picked> => (process.env.TARO_ENV === 'h5' ? pickInBrowser() : pickInWeChat())
