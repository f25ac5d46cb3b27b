// How deals are told in words: of which kind, for how much, and what came before.
import type { I18n } from '@lingui/core'
import type { Model } from '@shared/domain/attribution'
import type { DealKind } from '@shared/domain/deal'

export const wordDealKind = (kind: DealKind, i18n: I18n): string => {
  const names: Record<DealKind, string> = {
    first: i18n._('首单'),
    repurchase: i18n._('复购'),
    'cross-sale': i18n._('交叉销售'),
    information: i18n._('信息消费'),
    partner: i18n._('成为经营者'),
  }
  return names[kind]
}

export const wordModel = (model: Model, i18n: I18n): string => {
  const names: Record<Model, string> = {
    first: i18n._('最早一次'),
    last: i18n._('最近一次'),
    linear: i18n._('平分'),
    'time-decay': i18n._('越近越多'),
  }
  return names[model]
}

/** What each way of dividing does, for whoever asks. */
export const explainModel = (model: Model, i18n: I18n): string => {
  const words: Record<Model, string> = {
    first: i18n._('全记给成交前 30 天里最早的那一次'),
    last: i18n._('全记给离成交最近的那一次'),
    linear: i18n._('30 天里每一次平分'),
    'time-decay': i18n._('离成交每早 7 天，分到的减一半'),
  }
  return words[model]
}

export const wordPoint = (of: 'reading' | 'talk' | 'share', i18n: I18n): string => {
  const names = { reading: i18n._('阅读'), talk: i18n._('沟通'), share: i18n._('发给她的卡片') }
  return names[of]
}

/** What four ways of dividing can say, and what they cannot. */
export const wordHonest = (i18n: I18n): string =>
  i18n._('这里说的是成交前一起发生过什么，不是因为什么才成交；没记下的事也算不进来')

/** 1,299.50 with a sign where it is below nothing. */
export const wordMoney = (fen: number): string => {
  const plain = Math.abs(fen)
  const yuan = Math.floor(plain / 100).toLocaleString('en-US')
  const cents = plain % 100
  return `${fen < 0 ? '−' : ''}¥${yuan}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}`
}
