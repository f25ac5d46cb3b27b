// 审核: what waits for a second pair of eyes, what was given back and what went out; one of them open beside the list.
import { useLingui } from '@lingui/react'
import { REVIEW_STATES, type ReviewState } from '@shared/domain/review'
import { Segmented } from 'antd'
import { useReviews } from '@/features/post/use-reviews'
import { useAddress } from './Address'
import { DeskMore } from './DeskMore'
import { ReviewDetail } from './ReviewDetail'
import { ReviewList } from './ReviewList'
import { wordReview } from './review-words'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import './review.scss'

const isState = (text: string): text is ReviewState => (REVIEW_STATES as readonly string[]).includes(text)

function Nothing({ tab }: { tab: ReviewState }) {
  const { i18n } = useLingui()
  if (tab === 'submitted')
    return <DeskEmpty title={i18n._('没有要审的')} hint={i18n._('有风险的内容提交后会排在这里，等得最久的在最前')} />
  return <DeskEmpty title={tab === 'returned' ? i18n._('没有退回的') : i18n._('还没有通过审核的')} />
}

export function ReviewPage() {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const asked = address.tab ?? ''
  const tab = isState(asked) ? asked : 'submitted'
  const reviews = useReviews(tab)
  const { rows, error, isPending, refetch } = reviews
  const open = rows.find((row) => row.postId === address.item) ?? null
  const choose = (next: ReviewState) => go({ tab: next === 'submitted' ? '' : next, item: '' }, 'replace')
  return (
    <section className="desk-review">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('审核')}</h1>
        <Segmented<ReviewState>
          aria-label={i18n._('看哪些')}
          value={tab}
          options={REVIEW_STATES.map((value) => ({ value, label: wordReview(i18n, value) }))}
          onChange={choose}
        />
      </div>
      {error && rows.length === 0 && <DeskFailed error={error} onRetry={() => void refetch()} />}
      {isPending && <DeskLoading />}
      {!isPending && !error && rows.length === 0 && <Nothing tab={tab} />}
      {rows.length > 0 && (
        <div className={open ? 'review-both review-open' : 'review-both'}>
          <div className="review-side">
            <ReviewList rows={rows} openId={open?.postId ?? ''} onOpen={(item) => go({ item })} />
            <DeskMore of={reviews} />
          </div>
          {open ? (
            <ReviewDetail key={`${open.postId}.${open.version}`} row={open} onClose={() => go({ item: '' })} />
          ) : (
            <p className="review-none desk-note">{i18n._('选一条，看文案、样稿和风险')}</p>
          )}
        </div>
      )}
    </section>
  )
}
