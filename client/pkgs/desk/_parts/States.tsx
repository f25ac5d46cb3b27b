// What the desk shows when there is nothing to work on yet: loading, failed, empty.
import { useLingui } from '@lingui/react'
import { Button, Skeleton } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { asShown, errorSentence } from '@/ui/error-text'

const UNSEEN_MS = 300

export function DeskLoading() {
  const { i18n } = useLingui()
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), UNSEEN_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="desk-loading" role="status" aria-label={i18n._('正在打开')}>
      {seen && <Skeleton active paragraph={{ rows: 8 }} />}
    </div>
  )
}

export function DeskFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { i18n } = useLingui()
  const { code, trace } = asShown(error)
  return (
    <div className="desk-state" role="alert">
      <p className="desk-state-title">{code === 'forbidden' ? i18n._('这里给总部编辑用') : errorSentence(error)}</p>
      {code === 'forbidden' && <p className="desk-note">{i18n._('换一个总部账号登录，或找管理员开通')}</p>}
      {trace !== '' && <p className="desk-note">{i18n._('查询号 {trace}', { trace })}</p>}
      {code !== 'forbidden' && <Button onClick={onRetry}>{i18n._('再试一次')}</Button>}
    </div>
  )
}

export function DeskEmpty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="desk-state">
      <div className="desk-state-ripple" aria-hidden="true" />
      <p className="desk-state-title">{title}</p>
      {hint && <p className="desk-note">{hint}</p>}
      {children}
    </div>
  )
}
