// Bringing a picture from the cloud to this phone, as a local file (a path in WeChat, a blob address in a browser).
import Taro from '@tarojs/taro'
import { isKept } from './pictures-place'

export type CloudFile = { fileId: string; url: string }

const HTTP_OK = 200

const throughWeChat = async (fileId: string): Promise<string> => {
  const reply = await Taro.cloud.downloadFile({ fileID: fileId })
  return reply.tempFilePath
}

const throughAddress = async (url: string): Promise<string> => {
  const reply = await Taro.downloadFile({ url })
  if (reply.statusCode !== HTTP_OK) throw new Error(`download ${reply.statusCode}`)
  return reply.tempFilePath
}

const throughWeb = async (url: string): Promise<string> => {
  // an <img> may have left the same address in the browser's cache, without leave to be read
  const reply = await fetch(url, { cache: 'reload' })
  if (!reply.ok) throw new Error(`download ${reply.status}`)
  return URL.createObjectURL(await reply.blob())
}

/** Throws when the file does not arrive whole. */
export const fetchFile = ({ fileId, url }: CloudFile): Promise<string> => {
  if (process.env.TARO_ENV === 'h5') return throughWeb(url)
  if (RIPPLE_LOCAL_CLOUD || fileId === '') return throughAddress(url)
  // files are closed to everybody but the functions; where WeChat takes that for a no, the signed address still opens
  return throughWeChat(fileId).catch(() => throughAddress(url))
}

/** Gives the space of a temporary file back; what is kept on purpose stays. */
export const dropFile = (file: string): void => {
  if (process.env.TARO_ENV === 'h5') {
    if (file.startsWith('blob:')) URL.revokeObjectURL(file)
    return
  }
  if (!isKept(file)) Taro.getFileSystemManager().unlink({ filePath: file, fail: () => undefined })
}

/** Something a canvas can open: WeChat opens an address itself, a browser only lets us read back what we fetched. */
export const openablePicture = (url: string): Promise<string> =>
  process.env.TARO_ENV === 'h5' ? throughWeb(url) : Promise.resolve(url)
