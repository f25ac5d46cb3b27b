// One rep a row: where, with how many contacts; and of who left, in figures that point at no customer, what has passed.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { App, Button, Table, type TableColumnsType } from 'antd'
import { type RepRow, useHandovers } from '@/features/handover/use-people'
import { wordKind, wordRole } from '@/features/people/words'
import { errorText } from '@/ui/error-text'

type Progress = NonNullable<RepRow['handover']>

const wordCount = (i18n: I18n, n: number | 'few'): string => (n === 'few' ? i18n._('不到 3') : String(n))

const wordPassed = (i18n: I18n, { contacts, left }: Progress): string =>
  left === 0
    ? i18n._('记下的 {contacts} 位客户已交接', { contacts })
    : i18n._('记下的 {contacts} 位客户，还剩 {left} 位在交接', { contacts, left })

function HandedOver({ row, handover }: { row: RepRow; handover: Progress }) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { cancel } = useHandovers()
  const stay = async () => {
    try {
      await cancel(row.memberId)
      void message.success(i18n._('取消了，她可以照常登录'))
    } catch (error) {
      void message.error(errorText(error))
    }
  }
  const counts = {
    told: wordCount(i18n, handover.told),
    agreed: wordCount(i18n, handover.agreed),
    declined: wordCount(i18n, handover.declined),
  }
  return (
    <div className="desk-handover">
      <p>{i18n._('交给 {toName}', { toName: handover.toName })}</p>
      <p className="desk-note">{wordPassed(i18n, handover)}</p>
      <p className="desk-note">{i18n._('已告知 {told} · 同意 {agreed} · 不用 {declined}', counts)}</p>
      {handover.state === 'over' && <p className="desk-note">{i18n._('满 180 天，没有答复的已按期清除')}</p>}
      {handover.mayCancel && (
        <Button size="small" onClick={() => void stay()}>
          {i18n._('取消交接')}
        </Button>
      )}
    </div>
  )
}

function Standing({ row, onHandOver }: { row: RepRow; onHandOver: (row: RepRow) => void }) {
  const { i18n } = useLingui()
  if (row.leftAt === null && row.role !== 'rep') return null
  if (row.leftAt === null)
    return (
      <Button size="small" onClick={() => onHandOver(row)}>
        {i18n._('离职交接')}
      </Button>
    )
  return (
    <>
      <p>{i18n._('{day} 离职', { day: dayOf(row.leftAt) })}</p>
      {row.handover && <HandedOver row={row} handover={row.handover} />}
    </>
  )
}

type Props = { rows: RepRow[]; onHandOver: (row: RepRow) => void; onOpen: (row: RepRow) => void }

export function PeopleTable({ rows, onHandOver, onOpen }: Props) {
  const { i18n } = useLingui()
  const columns: TableColumnsType<RepRow> = [
    {
      key: 'name',
      title: i18n._('姓名'),
      render: (_, row) => (
        <>
          <button type="button" className="people-name" onClick={() => onOpen(row)}>
            {row.name}
          </button>
          <p className="desk-note">{row.role === 'rep' ? wordKind(i18n, row.kind) : wordRole(i18n, row.role)}</p>
          <p className="desk-narrow desk-note">{row.storeName}</p>
        </>
      ),
    },
    {
      key: 'store',
      title: i18n._('门店'),
      responsive: ['md'],
      render: (_, row) => (
        <>
          <p>{row.storeName || '—'}</p>
          <p className="desk-note">{row.company}</p>
        </>
      ),
    },
    {
      key: 'contacts',
      title: i18n._('客户数'),
      width: 96,
      render: (_, row) => <span className="desk-number">{row.role === 'rep' ? row.contacts : '—'}</span>,
    },
    { key: 'standing', title: i18n._('状态'), render: (_, row) => <Standing row={row} onHandOver={onHandOver} /> },
  ]
  return (
    <Table<RepRow> className="desk-table" rowKey="memberId" columns={columns} dataSource={rows} pagination={false} />
  )
}
