// One post as its approver sees it: what is risky and who answers for it, what it says, the texts the reps get; then a word.
import { useLingui } from '@lingui/react'
import { Button } from 'antd'
import { usePool } from '@/features/post/use-pool'
import { usePost } from '@/features/post/use-posts'
import type { ReviewRow } from '@/features/post/use-reviews'
import { titleOf } from '@/features/post/words'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { Part } from './Field'
import { PoolSample } from './PoolSample'
import { ReviewActs } from './ReviewActs'
import { ReviewMark } from './ReviewNotice'
import { ReviewPost } from './ReviewPost'
import { ReviewRisks } from './ReviewRisks'
import { DeskFailed, DeskLoading } from './States'

/** The texts that are approved with it. */
function Sample({ row }: { row: ReviewRow }) {
  const { i18n } = useLingui()
  const { data, error } = usePool(row.postId, row.version, true)
  if (error) return <p className="desk-wrong">{i18n._('样稿没取到：{why}', { why: errorText(error) })}</p>
  if (!data) return <DeskLoading />
  return data.sample.length > 0 ? (
    <PoolSample sample={data.sample} reps={data.reps} />
  ) : (
    <Part title={i18n._('样稿')}>
      <p className="desk-note">{i18n._('选的门店里还没有导购')}</p>
    </Part>
  )
}

export function ReviewDetail({ row, onClose }: { row: ReviewRow; onClose: () => void }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const query = usePost(row.postId, false)
  const post = query.data
  const isOther = post !== undefined && post.version !== row.version
  return (
    <article className="review-detail" aria-label={titleOf(i18n, row)}>
      <header className="review-head">
        <Button className="review-back" type="text" onClick={onClose}>
          {i18n._('回到列表')}
        </Button>
        <h2 className="desk-title">{titleOf(i18n, row)}</h2>
        <ReviewMark state={row.review.state} />
        <Button size="small" onClick={() => go({ post: row.postId, new: '', view: '' })}>
          {i18n._('打开编辑页')}
        </Button>
      </header>
      <ReviewRisks row={row} />
      {query.error && !post && <DeskFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <DeskLoading />}
      {isOther && <p className="desk-wrong">{i18n._('她又改了一版，这一版不用审了，请刷新')}</p>}
      {post && !isOther && (
        <>
          <ReviewPost post={post} />
          <Sample row={row} />
          {row.review.state === 'submitted' && <ReviewActs row={row} />}
        </>
      )}
    </article>
  )
}
