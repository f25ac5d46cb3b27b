// 动态: who read what, how long, and which part longest?
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Nameable, NameSheet } from '@/features/contact/NameSheet'
import { type FeedLine, type FeedPage, useFeed } from '@/features/contact/use-contacts'
import { Answered } from '@/features/member/Answered'
import { useTab } from '@/features/member/use-tab'
import { openTab, TABS } from '@/platform/nav'
import { useIsShown, usePullRefresh } from '@/platform/page'
import { Button } from '@/ui/Button'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { Anonymous } from './_parts/Anonymous'
import { ReadingLine } from './_parts/ReadingLine'
import './index.scss'

/** Live ones first, then the latest; a line that moved between two pages is told once. */
const inOrder = (pages: readonly FeedPage[]): FeedLine[] => {
  const byReading = new Map(pages.flatMap((page) => page.lines).map((line) => [line.readingId, line]))
  return [...byReading.values()].sort((a, b) => Number(b.live) - Number(a.live) || b.lastAt - a.lastAt)
}

export default function Feed() {
  const { i18n } = useLingui()
  const feed = useFeed(useIsShown())
  const [naming, setNaming] = useState<Nameable | null>(null)
  useTab('feed', feed.refetch)
  usePullRefresh(feed.refetch)
  return (
    <Page title={i18n._('谁读了什么')}>
      <Answered asked={feed} next={TABS[1]}>
        {({ pages }) => {
          const lines = inOrder(pages)
          return (
            <>
              {lines.length === 0 && (
                <Empty
                  title={i18n._('还没有读者留下名字')}
                  hint={i18n._('转发一篇给熟悉的客户。她同意告知后，读了什么会出现在这里')}
                  action={i18n._('去转发一篇')}
                  onAction={() => openTab(TABS[0])}
                />
              )}
              <View className="feed-list">
                {lines.map((line) => (
                  <ReadingLine key={line.readingId} line={line} onName={setNaming} />
                ))}
              </View>
              {feed.hasNextPage && (
                <Button kind="quiet" busy={feed.isFetchingNextPage} onTap={() => void feed.fetchNextPage()}>
                  {i18n._('看更早的')}
                </Button>
              )}
              <Anonymous rows={pages[0]?.anonymous ?? []} />
            </>
          )
        }}
      </Answered>
      <NameSheet reader={naming} onClose={() => setNaming(null)} />
    </Page>
  )
}
