// 群计划: what HQ asks reps to do in their groups, by theme and weekday.
import { PlusOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import type { ShownPlan } from '@shared/contracts/group'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { formOf, type InHand, newPlan, wordTheme, wordWeekdays } from '@/features/group/plan-form'
import { usePlans } from '@/features/group/use-plans'
import { useStores } from '@/features/post/use-posts'
import { mintId } from '@/platform/mint'
import { PlanDrawer } from './PlanDrawer'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import './plans.scss'

function PlanTable({ plans, onOpen }: { plans: ShownPlan[]; onOpen: (plan: ShownPlan) => void }) {
  const { i18n } = useLingui()
  const stores = useStores()
  const nameOf = (storeId: string) => stores.find((store) => store.storeId === storeId)?.name ?? storeId
  const columns: TableColumnsType<ShownPlan> = [
    {
      key: 'theme',
      title: i18n._('给哪种群'),
      width: 144,
      render: (_, plan) => (
        <>
          <button type="button" className="desk-link" onClick={() => onOpen(plan)}>
            {wordTheme(plan.theme, i18n)}
          </button>
          <p className="desk-narrow desk-note">{wordWeekdays(plan.weekdays, i18n)}</p>
        </>
      ),
    },
    {
      key: 'days',
      title: i18n._('哪几天'),
      width: 160,
      responsive: ['md'],
      render: (_, { weekdays }) => wordWeekdays(weekdays, i18n),
    },
    {
      key: 'items',
      title: i18n._('做什么'),
      render: (_, { items }) =>
        items.map(({ itemId, time, act }) => (
          <div key={itemId} className="plan-line">
            <span className="desk-number">{time}</span> {act}
          </div>
        )),
    },
    {
      key: 'stores',
      title: i18n._('门店'),
      width: 160,
      responsive: ['lg'],
      render: (_, { storeIds }) =>
        storeIds.length === 0 ? i18n._('全部门店') : storeIds.map(nameOf).join(i18n._('、')),
    },
  ]
  return (
    <Table<ShownPlan>
      className="desk-table"
      rowKey="planId"
      columns={columns}
      dataSource={plans}
      pagination={false}
      tableLayout="fixed"
    />
  )
}

export function PlansPage() {
  const { i18n } = useLingui()
  const { data, error, refetch } = usePlans()
  const [inHand, setInHand] = useState<InHand | null>(null)
  const create = () => setInHand({ planId: mintId(), rev: 0, form: newPlan() })
  return (
    <section className="desk-list">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('群计划')}</h1>
        <Button type="primary" icon={<PlusOutlined />} onClick={create}>
          {i18n._('新建计划')}
        </Button>
      </div>
      <p className="desk-note plan-what">
        {i18n._('导购给群选了同样的主题，当天就在群里看到这些安排。做没做由她自己勾')}
      </p>
      {!data ? (
        error ? (
          <DeskFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <DeskLoading />
        )
      ) : data.plans.length === 0 ? (
        <DeskEmpty title={i18n._('还没有群计划')} hint={i18n._('写一份，比如早上 8:30 发早安清单')} />
      ) : (
        <PlanTable
          plans={data.plans}
          onOpen={(plan) => setInHand({ planId: plan.planId, rev: plan.rev, form: formOf(plan) })}
        />
      )}
      {inHand && <PlanDrawer key={inHand.planId} inHand={inHand} onClose={() => setInHand(null)} />}
    </section>
  )
}
