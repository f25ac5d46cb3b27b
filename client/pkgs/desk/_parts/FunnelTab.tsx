// 漏斗: of what was dealt, how much was saved, posted, read, read deeply, talked about and bought; by store, team or region?
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { WORK_STEPS, type WorkStep } from '@shared/domain/work'
import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { Chart } from './Chart'
import { chartBase, words } from './chart-look'
import { DeskEmpty } from './States'
import { type Funnel, useChosen, useFunnel, usePostAsked, useSpan } from './use-work'
import { WorkNumber } from './WorkNumber'
import { Choice, PostChoice, SpanChoice, WorkSeen } from './WorkSeen'
import { drawnCount, wordCount, wordFormula, wordPart, wordStepIs, wordUnit } from './work-words'

type Row = Funnel['rows'][number]
type Steps = Row['steps']

const PERS = ['store', 'team', 'region'] as const
const STEP_PX = 30

function FunnelChart({ steps }: { steps: Steps }) {
  const { i18n } = useLingui()
  const shown = shownSteps(steps)
  const rows = shown.map((step) => {
    return {
      key: step,
      cells: [wordPart(step, i18n), wordCount(steps[step], i18n), shareOf(steps, step), wordStepIs(step, i18n)],
    }
  })
  return (
    <Chart
      id="funnel-chart"
      title={i18n._('从领到到成交')}
      height={shown.length * STEP_PX + 16}
      heads={[i18n._('一步'), i18n._('多少'), i18n._('占几成'), i18n._('怎么算')]}
      rows={rows}
      option={(look) => ({
        ...chartBase(look),
        grid: { left: 0, right: 112, top: 0, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        xAxis: { type: 'value', show: false },
        yAxis: {
          type: 'category',
          inverse: true,
          data: shown.map((step) => wordPart(step, i18n)),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: words(look.ink),
        },
        series: [
          {
            type: 'bar',
            barWidth: 16,
            data: shown.map((step) => drawnCount(steps[step])),
            itemStyle: { color: look.ripple, borderRadius: 4 },
            label: {
              show: true,
              position: 'right',
              ...words(look.ink),
              formatter: ({ dataIndex }) => {
                const step = shown[dataIndex]
                return step ? toldOf(steps, step, i18n) : ''
              },
            },
          },
        ],
      })}
    />
  )
}

/** The count with what it counts, and its share of the step that it is a part of. */
const toldOf = (steps: Steps, step: WorkStep, i18n: I18n): string => {
  const share = shareOf(steps, step)
  const counted = `${wordCount(steps[step], i18n)} ${wordUnit(step, i18n)}`
  return share === '—' ? counted : `${counted} · ${share}`
}

/** Steps count different things; only one of the same things is a share. */
const PART_OF: Partial<Record<WorkStep, WorkStep>> = {
  saved: 'found',
  posted: 'saved',
  received: 'posted',
  deep: 'opened',
  deals: 'talked',
}

const shareOf = (steps: Steps, step: WorkStep): string => {
  const before = PART_OF[step]
  const [all, part] = [before && steps[before], steps[step]]
  if (typeof all !== 'number' || typeof part !== 'number') return '—'
  return all === 0 || part > all ? '—' : `${Math.round((part / all) * 100)}%`
}

/** What is not known of many posts together is left out. */
const shownSteps = (steps: Steps): WorkStep[] => WORK_STEPS.filter((step) => steps[step] !== null)

function FunnelTable({ rows, whole }: { rows: Row[]; whole: Funnel['whole'] }) {
  const { i18n } = useLingui()
  const columns: TableColumnsType<Row> = [
    {
      key: 'name',
      title: i18n._('哪里'),
      width: 150,
      fixed: 'start',
      render: (_, { name, under }) => (
        <div className="work-who">
          <span title={name}>{name || i18n._('没有归属')}</span>
          {under && <span className="desk-note">{under}</span>}
        </div>
      ),
    },
    ...shownSteps(whole.steps).map((step) => ({
      key: step,
      title: wordPart(step, i18n),
      width: 72,
      align: 'end' as const,
      sorter: (a: Row, b: Row) => drawnCount(a.steps[step]) - drawnCount(b.steps[step]),
      render: (_: unknown, { steps }: Row) => <span className="desk-number">{wordCount(steps[step], i18n)}</span>,
    })),
    {
      key: 'reach',
      title: wordFormula(whole.reach.formula, i18n).name,
      width: 158,
      render: (_, { name, reach }) => <WorkNumber number={reach} whose={name} />,
    },
    {
      key: 'deep',
      title: i18n._('读深率'),
      width: 158,
      render: (_, { name, deepRate }) => <WorkNumber number={deepRate} whose={name} />,
    },
  ]
  return (
    <Table<Row>
      id="funnel-rows"
      className="desk-table work-table"
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
      sticky={{ offsetHeader: 56 }}
      showSorterTooltip={false}
    />
  )
}

export function FunnelTab() {
  const { i18n } = useLingui()
  const [postId, per, span] = [usePostAsked(), useChosen('per', PERS), useSpan()]
  const asked = useFunnel(postId, per, span)
  return (
    <>
      <div className="work-filters">
        <PostChoice value={postId} all />
        {postId === null && <SpanChoice />}
        <Choice
          name="per"
          value={per}
          label={i18n._('按什么分')}
          options={[
            { value: 'store', label: i18n._('门店') },
            { value: 'team', label: i18n._('小组') },
            { value: 'region', label: i18n._('区域') },
          ]}
        />
      </div>
      <WorkSeen asked={asked}>
        {({ whole, rows }) => (
          <div className="work-parts">
            <div className="work-figures">
              <Figure label={wordFormula(whole.reach.formula, i18n).name} hint={i18n._('发了，有没有人读到')}>
                <WorkNumber number={whole.reach} />
              </Figure>
              <Figure label={i18n._('读深率')} hint={i18n._('打开的人，读没读下去')}>
                <WorkNumber number={whole.deepRate} />
              </Figure>
            </div>
            <FunnelChart steps={whole.steps} />
            {rows.length > 0 ? (
              <FunnelTable rows={rows} whole={whole} />
            ) : (
              <DeskEmpty title={i18n._('这段时间还没有数')} hint={i18n._('换一段时间，或等导购发出去')} />
            )}
          </div>
        )}
      </WorkSeen>
    </>
  )
}

function Figure({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    <div className="work-figure">
      <span>{label}</span>
      {children}
      <span className="desk-note">{hint}</span>
    </div>
  )
}
