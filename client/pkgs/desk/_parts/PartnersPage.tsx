// 合伙人: what waits for a decision, what is to be paid, what is owed to whom, and is the ledger whole?
import { useLingui } from '@lingui/react'
import { yuan } from '@shared/domain/ledger-fen'
import { Table } from 'antd'
import { DeskMore } from './DeskMore'
import { PartnerDisputes } from './PartnerDisputes'
import { PartnerVerify } from './PartnerVerify'
import { Payouts } from './Payouts'
import { type HqPartner, useHqPartners } from './partner-desk'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import './partners.scss'

function Partners() {
  const { i18n } = useLingui()
  const partners = useHqPartners()
  const { data, error, isPending, refetch, hasNextPage } = partners
  const rows = data?.pages.flatMap((page) => page.partners) ?? []
  if (error && rows.length === 0) return <DeskFailed error={error} onRetry={() => void refetch()} />
  if (isPending) return <DeskLoading />
  if (rows.length === 0 && !hasNextPage)
    return <DeskEmpty title={i18n._('还没有合伙人')} hint={i18n._('导购邀请、客户自己同意之后，会出现在这里')} />
  return (
    <>
      <Table<HqPartner>
        className="desk-table"
        rowKey="partnerId"
        size="small"
        pagination={false}
        scroll={{ x: 760 }}
        dataSource={rows}
        columns={[
          { title: i18n._('代码'), dataIndex: 'code' },
          { title: i18n._('导购'), dataIndex: 'repName' },
          {
            title: i18n._('状态'),
            render: (_, { state }) => (state === 'active' ? i18n._('合伙人') : i18n._('已退出')),
          },
          { title: i18n._('一年内核实'), dataIndex: 'sales', align: 'right' },
          { title: i18n._('核实中'), align: 'right', render: (_, { due }) => yuan(due.pending) },
          { title: i18n._('应付'), align: 'right', render: (_, { due }) => yuan(due.payable + due.held) },
          { title: i18n._('已付'), align: 'right', render: (_, { due }) => yuan(due.paid) },
          { title: i18n._('待抵扣'), align: 'right', render: (_, { due }) => yuan(due.setOff) },
        ]}
      />
      <DeskMore of={partners} />
    </>
  )
}

export function PartnersPage() {
  const { i18n } = useLingui()
  return (
    <section className="desk-partners">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('合伙人')}</h1>
      </div>
      <p className="desk-note">{i18n._('只为核实的成交付报酬，只有一层。余额每次都从第一笔账重新数')}</p>
      <PartnerVerify />
      <h2>{i18n._('待裁定的异议')}</h2>
      <PartnerDisputes />
      <h2>{i18n._('付款批次')}</h2>
      <Payouts />
      <h2>{i18n._('合伙人和余额')}</h2>
      <Partners />
    </section>
  )
}
