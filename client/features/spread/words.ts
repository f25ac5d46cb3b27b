// How are counts told where one or two are only "few"? Put behind Chinese words.
import type { I18n } from '@lingui/core'
import { afterHan } from '@/ui/han'

export type Count = number | 'few'

export const wordTimes = (count: Count, i18n: I18n): string =>
  count === 'few' ? i18n._('一两次') : afterHan(i18n._('{n} 次', { n: count }))
export const wordHeads = (count: Count, i18n: I18n): string =>
  count === 'few' ? i18n._('一两人') : afterHan(i18n._('{n} 人', { n: count }))
