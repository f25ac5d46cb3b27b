// The desk's words for what the advertising check found, and for why no AI wordings came.
import type { I18n } from '@lingui/core'
import type { FoundIn } from '@shared/domain/advert/sign'
import type { Severity } from '@shared/domain/advert/word'
import { AD_WORDS } from '@shared/domain/advert/words.data'
import type { WhyNone } from './use-suggest'
import type { Spot } from './words-found'

export const wordSeverity = (i18n: I18n, severity: Severity): string => {
  switch (severity) {
    case 'block':
      return i18n._('不能发')
    case 'sign':
      return i18n._('需签字')
    case 'hint':
      return i18n._('提示')
  }
}

/** Why the rule is there, in the reader's language; '' for a rule that this desk does not know yet. */
export const wordWhy = (i18n: I18n, id: string): string => {
  const rule = AD_WORDS.find((word) => word.id === id)
  return rule?.why[i18n.locale === 'en' ? 'en' : 'zh'] ?? ''
}

export const wordField = (i18n: I18n, field: FoundIn): string => {
  switch (field) {
    case 'text':
      return i18n._('朋友圈文案')
    case 'firstComment':
      return i18n._('首条评论')
    case 'article':
      return i18n._('长文')
    case 'wording':
      return i18n._('选词带进来的')
  }
}

export const wordSpot = (i18n: I18n, spot: Spot): string => {
  switch (spot.in) {
    case 'text':
      return i18n._('朋友圈文案')
    case 'firstComment':
      return i18n._('首条评论')
    case 'title':
      return i18n._('长文标题')
    case 'heading':
      return i18n._('第 {n} 节标题', { n: spot.n + 1 })
    case 'body':
      return i18n._('第 {n} 节正文', { n: spot.n + 1 })
  }
}

/** "2 处不能发 · 1 处需签字" */
export const wordFoundCounts = (i18n: I18n, findings: readonly { severity: Severity }[]): string => {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const [block, sign, hint] = [count('block'), count('sign'), count('hint')]
  return [
    block > 0 ? i18n._('{n} 处不能发', { n: block }) : '',
    sign > 0 ? i18n._('{n} 处需签字', { n: sign }) : '',
    hint > 0 ? i18n._('{n} 处提示', { n: hint }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

export const wordWhyNone = (i18n: I18n, reason: WhyNone): string => {
  switch (reason) {
    case 'ai-off':
      return i18n._('AI 还没接上。管理员配好模型后才有；不用它，选词也照样有')
    case 'calls-used-up':
      return i18n._('今天的次数用完了，明天再要')
    case 'nothing-to-reword':
      return i18n._('没有可以换说法的句子：太短，或都是锁定的内容')
    case 'ai-slow':
      return i18n._('AI 太慢，没等到。可以再要一次')
    case 'ai-failed':
      return i18n._('AI 没答上来。可以再要一次')
    case 'ai-unusable':
      return i18n._('AI 给的说法改了事实或用了不能用的词，都没留下')
  }
}

/** 0.287 → 28.7 → "29": no more exact than is useful. */
export const percent = (share: number): number => Math.round(share * 100)
