// 运行: is something amiss, do jobs run, what waits, how fast is it and what does a reading cost? For the approver alone.
import { useLingui } from '@lingui/react'
import { timeOf } from '@shared/domain/day'
import { Alert, Table } from 'antd'
import { useEditor } from '@/features/post/use-posts'
import { Fresh } from './Counted'
import { OpsCalls } from './OpsCalls'
import { wordAgo, wordAlert, wordMs, wordQueue } from './ops-words'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { type SeenOps, useOps } from './use-ops'
import './ops.scss'

const table = { className: 'desk-table', size: 'small', pagination: false, scroll: { x: 'max-content' } } as const

function Amiss({ seen }: { seen: SeenOps }) {
  const { i18n } = useLingui()
  if (seen.alerts.length === 0) return seen.isOn ? <Alert type="success" showIcon title={i18n._('没有异常')} /> : null
  return (
    <ul className="ops-alerts" aria-label={i18n._('异常')}>
      {seen.alerts.map((one) => (
        <li key={`${one.kind}.${one.of}`}>
          <Alert
            type="error"
            showIcon
            title={wordAlert(one, i18n)}
            description={i18n._('从 {time} 起', { time: timeOf(one.since) })}
          />
        </li>
      ))}
    </ul>
  )
}

function Figures({ seen }: { seen: SeenOps }) {
  const { i18n } = useLingui()
  const { cost, version, tickAt, at } = seen
  const round = (n: number) => n.toLocaleString('en', { maximumFractionDigits: 1 })
  const figures: [label: string, value: string, how: string][] = [
    [i18n._('版本'), version, i18n._('加号后面由源码算出')],
    [i18n._('定时任务跑完一轮'), wordAgo(tickAt, at, i18n), i18n._('每分钟一轮')],
    [
      i18n._('每次打开长文查库'),
      cost === null ? '—' : i18n._('{n} 次', { n: round(cost.readers + cost.jobs) }),
      cost === null
        ? i18n._('近 24 小时打开不到 50 次，不算')
        : i18n._('读者 {readers}，定时任务 {jobs}；近 24 小时 {openings} 次打开', {
            ...{ readers: round(cost.readers), jobs: round(cost.jobs), openings: cost.openings.toLocaleString('en') },
          }),
    ],
  ]
  return (
    <dl className="ops-figures">
      {figures.map(([label, value, how]) => (
        <div key={label}>
          <dt className="desk-note">{label}</dt>
          <dd className="ops-value">{value}</dd>
          <dd className="desk-note">{how}</dd>
        </div>
      ))}
    </dl>
  )
}

function Queues({ seen: { queues, at } }: { seen: SeenOps }) {
  const { i18n } = useLingui()
  return (
    <section>
      <h2 className="desk-part-title">{i18n._('排队')}</h2>
      <Table
        {...table}
        id="ops-queues"
        rowKey="queue"
        dataSource={queues}
        columns={[
          { title: i18n._('什么'), render: (_, { queue }) => wordQueue(queue, i18n) },
          { title: i18n._('多少'), align: 'end', render: (_, { waiting }) => waiting.toLocaleString('en') },
          {
            ...{ title: i18n._('最早的'), align: 'end' },
            render: (_, { oldestAt, isOld }) => (
              <span className={isOld ? 'ops-late' : undefined}>{wordAgo(oldestAt, at, i18n)}</span>
            ),
          },
        ]}
      />
    </section>
  )
}

function Jobs({ seen: { jobs, at } }: { seen: SeenOps }) {
  const { i18n } = useLingui()
  return (
    <section>
      <h2 className="desk-part-title">{i18n._('定时任务')}</h2>
      {jobs.length === 0 ? (
        <DeskEmpty title={i18n._('还没有跑过')} hint={i18n._('定时器每分钟跑一轮，跑完一轮这里就有')} />
      ) : (
        <Table
          {...table}
          id="ops-jobs"
          rowKey="job"
          dataSource={jobs}
          columns={[
            { title: i18n._('任务'), render: (_, { job }) => <code>{job}</code> },
            {
              ...{ title: i18n._('上次成功'), align: 'end' },
              render: (_, { okAt, isLate }) => (
                <span className={isLate ? 'ops-late' : undefined}>
                  {okAt === null ? i18n._('从没成功') : wordAgo(okAt, at, i18n)}
                </span>
              ),
            },
            { title: i18n._('用时'), align: 'end', render: (_, { ms }) => wordMs(ms, i18n) },
            {
              ...{ title: i18n._('做了'), align: 'end' },
              render: (_, { done }) => (done === null ? i18n._('失败') : done.toLocaleString('en')),
            },
          ]}
        />
      )}
    </section>
  )
}

export function OpsPage() {
  const { i18n } = useLingui()
  const { data, error, refetch } = useOps()
  const isApprover = useEditor().data?.role === 'approver'
  return (
    <section className="desk-ops">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('运行')}</h1>
        {data && <Fresh asOf={data.at} error={error} onRetry={() => void refetch()} />}
      </div>
      <p className="desk-note">
        {isApprover
          ? i18n._('系统自己跑得怎么样。这里只有任务、操作的名字和数字，没有任何人')
          : i18n._('这里给审核人看')}
      </p>
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data && (
        <div className="ops-parts">
          <Amiss seen={data} />
          <Figures seen={data} />
          <Queues seen={data} />
          <OpsCalls seen={data} />
          <Jobs seen={data} />
        </div>
      )}
    </section>
  )
}
