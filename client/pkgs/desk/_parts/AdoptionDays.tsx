// Readings day by day, the newest on top; those that do not count stand apart.
import { useLingui } from '@lingui/react'
import { wordSpan } from '@shared/domain/day'
import { Table, type TableColumnsType } from 'antd'
import dayjs from 'dayjs'
import type { Adoption } from '@/features/post/use-heat'
import { currentLang } from '@/platform/lang'
import { wordApart } from './word-apart'

type Row = Adoption['days'][number]

/** A number and its length beside the others'. */
export function Bar({ n, most }: { n: number; most: number }) {
  return (
    <div className="desk-bar-cell">
      <span className="desk-number">{n}</span>
      <span className="desk-bar-track" aria-hidden="true">
        <span className="desk-bar-fill" style={{ width: `${most > 0 ? (n / most) * 100 : 0}%` }} />
      </span>
    </div>
  )
}

export function AdoptionDays({ days }: { days: Row[] }) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const rows = [...days].sort((a, b) => (a.day < b.day ? 1 : -1))
  const most = Math.max(0, ...rows.map(({ counted }) => counted.readings))
  const columns: TableColumnsType<Row> = [
    {
      key: 'day',
      title: i18n._('日期'),
      width: 140,
      render: (_, { day }) => (
        <span className="desk-number">{dayjs(day).format(lang === 'en' ? 'ddd, MMM D' : 'M月D日 ddd')}</span>
      ),
    },
    {
      key: 'readings',
      title: i18n._('读者次数'),
      render: (_, { counted }) => <Bar n={counted.readings} most={most} />,
    },
    {
      key: 'deep',
      title: i18n._('读满 1 分钟'),
      width: 120,
      align: 'end',
      render: (_, { counted }) => <span className="desk-number">{counted.deep}</span>,
    },
    {
      key: 'ms',
      title: i18n._('共读'),
      width: 140,
      align: 'end',
      responsive: ['md'],
      render: (_, { counted }) => (
        <span className="desk-number">{counted.ms > 0 ? wordSpan(counted.ms, lang) : '—'}</span>
      ),
    },
    {
      key: 'apart',
      title: i18n._('不算在内'),
      width: 260,
      responsive: ['lg'],
      render: (_, { counted }) => <span className="desk-note">{wordApart(i18n, counted)}</span>,
    },
  ]
  return (
    <Table<Row>
      id="adoption-days"
      className="desk-table"
      rowKey="day"
      columns={columns}
      dataSource={rows}
      pagination={false}
    />
  )
}
