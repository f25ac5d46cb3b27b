// The frame of the desk: sections on the left (folded away on a phone), who is here and in which language on top.
import {
  AccountBookOutlined,
  AuditOutlined,
  BarChartOutlined,
  BulbOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CommentOutlined,
  DashboardOutlined,
  DeploymentUnitOutlined,
  FileTextOutlined,
  HeartOutlined,
  HistoryOutlined,
  InboxOutlined,
  LogoutOutlined,
  MenuOutlined,
  ScheduleOutlined,
  ShareAltOutlined,
  SoundOutlined,
  SwapOutlined,
  TeamOutlined,
  TransactionOutlined,
} from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { Button, Drawer, Menu, Segmented } from 'antd'
import { type PropsWithChildren, useState } from 'react'
import { useEditor } from '@/features/post/use-posts'
import { setLang } from '@/platform/lang'
import { signOut } from '@/platform/session'
import { useAddress } from './Address'

type Props = PropsWithChildren<{ name: string; onSignedOut: () => void }>

function Brand() {
  const { i18n } = useLingui()
  return (
    <div className="desk-brand">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <circle cx="16" cy="16" r="4" fill="currentColor" />
        <circle cx="16" cy="16" r="9" fill="none" stroke="currentColor" strokeWidth="2" opacity=".6" />
        <circle cx="16" cy="16" r="14" fill="none" stroke="currentColor" strokeWidth="1.5" opacity=".3" />
      </svg>
      <span>{i18n._('涟漪')}</span>
      <span className="desk-brand-place">{i18n._('总部')}</span>
    </div>
  )
}

/** For whoever may let things out. */
const OF_APPROVERS = ['ops']

/** What a manager may open; the rest is about the whole firm. Her first is where she comes in. */
const OF_MANAGERS = ['people', 'effect', 'spread', 'circles', 'deals', 'support', 'audit']

function Sections({ onGo }: { onGo?: () => void }) {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const role = useEditor().data?.role
  const isManager = role === 'manager'
  const first = isManager ? 'people' : 'posts'
  const here = address.view === 'heat' ? 'effect' : address.post ? 'posts' : address.at || first
  return (
    <Menu
      mode="inline"
      selectedKeys={[here]}
      items={[
        { key: 'posts', icon: <FileTextOutlined />, label: i18n._('内容') },
        { key: 'calendar', icon: <CalendarOutlined />, label: i18n._('日历') },
        { key: 'offers', icon: <InboxOutlined />, label: i18n._('投稿') },
        { key: 'review', icon: <AuditOutlined />, label: i18n._('审核') },
        { key: 'effect', icon: <BarChartOutlined />, label: i18n._('效果') },
        { key: 'spread', icon: <ShareAltOutlined />, label: i18n._('传播') },
        { key: 'deals', icon: <AccountBookOutlined />, label: i18n._('成交') },
        { key: 'fit', icon: <CalculatorOutlined />, label: i18n._('该不该做') },
        { key: 'playbooks', icon: <BulbOutlined />, label: i18n._('套路') },
        { key: 'plans', icon: <ScheduleOutlined />, label: i18n._('群计划') },
        { key: 'signals', icon: <SoundOutlined />, label: i18n._('商机词') },
        { key: 'circles', icon: <DeploymentUnitOutlined />, label: i18n._('圈层') },
        { key: 'polls', icon: <CommentOutlined />, label: i18n._('大家怎么看') },
        { key: 'people', icon: <TeamOutlined />, label: i18n._('人员') },
        { key: 'partners', icon: <TransactionOutlined />, label: i18n._('合伙人') },
        { key: 'support', icon: <HeartOutlined />, label: i18n._('关键人支持') },
        { key: 'exchange', icon: <SwapOutlined />, label: i18n._('进出') },
        { key: 'audit', icon: <HistoryOutlined />, label: i18n._('操作记录') },
        { key: 'ops', icon: <DashboardOutlined />, label: i18n._('运行') },
      ]
        .filter(({ key }) => !isManager || OF_MANAGERS.includes(key))
        .filter(({ key }) => role === 'approver' || !OF_APPROVERS.includes(key))}
      onClick={({ key }) => {
        const left = Object.fromEntries(Object.keys(address).map((name) => [name, '']))
        go({ ...left, at: key === 'posts' ? '' : key })
        onGo?.()
      }}
    />
  )
}

export function Shell({ name, onSignedOut, children }: Props) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const leave = () => void signOut().then(onSignedOut)
  return (
    <div className="desk-shell">
      <nav className="desk-nav" aria-label={i18n._('总部')}>
        <Brand />
        <Sections />
      </nav>
      <div className="desk-main">
        <header className="desk-top">
          <Button
            className="desk-menu"
            type="text"
            icon={<MenuOutlined />}
            aria-label={i18n._('打开导航')}
            onClick={() => setOpen(true)}
          />
          <span className="desk-top-space" />
          <Segmented
            size="small"
            aria-label={i18n._('语言')}
            value={i18n.locale === 'en' ? 'en' : 'zh'}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(lang) => setLang(lang === 'en' ? 'en' : 'zh')}
          />
          {name !== '' && (
            <span className="desk-who" title={name}>
              {name}
            </span>
          )}
          <Button type="text" icon={<LogoutOutlined />} onClick={leave} aria-label={i18n._('退出')}>
            <span className="desk-wide">{i18n._('退出')}</span>
          </Button>
        </header>
        <main className="desk-content">{children}</main>
      </div>
      <Drawer open={open} placement="left" size={260} onClose={() => setOpen(false)} title={<Brand />}>
        <Sections onGo={() => setOpen(false)} />
      </Drawer>
    </div>
  )
}
