// What a list shows when there is nothing to list yet: loading, empty, failed, or old because there is no signal.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { describe, heading } from './a11y'
import { Button } from './Button'
import { asShown, errorSentence } from './error-text'
import { tappable } from './tap'
import './States.scss'

const UNSEEN_MS = 300

/** Grey lines where content will be; unseen for the first 300 ms. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  const { i18n } = useLingui()
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), UNSEEN_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!seen) return <View className="skeleton" />
  return (
    <View className="skeleton" {...describe('status', i18n._('正在打开'))}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are alike and never reordered
        <View className="skeleton-card" key={row}>
          <View className="skeleton-line skeleton-short" />
          <View className="skeleton-line" />
          <View className="skeleton-line" />
        </View>
      ))}
    </View>
  )
}

/** level 1 where nothing else stands on the page. */
type EmptyProps = { title: string; hint?: string; action?: string; onAction?: () => void; level?: 1 | 2 }

/** Nothing here, and what to do next. */
export function Empty({ title, hint, action, onAction, level = 2 }: EmptyProps) {
  return (
    <View className="empty">
      <View className="empty-ripple">
        <View className="empty-drop" />
      </View>
      <View className="empty-title" {...heading(level)}>
        {title}
      </View>
      {hint && <Text className="empty-hint">{hint}</Text>}
      {action && onAction && (
        <Button kind="plain" small onTap={onAction}>
          {action}
        </Button>
      )}
    </View>
  )
}

/** It failed: what happened, try again, and the trace that finds it in the log. */
export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { i18n } = useLingui()
  const { trace } = asShown(error)
  return (
    <View className="empty" {...describe('alert')}>
      <Text className="empty-title">{errorSentence(error)}</Text>
      {trace !== '' && <Text className="empty-hint">{i18n._('查询号 {trace}', { trace })}</Text>}
      <Button kind="plain" small onTap={onRetry}>
        {i18n._('再试一次')}
      </Button>
    </View>
  )
}

/** What is shown is from `when`, because there is no signal. */
export function OfflineMark({ when, onRetry }: { when: string; onRetry: () => void }) {
  const { i18n } = useLingui()
  return <OldMark onRetry={onRetry}>{i18n._('没有网络，这是 {when} 的内容。点这里刷新', { when })}</OldMark>
}

/** One line above what is old; a tap asks again. */
export function OldMark({ children, onRetry }: { children: string; onRetry: () => void }) {
  return (
    <View className="offline" {...tappable(children, onRetry)}>
      <Text>{children}</Text>
    </View>
  )
}
