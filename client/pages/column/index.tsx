// A reader's page of a column: what stood in it lately, and when the next comes. Nothing is asked of her.
import { useLingui } from '@lingui/react'
import { wordRhythm } from '@shared/domain/column'
import { dayAfter, dayOf, type Lang, timeOf, wordInstant } from '@shared/domain/day'
import type { ColumnId, ShareToken } from '@shared/domain/ids'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type ColumnPage, useColumnPage } from '@/features/reading/use-column-page'
import { openPage, pageParams } from '@/platform/nav'
import { useTitle } from '@/platform/page'
import { Card } from '@/ui/Card'
import { asShown } from '@/ui/error-text'
import { Page } from '@/ui/Page'
import { Photo } from '@/ui/Photo'
import { Empty, Failed, Skeleton } from '@/ui/States'
import { tappable } from '@/ui/tap'
import './index.scss'

const langOf = (locale: string): Lang => (locale === 'en' ? 'en' : 'zh')

function Next({ nextAt }: { nextAt: number }) {
  const { i18n } = useLingui()
  const [day, today] = [dayOf(nextAt), dayOf(Date.now())]
  const time = timeOf(nextAt)
  const words =
    day === today
      ? i18n._('下一篇：今天 {time}', { time })
      : day === dayAfter(today, 1)
        ? i18n._('下一篇：明天 {time}', { time })
        : i18n._('下一篇：{month}月{day}日 {time}', {
            ...{ month: Number(day.slice(5, 7)), day: Number(day.slice(8)), time },
          })
  return <Text className="column-next">{words}</Text>
}

function PostLine({ post }: { post: ColumnPage['posts'][number] }) {
  const { i18n } = useLingui()
  return (
    <Card className="column-post">
      <View {...tappable(post.title, () => openPage(`/pages/read/index?p=${post.postId}`))}>
        <Text className="column-title">{post.title}</Text>
        <Text className="column-note">{post.excerpt}</Text>
        <Text className="column-note">{wordInstant(post.publishedAt, Date.now(), langOf(i18n.locale))}</Text>
      </View>
    </Card>
  )
}

function Shown({ column }: { column: ColumnPage }) {
  const { i18n } = useLingui()
  const { cover } = column
  return (
    <>
      {cover && <Photo src={cover.url} alt={cover.alt} width={cover.width} height={cover.height} />}
      <View className="column-head">
        <Text className="column-rhythm">{wordRhythm(column, langOf(i18n.locale))}</Text>
        {column.about !== '' && <Text className="column-note">{column.about}</Text>}
        {column.nextAt !== null && <Next nextAt={column.nextAt} />}
      </View>
      {column.posts.length === 0 ? (
        <Empty title={i18n._('还没有内容')} hint={i18n._('到点会出现在这里')} />
      ) : (
        column.posts.map((post) => <PostLine key={post.postId} post={post} />)
      )}
    </>
  )
}

export default function Column() {
  const { i18n } = useLingui()
  const [{ c = '', t }] = useState(pageParams)
  const { data, error, refetch } = useColumnPage(c as ColumnId, t as ShareToken | undefined)
  useTitle(data?.name ?? i18n._('涟漪'))
  const isGone = error !== null && asShown(error).code === 'not-found'
  return (
    <Page title={data?.name ?? ''} className="column">
      {data && <Shown column={data} />}
      {!data && isGone && (
        <Empty level={1} title={i18n._('这个栏目停更了')} hint={i18n._('看过的文章还能从原来的链接打开')} />
      )}
      {!data && error && !isGone && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={2} />}
    </Page>
  )
}
