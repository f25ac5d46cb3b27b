// One line a store or region, by name: numbers to compare, no order of merit.
import { useLingui } from '@lingui/react'
import { Table, type TableColumnsType } from 'antd'
import type { FirmSpread, Per } from '@/features/spread/use-firm-spread'
import { drawnCount, wordCount } from './work-words'

type Row = FirmSpread['rows'][number]
type Count = 'shares' | 'opened' | 'deep'

export function SpreadTable({ rows, per }: { rows: readonly Row[]; per: Per }) {
  const { i18n } = useLingui()
  const most = Math.max(1, ...rows.map(({ deep }) => drawnCount(deep)))
  const plain = (key: Count, title: string): TableColumnsType<Row>[number] => ({
    key,
    title,
    align: 'right',
    width: 110,
    sorter: (a, b) => drawnCount(a[key]) - drawnCount(b[key]),
    render: (_, row) => <span className="desk-number">{wordCount(row[key], i18n)}</span>,
  })
  const columns: TableColumnsType<Row> = [
    {
      key: 'name',
      title: per === 'store' ? i18n._('门店') : i18n._('大区'),
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
      render: (_, { name }) => name || i18n._('没有归到哪里'),
    },
    { ...plain('shares', i18n._('转发')), responsive: ['md'] },
    plain('opened', i18n._('打开')),
    {
      ...plain('deep', i18n._('细读')),
      width: '30%',
      align: 'left',
      render: (_, { deep }) => (
        <div className="desk-bar-cell">
          <span className="desk-number">{wordCount(deep, i18n)}</span>
          <span className="desk-bar-track" aria-hidden="true">
            <span className="desk-bar-fill" style={{ width: `${(drawnCount(deep) / most) * 100}%` }} />
          </span>
        </div>
      ),
    },
    {
      key: 'depth',
      title: i18n._('最远几步'),
      align: 'right',
      width: 96,
      responsive: ['md'],
      render: (_, { depth }) => <span className="desk-number">{depth === 0 ? '—' : depth}</span>,
    },
  ]
  return (
    <Table<Row>
      id="spread-rows"
      className="desk-table"
      rowKey={({ id }) => id || '-'}
      columns={columns}
      dataSource={[...rows]}
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
    />
  )
}
