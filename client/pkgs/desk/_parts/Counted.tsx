// Readings in both numbers: those of readers, and beside them those that do not count.
import { useLingui } from '@lingui/react'
import { timeOf, wordSpan } from '@shared/domain/day'
import { Alert, Button } from 'antd'
import type { Counted } from '@/features/post/use-heat'
import { currentLang } from '@/platform/lang'
import { errorText } from '@/ui/error-text'

function Figure({ n, label }: { n: string; label: string }) {
  return (
    <div className="desk-figure">
      <span className="desk-note">{label}</span>
      <span className="desk-count-n">{n}</span>
    </div>
  )
}

export function CountedFigures({ counted }: { counted: Counted }) {
  const { i18n } = useLingui()
  const { readings, deep, ms, apart } = counted
  const { staff, sharer, crawler } = apart
  const average = readings > 0 ? wordSpan(ms / readings, currentLang()) : '—'
  return (
    <section className="desk-counted" aria-label={i18n._('阅读次数')}>
      <div className="desk-figures">
        <Figure n={i18n._('{n} 次', { n: readings })} label={i18n._('读者')} />
        <Figure n={i18n._('{n} 次', { n: deep })} label={i18n._('读满 1 分钟')} />
        <Figure n={average} label={i18n._('平均每次')} />
      </div>
      <p className="desk-note">
        {i18n._('员工 {staff} · 转发者本人 {sharer} · 机器 {crawler}，不算在内', { staff, sharer, crawler })}
      </p>
    </section>
  )
}

type FreshProps = { asOf: number; error: unknown; onRetry: () => void }

/** Until when the figures reach; and that they are old, where a newer answer did not come. */
export function Fresh({ asOf, error, onRetry }: FreshProps) {
  const { i18n } = useLingui()
  const until = i18n._('数据截至 {time}', { time: timeOf(asOf) })
  if (!error) return <span className="desk-note desk-number">{until}</span>
  return (
    <Alert
      type="warning"
      showIcon
      title={`${until} · ${errorText(error)}`}
      action={
        <Button size="small" onClick={onRetry}>
          {i18n._('再试一次')}
        </Button>
      }
    />
  )
}
