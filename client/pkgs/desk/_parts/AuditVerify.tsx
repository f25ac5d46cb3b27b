// Has anybody touched the log? Asked for by a press, answered plainly: whole, or which entries are not.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { Alert, Button } from 'antd'
import { useVerifying, type Verifying } from '@/features/audit/use-audits'
import { errorText } from '@/ui/error-text'
import { wordFault } from './audit-words'

const FAULTS_SHOWN = 20

/** From which entry to which, and the line that proves it later. */
function Looked({ n, last, span }: Pick<Verifying, 'n' | 'last' | 'span'>) {
  const { i18n } = useLingui()
  if (!span) return null
  const [from, to] = [span.fromAt, span.toAt].map(dayOf)
  return (
    <>
      <p>
        {i18n._('从第 {from} 条到第 {to} 条，{since} 到 {until}', {
          from: span.from,
          to: span.to,
          since: from,
          until: to,
        })}
      </p>
      <p>{i18n._('抄下这一行放在别处，以后可以对：{mark}', { mark: `${n}:${last ?? ''}` })}</p>
    </>
  )
}

function Said({ phase, n, faults, last, span, signedBefore, error }: Verifying) {
  const { i18n } = useLingui()
  if (phase === 'idle') return null
  if (phase === 'failed')
    return <Alert type="error" showIcon title={i18n._('没验完：{why}', { why: errorText(error) })} />
  if (phase === 'running') return <p role="status">{i18n._('正在验，到第 {n} 条了', { n })}</p>
  if (faults.length === 0 && signedBefore !== null)
    return (
      <Alert
        type="warning"
        showIcon
        title={i18n._('记录可能被整个清空过')}
        description={i18n._('{day} 就有人签过字，可记录里没有那时候的事。请拿抄下的那一行来对', {
          day: dayOf(signedBefore),
        })}
      />
    )
  if (faults.length === 0)
    return (
      <Alert
        type="success"
        showIcon
        title={i18n._('{n} 条都在，没有人改过', { n })}
        description={<Looked n={n} last={last} span={span} />}
      />
    )
  return (
    <Alert
      type="error"
      showIcon
      title={i18n._('有 {n} 处不对，有人动过数据库', { n: faults.length })}
      description={
        <ul className="audit-faults">
          {faults.slice(0, FAULTS_SHOWN).map((fault) => (
            <li key={JSON.stringify(fault)}>{wordFault(i18n, fault)}</li>
          ))}
        </ul>
      }
    />
  )
}

export function AuditVerify() {
  const { i18n } = useLingui()
  const { verify, ...state } = useVerifying()
  return (
    <div className="audit-verify">
      <Button id="audit-verify" loading={state.phase === 'running'} onClick={() => void verify()}>
        {i18n._('验证')}
      </Button>
      <div className="audit-said" aria-live="polite">
        <Said {...state} />
      </div>
    </div>
  )
}
