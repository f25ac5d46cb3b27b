// Reason by reason: how many talks, how often they went well and how sure that is, how they ended, how many reps told.
import { useLingui } from '@lingui/react'
import { Table, type TableColumnsType } from 'antd'
import { wordEnd, wordReason } from '@/features/talk/names'
import type { Reasons } from '@/features/talk/use-reasons'

type Row = Reasons['reasons'][number]
type Shown = NonNullable<Row['shown']>

const ENDS = ['dealt', 'booked', 'talked', 'silent', 'unfit'] as const
const percent = (part: number): string => `${Math.round(part * 100)}%`

/** A line as long as what the rate may be, and a point where it was; the words beside it say the same. */
function Interval({ rate, low, high }: Pick<Shown, 'rate' | 'low' | 'high'>) {
  return (
    <div className="desk-bar-cell">
      <span className="desk-number">{percent(rate)}</span>
      <span className="reason-scale" aria-hidden="true">
        <span className="reason-span" style={{ left: percent(low), width: percent(high - low) }} />
        <span className="reason-point" style={{ left: percent(rate) }} />
      </span>
      <span className="desk-note desk-number reason-range">{`${percent(low)}–${percent(high)}`}</span>
    </div>
  )
}

const count = (n: number) => <span className="desk-number">{n}</span>

export function ReasonsTable({ reasons }: { reasons: Row[] }) {
  const { i18n } = useLingui()
  const ends = (shown: Shown) =>
    ENDS.filter((end) => shown.ends[end] > 0)
      .map((end) => `${wordEnd(end, i18n)} ${shown.ends[end]}`)
      .join(' · ')
  const columns: TableColumnsType<Row> = [
    { key: 'reason', title: i18n._('理由'), width: 128, render: (_, { reason }) => wordReason(reason, i18n) },
    {
      key: 'talks',
      title: i18n._('沟通'),
      width: 88,
      align: 'end',
      render: (_, { shown }) => (shown ? count(shown.talks) : '—'),
    },
    {
      key: 'rate',
      title: i18n._('管用'),
      render: (_, { shown }) =>
        shown ? <Interval {...shown} /> : <span className="desk-note">{i18n._('还不能判断')}</span>,
    },
    {
      key: 'ends',
      title: i18n._('结果'),
      width: 320,
      responsive: ['lg'],
      render: (_, { shown }) => shown && <span className="desk-note desk-number">{ends(shown)}</span>,
    },
    {
      key: 'reps',
      title: i18n._('几位导购'),
      width: 104,
      align: 'end',
      responsive: ['md'],
      render: (_, { shown }) => (shown ? count(shown.reps) : '—'),
    },
  ]
  return (
    <Table<Row>
      id="talk-reasons"
      className="desk-table"
      rowKey="reason"
      columns={columns}
      dataSource={reasons}
      pagination={false}
    />
  )
}
