// Is this page in front of her now, and is she doing anything with it?
import Taro, { useDidHide, useDidShow, usePageScroll, useUnload } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

const listenInBrowser = (set: (what: 'app', shown: boolean) => void): (() => void) => {
  const look = (): void => set('app', document.visibilityState !== 'hidden')
  const gone = (): void => set('app', false)
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pagehide', gone)
  window.addEventListener('pageshow', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('pagehide', gone)
    window.removeEventListener('pageshow', look)
  }
}

const listenInWeChat = (set: (what: 'app', shown: boolean) => void): (() => void) => {
  const show = (): void => set('app', true)
  const hide = (): void => set('app', false)
  Taro.onAppShow(show)
  Taro.onAppHide(hide)
  return () => {
    Taro.offAppShow(show)
    Taro.offAppHide(hide)
  }
}

/**
 * `onShow` when the page comes before her eyes (at once when it is mounted there), `onHide` when it goes: another page, another
 * app, a locked screen, closed. Each at most once in turn. `onHide` runs while a request can still be started: WeChat gives
 * that request five seconds.
 */
export const useForeground = (onShow: () => void, onHide: () => void): void => {
  const state = useRef({ page: true, app: true, shown: false })
  const latest = useRef({ onShow, onHide })
  latest.current = { onShow, onHide }
  const set = useRef((what: 'page' | 'app', value: boolean): void => {
    const now = state.current
    now[what] = value
    const shown = now.page && now.app
    if (shown === now.shown) return
    now.shown = shown
    if (shown) latest.current.onShow()
    else latest.current.onHide()
  }).current
  useDidShow(() => set('page', true))
  useDidHide(() => set('page', false))
  useUnload(() => set('page', false))
  useEffect(() => {
    const stop = process.env.TARO_ENV === 'h5' ? listenInBrowser(set) : listenInWeChat(set)
    set('page', true)
    return () => {
      stop()
      set('page', false)
    }
  }, [set])
}

const BOTS = /bot|crawl|spider|slurp|preview|facebookexternalhit/i

/** A browser that a program drives, or that only looks what a link leads to. WeChat tells its own by the scene. */
export const isScripted = (): boolean =>
  process.env.TARO_ENV === 'h5' && (navigator.webdriver === true || BOTS.test(navigator.userAgent))

const SIGNS = ['scroll', 'pointerdown', 'touchmove', 'wheel', 'keydown'] as const

/** `onTouch` when she scrolls, and in a browser also when she points or types; a view's own onTouchStart tells the rest. */
export const useInteraction = (onTouch: () => void): void => {
  const latest = useRef(onTouch)
  latest.current = onTouch
  usePageScroll(() => {
    if (process.env.TARO_ENV !== 'h5') latest.current()
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const touched = (): void => latest.current()
    // capture: the scroller is .taro_page, and scroll does not bubble
    for (const sign of SIGNS) window.addEventListener(sign, touched, { capture: true, passive: true })
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, touched, { capture: true })
    }
  }, [])
}
