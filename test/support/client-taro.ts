// Taro's own side for component tests: storage that lasts one test, no page life, navigation that is written down.
// what the build puts in place of these names
Object.assign(globalThis, { RIPPLE_API_BASE: '', RIPPLE_CLOUD_ENV: 'test', RIPPLE_LOCAL_CLOUD: '' })

const kept = new Map<string, unknown>()

export const router: { params: Record<string, string> } = { params: {} }
export const navigated: string[] = []
export const life: { hide: (() => void)[]; show: (() => void)[] } = { hide: [], show: [] }

/** Empties the phone. */
export const resetTaro = (): void => {
  kept.clear()
  navigated.length = 0
  life.hide.length = 0
  life.show.length = 0
  router.params = {}
}

const nothing = (): void => undefined
export const useDidShow = (what: () => void): void => void life.show.push(what)
export const useDidHide = (what: () => void): void => void life.hide.push(what)
export const useUnload = nothing
export const usePageScroll = nothing
export const usePullDownRefresh = nothing
export const useShareAppMessage = nothing
export const useShareTimeline = nothing

export default {
  getStorageSync: (key: string): unknown => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => void kept.set(key, value),
  removeStorageSync: (key: string): void => void kept.delete(key),
  getCurrentInstance: () => ({ router, page: {} }),
  getEnterOptionsSync: () => ({ scene: 1007 }),
  setNavigationBarTitle: () => Promise.resolve(),
  stopPullDownRefresh: nothing,
  redirectTo: ({ url }: { url: string }) => void navigated.push(url),
  navigateTo: ({ url }: { url: string }) => void navigated.push(url),
  switchTab: ({ url }: { url: string }) => void navigated.push(url),
}
