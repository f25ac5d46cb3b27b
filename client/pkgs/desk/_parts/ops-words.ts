// How are conditions, queues and figures of the product itself said?
import type { I18n } from '@lingui/core'
import { wordSpan } from '@shared/domain/day'
import { currentLang } from '@/platform/lang'
import type { SeenOps } from './use-ops'

type Alert = SeenOps['alerts'][number]
type Queue = SeenOps['queues'][number]['queue']

export const wordQueue = (queue: Queue, i18n: I18n): string =>
  ({
    checks: i18n._('等微信检查的文字和图片'),
    webhooks: i18n._('等推送的通知'),
    notices: i18n._('等看要不要提醒的导购'),
    readings: i18n._('等计数的阅读'),
  })[queue]

const isQueue = (of: string): of is Queue => ['checks', 'webhooks', 'notices', 'readings'].includes(of)

const DAYS_FROM_MIN = 2 * 1_440

const wordLate = (minutes: number, i18n: I18n): string =>
  minutes < DAYS_FROM_MIN
    ? wordSpan(minutes * 60_000, currentLang())
    : i18n._('{n} 天', { n: Math.floor(minutes / 1_440) })

export const wordAlert = ({ kind, of, value }: Alert, i18n: I18n): string => {
  const span = wordLate(value, i18n)
  return {
    'timer-late': i18n._('定时任务 {span}没跑完一轮', { span }),
    'job-late': i18n._('任务 {of} 已有 {span}没成功', { of, span }),
    failing: i18n._('{of} 每 100 次有 {value} 次出错', { of, value }),
    'queue-old': i18n._('{of}卡了 {span}', { of: isQueue(of) ? wordQueue(of, i18n) : of, span }),
    'counting-late': i18n._('阅读计数晚了至少 {span}', { span }),
  }[kind]
}

/** 12 毫秒 · 1.4 秒 · —; milliseconds in. */
export const wordMs = (ms: number | null, i18n: I18n): string => {
  if (ms === null) return '—'
  return ms < 1_000
    ? i18n._('{n} 毫秒', { n: Math.round(ms) })
    : i18n._('{n} 秒', { n: (ms / 1_000).toLocaleString('en', { maximumFractionDigits: 1 }) })
}

export const wordAgo = (at: number | null, now: number, i18n: I18n): string => {
  if (at === null) return '—'
  return now - at < 60_000
    ? i18n._('1 分钟内')
    : i18n._('{span}前', { span: wordSpan(Math.floor((now - at) / 60_000) * 60_000, currentLang()) })
}

export const wordShare = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toLocaleString('en', { maximumFractionDigits: 1 })}%`
