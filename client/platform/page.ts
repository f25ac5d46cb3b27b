// What a page hears of its own life: shown, hidden, pulled down; and the names it gives to its title and the tabs.
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { setTitle } from './nav'

/** Runs `what` every time the page comes to the front, the first time too. */
export const useOnShow = (what: () => void): void => useDidShow(what)

export const useIsShown = (): boolean => {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** Keeps the title right when the page returns and when the language changes. */
export const useTitle = (title: string): void => {
  const shown = useIsShown()
  useEffect(() => {
    if (shown) setTitle(title)
  }, [title, shown])
}

/** The tab bar's words in her language; WeChat takes them only while a tab page is shown. */
export const useTabWords = (words: readonly string[]): void => {
  const shown = useIsShown()
  const joined = words.join('\n')
  useEffect(() => {
    if (!shown) return
    joined.split('\n').forEach((text, index) => {
      void Promise.resolve(Taro.setTabBarItem({ index, text })).catch(() => undefined)
    })
  }, [joined, shown])
}

/** The pull-down ends when `refresh` does. */
export const usePullRefresh = (refresh: () => Promise<unknown>): void => {
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
}

/** Says whether the page still stands, for work that may outlive it. */
export const useIsAlive = (): (() => boolean) => {
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  return () => alive.current
}
