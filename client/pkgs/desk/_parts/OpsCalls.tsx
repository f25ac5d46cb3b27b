// How many calls, how fast, how many fail: by action over the last hour or day, and by the hour as a picture.
import { useLingui } from '@lingui/react'
import { timeOf } from '@shared/domain/day'
import { Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Chart } from './Chart'
import type { ChartOption } from './chart-library'
import { type ChartLook, chartBase, words } from './chart-look'
import { wordMs, wordShare } from './ops-words'
import { DeskEmpty } from './States'
import type { SeenOps } from './use-ops'

type Row = SeenOps['hour'][number]
type Hour = SeenOps['curve'][number]

const CHART_PX = 200

const curveOption = (look: ChartLook, curve: readonly Hour[]): ChartOption => ({
  ...chartBase(look),
  xAxis: {
    type: 'category',
    data: curve.map(({ from }) => timeOf(from)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: words(look.note),
  },
  yAxis: { type: 'value', splitLine: { lineStyle: { color: look.line } }, axisLabel: words(look.note) },
  series: [
    {
      ...{ type: 'line', data: curve.map(({ p95 }) => (p95 === null ? null : Math.round(p95))), symbolSize: 6 },
      ...{ lineStyle: { color: look.ripple }, itemStyle: { color: look.ripple } },
    },
  ],
})

function Curve({ curve }: { curve: Hour[] }) {
  const { i18n } = useLingui()
  return (
    <Chart
      id="ops-curve"
      title={i18n._('每小时里，100 次调用有 95 次快过多少毫秒')}
      height={CHART_PX}
      heads={[i18n._('几点起'), i18n._('调用'), i18n._('出错'), i18n._('慢的（p95）')]}
      rows={curve.map(({ from, calls, failed, p95 }) => ({
        key: String(from),
        cells: [timeOf(from), calls.toLocaleString('en'), failed.toLocaleString('en'), wordMs(p95, i18n)],
      }))}
      option={(look) => curveOption(look, curve)}
    />
  )
}

export function OpsCalls({ seen }: { seen: SeenOps }) {
  const { i18n } = useLingui()
  const [span, setSpan] = useState<'hour' | 'day'>('hour')
  const rows = [...seen[span]].sort((a, b) => b.calls - a.calls)
  const number = (key: string, title: string, of: (row: Row) => number, word: (row: Row) => string) => ({
    ...{ key, title, align: 'end' as const, width: 96 },
    sorter: (a: Row, b: Row) => of(a) - of(b),
    render: (_: unknown, row: Row) => <span className="desk-number">{word(row)}</span>,
  })
  const columns: TableColumnsType<Row> = [
    { key: 'action', title: i18n._('操作'), width: 190, render: (_, { action }) => <code>{action}</code> },
    number(
      'calls',
      i18n._('调用'),
      ({ calls }) => calls,
      ({ calls }) => calls.toLocaleString('en'),
    ),
    number(
      'p50',
      i18n._('一般（p50）'),
      ({ p50 }) => p50 ?? 0,
      ({ p50 }) => wordMs(p50, i18n),
    ),
    number(
      'p95',
      i18n._('慢的（p95）'),
      ({ p95 }) => p95 ?? 0,
      ({ p95 }) => wordMs(p95, i18n),
    ),
    number(
      'failed',
      i18n._('出错'),
      ({ failed, calls }) => failed / calls,
      ({ failed, calls }) => wordShare(failed, calls),
    ),
    number(
      'refused',
      i18n._('被拒'),
      ({ refused, calls }) => refused / calls,
      ({ refused, calls }) => wordShare(refused, calls),
    ),
    number(
      'requests',
      i18n._('每次查库'),
      ({ requests }) => requests,
      ({ requests }) => requests.toLocaleString('en', { maximumFractionDigits: 1 }),
    ),
    number(
      'cold',
      i18n._('冷启动'),
      ({ cold }) => cold,
      ({ cold }) => cold.toLocaleString('en'),
    ),
  ]
  return (
    <section aria-label={i18n._('调用')}>
      <div className="ops-head">
        <h2 className="desk-part-title">{i18n._('调用')}</h2>
        <Segmented
          id="ops-span"
          size="small"
          aria-label={i18n._('看多久')}
          value={span}
          options={[
            { value: 'hour', label: i18n._('近 1 小时') },
            { value: 'day', label: i18n._('近 24 小时') },
          ]}
          onChange={setSpan}
        />
      </div>
      {rows.length === 0 ? (
        <DeskEmpty
          title={i18n._('还没有数')}
          hint={
            seen.isOn ? i18n._('有人用了，一分钟内这里就有') : i18n._('部署时把 RIPPLE_METRICS 设成 on，这里才记数')
          }
        />
      ) : (
        <>
          {seen.curve.length > 1 && <Curve curve={seen.curve} />}
          <Table<Row>
            id="ops-calls"
            className="desk-table"
            rowKey="action"
            size="small"
            columns={columns}
            dataSource={rows}
            pagination={rows.length > 30 ? { pageSize: 30, showSizeChanger: false } : false}
            scroll={{ x: 'max-content' }}
            showSorterTooltip={false}
          />
        </>
      )}
    </section>
  )
}
