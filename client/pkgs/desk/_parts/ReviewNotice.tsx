// How far the second pair of eyes has come with the post in the editor: a chip, and what to do about it.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import type { ReviewState } from '@shared/domain/review'
import { Alert, Button } from 'antd'
import type { ShownPost } from '@/features/post/draft-form'
import type { ShownReview } from '@/features/post/use-reviews'
import { currentLang } from '@/platform/lang'
import { useAddress } from './Address'
import { Approvers } from './Approvers'
import { wordReview } from './review-words'
import { Withdraw } from './Withdraw'

const CHIPS: Record<ReviewState, string> = { submitted: 'scheduled', approved: 'live', returned: 'recalled' }

export function ReviewMark({ state }: { state: ReviewState }) {
  const { i18n } = useLingui()
  return <span className={`desk-chip desk-chip-${CHIPS[state]}`}>{wordReview(i18n, state)}</span>
}

/** Once it is approved and out, that is told by its state. */
export function ReviewChip({ review }: { review: ShownReview | null }) {
  return review && review.state !== 'approved' ? <ReviewMark state={review.state} /> : null
}

export function ReviewNotice({ post }: { post: ShownPost }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { review } = post
  const word = (at: number) => wordInstant(at, Date.now(), currentLang())
  if (!review) return null
  if (review.state === 'submitted')
    return (
      <Alert
        className="review-notice"
        type="info"
        showIcon
        title={i18n._('{name} {when} 提交的，等另一位同事审核', { name: review.byName, when: word(review.at) })}
        description={
          <>
            {i18n._('改一个字就要重新提交')} <Approvers postId={post.postId} />
          </>
        }
        action={
          <div className="desk-row">
            <Withdraw of={post} />
            <Button
              size="small"
              onClick={() => go({ post: '', new: '', view: '', at: 'review', tab: '', item: post.postId })}
            >
              {i18n._('去审核')}
            </Button>
          </div>
        }
      />
    )
  if (review.state === 'approved' || review.decidedAt === null) return null
  return (
    <Alert
      className="review-notice"
      type="warning"
      showIcon
      title={i18n._('{name} {when} 退回：{notes}', {
        name: review.decidedByName,
        when: word(review.decidedAt),
        notes: review.notes,
      })}
      description={i18n._('改好再提交一次')}
    />
  )
}
