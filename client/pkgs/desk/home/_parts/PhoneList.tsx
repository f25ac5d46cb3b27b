// Which posts are there, the newest change first; and how many wait for a second pair of eyes.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { type PostRow, usePosts } from '@/features/post/use-posts'
import { useReviews } from '@/features/post/use-reviews'
import { titleOf } from '@/features/post/words'
import { currentLang } from '@/platform/lang'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Empty, Failed, Skeleton } from '@/ui/States'
import { ReviewChip, StateChip } from './StateChip'

function Row({ row, onOpen }: { row: PostRow; onOpen: () => void }) {
  const { i18n } = useLingui()
  const at = row.publishedAt ?? row.publishAt ?? row.updatedAt
  const title = titleOf(i18n, row)
  return (
    <Card onTap={onOpen} label={title}>
      <View className="hq-row">
        <StateChip state={row.state} />
        {row.review !== null && row.review !== 'approved' && <ReviewChip state={row.review} />}
        <Text className="hq-note">{wordInstant(at, Date.now(), currentLang())}</Text>
      </View>
      <View className="hq-name">{title}</View>
      {row.column !== '' && <View className="hq-note">{row.column}</View>}
    </Card>
  )
}

/** Nothing waits, nothing shown. */
function Waiting({ onOpen }: { onOpen: () => void }) {
  const { i18n } = useLingui()
  const { rows, hasNextPage } = useReviews('submitted')
  if (rows.length === 0) return null
  const label = hasNextPage
    ? i18n._('{n} 条以上等审核', { n: rows.length })
    : i18n._('{n} 条等审核', { n: rows.length })
  return (
    <Card onTap={onOpen} label={label}>
      <View className="hq-name">{label}</View>
      <View className="hq-note">{i18n._('有风险的内容，要另一位同事看过再发')}</View>
    </Card>
  )
}

type Props = { onOpen: (postId: string) => void; onNew: () => void; onReviews: () => void }

export function PhoneList({ onOpen, onNew, onReviews }: Props) {
  const { i18n } = useLingui()
  const { rows, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePosts()
  const retry = () => void refetch()
  return (
    <Page
      title={i18n._('内容')}
      aside={
        <Button small onTap={onNew}>
          {i18n._('新建内容')}
        </Button>
      }
    >
      {error && rows.length === 0 && <Failed error={error} onRetry={retry} />}
      {isPending && <Skeleton />}
      {!isPending && !error && rows.length === 0 && (
        <Empty title={i18n._('还没有内容')} hint={i18n._('写第一条：一段朋友圈文案，几张图，一篇长文')} />
      )}
      <View className="hq-stack">
        <Waiting onOpen={onReviews} />
        {rows.map((row) => (
          <Row key={row.postId} row={row} onOpen={() => onOpen(row.postId)} />
        ))}
        {hasNextPage && (
          <Button kind="plain" busy={isFetchingNextPage} onTap={() => void fetchNextPage()}>
            {i18n._('更多')}
          </Button>
        )}
      </View>
    </Page>
  )
}
