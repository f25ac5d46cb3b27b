// 操作记录: who did what and when, filtered in the address, and a button that proves nobody touched the record.
import { useLingui } from '@lingui/react'
import { AUDIT_ACTS, type AuditAct } from '@shared/domain/audit'
import { Select, Tag } from 'antd'
import { useAudits } from '@/features/audit/use-audits'
import { useAddress } from './Address'
import { AuditTable } from './AuditTable'
import { AuditVerify } from './AuditVerify'
import { wordActs } from './audit-words'
import { DeskMore } from './DeskMore'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import './audit.scss'

const isAct = (text: string): text is AuditAct => (AUDIT_ACTS as readonly string[]).includes(text)

function Filters({ of, act }: { of: string; act: AuditAct | '' }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const words = wordActs(i18n)
  const acts = [
    { value: '' as AuditAct | '', label: i18n._('全部操作') },
    ...AUDIT_ACTS.map((value) => ({ value: value as AuditAct | '', label: words[value] })),
  ]
  return (
    <div className="desk-filters">
      <Select<AuditAct | ''>
        id="audit-act"
        className="audit-act"
        aria-label={i18n._('哪种操作')}
        showSearch={{ optionFilterProp: 'label' }}
        value={act}
        options={acts}
        onChange={(value) => go({ act: value }, 'replace')}
      />
      {of !== '' && (
        <Tag closable onClose={() => go({ of: '' }, 'replace')}>
          {i18n._('只看这一项：{of}', { of })}
        </Tag>
      )}
    </div>
  )
}

export function AuditPage() {
  const { i18n } = useLingui()
  const { address } = useAddress()
  const of = address.of ?? ''
  const asked = address.act ?? ''
  const act = isAct(asked) ? asked : ''
  const audits = useAudits({ of, act })
  const { rows, error, isPending, refetch } = audits
  return (
    <section className="desk-audit">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('操作记录')}</h1>
      </div>
      <p className="desk-note">{i18n._('谁在什么时候做了什么。只能加，不能改也不能删；改了删了，一验就知道')}</p>
      <AuditVerify />
      <Filters of={of} act={act} />
      {error && rows.length === 0 && <DeskFailed error={error} onRetry={() => void refetch()} />}
      {isPending && <DeskLoading />}
      {!isPending && !error && rows.length === 0 && (
        <DeskEmpty
          title={i18n._('没有这样的记录')}
          hint={of || act ? i18n._('换个条件看看') : i18n._('审核、发布、撤回之后，这里会留下一条')}
        />
      )}
      {rows.length > 0 && <AuditTable rows={rows} />}
      <DeskMore of={audits} />
    </section>
  )
}
