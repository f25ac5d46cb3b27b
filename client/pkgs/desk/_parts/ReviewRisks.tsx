// What is risky in a post that waits: each with its ground, and who says why it may stand.
import { useLingui } from '@lingui/react'
import { wordWhyOf } from '@/features/post/risks'
import type { ReviewRow } from '@/features/post/use-reviews'
import { Part } from './Field'
import { SeverityMark } from './Findings'
import { wordPlace } from './review-words'

export function ReviewRisks({ row }: { row: ReviewRow }) {
  const { i18n } = useLingui()
  const { risks, review } = row
  return (
    <Part title={i18n._('风险')}>
      {risks.length === 0 && <p className="desk-note">{i18n._('没有查出风险')}</p>}
      <ul className="found-list">
        {risks.map((risk) => (
          <li className="found-one" key={`${risk.id}/${risk.where}/${risk.word}`}>
            <SeverityMark severity={risk.severity} />
            <div className="found-body">
              <p className="found-quote">
                <mark>{risk.word}</mark>
                <span className="desk-note found-place">{wordPlace(i18n, risk.where)}</span>
              </p>
              <p className="desk-note">
                {wordWhyOf(risk)} <span className="found-article">{risk.article}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {review.reason !== '' && (
        <p className="review-signed">
          {i18n._('{name} 签字说可以用：{reason}', { name: review.byName, reason: review.reason })}
        </p>
      )}
    </Part>
  )
}
