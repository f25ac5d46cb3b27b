// Where does this phone keep painted pictures? A folder of WeChat's file system, or a browser's cache storage.
import Taro from '@tarojs/taro'

/** Everything may fail: a full disk, a system that cleaned up, a browser without the storage. */
export type Place = {
  /** Kept whole or not at all; the bytes kept. */
  put: (key: string, file: string) => Promise<number>
  /** A local file to show and to save; null when it is gone or not whole. */
  get: (key: string, bytes: number) => Promise<string | null>
  drop: (key: string) => Promise<unknown>
  keys: () => Promise<string[]>
}

type Ends<T> = { success: (answer: T) => void; fail: (error: unknown) => void }
const told = <T>(start: (ends: Ends<T>) => void): Promise<T> => new Promise((success, fail) => start({ success, fail }))

const ENDING = '.jpg'
const FOLDER = 'painted'
const folder = (): string => `${Taro.env?.USER_DATA_PATH ?? ''}/${FOLDER}`
const pathOf = (key: string): string => `${folder()}/${key}${ENDING}`
const files = () => Taro.getFileSystemManager()

export const isKept = (file: string): boolean => file.indexOf(`${folder()}/`) === 0

const bytesOf = async (filePath: string): Promise<number> =>
  (await told<{ size: number }>((ends) => files().getFileInfo({ filePath, ...ends } as never))).size

const unlink = (filePath: string): Promise<unknown> =>
  told((ends) => files().unlink({ filePath, ...ends })).catch(() => undefined)

/** Copied beside its place and then renamed: a phone that dies in between leaves no half picture under the name. */
const inWeChat: Place = {
  put: async (key, file) => {
    const part = pathOf(`part-${key}`)
    await told((ends) => files().mkdir({ dirPath: folder(), recursive: true, ...ends })).catch(() => undefined) // is there
    try {
      await told((ends) => files().copyFile({ srcPath: file, destPath: part, ...ends }))
      const bytes = await bytesOf(part)
      if (bytes === 0 || bytes !== (await bytesOf(file))) throw new Error('not whole')
      await unlink(pathOf(key))
      await told((ends) => files().rename({ oldPath: part, newPath: pathOf(key), ...ends }))
      return bytes
    } catch (error) {
      await unlink(part)
      throw error
    }
  },
  get: async (key, bytes) => ((await bytesOf(pathOf(key))) === bytes ? pathOf(key) : null),
  drop: (key) => unlink(pathOf(key)),
  keys: async () => {
    const { files: names } = await told<{ files: string[] }>((ends) =>
      files().readdir({ dirPath: folder(), ...ends } as never),
    )
    return names.map((name) => name.replace(ENDING, ''))
  },
}

const cache = (): Promise<Cache> => caches.open('ripple-painted')
const addressOf = (key: string): string => `/${FOLDER}/${key}${ENDING}`

const inBrowser: Place = {
  put: async (key, file) => {
    const blob = await (await fetch(file)).blob()
    await (await cache()).put(addressOf(key), new Response(blob, { headers: { 'content-type': 'image/jpeg' } }))
    return blob.size
  },
  get: async (key, bytes) => {
    const blob = await (await (await cache()).match(addressOf(key)))?.blob()
    return blob?.size === bytes ? URL.createObjectURL(blob) : null
  },
  drop: async (key) => (await cache()).delete(addressOf(key)),
  keys: async () =>
    (await (await cache()).keys()).map(({ url }) => url.slice(url.lastIndexOf('/') + 1).replace(ENDING, '')),
}

const FULL_IN_WECHAT = 'the maximum size of the file storage limit is exceeded'

/** Is it for want of room that `put` failed? */
export const isFull = (error: unknown): boolean => {
  const { errMsg, name } = Object(error) as { errMsg?: unknown; name?: unknown }
  return name === 'QuotaExceededError' || String(errMsg).indexOf(FULL_IN_WECHAT) >= 0
}

export const place = (): Place => (process.env.TARO_ENV === 'h5' ? inBrowser : inWeChat)
