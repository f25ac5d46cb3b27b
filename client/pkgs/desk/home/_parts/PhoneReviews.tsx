// On a phone: what waits for a second pair of eyes, who waits longest first.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { type ReviewRow, useReviews } from '@/features/post/use-reviews'
import { titleOf } from '@/features/post/words'
import { currentLang } from '@/platform/lang'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Empty, Failed, Skeleton } from '@/ui/States'

const word = (at: number) => wordInstant(at, Date.now(), currentLang())

function Row({ row, onOpen }: { row: ReviewRow; onOpen: () => void }) {
  const { i18n } = useLingui()
  const { review } = row
  const title = titleOf(i18n, row)
  const risky = row.risks.filter(({ severity }) => severity !== 'hint').length
  return (
    <Card onTap={onOpen} label={title}>
      <View className="hq-name">{title}</View>
      <View className="hq-note">{i18n._('{name} {when} 提交', { name: review.byName, when: word(review.at) })}</View>
      <View className="hq-row">
        <Text className={risky > 0 ? 'hq-found' : 'hq-note'}>
          {risky > 0 ? i18n._('{n} 处风险', { n: risky }) : i18n._('没有查出风险')}
        </Text>
        {row.own && <Text className="hq-note">{i18n._('你写过或提交过')}</Text>}
      </View>
    </Card>
  )
}

export function PhoneReviews({ onOpen, onBack }: { onOpen: (postId: string) => void; onBack: () => void }) {
  const { i18n } = useLingui()
  const { rows, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useReviews('submitted')
  return (
    <Page
      title={i18n._('审核')}
      aside={
        <Button small kind="quiet" onTap={onBack}>
          {i18n._('回到列表')}
        </Button>
      }
    >
      {error && rows.length === 0 && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton />}
      {!isPending && !error && rows.length === 0 && (
        <Empty title={i18n._('没有要审的')} hint={i18n._('有风险的内容提交后会排在这里，等得最久的在最前')} />
      )}
      <View className="hq-stack">
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
