// Lists brought in before: gone on with where a closed window left them, or taken back.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { Button, Popconfirm, Table } from 'antd'
import { type Roster, useRosters } from '@/features/people/use-roster'

type Acts = {
  onLook: (rosterId: string) => void
  onGoOn: (rosterId: string) => void
  onUndo: (rosterId: string) => void
}

const wordState = (i18n: I18n, { state, staged, parts, counts }: Roster): string =>
  ({
    staging: i18n._('传了 {staged}/{parts}，再选同一个文件接着传', { staged, parts }),
    checked: counts.faults > 0 ? i18n._('核对过，有 {n} 处要改', { n: counts.faults }) : i18n._('核对过，还没导入'),
    applying: i18n._('正在写入'),
    applied: i18n._('导入了'),
    undoing: i18n._('正在退回'),
    undone: i18n._('撤销了'),
  })[state]

function Act({ roster, onLook, onGoOn, onUndo }: Acts & { roster: Roster }) {
  const { i18n } = useLingui()
  const { state, rosterId, staged, parts } = roster
  if (state === 'checked' || (state === 'staging' && staged === parts))
    return (
      <Button size="small" onClick={() => onLook(rosterId)}>
        {i18n._('接着核对')}
      </Button>
    )
  if (state === 'applying' || state === 'undoing')
    return (
      <Button size="small" onClick={() => onGoOn(rosterId)}>
        {i18n._('看进度')}
      </Button>
    )
  if (state !== 'applied') return null
  return (
    <Popconfirm
      title={i18n._('每个人都回到导入前的样子，确定吗？')}
      okText={i18n._('撤销')}
      cancelText={i18n._('留着')}
      onConfirm={() => onUndo(rosterId)}
    >
      <Button size="small">{i18n._('撤销')}</Button>
    </Popconfirm>
  )
}

export function RosterBefore(acts: Acts) {
  const { i18n } = useLingui()
  const { data } = useRosters()
  if (!data || data.rosters.length === 0) return null
  return (
    <section className="roster-before" aria-label={i18n._('以前导入的')}>
      <h2 className="desk-part-title">{i18n._('以前导入的')}</h2>
      <Table
        className="desk-table"
        size="small"
        rowKey="rosterId"
        dataSource={data.rosters}
        pagination={false}
        columns={[
          {
            key: 'file',
            title: i18n._('文件'),
            render: (_, one) => (
              <>
                <p>{one.fileName}</p>
                <p className="desk-note">
                  {i18n._('{day} {name}，{n} 行', { day: dayOf(one.at), name: one.byName, n: one.rows })}
                </p>
              </>
            ),
          },
          { key: 'state', title: i18n._('状态'), render: (_, one) => wordState(i18n, one) },
          { key: 'act', title: '', render: (_, one) => <Act roster={one} {...acts} /> },
        ]}
      />
    </section>
  )
}
