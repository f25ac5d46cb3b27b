// The log as rows: when, who, what, about which thing and with which facts.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Table, type TableColumnsType } from 'antd'
import type { AuditRow } from '@/features/audit/use-audits'
import { currentLang } from '@/platform/lang'
import { useAddress } from './Address'
import { titleOfAct, wordActs, wordFacts } from './audit-words'

/** What it was about: a post opens, everything else narrows the list to it. */
function Thing({ row }: { row: AuditRow }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const title = titleOfAct(row) || row.of
  const narrow = () => go({ of: row.of })
  return (
    <>
      <button type="button" className="desk-link" title={i18n._('只看这一项')} onClick={narrow}>
        {title}
      </button>
      <p className="desk-note audit-facts">{wordFacts(i18n, row)}</p>
    </>
  )
}

export function AuditTable({ rows }: { rows: AuditRow[] }) {
  const { i18n } = useLingui()
  const acts = wordActs(i18n)
  const word = (at: number) => wordInstant(at, Date.now(), currentLang())
  const columns: TableColumnsType<AuditRow> = [
    {
      key: 'act',
      title: i18n._('操作'),
      width: 152,
      render: (_, row) => (
        <>
          <p>{acts[row.act]}</p>
          <p className="desk-narrow desk-note">
            {row.byName || i18n._('自动')} · {word(row.at)}
          </p>
        </>
      ),
    },
    { key: 'of', title: i18n._('对象'), render: (_, row) => <Thing row={row} /> },
    {
      key: 'by',
      title: i18n._('谁'),
      width: 128,
      responsive: ['md'],
      render: (_, row) => row.byName || i18n._('自动'),
    },
    {
      key: 'at',
      title: i18n._('什么时候'),
      width: 152,
      responsive: ['md'],
      render: (_, row) => <span className="desk-number">{word(row.at)}</span>,
    },
    {
      key: 'n',
      title: i18n._('编号'),
      width: 88,
      responsive: ['lg'],
      render: (_, row) => <span className="desk-number">{Number(row.id)}</span>,
    },
  ]
  return <Table<AuditRow> className="desk-table" rowKey="id" columns={columns} dataSource={rows} pagination={false} />
}
