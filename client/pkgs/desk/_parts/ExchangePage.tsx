// 进出: what leaves the house and who may ask: tables with their log, addresses that are told, programs with tokens.
import { useLingui } from '@lingui/react'
import { Tabs } from 'antd'
import { useAddress } from './Address'
import { ExportsPart } from './ExportsPart'
import { TokensPart } from './TokensPart'
import { WebhooksPart } from './WebhooksPart'
import './exchange.scss'

const TABS = ['exports', 'webhooks', 'tokens'] as const

export function ExchangePage() {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const tab = TABS.find((one) => one === address.tab) ?? 'exports'
  return (
    <section className="desk-exchange">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('进出')}</h1>
      </div>
      <Tabs
        activeKey={tab}
        onChange={(next) => go({ tab: next === 'exports' ? '' : next, hook: '' }, 'replace')}
        destroyOnHidden
        items={[
          { key: 'exports', label: i18n._('导出'), children: <ExportsPart /> },
          { key: 'webhooks', label: i18n._('推送'), children: <WebhooksPart /> },
          { key: 'tokens', label: i18n._('令牌'), children: <TokensPart /> },
        ]}
      />
    </section>
  )
}
