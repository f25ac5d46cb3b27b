// A guide's phone for component tests: on top of the common one, an album, a clipboard, a canvas and WeChat's questions.
import common from './client-taro'
import { fileManager, files, resetFiles } from './phone-files'

export * from './client-taro'

/** What the phone was asked to do, in order, and how it answers. */
export const done: string[] = []
export const phone = {
  privacy: true,
  album: true,
  opensAlbum: true,
  copies: true,
  messages: 'accept',
  failSaves: new Map<string, number>(),
  signal: true,
  canvas: 'paints' as 'paints' | 'is not there' | 'has no context' | 'gives no file',
  failExports: 0,
  /** Addresses and files in the cloud that do not come, and files that come and do not open. */
  lost: new Set<string>(),
  broken: new Set<string>(),
}
/** What the canvas was asked for, in order. */
export const easel: string[] = []

export const resetPhone = (): void => {
  done.length = 0
  easel.length = 0
  resetFiles()
  Object.assign(phone, {
    privacy: true,
    album: true,
    opensAlbum: true,
    copies: true,
    messages: 'accept',
    failSaves: new Map(),
    signal: true,
    canvas: 'paints',
    failExports: 0,
    lost: new Set(),
    broken: new Set(),
  })
}

let made = 0
const newFile = (name: string, bytes: number): string => {
  made += 1
  files.set(`${name}-${made}`, bytes)
  return `${name}-${made}`
}
const opens = (src: string): boolean =>
  src.startsWith('https:') ? phone.signal && !phone.lost.has(src) : files.has(src) && !src.startsWith('broken')
const picture = () => {
  let source = ''
  const image = { width: 900, height: 900, onload: () => undefined, onerror: () => undefined }
  const open = (src: string): void => {
    easel.push(src === '' ? `release ${source}` : `open ${src}`)
    source = src
    void Promise.resolve().then(() => (opens(src) ? image.onload() : image.onerror()))
  }
  return Object.defineProperty(image, 'src', { set: open })
}
const context = new Proxy({} as Record<string, unknown>, {
  get: (kept, name) => {
    if (name === 'fillText') return (text: string) => void easel.push(`write ${text}`)
    if (/^create.*Gradient$/.test(String(name))) return () => ({ addColorStop: () => undefined })
    return kept[String(name)] ?? (name === 'measureText' ? () => ({ width: 10 }) : () => undefined)
  },
  set: (kept, name, value) => {
    kept[String(name)] = value
    return true
  },
})
const sides = { width: 0, height: 0 }
const canvas = {
  createImage: picture,
  getContext: () => (phone.canvas === 'has no context' ? null : context),
  set width(width: number) {
    sides.width = width
  },
  set height(height: number) {
    sides.height = height
    easel.push(`size ${sides.width}×${height}`)
  },
}
const query = {
  select: () => query,
  fields: () => query,
  exec: (tell: (found: unknown[]) => void) => tell([phone.canvas === 'is not there' ? null : { node: canvas }]),
}
const exportCanvas = async (): Promise<{ tempFilePath: string }> => {
  easel.push('export')
  if (phone.canvas === 'gives no file' || phone.failExports > 0) {
    phone.failExports -= 1
    throw { errMsg: 'canvasToTempFilePath:fail' }
  }
  return { tempFilePath: newFile('painted', 250_000) }
}

const saveImage = async ({ filePath }: { filePath: string }): Promise<void> => {
  if (!phone.album) throw { errMsg: 'saveImageToPhotosAlbum:fail auth deny' }
  const left = phone.failSaves.get(filePath) ?? 0
  if (left > 0) {
    phone.failSaves.set(filePath, left - 1)
    throw { errMsg: 'saveImageToPhotosAlbum:fail disk' }
  }
  done.push(`save ${filePath}`)
}

export default {
  ...common,
  redirectTo: common.navigateTo,
  getCurrentPages: () => [{}],
  setTabBarItem: () => Promise.resolve(),
  setTabBarBadge: async ({ index, text }: { index: number; text: string }) => void done.push(`badge ${index} ${text}`),
  removeTabBarBadge: async ({ index }: { index: number }) => void done.push(`no badge ${index}`),
  hideLoading: () => undefined,
  vibrateShort: async () => void done.push('haptic'),
  canIUse: () => false,
  requirePrivacyAuthorize: ({ success, fail }: { success: () => void; fail: () => void }) => {
    done.push('privacy')
    if (phone.privacy) success()
    else fail()
  },
  authorize: async () => {
    done.push('album')
    if (!phone.album) throw { errMsg: 'authorize:fail auth deny' }
  },
  openSetting: async () => {
    done.push('setting')
    phone.album = phone.opensAlbum
    return { authSetting: { 'scope.writePhotosAlbum': phone.opensAlbum } }
  },
  saveImageToPhotosAlbum: saveImage,
  requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
    done.push(`ask ${tmplIds.join()}`)
    return Object.fromEntries(tmplIds.map((id) => [id, phone.messages]))
  },
  /** As an older WeChat: it answers by callback and gives no promise. */
  bindEmployeeRelation: (asked: { tmplIds: string[]; success: (a: object) => void; fail: (e: object) => void }) => {
    done.push(`bind ${asked.tmplIds.join()}`)
    if (phone.messages === 'accept') asked.success({})
    else asked.fail({ errMsg: 'bindEmployeeRelation:fail cancel' })
  },
  setClipboardData: async ({ data }: { data: string }) => {
    if (!phone.copies) throw { errMsg: 'setClipboardData:fail' }
    done.push(`copy ${data}`)
  },
  createSelectorQuery: () => query,
  canvasToTempFilePath: exportCanvas,
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: fileManager,
  cloud: {
    downloadFile: async ({ fileID }: { fileID: string }) => {
      done.push(`fetch ${fileID}`)
      if (!phone.signal || phone.lost.has(fileID)) throw { errMsg: 'cloud.downloadFile:fail' }
      return { tempFilePath: newFile(phone.broken.has(fileID) ? 'broken' : 'file', 400_000) }
    },
    callFunction: async ({ name, data }: { name: string; data: { action: string } }) => {
      const reply = await fetch(`/v1/functions/${name}`, { method: 'POST', body: JSON.stringify(data) })
      if (data.action === 'kit.mark') done.push('mark')
      return { result: await reply.json() }
    },
  },
}
