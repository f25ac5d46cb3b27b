// What works, in words: steps, spans, counts that may be few, and how each formula's number is said and explained.
import type { I18n } from '@lingui/core'
import { FORMULAS, type FormulaId, type WorkPart, type WorkSpan, type WorkStep } from '@shared/domain/work'
import type { FormulaNumber, ShownCount } from './use-work'

export const wordPart = (part: WorkPart, i18n: I18n): string => {
  const words: Record<WorkPart, string> = {
    found: i18n._('领到'),
    saved: i18n._('存图'),
    posted: i18n._('发出'),
    received: i18n._('有人读到'),
    opened: i18n._('打开'),
    deep: i18n._('读得深'),
    named: i18n._('认得的客户'),
    talked: i18n._('聊到'),
    deals: i18n._('成交'),
    told: i18n._('说了结果的沟通'),
    led: i18n._('照着套路聊的'),
    passed: i18n._('客户转出去带来的打开'),
    came: i18n._('到点来读的'),
    back: i18n._('上次也来了的'),
  }
  return words[part]
}

/** What is counted in this step. */
export const wordUnit = (step: WorkStep, i18n: I18n): string => {
  if (step === 'opened' || step === 'deep') return i18n._('次打开')
  if (step === 'named') return i18n._('人次')
  return step === 'talked' || step === 'deals' ? i18n._('次沟通') : i18n._('份')
}

/** What one of this step is. */
export const wordStepIs = (step: WorkStep, i18n: I18n): string => {
  const words: Record<WorkStep, string> = {
    found: i18n._('导购打开过这份图文'),
    saved: i18n._('图和文案都存了'),
    posted: i18n._('点了已发布'),
    received: i18n._('发出去的里面，至少有一位客户打开过'),
    opened: i18n._('客户打开长文，员工和机器不算'),
    deep: i18n._('读满 1 分钟'),
    named: i18n._('读得深、又同意让导购知道的客户，一天一位只算一次'),
    talked: i18n._('导购记下聊了、约了或成交的沟通'),
    deals: i18n._('导购记下成交的沟通'),
  }
  return words[step]
}

export const wordSpan = (span: WorkSpan, i18n: I18n): string =>
  ({
    'this-week': i18n._('本周'),
    'last-week': i18n._('上周'),
    'this-month': i18n._('本月'),
    'last-month': i18n._('上月'),
    quarter: i18n._('近 3 个月'),
  })[span]

/** null: not known for so many posts together. */
export const wordCount = (count: ShownCount | null, i18n: I18n): string => {
  if (count === null) return '—'
  return count === 'few' ? i18n._('不到 {n}', { n: 5 }) : count.toLocaleString('en')
}

/** For drawing only: a few is drawn as nothing. */
export const drawnCount = (count: ShownCount | null): number => (count === 'few' || count === null ? 0 : count)

export const wordFormula = (formula: FormulaId, i18n: I18n): { name: string; how: string } => {
  const words: Record<FormulaId, [string, string]> = {
    'reach-rate': [i18n._('送到率'), i18n._('有人读到 ÷ 发出。发了不等于有人看到')],
    'deep-rate': [i18n._('读深率'), i18n._('读得深 ÷ 打开')],
    'content-force': [i18n._('内容力'), i18n._('读得深 ÷ 打开：打开的人肯不肯读下去')],
    'reach-force': [i18n._('触达力'), i18n._('打开 ÷ 发出：发一次，带来几次打开')],
    'trust-force': [i18n._('信任力'), i18n._('聊到 ÷ 说了结果的沟通：开了口，客户肯不肯聊')],
    'deal-force': [i18n._('成交力'), i18n._('成交 ÷ 聊到：聊起来的，有多少成了')],
    'link-health': [i18n._('链接'), i18n._('发出 ÷ 领到：领到的，有多少真发了')],
    'scene-health': [i18n._('场景'), i18n._('照着套路聊的 ÷ 说了结果的沟通：有没有对着场景说话')],
    'trust-health': [i18n._('信任'), i18n._('认得的客户 ÷ 读得深：细读的人里，多少肯让导购知道')],
    'spread-health': [i18n._('传开'), i18n._('客户转出去带来的打开 ÷ 打开。只看带来了人，不看转了几次')],
    'deal-health': [i18n._('成交'), i18n._('成交 ÷ 说了结果的沟通')],
    'family-rate': [i18n._('读深率'), i18n._('读得深 ÷ 打开')],
    'habit-rate': [i18n._('回来率'), i18n._('上次也来了的 ÷ 到点来读的：只算同意让导购知道的客户')],
    'board-score': [i18n._('得分'), i18n._('认得的客户、聊到、成交，各乘权重再相加；转发多少次不算')],
  }
  const [name, how] = words[formula]
  return { name, how }
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** As its formula is told: a share in per cent, else a number with one decimal. */
export const wordValue = ({ formula }: Pick<FormulaNumber, 'formula'>, value: number): string =>
  FORMULAS[formula].how === 'share' ? percent(value) : value.toLocaleString('en', { maximumFractionDigits: 1 })

export const wordLikely = (number: FormulaNumber): string =>
  number.low === null || number.high === null
    ? ''
    : `${wordValue(number, number.low)}–${wordValue(number, number.high)}`

/** Monday first, as weekdays are counted here: 1 to 7. */
export const wordWeekday = (weekday: number, i18n: I18n): string =>
  [i18n._('周一'), i18n._('周二'), i18n._('周三'), i18n._('周四'), i18n._('周五'), i18n._('周六'), i18n._('周日')][
    weekday - 1
  ] ?? ''
