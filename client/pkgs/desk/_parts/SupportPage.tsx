// 关键人支持: how many stand in each tier, which support was given how often, by team; and what each tier holds.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Table, type TableColumnsType } from 'antd'
import { useEditor } from '@/features/post/use-posts'
import { currentLang } from '@/platform/lang'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { SupportTiers } from './SupportTiers'
import { type SeenSupport, useSupportCounts } from './use-support'
import { wordCount } from './work-words'
import './support.scss'

type Row = SeenSupport['rows'][number]

function Counts({ seen }: { seen: SeenSupport }) {
  const { i18n } = useLingui()
  const wordGiven = ({ given }: Pick<Row, 'given'>): string =>
    given.map(({ name, times }) => i18n._('{name} {n}', { name, n: wordCount(times, i18n) })).join(i18n._('、'))
  const columns: TableColumnsType<Row> = [
    { key: 'name', title: i18n._('小组'), render: (_, { name }) => name || i18n._('没分小组') },
    ...seen.tiers.map(({ tier, name }) => ({
      ...{ key: tier, title: name, align: 'right' as const, width: 110 },
      render: (_: unknown, { tiers }: Row) => (
        <span className="desk-number">{wordCount(tiers.find((one) => one.tier === tier)?.people ?? 0, i18n)}</span>
      ),
    })),
    { key: 'given', title: i18n._('给过的支持'), render: (_, row) => wordGiven(row) || '—' },
  ]
  return (
    <Table<Row>
      id="support-rows"
      className="desk-table"
      size="small"
      rowKey={({ id }) => id || '-'}
      columns={columns}
      dataSource={seen.rows}
      scroll={{ x: 'max-content' }}
      pagination={seen.rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      footer={() =>
        i18n._('一共：{tiers}；{given}', {
          tiers: seen.tiers
            .map(({ tier, name }) => {
              const people = seen.whole.tiers.find((one) => one.tier === tier)?.people ?? 0
              return i18n._('{name} {n}', { name, n: wordCount(people, i18n) })
            })
            .join(i18n._('、')),
          given: wordGiven(seen.whole) || i18n._('还没给过支持'),
        })
      }
    />
  )
}

export function SupportPage() {
  const { i18n } = useLingui()
  const { data, error, refetch } = useSupportCounts()
  const isManager = useEditor().data?.role === 'manager'
  return (
    <section className="desk-support">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('关键人支持')}</h1>
      </div>
      <p className="desk-note">
        {i18n._('等级只看帮了谁、投了什么、说了什么理由。转发和带来的阅读只用来想起该问谁，不升级、不换支持')}
      </p>
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data && data.rows.length === 0 && (
        <DeskEmpty title={i18n._('还没有关键人')} hint={i18n._('导购在客户资料里记下谁帮了忙，这里就有数')} />
      )}
      {data && data.rows.length > 0 && (
        <>
          <p className="desk-note support-as-of">
            {data.asOf !== null &&
              `${i18n._('数据截至 {time}', { time: wordInstant(data.asOf, Date.now(), currentLang()) })}${i18n._('；')}`}
            {i18n._('客户的数按 5 的整数报，不到 5 位不细说')}
          </p>
          <Counts seen={data} />
        </>
      )}
      {!isManager && (
        <>
          <h2>{i18n._('等级和支持')}</h2>
          <SupportTiers />
        </>
      )}
    </section>
  )
}
