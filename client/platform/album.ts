// Putting a picture into her photo album. WeChat asks once; after a no only the settings page can say yes.
import Taro from '@tarojs/taro'

const SCOPE = 'scope.writePhotosAlbum'
/** Devtools, Android and iOS word the refusal differently. */
const REFUSAL = /auth|permission|privacy/i
const BETWEEN_DOWNLOADS_MS = 250 // browsers drop downloads that follow each other too closely

/** The album is closed to us, by WeChat's switch or by the phone's. */
export class AlbumClosed extends Error {}

const messageOf = (error: unknown): string => String((error as { errMsg?: string } | null)?.errMsg ?? error)

/** Shows WeChat's question the first time, and answers without one later. */
export const askAlbum = async (): Promise<boolean> => {
  if (process.env.TARO_ENV !== 'weapp') return true
  return Taro.authorize({ scope: SCOPE }).then(
    () => true,
    () => false,
  )
}

/** Only from a tap. true: she switched the album on. */
export const openAlbumSetting = async (): Promise<boolean> => {
  if (process.env.TARO_ENV !== 'weapp') return true
  const answer = await Taro.openSetting().catch(() => null)
  return (answer?.authSetting as Record<string, boolean> | undefined)?.[SCOPE] === true
}

const download = async (file: string, name: string): Promise<void> => {
  const link = document.createElement('a')
  link.href = file
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  await new Promise((done) => setTimeout(done, BETWEEN_DOWNLOADS_MS))
}

/** One local picture; `name` is what a browser calls the download. Throws AlbumClosed when she must open a setting. */
export const saveToAlbum = async (file: string, name: string): Promise<void> => {
  if (process.env.TARO_ENV === 'h5') return download(file, name)
  await Taro.saveImageToPhotosAlbum({ filePath: file }).catch((error: unknown) => {
    if (REFUSAL.test(messageOf(error))) throw new AlbumClosed(messageOf(error))
    throw error
  })
}
