// How a group's counts are said: fewer than three never as a number.
import type { I18n } from '@lingui/core'
import type { SeenGroup } from '@shared/contracts/group'
import { wordSpan } from '@shared/domain/day'
import { GROUP_COUNT_MIN } from '@shared/domain/group'
import { currentLang } from '@/platform/lang'
import { afterHan } from '@/ui/han'

export const wordCount = (n: number | null, i18n: I18n): string =>
  n === null ? i18n._('不到 {n}', { n: GROUP_COUNT_MIN }) : String(n)

export const wordOpens = ({ opens, deep }: { opens: number | null; deep: number | null }, i18n: I18n): string =>
  opens === null
    ? i18n._('打开的{count}', { count: afterHan(wordCount(null, i18n)) })
    : i18n._('打开 {opens} · 细读{deep}', { opens, deep: afterHan(wordCount(deep, i18n)) })

/** How long it was read by each who came so far, on average. */
export const wordSection = ({ readings, ms }: { readings: number | null; ms: number | null }, i18n: I18n): string =>
  readings === null || ms === null
    ? i18n._('读的{count}', { count: afterHan(wordCount(null, i18n)) })
    : i18n._('{n} 次 · 平均{span}', { n: readings, span: afterHan(wordSpan(ms / readings, currentLang())) })

export const wordHours = (hours: readonly { hour: number }[], i18n: I18n): string =>
  hours.map(({ hour }) => i18n._('{hour} 点', { hour })).join(i18n._('、'))

export const wordSilence = ({ days, shares }: SeenGroup['silence'], i18n: I18n): string[] => [
  ...(days === null
    ? [i18n._('还没有一篇打开到 {n} 次', { n: GROUP_COUNT_MIN })]
    : days === 0
      ? [i18n._('今天有人打开过')]
      : [i18n._('{days} 天前还有人打开', { days })]),
  ...(shares > 0 ? [i18n._('最近连着 {n} 次发出去，打开的都不到 {min}', { n: shares, min: GROUP_COUNT_MIN })] : []),
]

const NAMES = (i18n: I18n): Record<'name' | 'theme' | 'rules', string> => ({
  name: i18n._('群名'),
  theme: i18n._('主题'),
  rules: i18n._('群规'),
})

/** null: nothing was replaced. */
export const wordReplaced = (fields: readonly ('name' | 'theme' | 'rules')[], i18n: I18n): string | null =>
  fields.length === 0
    ? null
    : i18n._('你另一台手机刚改过{what}，现在按这次的', {
        what: fields.map((field) => NAMES(i18n)[field]).join(i18n._('、')),
      })
