// What stands round every tab of 成交: the span to choose, loading, failed, for whom and for which days the figures are.
import { useLingui } from '@lingui/react'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { errorText } from '@/ui/error-text'
import { DeskFailed, DeskLoading } from './States'
import { SpanChoice } from './WorkSeen'

type Seen = { from?: string; to?: string; scope?: 'firm' | string[] }
type Asked<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

export function DealAnswered<T extends object>({
  asked,
  children,
}: {
  asked: Asked<T>
  children: (data: T) => ReactNode
}) {
  const { i18n } = useLingui()
  const { data, error, refetch } = asked
  const { from, to, scope }: Seen = data ?? {}
  return (
    <>
      <div className="work-filters">
        <SpanChoice />
      </div>
      {from && to && (
        <p className="desk-note work-around">
          <span className="desk-number">{from === to ? from : `${from} – ${to}`}</span>
          <span>
            {scope === 'firm' || !scope
              ? i18n._('全公司')
              : i18n._('只看你管的：{names}', { names: scope.join(i18n._('、')) })}
          </span>
        </p>
      )}
      {data && error ? (
        <Alert type="warning" showIcon title={i18n._('没换上新的：{why}', { why: errorText(error) })} />
      ) : null}
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data && children(data)}
    </>
  )
}
