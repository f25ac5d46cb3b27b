// What all four tabs do: name themselves in her language, refresh when they come to the front, send what was waiting, and say
// how many readings she has not seen.
import { useLingui } from '@lingui/react'
import { useRef } from 'react'
import { showBadge } from '@/platform/badge'
import { call } from '@/platform/call'
import { flushOutbox } from '@/platform/outbox'
import { useOnShow, useTabWords, useTitle } from '@/platform/page'

export type TabName = 'today' | 'feed' | 'contacts' | 'me'

const FEED_TAB = 1

/** Nothing new is counted as now begins: only how many she has not seen. Without an answer the number stays. */
const countUnseen = (): void => {
  call('rep', 'feed.watch', { since: Date.now() }).then(
    ({ unread }) => void showBadge(FEED_TAB, unread),
    () => undefined,
  )
}

export const useTab = (name: TabName, refresh: () => unknown): void => {
  const { i18n } = useLingui()
  const words = { today: i18n._('今日'), feed: i18n._('动态'), contacts: i18n._('客户'), me: i18n._('我的') }
  const isFirst = useRef(true)
  useTitle(words[name])
  useTabWords([words.today, words.feed, words.contacts, words.me])
  useOnShow(() => {
    void flushOutbox()
    if (name === 'feed') void showBadge(FEED_TAB, 0)
    else countUnseen()
    if (!isFirst.current) refresh() // the first time the query asks by itself
    isFirst.current = false
  })
}
