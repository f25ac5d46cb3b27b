// What the advertising check found in the post and in what the plan brings in: each with the way to be rid of it.
import { useLingui } from '@lingui/react'
import { Button } from 'antd'
import type { Pool } from '@/features/post/use-pool'
import { VETO_MAX } from '@/features/post/varied'
import { wordField, wordFoundCounts } from '@/features/post/word-advert'
import { useAddress } from './Address'
import { Part } from './Field'
import { FindingLine } from './Findings'
import { show } from './use-acts'
import type { PostDesk } from './use-post-desk'
import { useVetoes } from './Vetoes'

type Finding = Pool['findings'][number]

function Remedy({ desk, finding }: { desk: PostDesk; finding: Finding }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { add, mayAdd } = useVetoes(desk)
  const { word, field } = finding
  const toField = () => {
    go({ view: '' })
    setTimeout(() => show(field))
  }
  if (!desk.editable) return null
  if (field === 'wording' && word.length <= VETO_MAX)
    return (
      <Button size="small" className="found-do" disabled={!mayAdd} onClick={() => add(word)}>
        {i18n._('这篇不用“{word}”', { word })}
      </Button>
    )
  return (
    <Button size="small" className="found-do" aria-label={i18n._('去改“{word}”', { word })} onClick={toField}>
      {i18n._('去改')}
    </Button>
  )
}

export function PoolFindings({ desk, findings }: { desk: PostDesk; findings: Finding[] }) {
  const { i18n } = useLingui()
  if (findings.length === 0) return null
  return (
    <Part title={i18n._('用词')}>
      <p className="found-sum">{wordFoundCounts(i18n, findings)}</p>
      <ul className="found-list">
        {findings.map((finding) => (
          <FindingLine
            key={`${finding.field}/${finding.id}/${finding.at}`}
            finding={{ ...finding, class: finding.class as never }}
            place={wordField(i18n, finding.field)}
          >
            <Remedy desk={desk} finding={finding} />
          </FindingLine>
        ))}
      </ul>
    </Part>
  )
}
