// What does the phone itself say and do? Device facts, storage, toasts, dialogs, bars, network.
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Dict } from '../compile'
import { SCREEN } from '../layout'
import type { PhoneFiles } from './files'
import { type Args, type Host, listeners, type Maker, Refused } from './host'

const STORAGE_MAX_CHARACTERS = 1024 * 1024 // one key; ten such in all

const DEVICE = { brand: 'devtools', model: 'iPhone 13', system: 'iOS 17.4', platform: 'ios', memorySize: 4096 }
const WINDOW = {
  pixelRatio: 2,
  screenWidth: SCREEN.width,
  screenHeight: 812,
  windowWidth: SCREEN.width,
  windowHeight: SCREEN.height,
  statusBarHeight: 44,
  screenTop: 88,
  safeArea: { left: 0, right: SCREEN.width, top: 44, bottom: 778, width: SCREEN.width, height: 734 },
}
const APP = { SDKVersion: '3.8.9', version: '8.0.50', language: 'zh_CN', theme: 'light', enableDebug: false }
const MENU = { width: 87, height: 32, top: 48, right: 365, bottom: 80, left: 278 }

const storageApis = (host: Host, make: Maker): Dict => {
  const put = (key: unknown, value: unknown): void => {
    const text = JSON.stringify(value) ?? ''
    if (text.length > STORAGE_MAX_CHARACTERS) throw new Refused('exceed max size')
    host.storage.set(String(key), text)
  }
  const take = (key: unknown): unknown => {
    const text = host.storage.get(String(key))
    return text === undefined || text === '' ? '' : (JSON.parse(text) as unknown)
  }
  const info = (): Dict => ({ keys: [...host.storage.keys()], currentSize: 1, limitSize: 10_240 })
  const remove = (key: unknown): void => void host.storage.delete(String(key))
  return {
    getStorageSync: make.sync('getStorageSync', take),
    setStorageSync: make.sync('setStorageSync', put),
    removeStorageSync: make.sync('removeStorageSync', remove),
    clearStorageSync: make.sync('clearStorageSync', () => host.storage.clear()),
    getStorageInfoSync: make.sync('getStorageInfoSync', info),
    getStorage: make.async('getStorage', ({ key }) => {
      if (!host.storage.has(String(key))) throw new Refused('data not found')
      return { data: take(key) }
    }),
    setStorage: make.async('setStorage', ({ key, data }) => put(key, data)),
    removeStorage: make.async('removeStorage', ({ key }) => remove(key)),
    clearStorage: make.async('clearStorage', () => host.storage.clear()),
    getStorageInfo: make.async('getStorageInfo', info),
  }
}

const deviceApis = (host: Host, make: Maker): Dict => ({
  getSystemInfoSync: make.sync('getSystemInfoSync', () => ({ ...DEVICE, ...WINDOW, ...APP })),
  getSystemInfo: make.async('getSystemInfo', () => ({ ...DEVICE, ...WINDOW, ...APP })),
  getWindowInfo: make.sync('getWindowInfo', () => WINDOW),
  getAppBaseInfo: make.sync('getAppBaseInfo', () => APP),
  getDeviceInfo: make.sync('getDeviceInfo', () => DEVICE),
  getMenuButtonBoundingClientRect: make.sync('getMenuButtonBoundingClientRect', () => MENU),
  getAccountInfoSync: make.sync('getAccountInfoSync', () => ({
    miniProgram: { appId: 'wx0000000000000000', envVersion: 'release', version: '1.0.0' },
  })),
  getLaunchOptionsSync: make.sync('getLaunchOptionsSync', () => host.entry()),
  getEnterOptionsSync: make.sync('getEnterOptionsSync', () => host.entry()),
  canIUse: make.sync('canIUse', () => true),
  vibrateShort: make.async('vibrateShort', () => undefined),
  getUpdateManager: () => ({
    onCheckForUpdate: () => undefined,
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  }),
  getNetworkType: make.async('getNetworkType', () => ({ networkType: host.answers.online ? 'wifi' : 'none' })),
  reportEvent: make.sync('reportEvent', () => undefined),
  nextTick: (work: () => void) => setTimeout(work, 0),
})

const shownApis = (host: Host, make: Maker, files: PhoneFiles): Dict => {
  const silent = [
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'setNavigationBarColor',
    'setBackgroundColor',
    'setTabBarItem',
    'setTabBarStyle',
    'setTabBarBadge',
    'removeTabBarBadge',
    'showTabBarRedDot',
    'hideTabBarRedDot',
    'showTabBar',
    'hideTabBar',
    'showShareMenu',
    'hideShareMenu',
    'updateShareMenu',
    'showShareImageMenu',
    'previewImage',
    'stopPullDownRefresh',
    'startPullDownRefresh',
    'hideKeyboard',
    'setKeepScreenOn',
    'makePhoneCall',
  ]
  const apis = Object.fromEntries(silent.map((name) => [name, make.async(name, () => undefined)])) as Dict
  const showModal = (args: Args): Dict => {
    const confirm = host.answers.modal(args)
    return { confirm, cancel: !confirm, content: null }
  }
  const showActionSheet = (args: Args): Dict => {
    const chosen = host.answers.actionSheet(args)
    if (chosen === null) throw new Refused('cancel')
    return { tapIndex: chosen }
  }
  const chooseMedia = (): Dict => {
    if (host.answers.media.length === 0) throw new Refused('cancel')
    const tempFiles = host.answers.media.map((at) => ({
      tempFilePath: files.keep(readFileSync(at), path.extname(at)),
      size: statSync(at).size,
      fileType: 'image',
      width: 0,
      height: 0,
    }))
    return { type: 'image', tempFiles }
  }
  return {
    ...apis,
    showModal: make.async('showModal', showModal),
    showActionSheet: make.async('showActionSheet', showActionSheet),
    chooseMedia: make.async('chooseMedia', chooseMedia),
    getImageInfo: make.async('getImageInfo', ({ src }) => ({ path: src, width: 100, height: 100, type: 'jpeg' })),
  }
}

export const phoneApis = (host: Host, make: Maker, files: PhoneFiles) => {
  const appShow = listeners<Dict>(host)
  const appHide = listeners<Dict>(host)
  const network = listeners<Dict>(host)
  const errors = listeners<Dict>(host)
  const apis: Dict = {
    ...storageApis(host, make),
    ...deviceApis(host, make),
    ...shownApis(host, make, files),
    onAppShow: appShow.on,
    offAppShow: appShow.off,
    onAppHide: appHide.on,
    offAppHide: appHide.off,
    onNetworkStatusChange: network.on,
    offNetworkStatusChange: network.off,
    onError: errors.on,
    offError: errors.off,
    onUnhandledRejection: errors.on,
    offUnhandledRejection: errors.off,
  }
  return { apis, appShow, appHide, network }
}
