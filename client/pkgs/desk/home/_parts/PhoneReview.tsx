// On a phone: one post as its approver sees it, with the texts the reps get; she lets it out or gives it back with a note.
import { useLingui } from '@lingui/react'
import { NOTES_MAX } from '@shared/domain/approval'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShownPost } from '@/features/post/draft-form'
import { usePool } from '@/features/post/use-pool'
import { useEditor, usePost } from '@/features/post/use-posts'
import { type ReviewRow, useReviewActs, useReviews, wishOf } from '@/features/post/use-reviews'
import { titleOf, wordTone } from '@/features/post/words'
import { currentLang } from '@/platform/lang'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Empty, Failed, Skeleton } from '@/ui/States'
import { PhoneRisk } from './PhoneRisk'
import { PhoneSays } from './PhoneSays'
import { useAct } from './use-act'

/** Enough to read on a phone; the desk in a browser shows them all. */
const SAMPLE = 6

function Risks({ row }: { row: ReviewRow }) {
  const { i18n } = useLingui()
  const { risks, review } = row
  if (risks.length === 0) return <View className="hq-note">{i18n._('没有查出风险')}</View>
  return (
    <View className="hq-words">
      {risks.map((risk) => (
        <PhoneRisk key={`${risk.id}/${risk.where}/${risk.word}`} risk={risk} />
      ))}
      {review.reason !== '' && (
        <View>{i18n._('{name} 签字说可以用：{reason}', { name: review.byName, reason: review.reason })}</View>
      )}
    </View>
  )
}

function Article({ post }: { post: ShownPost }) {
  const { article } = post.draft
  return (
    <Card>
      <View className="hq-name">{article.title}</View>
      {article.sections.map(({ id, heading, paragraphs }) => (
        <View key={id}>
          {heading !== '' && <View className="hq-name">{heading}</View>}
          <View className="hq-text">{paragraphs.join('\n')}</View>
        </View>
      ))}
    </Card>
  )
}

function Sample({ row }: { row: ReviewRow }) {
  const { i18n } = useLingui()
  const { data } = usePool(row.postId, row.version, true)
  if (!data || data.sample.length === 0) return null
  return (
    <View className="hq-stack">
      <View className="hq-heading">{i18n._('导购会拿到的，随便抽几份')}</View>
      {data.sample.slice(0, SAMPLE).map(({ tone, text }) => (
        <Card key={text}>
          <View className="hq-note">{wordTone(i18n, tone)}</View>
          <View className="hq-text">{text}</View>
        </Card>
      ))}
    </View>
  )
}

function Deciding({ row, onDone }: { row: ReviewRow; onDone: () => void }) {
  const { i18n } = useLingui()
  const { approve, giveBack } = useReviewActs()
  const { busy, wrong, run } = useAct()
  const [notes, setNotes] = useState('')
  const publishAt = wishOf(row.review, Date.now())
  const when = publishAt === null ? '' : wordInstant(publishAt, Date.now(), currentLang())
  const decide = (act: () => Promise<unknown>) => void run(act).then((done) => done && onDone())
  return (
    <View className="hq-stack">
      <Button id="review-approve" busy={busy} onTap={() => decide(() => approve(row, publishAt))}>
        {publishAt === null ? i18n._('通过，现在发') : i18n._('通过，{when} 发', { when })}
      </Button>
      <Field
        id="review-notes"
        label={i18n._('退回的话，要改什么')}
        lines={2}
        maxLength={NOTES_MAX}
        value={notes}
        onChange={setNotes}
      />
      <Button
        id="review-return"
        kind="plain"
        busy={busy}
        disabled={notes.trim() === ''}
        onTap={() => decide(() => giveBack(row, notes.trim()))}
      >
        {i18n._('退回')}
      </Button>
      {wrong !== '' && <Text className="hq-wrong">{wrong}</Text>}
    </View>
  )
}

function Word({ row, onDone }: { row: ReviewRow; onDone: () => void }) {
  const { i18n } = useLingui()
  const { data } = useEditor()
  if (data?.role !== 'approver') return <View className="hq-note">{i18n._('要有审核权限的同事来审')}</View>
  if (row.own) return <View className="hq-note">{i18n._('你写过或提交过这一条，要请另一位审核人来审')}</View>
  return <Deciding row={row} onDone={onDone} />
}

export function PhoneReview({ postId, onBack }: { postId: string; onBack: () => void }) {
  const { i18n } = useLingui()
  const { rows } = useReviews('submitted')
  const query = usePost(postId, false)
  const post = query.data
  const row = rows.find((one) => one.postId === postId && one.version === post?.version)
  return (
    <Page
      title={post ? titleOf(i18n, { title: post.draft.article.title, text: post.draft.text }) : ''}
      aside={
        <Button small kind="quiet" onTap={onBack}>
          {i18n._('回到列表')}
        </Button>
      }
    >
      {query.error && !post && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton />}
      {post && !row && <Empty title={i18n._('这一版不用审了')} hint={i18n._('有人审过，或者她又改了一版')} />}
      {post && row && (
        <View className="hq-stack">
          <Risks row={row} />
          <PhoneSays post={post} />
          <Article post={post} />
          <Sample row={row} />
          <Word row={row} onDone={onBack} />
        </View>
      )}
    </Page>
  )
}
