// What is wrong with one line: where it is broken, which word may not be said, why, and a safe wording to take.
import { useLingui } from '@lingui/react'
import type { PlayFault, PlayFinding } from '@shared/domain/play-check'
import { Button } from 'antd'
import { takeInstead } from '@/features/playbook/play-form'
import type { PlayDesk } from '@/features/playbook/use-play-draft'
import { wordTact } from '@/features/playbook/word-found'
import { wordWhy } from '@/features/post/word-advert'
import { wordVerdict } from '@/features/post/words'
import { quoteOf } from '@/features/post/words-found'
import { SeverityMark } from './Findings'

function Fault({ fault, text }: { fault: PlayFault; text: string }) {
  const { i18n } = useLingui()
  const words =
    fault.reason === 'unknown-fact'
      ? i18n._('没有 {fact} 这样的词，从上面的里选', { fact: `{${fault.fact}}` })
      : wordVerdict(i18n, { ok: false, reason: fault.reason, at: fault.at }, text)
  return (
    <p className="desk-wrong" role="alert">
      {words}
    </p>
  )
}

function Found({ desk, finding }: { desk: PlayDesk; finding: PlayFinding }) {
  const { i18n } = useLingui()
  const { form, change, editable } = desk
  const { id, severity, word, at, step, line, instead, article } = finding
  const { before, after } = quoteOf(form.steps[step]?.say[line] ?? '', at, word)
  return (
    <li className="found-one">
      <SeverityMark severity={severity} />
      <div className="found-body">
        <p className="found-quote">
          {before}
          <mark>{word}</mark>
          {after}
        </p>
        <p className="desk-note">
          {wordTact(id, i18n) || wordWhy(i18n, id)} <span className="found-article">{article}</span>
        </p>
        {editable && instead.length > 0 && (
          <div className="desk-row found-do">
            <span>{i18n._('换成')}</span>
            {instead.map((wording) => (
              <Button
                key={wording}
                size="small"
                aria-label={i18n._('把“{word}”换成“{instead}”', { word, instead: wording })}
                onClick={() => change(takeInstead(form, finding, wording))}
              >
                {wording}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  )
}

type Props = { desk: PlayDesk; faults: readonly PlayFault[]; found: readonly PlayFinding[] }

export function PlaybookFound({ desk, faults, found }: Props) {
  const textOf = ({ step, line }: PlayFault) => desk.form.steps[step]?.say[line] ?? ''
  if (faults.length === 0 && found.length === 0) return null
  return (
    <div className="desk-found">
      {faults.map((fault) => (
        <Fault key={`${fault.reason}/${fault.at}`} fault={fault} text={textOf(fault)} />
      ))}
      <ul className="found-list">
        {found.map((finding) => (
          <Found key={`${finding.id}/${finding.at}/${finding.word}`} desk={desk} finding={finding} />
        ))}
      </ul>
    </div>
  )
}
