// The columns: series at fixed hours. A list, and one of them in hand.
import { useLingui } from '@lingui/react'
import { wordRhythm } from '@shared/domain/column'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { type ShownColumn, useColumns } from '@/features/calendar/use-calendar'
import { mintId } from '@/platform/mint'
import { ColumnForm } from './ColumnForm'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'

const fresh = (): ShownColumn => ({
  ...{ columnId: mintId(), rev: 0, name: '', weekdays: [1, 2, 3, 4, 5, 6, 7], time: '08:00' },
  ...{ channels: ['moments'], topicHint: '', about: '', coverId: null, cover: null, updatedAt: 0 },
})

function Rows({ columns, onOpen }: { columns: readonly ShownColumn[]; onOpen: (column: ShownColumn) => void }) {
  const { i18n } = useLingui()
  const lang = i18n.locale === 'en' ? 'en' : 'zh'
  if (columns.length === 0)
    return <DeskEmpty title={i18n._('还没有栏目')} hint={i18n._('建一个，比如每天早八点的育儿课')} />
  return (
    <ul>
      {columns.map((column) => (
        <li key={column.columnId} className="cal-shelf-row">
          <button type="button" className="desk-link" onClick={() => onOpen(column)}>
            {column.name}
          </button>
          <p className="desk-note">{wordRhythm(column, lang)}</p>
        </li>
      ))}
    </ul>
  )
}

export function ColumnsDrawer({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui()
  const { data, error, refetch } = useColumns()
  const [inHand, setInHand] = useState<ShownColumn | null>(null)
  if (inHand)
    return <ColumnForm key={inHand.columnId} opened={inHand} onBack={() => setInHand(null)} onClose={onClose} />
  return (
    <Drawer
      open
      size={480}
      title={i18n._('栏目')}
      onClose={onClose}
      footer={
        <Button type="primary" onClick={() => setInHand(fresh())}>
          {i18n._('新建栏目')}
        </Button>
      }
    >
      {data ? (
        <Rows columns={data.columns} onOpen={setInHand} />
      ) : error ? (
        <DeskFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <DeskLoading />
      )}
    </Drawer>
  )
}
