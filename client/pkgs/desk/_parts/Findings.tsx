// What the advertising check found: the word where it stands, how grave it is, which article, and safe wordings to take.
import { useLingui } from '@lingui/react'
import type { PostFinding } from '@shared/domain/advert/sign'
import type { Severity } from '@shared/domain/advert/word'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DraftForm } from '@/features/post/draft-form'
import { wordFoundCounts, wordSeverity, wordSpot, wordWhy } from '@/features/post/word-advert'
import { type FormFinding, quoteOf, replaceWord, textAt } from '@/features/post/words-found'
import type { PostDesk } from './use-post-desk'

export function SeverityMark({ severity }: { severity: Severity }) {
  const { i18n } = useLingui()
  return <span className={`desk-chip found-mark found-${severity}`}>{wordSeverity(i18n, severity)}</span>
}

/** Why it is not allowed, and where that stands. */
export function Ground({ finding }: { finding: Pick<PostFinding, 'id' | 'article'> }) {
  const { i18n } = useLingui()
  return (
    <p className="desk-note">
      {wordWhy(i18n, finding.id)} <span className="found-article">{finding.article}</span>
    </p>
  )
}

type OneProps = {
  finding: PostFinding
  place?: string
  quote?: { before: string; after: string }
  children?: ReactNode
}

export function FindingLine({ finding, place, quote, children }: OneProps) {
  return (
    <li className="found-one">
      <SeverityMark severity={finding.severity} />
      <div className="found-body">
        <p className="found-quote">
          {quote?.before}
          <mark>{finding.word}</mark>
          {quote?.after}
          {place && <span className="desk-note found-place">{place}</span>}
        </p>
        <Ground finding={finding} />
        {children}
      </div>
    </li>
  )
}

type InsteadProps = { finding: FormFinding; onPick: (instead: string) => void }

function Instead({ finding, onPick }: InsteadProps) {
  const { i18n } = useLingui()
  if (finding.instead.length === 0 || !finding.spot) return <p className="found-do">{i18n._('删掉它，或换个说法')}</p>
  return (
    <div className="desk-row found-do">
      <span>{i18n._('换成')}</span>
      {finding.instead.map((instead) => (
        <Button
          key={instead}
          size="small"
          aria-label={i18n._('把“{word}”换成“{instead}”', { word: finding.word, instead })}
          onClick={() => onPick(instead)}
        >
          {instead}
        </Button>
      ))}
    </div>
  )
}

type Props = { desk: PostDesk; findings: FormFinding[]; label: string; withPlace?: boolean }

/** More of them are a list to work through from the top. */
const FEW = 8

/** Below the field it is about. Nothing found, nothing shown. */
export function Findings({ desk, findings, label, withPlace = false }: Props) {
  const { i18n } = useLingui()
  const { found, draft, editable } = desk
  const [all, setAll] = useState(false)
  const shown = all ? findings : findings.slice(0, FEW)
  if (findings.length === 0) return null
  const take = (finding: FormFinding, instead: string) =>
    draft.change((form: DraftForm) => replaceWord(form, finding, instead))
  return (
    <section className="desk-found" aria-label={label}>
      <p className="found-sum" role="status">
        {wordFoundCounts(i18n, findings)}
      </p>
      <ul className="found-list">
        {shown.map((finding) => {
          const { spot, at, word, id } = finding
          const quote = spot ? { quote: quoteOf(textAt(found.of, spot), spot.at, word) } : {}
          const place = withPlace && spot ? { place: wordSpot(i18n, spot) } : {}
          return (
            <FindingLine key={`${id}/${at}`} finding={finding} {...quote} {...place}>
              {editable && <Instead finding={finding} onPick={(instead) => take(finding, instead)} />}
            </FindingLine>
          )
        })}
      </ul>
      {shown.length < findings.length && (
        <button type="button" className="desk-link" onClick={() => setAll(true)}>
          {i18n._('还有 {n} 处', { n: findings.length - shown.length })}
        </button>
      )}
    </section>
  )
}
