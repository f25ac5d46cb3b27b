// 榜单: who has done well by deep readings, talks and deals, why, and who cannot be told apart?
import { useLingui } from '@lingui/react'
import type { StoreId } from '@shared/domain/ids'
import { Select, Table, type TableColumnsType } from 'antd'
import { useStores } from '@/features/post/use-posts'
import { useAddress } from './Address'
import { DeskEmpty } from './States'
import { type Boards, useBoards, useChosen, useIsManager, useSpan } from './use-work'
import { WorkFormula } from './WorkNumber'
import { Choice, SpanChoice, WorkSeen } from './WorkSeen'
import { wordCount, wordPart, wordValue } from './work-words'

type Row = Boards['lines'][number]

const OF = ['rep', 'store', 'team'] as const

function BoardTable({ data }: { data: Boards }) {
  const { i18n } = useLingui()
  const { lines, weights } = data
  const most = Math.max(0, ...lines.map(({ score }) => score.value ?? 0))
  const worth = i18n._('权重：认得的客户 {named}，聊到 {talked}，成交 {deals}', weights)
  const why = ({ score }: Row): string =>
    score.parts.map(({ part, count }) => `${wordPart(part, i18n)} ${wordCount(count, i18n)}`).join(' · ')
  const columns: TableColumnsType<Row> = [
    {
      key: 'place',
      title: i18n._('名次'),
      width: 88,
      render: (_, { first, last }) => (
        <span className="desk-number">{first === last ? first : `${first}–${last}`}</span>
      ),
    },
    {
      key: 'name',
      title: i18n._('谁'),
      render: (_, { name, under }) => (
        <div className="work-who">
          <span title={name}>{name}</span>
          {under && <span className="desk-note">{under}</span>}
        </div>
      ),
    },
    {
      key: 'score',
      title: i18n._('得分'),
      width: '34%',
      render: (_, { name, score }) => (
        <div className="desk-bar-cell">
          <span className="desk-number">{score.value === null ? '—' : wordValue(score, score.value)}</span>
          <span className="desk-bar-track" aria-hidden="true">
            <span className="desk-bar-fill" style={{ width: `${most > 0 ? ((score.value ?? 0) / most) * 100 : 0}%` }} />
          </span>
          <WorkFormula number={score} whose={name} more={worth} />
        </div>
      ),
    },
    {
      key: 'why',
      title: i18n._('凭什么'),
      responsive: ['md'],
      render: (_, row) => <span className="desk-note desk-number">{why(row)}</span>,
    },
  ]
  return (
    <Table<Row>
      id="board"
      className="desk-table"
      rowKey="id"
      columns={columns}
      dataSource={lines}
      rowClassName={({ band }) => (band % 2 === 0 ? 'work-band' : '')}
      pagination={lines.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
    />
  )
}

function StoreChoice({ value }: { value: string }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const stores = useStores().map(({ storeId, name }) => ({ value: storeId, label: name }))
  return (
    <Select
      id="board-store"
      className="work-post"
      aria-label={i18n._('看哪家店')}
      value={value}
      options={[{ value: '', label: i18n._('全部门店') }, ...stores]}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(who) => go({ who }, 'replace')}
    />
  )
}

export function BoardsTab() {
  const { i18n } = useLingui()
  const { address } = useAddress()
  const [of, span, who] = [useChosen('per', OF), useSpan(), address.who ?? '']
  const isManager = useIsManager()
  const storeId = of === 'rep' && who !== '' ? (who as StoreId) : null
  return (
    <>
      <div className="work-filters">
        <SpanChoice />
        <Choice
          name="per"
          value={of}
          label={i18n._('给谁排')}
          options={[
            { value: 'rep', label: i18n._('导购') },
            { value: 'store', label: i18n._('门店') },
            { value: 'team', label: i18n._('小组') },
          ]}
        />
        {of === 'rep' && !isManager && <StoreChoice value={who} />}
      </div>
      <p className="desk-note work-said">
        {i18n._('只数读得深的客户、聊到和成交；一位客户一天最多算一次；转发、群发多少都不加分。分不出先后的排在一起')}
      </p>
      <WorkSeen asked={useBoards(of, span, storeId)}>
        {(data) =>
          data.lines.length === 0 ? (
            <DeskEmpty title={i18n._('这段时间还排不出来')} hint={i18n._('有客户细读、聊过之后再看')} />
          ) : (
            <div className="work-parts">
              <BoardTable data={data} />
              <p className="desk-note">
                {data.more > 0 && i18n._('还有 {n} 位在后面，没列出来。', { n: data.more })}
                {data.few > 0 && i18n._('有 {n} 位数太少，不排。', { n: data.few })}
              </p>
            </div>
          )
        }
      </WorkSeen>
    </>
  )
}
