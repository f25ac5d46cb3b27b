// Is this page in front of her now, and is she doing anything with it?
import Taro, { useDidHide, useDidShow, usePageScroll, useUnload } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

const listen = (signs: readonly string[], listener: (event: Event) => void): (() => void) => {
  // capture: the scroller is .taro_page, and scroll does not bubble
  const options = { capture: true, passive: true }
  for (const sign of signs) window.addEventListener(sign, listener, options)
  return () => {
    for (const sign of signs) window.removeEventListener(sign, listener, options)
  }
}

/**
 * `onShow` when the page comes before her eyes (at once when it is mounted there), `onHide` when it goes: another page, another
 * app, a locked screen, closed. Each at most once in turn. `onHide` runs while a request can still be started: WeChat gives
 * that request five seconds. WeChat tells the page of all of these; a browser tells only the window of some.
 */
export const useForeground = (onShow: () => void, onHide: () => void): void => {
  const state = useRef({ page: false, app: true, shown: false, onShow, onHide }).current
  Object.assign(state, { onShow, onHide })
  const set = (change: { page?: boolean; app?: boolean }): void => {
    Object.assign(state, change)
    const shown = state.page && state.app
    if (shown === state.shown) return
    state.shown = shown
    if (shown) state.onShow()
    else state.onHide()
  }
  const come = (): void => set({ page: true })
  const go = (): void => set({ page: false })
  useDidShow(come)
  useDidHide(go)
  useUnload(go)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `state` is all they know, and it is the same in every render
  useEffect(() => {
    const stop =
      process.env.TARO_ENV === 'h5' &&
      listen(['visibilitychange', 'pagehide', 'pageshow'], (event) =>
        set({ app: event.type !== 'pagehide' && document.visibilityState !== 'hidden' }),
      )
    come()
    return () => {
      if (stop) stop()
      go()
    }
  }, [])
}

type Network = { onNetworkStatusChange?: (hear: (now: { isConnected: boolean }) => void) => void }

/** There is signal again, as far as the phone knows: a shop's may still let nothing through. */
export const onSignal = (hear: () => void): void => {
  if (process.env.TARO_ENV === 'h5') window.addEventListener('online', hear)
  else (Taro as Network).onNetworkStatusChange?.(({ isConnected }) => isConnected && hear())
}

const BOTS = /bot|crawl|spider|slurp|preview|facebookexternalhit/i

/** A browser that a program drives, or that only looks what a link leads to. WeChat tells its own by the scene. */
export const isScripted = (): boolean =>
  process.env.TARO_ENV === 'h5' && (navigator.webdriver === true || BOTS.test(navigator.userAgent))

const SIGNS = ['scroll', 'pointerdown', 'touchmove', 'wheel', 'keydown']

/** `onTouch` when she scrolls, and in a browser also when she points or types; a view's own onTouchStart tells the rest. */
export const useInteraction = (onTouch: () => void): void => {
  usePageScroll(onTouch)
  useEffect(() => (process.env.TARO_ENV === 'h5' ? listen(SIGNS, onTouch) : undefined), [onTouch])
}
