// The queue: what it is, who handed it in when, when it is to go out, and how risky it is.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import type { ReviewRow } from '@/features/post/use-reviews'
import { titleOf } from '@/features/post/words'
import { currentLang } from '@/platform/lang'

const word = (at: number) => wordInstant(at, Date.now(), currentLang())

function Risks({ row }: { row: ReviewRow }) {
  const { i18n } = useLingui()
  const n = row.risks.filter(({ severity }) => severity !== 'hint').length
  if (n === 0) return <span className="desk-note">{i18n._('没有查出风险')}</span>
  return <span className="review-risky">{i18n._('{n} 处风险', { n })}</span>
}

function Row({ row, isOpen, onOpen }: { row: ReviewRow; isOpen: boolean; onOpen: () => void }) {
  const { i18n } = useLingui()
  const { review } = row
  const wish = review.publishAt === null ? i18n._('通过就发') : i18n._('想 {when} 发', { when: word(review.publishAt) })
  return (
    <li className={isOpen ? 'review-row review-row-open' : 'review-row'}>
      {row.thumbUrl ? (
        <img className="desk-thumb" src={row.thumbUrl} alt="" loading="lazy" />
      ) : (
        <span className="desk-thumb" />
      )}
      <div className="review-row-words">
        <button type="button" className="desk-link" aria-current={isOpen} onClick={onOpen}>
          {titleOf(i18n, row)}
        </button>
        <p className="desk-note">{i18n._('{name} {when} 提交', { name: review.byName, when: word(review.at) })}</p>
        <p className="desk-note">{review.state === 'submitted' ? wish : review.notes || review.decidedByName}</p>
        <p>
          <Risks row={row} />
          {row.own && <span className="desk-note"> · {i18n._('你写过或提交过')}</span>}
        </p>
      </div>
    </li>
  )
}

type Props = { rows: ReviewRow[]; openId: string; onOpen: (postId: string) => void }

export function ReviewList({ rows, openId, onOpen }: Props) {
  const { i18n } = useLingui()
  return (
    <ul className="review-list" aria-label={i18n._('审核列表')}>
      {rows.map((row) => (
        <Row key={row.postId} row={row} isOpen={row.postId === openId} onOpen={() => onOpen(row.postId)} />
      ))}
    </ul>
  )
}
