// 利润表: what is left to each team and for each hour; 销量 beside 声量; ads beside users of our own; what was put in.
import { useLingui } from '@lingui/react'
import { Table, type TableColumnsType } from 'antd'
import { wordMoney } from '@/features/deal/words'
import { DealAnswered } from './DealAnswered'
import { DealFigure } from './DealFigure'
import { type Figure, wordCost, wordFigure } from './deal-words'
import { Formula } from './Formula'
import { ProfitChart } from './ProfitChart'
import { ProfitCosts } from './ProfitCosts'
import { DeskEmpty } from './States'
import { type Profit, useProfit } from './use-deals'
import { useSpan } from './use-work'
import { wordCount } from './work-words'

type Row = Profit['teams'][number]
type Sheet = Profit['whole']

const MINUTES = 60
const hoursOf = ({ minutes }: Pick<Sheet, 'minutes'>): string => (minutes / MINUTES).toFixed(1)
const spentOf = ({ spentFen }: Pick<Sheet, 'spentFen'>): number =>
  Object.values(spentFen).reduce((sum, fen) => sum + fen, 0)

function Figures({ whole, voice }: Profit) {
  const { i18n } = useLingui()
  const { incomeFen, goodsFen, spentFen, profitFen, perHourFen, unknownCost, pieces } = whole
  const spent = (['content', 'ads', 'goods', 'other'] as const).map((kind) => ({
    ...{ label: wordCost(kind, i18n), value: wordMoney(spentFen[kind]) },
  }))
  const made = [
    { label: wordFigure('income', i18n).name, value: wordMoney(incomeFen) },
    { label: wordFigure('goods', i18n).name, value: wordMoney(goodsFen) },
    ...spent,
  ]
  const unknown = unknownCost > 0 ? i18n._('有 {n} 行不知道成本，利润最多这么多', { n: unknownCost }) : ''
  return (
    <div className="work-figures">
      <DealFigure of="profit" parts={made} note={unknown}>
        {wordMoney(profitFen)}
      </DealFigure>
      <DealFigure of="hour" parts={[{ label: i18n._('小时'), value: hoursOf(whole) }]}>
        {perHourFen === null ? '—' : wordMoney(perHourFen)}
      </DealFigure>
      <DealFigure of="sales" note={wordMoney(whole.amountFen)}>
        {i18n._('{n} 件', { n: pieces })}
      </DealFigure>
      <DealFigure of="voice" note={i18n._('读得深 {n}', { n: wordCount(voice.deep, i18n) })}>
        {i18n._('打开 {n}', { n: wordCount(voice.opened, i18n) })}
      </DealFigure>
    </div>
  )
}

function Teams({ teams }: Pick<Profit, 'teams'>) {
  const { i18n } = useLingui()
  const column = (key: string, of: Figure, value: (row: Row) => string, by: (row: Row) => number) => {
    const { name, how } = wordFigure(of, i18n)
    return {
      ...{ key, width: 130, align: 'end' as const, sorter: (a: Row, b: Row) => by(a) - by(b) },
      title: (
        <span className="work-number">
          {name}
          <Formula of={i18n._('每组的{name}', { name })} words={how} />
        </span>
      ),
      render: (_: unknown, row: Row) => <span className="desk-number">{value(row)}</span>,
    }
  }
  const columns: TableColumnsType<Row> = [
    {
      ...{ key: 'team', title: i18n._('小组'), width: 140, fixed: 'start' },
      render: (_, { name, store }) => (
        <div className="work-who">
          <span title={name}>{name || i18n._('没有分组')}</span>
          {store && <span className="desk-note">{store}</span>}
        </div>
      ),
    },
    column(
      'income',
      'income',
      ({ incomeFen }) => wordMoney(incomeFen),
      ({ incomeFen }) => incomeFen,
    ),
    column(
      'goods',
      'goods',
      ({ goodsFen }) => wordMoney(goodsFen),
      ({ goodsFen }) => goodsFen,
    ),
    column('spent', 'spent', (row) => wordMoney(spentOf(row)), spentOf),
    column(
      'profit',
      'profit',
      ({ profitFen }) => wordMoney(profitFen),
      ({ profitFen }) => profitFen,
    ),
    column(
      ...(['hour', 'hour'] as const),
      (row) =>
        row.perHourFen === null
          ? '—'
          : i18n._('{yuan}（{n} 小时）', { yuan: wordMoney(row.perHourFen), n: hoursOf(row) }),
      ({ perHourFen }) => perHourFen ?? Number.NEGATIVE_INFINITY,
    ),
  ]
  return (
    <Table<Row>
      id="profit-teams"
      className="desk-table work-table"
      rowKey="teamId"
      size="small"
      columns={columns}
      dataSource={teams}
      pagination={false}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
    />
  )
}

function CameBy({ ads, own }: Pick<Profit, 'ads' | 'own'>) {
  const { i18n } = useLingui()
  const rows = [
    { key: 'ads', name: i18n._('广告带来的（平台说的）'), ...ads },
    { key: 'own', name: i18n._('自己的用户'), ...own },
  ]
  const { name, how } = wordFigure('per-deal', i18n)
  return (
    <div>
      <h2 className="deals-head">
        {i18n._('广告和自己的用户')}
        <Formula of={name} words={how} />
      </h2>
      <Table
        id="profit-came"
        className="desk-table"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={rows}
        columns={[
          { title: i18n._('怎么来的'), dataIndex: 'name' },
          { title: i18n._('成交'), dataIndex: 'deals', align: 'end' },
          { title: i18n._('成交额'), align: 'end', render: (_, row) => wordMoney(row.amountFen) },
          { title: i18n._('花费'), align: 'end', render: (_, row) => wordMoney(row.spentFen) },
          {
            ...{ title: name, align: 'end' },
            render: (_, row) => (row.perDealFen === null ? '—' : wordMoney(row.perDealFen)),
          },
        ]}
      />
    </div>
  )
}

export function ProfitTab() {
  const { i18n } = useLingui()
  const asked = useProfit(useSpan())
  return (
    <DealAnswered asked={asked}>
      {(profit) => (
        <div className="work-parts">
          <Figures {...profit} />
          {profit.teams.length > 0 ? (
            <>
              <ProfitChart teams={profit.teams} />
              <Teams teams={profit.teams} />
            </>
          ) : (
            <DeskEmpty title={i18n._('这段时间还没有成交')} hint={i18n._('导购记下成交，或导入收银的订单')} />
          )}
          <CameBy ads={profit.ads} own={profit.own} />
          <ProfitCosts costs={profit.costs} costsMore={profit.costsMore} offered={profit.offered} />
        </div>
      )}
    </DealAnswered>
  )
}
