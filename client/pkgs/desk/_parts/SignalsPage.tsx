// 商机词: which words shall every rep be told of? A table, a form beside it, and a text to try them on.
import { useLingui } from '@lingui/react'
import type { ShownRule } from '@shared/contracts/signal'
import { Button } from 'antd'
import { useState } from 'react'
import { useHqRules } from '@/features/signal/use-hq-signals'
import { SignalsDrawer } from './SignalsDrawer'
import { SignalsTable } from './SignalsTable'
import { SignalsTry } from './SignalsTry'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import './signals.scss'

export function SignalsPage() {
  const { i18n } = useLingui()
  const { data, error, refetch } = useHqRules()
  const [editing, setEditing] = useState<ShownRule | 'new' | null>(null)
  return (
    <section className="desk-signals">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('商机词')}</h1>
        <Button type="primary" onClick={() => setEditing('new')}>
          {i18n._('加一条')}
        </Button>
      </div>
      <p className="desk-note">
        {i18n._('导购记备忘、粘贴客户的话时，听到这些词就马上提醒她。“不换房”“没想换房”这样的不算')}
      </p>
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data && data.rules.length === 0 && (
        <DeskEmpty title={i18n._('还没有商机词')} hint={i18n._('先加一条，比如 换房：看房、换房、二手房')} />
      )}
      {data && data.rules.length > 0 && (
        <>
          <SignalsTable rules={data.rules} onEdit={setEditing} />
          <SignalsTry rules={data.rules} />
        </>
      )}
      {editing !== null && <SignalsDrawer rule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </section>
  )
}
