// What all four tabs do: name themselves in her language, refresh when they come to the front, send what was waiting.
import { useLingui } from '@lingui/react'
import { useRef } from 'react'
import { flushOutbox } from '@/platform/outbox'
import { useOnShow, useTabWords, useTitle } from '@/platform/page'

export type TabName = 'today' | 'feed' | 'contacts' | 'me'

export const useTab = (name: TabName, refresh: () => unknown): void => {
  const { i18n } = useLingui()
  const words = { today: i18n._('今日'), feed: i18n._('动态'), contacts: i18n._('客户'), me: i18n._('我的') }
  const isFirst = useRef(true)
  useTitle(words[name])
  useTabWords([words.today, words.feed, words.contacts, words.me])
  useOnShow(() => {
    void flushOutbox()
    if (!isFirst.current) refresh() // the first time the query asks by itself
    isFirst.current = false
  })
}
