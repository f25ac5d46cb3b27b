// 货架: which posts are hot, which lie there, and what to do with each?
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { SHELF_STATES, type ShelfState } from '@shared/domain/shelf'
import { Select, Table, type TableColumnsType } from 'antd'
import { useAddress } from './Address'
import { DeskEmpty } from './States'
import { type Shelf, useChosen, useIsManager, useShelf } from './use-work'
import { WorkNumber } from './WorkNumber'
import { WorkSeen } from './WorkSeen'
import { wordCount } from './work-words'

type Row = Shelf['posts'][number]

const wordState = (state: ShelfState, i18n: I18n): { name: string; todo: string } =>
  ({
    hot: { name: i18n._('正热'), todo: i18n._('再发一次，换一组人') },
    steady: { name: i18n._('平稳'), todo: i18n._('不用动') },
    cooling: { name: i18n._('在退'), todo: i18n._('准备下一条同题的') },
    stale: { name: i18n._('积灰'), todo: i18n._('改一改再发，或到期下架') },
    new: { name: i18n._('新上'), todo: i18n._('过几天再看') },
    few: { name: i18n._('还不能判断'), todo: i18n._('打开还太少') },
  })[state]

/** The way it goes by a sign, not by colour alone. */
const SIGN: Record<ShelfState, string> = { hot: '▲', steady: '▬', cooling: '▼', stale: '○', new: '✦', few: '·' }
const FILTERS = ['all', ...SHELF_STATES] as const

function ShelfTable({ rows }: { rows: Row[] }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const isManager = useIsManager()
  const columns: TableColumnsType<Row> = [
    {
      key: 'title',
      title: i18n._('内容'),
      render: (_, { postId, title, publishedAt, evergreen, expiresAt }) => (
        <div className="work-who">
          {isManager ? (
            <span>{title || i18n._('没有标题')}</span>
          ) : (
            <button type="button" className="desk-link" onClick={() => go({ post: postId, view: 'heat' })}>
              {title || i18n._('没有标题')}
            </button>
          )}
          <span className="desk-note">
            {i18n._('{day} 上线', { day: dayOf(publishedAt) })}
            {evergreen && ` · ${i18n._('常青')}`}
            {expiresAt !== null && ` · ${i18n._('{day} 到期', { day: dayOf(expiresAt) })}`}
          </span>
        </div>
      ),
    },
    {
      key: 'state',
      title: i18n._('怎么样'),
      width: 176,
      render: (_, { state }) => (
        <div className="work-who">
          <span>
            <span aria-hidden="true">{SIGN[state]}</span> {wordState(state, i18n).name}
          </span>
          <span className="desk-note">{wordState(state, i18n).todo}</span>
        </div>
      ),
    },
    {
      key: 'recent',
      title: i18n._('近两周 / 前两周打开'),
      width: 160,
      align: 'end',
      responsive: ['md'],
      sorter: (a, b) => numberOf(a.recent) - numberOf(b.recent),
      render: (_, { recent, before }) => (
        <span className="desk-number">{`${wordCount(recent, i18n)} / ${wordCount(before, i18n)}`}</span>
      ),
    },
    {
      key: 'posted',
      title: i18n._('发出'),
      width: 80,
      align: 'end',
      responsive: ['md'],
      sorter: (a, b) => a.posted - b.posted,
      render: (_, { posted }) => <span className="desk-number">{posted}</span>,
    },
    {
      key: 'deep',
      title: i18n._('读深率'),
      width: 180,
      responsive: ['lg'],
      render: (_, { title, deepRate }) => <WorkNumber number={deepRate} whose={title} />,
    },
  ]
  return (
    <Table<Row>
      id="shelf"
      className="desk-table"
      rowKey="postId"
      columns={columns}
      dataSource={rows}
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      showSorterTooltip={false}
    />
  )
}

const numberOf = (count: Row['recent']): number => (count === 'few' ? 1 : count)

export function ShelfTab() {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const state = useChosen<(typeof FILTERS)[number]>('by', FILTERS)
  return (
    <WorkSeen asked={useShelf()}>
      {({ posts, cut }) => {
        const count = (of: ShelfState) => posts.filter((post) => post.state === of).length
        const rows = state === 'all' ? posts : posts.filter((post) => post.state === state)
        return (
          <div className="work-parts">
            <div className="work-filters">
              <Select
                id="shelf-state"
                aria-label={i18n._('看哪种')}
                value={state}
                options={FILTERS.map((value) => ({
                  value,
                  label:
                    value === 'all'
                      ? i18n._('全部 {n}', { n: posts.length })
                      : `${wordState(value, i18n).name} ${count(value)}`,
                }))}
                onChange={(by) => go({ by: by === 'all' ? '' : by }, 'replace')}
              />
            </div>
            {rows.length > 0 ? (
              <ShelfTable rows={rows} />
            ) : (
              <DeskEmpty title={i18n._('没有这样的内容')} hint={i18n._('换一种看，或先发几条')} />
            )}
            {cut && <p className="desk-note">{i18n._('只列最近发的，更早的没列')}</p>}
            <p className="desk-note">
              {i18n._(
                '正热：近两周打开是前两周的 1.5 倍以上；在退：一半以下；积灰：上线两周多，近两周没人打开；四周加起来不到 20 次，不判断',
              )}
            </p>
          </div>
        )
      }}
    </WorkSeen>
  )
}
