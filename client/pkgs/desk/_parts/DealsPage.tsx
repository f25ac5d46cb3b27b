// 成交: what was sold and what it is worth, as one question per tab; which one is open stands in the address.
import { useLingui } from '@lingui/react'
import { Tabs } from 'antd'
import type { ReactElement } from 'react'
import { useEditor } from '@/features/post/use-posts'
import { useAddress } from './Address'
import { DealBooks } from './DealBooks'
import { DealImport } from './DealImport'
import { DealWorth } from './DealWorth'
import { ProductsTab } from './ProductsTab'
import { ProfitTab } from './ProfitTab'
import { UnitTab } from './UnitTab'
import { useChosen } from './use-work'
import './work.scss'
import './deals.scss'

const TABS = ['profit', 'worth', 'unit', 'books', 'products', 'import'] as const
type Tab = (typeof TABS)[number]

const SHOWN: Record<Tab, () => ReactElement> = {
  profit: ProfitTab,
  worth: DealWorth,
  unit: UnitTab,
  books: DealBooks,
  products: ProductsTab,
  import: DealImport,
}

export function DealsPage() {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const role = useEditor().data?.role
  const asked = useChosen<Tab>('tab', TABS)
  // products are the firm's, and only an approver brings in what counts as paid
  const shown = TABS.filter(
    (tab) => (tab !== 'products' || role !== 'manager') && (tab !== 'import' || role === 'approver'),
  )
  const tab = shown.includes(asked) ? asked : 'profit'
  const names: Record<Tab, string> = {
    profit: i18n._('利润表'),
    worth: i18n._('成交前后'),
    unit: i18n._('一位客户值多少'),
    books: i18n._('账目'),
    products: i18n._('商品'),
    import: i18n._('导入'),
  }
  const Shown = SHOWN[tab]
  return (
    <section className="work deals">
      <h1 className="desk-title">{i18n._('成交')}</h1>
      <Tabs
        activeKey={tab}
        items={shown.map((key) => ({ key, label: names[key] }))}
        onChange={(key) => go({ tab: key === 'profit' ? '' : key })}
      />
      <Shown />
    </section>
  )
}
