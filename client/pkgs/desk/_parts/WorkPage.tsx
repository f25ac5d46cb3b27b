// 效果: what came of what HQ wrote, as one question per tab; which one is open stands in the address.
import { useLingui } from '@lingui/react'
import { Tabs } from 'antd'
import type { ReactElement } from 'react'
import { useAddress } from './Address'
import { AdoptionPage } from './AdoptionPage'
import { BoardsTab } from './BoardsTab'
import { CurveTab } from './CurveTab'
import { FamiliesTab } from './FamiliesTab'
import { FunnelTab } from './FunnelTab'
import { HabitTab } from './HabitTab'
import { HealthTab } from './HealthTab'
import { ReasonsPart } from './ReasonsPart'
import { ShelfTab } from './ShelfTab'
import { useChosen, useIsManager } from './use-work'
import './work.scss'

const TABS = ['funnel', 'heat', 'curve', 'habit', 'families', 'boards', 'shelf', 'health', 'reasons'] as const
type Tab = (typeof TABS)[number]

/** What only editors may ask for. */
const OF_EDITORS: readonly Tab[] = ['heat', 'reasons']

const SHOWN: Record<Tab, () => ReactElement> = {
  funnel: FunnelTab,
  heat: AdoptionPage,
  curve: CurveTab,
  habit: HabitTab,
  families: FamiliesTab,
  boards: BoardsTab,
  shelf: ShelfTab,
  health: HealthTab,
  reasons: ReasonsPart,
}

export function WorkPage() {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const isManager = useIsManager()
  const asked = useChosen<Tab>('tab', TABS)
  const shown = TABS.filter((key) => !isManager || !OF_EDITORS.includes(key))
  const tab = shown.includes(asked) ? asked : 'funnel'
  const names: Record<Tab, string> = {
    funnel: i18n._('漏斗'),
    heat: i18n._('阅读和热图'),
    curve: i18n._('时段'),
    habit: i18n._('栏目习惯'),
    families: i18n._('文案比较'),
    boards: i18n._('榜单'),
    shelf: i18n._('货架'),
    health: i18n._('健康'),
    reasons: i18n._('理由'),
  }
  const Shown = SHOWN[tab]
  return (
    <section className="work">
      <h1 className="desk-title">{i18n._('效果')}</h1>
      <Tabs
        activeKey={tab}
        items={shown.map((key) => ({ key, label: names[key] }))}
        onChange={(key) => go({ tab: key === 'funnel' ? '' : key, by: '', who: '', per: '' })}
      />
      <Shown />
    </section>
  )
}
