// A guide's phone for component tests: on top of the common one, an album, a clipboard, a canvas and WeChat's questions.
import common from './client-taro'

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
}

export const resetPhone = (): void => {
  done.length = 0
  Object.assign(phone, {
    privacy: true,
    album: true,
    opensAlbum: true,
    copies: true,
    messages: 'accept',
    failSaves: new Map(),
  })
}

let painted = 0
const picture = () => {
  const image = { width: 900, height: 900, onload: () => undefined }
  return Object.defineProperty(image, 'src', { set: () => void Promise.resolve().then(() => image.onload()) })
}
const context = new Proxy({} as Record<string, unknown>, {
  get: (kept, name) => kept[String(name)] ?? (name === 'measureText' ? () => ({ width: 10 }) : () => undefined),
  set: (kept, name, value) => {
    kept[String(name)] = value
    return true
  },
})
const canvas = { width: 0, height: 0, createImage: picture, getContext: () => context }
const query = {
  select: () => query,
  fields: () => query,
  exec: (tell: (found: unknown[]) => void) => tell([{ node: canvas }]),
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
  canvasToTempFilePath: async () => {
    painted += 1
    return { tempFilePath: `painted-${painted}` }
  },
  getFileSystemManager: () => ({ unlink: () => undefined }),
  cloud: {
    downloadFile: async ({ fileID }: { fileID: string }) => {
      done.push(`fetch ${fileID}`)
      return { tempFilePath: `file-${fileID}` }
    },
    callFunction: async ({ name, data }: { name: string; data: { action: string } }) => {
      const reply = await fetch(`/v1/functions/${name}`, { method: 'POST', body: JSON.stringify(data) })
      if (data.action === 'kit.mark') done.push('mark')
      return { result: await reply.json() }
    },
  },
}
