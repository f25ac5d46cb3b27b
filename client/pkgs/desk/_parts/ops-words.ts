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

export const wordAlert = ({ kind, of, value }: Alert, i18n: I18n): string =>
  ({
    'timer-late': i18n._('定时任务 {value} 分钟没跑完一轮', { value }),
    'job-late': i18n._('任务 {of} 已有 {value} 分钟没成功', { of, value }),
    failing: i18n._('{of} 每 100 次有 {value} 次出错', { of, value }),
    'queue-old': i18n._('{of}卡了 {value} 分钟', { of: isQueue(of) ? wordQueue(of, i18n) : of, value }),
    'counting-late': i18n._('阅读计数晚了至少 {value} 分钟', { value }),
  })[kind]

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
