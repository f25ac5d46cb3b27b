// 动态: who read what, how long, and which part longest?
import { useLingui } from '@lingui/react'
import { wordDay } from '@shared/domain/day'
import { View } from '@tarojs/components'
import { Fragment, useMemo, useState } from 'react'
import { type Nameable, NameSheet } from '@/features/contact/NameSheet'
import { UndoBar, useTell } from '@/features/contact/UndoBar'
import { type FeedLine, type FeedPage, useFeed, useLiveFeed } from '@/features/contact/use-feed'
import { Answered } from '@/features/member/Answered'
import { useTab } from '@/features/member/use-tab'
import { currentLang } from '@/platform/lang'
import { openTab, TABS } from '@/platform/nav'
import { usePullRefresh } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { ByPost } from './_parts/ByPost'
import { ReadingLine } from './_parts/ReadingLine'
import './index.scss'

const NO_PAGES: FeedPage[] = []

/** Live ones first, then the latest; a line that moved between two pages is told once, as the first page has it. */
const inOrder = (pages: readonly FeedPage[]): FeedLine[] => {
  const byReading = new Map<string, FeedLine>()
  for (const line of pages.flatMap((page) => page.lines))
    if (!byReading.has(line.readingId)) byReading.set(line.readingId, line)
  return [...byReading.values()].sort((a, b) => Number(b.live) - Number(a.live) || b.lastAt - a.lastAt)
}

export default function Feed() {
  const { i18n } = useLingui()
  const feed = useFeed()
  const pages = feed.data?.pages ?? NO_PAGES
  const lines = useMemo(() => inOrder(pages), [pages])
  const unread = useLiveFeed(feed, lines)
  const [naming, setNaming] = useState<Nameable | null>(null)
  const { done, onDone } = useTell()
  useTab('feed', feed.refetch)
  usePullRefresh(feed.refetch)
  const dayOf = (line: FeedLine) => (line.live ? i18n._('正在读') : wordDay(line.lastAt, Date.now(), currentLang()))
  return (
    <Page title={i18n._('谁读了什么')}>
      <Answered asked={feed} next={TABS[1]}>
        {() => (
          <>
            {lines.length === 0 && <Nobody />}
            <View className="feed-list">
              {lines.map((line, n) => {
                const before = lines[n - 1]
                const day = dayOf(line)
                return (
                  <Fragment key={line.readingId}>
                    {(!before || dayOf(before) !== day) && (
                      <View className="feed-day" {...heading(2)}>
                        {day}
                      </View>
                    )}
                    <ReadingLine line={line} unread={unread.has(line.readingId)} onName={setNaming} />
                  </Fragment>
                )
              })}
            </View>
            {feed.hasNextPage && (
              <Button kind="quiet" busy={feed.isFetchingNextPage} onTap={() => void feed.fetchNextPage()}>
                {i18n._('看更早的')}
              </Button>
            )}
            <ByPost lines={lines} rows={pages[0]?.anonymous ?? []} />
          </>
        )}
      </Answered>
      <NameSheet contact={naming} onClose={() => setNaming(null)} onDone={onDone} />
      <UndoBar done={done} onDone={onDone} />
    </Page>
  )
}

function Nobody() {
  const { i18n } = useLingui()
  return (
    <Empty
      title={i18n._('还没有读者留下名字')}
      hint={i18n._('转发一篇给熟悉的客户。她同意告知后，读了什么会出现在这里')}
      action={i18n._('去转发一篇')}
      onAction={() => openTab(TABS[0])}
    />
  )
}
